# Two commands: `make site` sets everything up and builds the example publication with its handouts into site/,
# `make test` sets everything up and runs all the tests. Both set up only what is not there yet.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --upgrade

.PHONY: site test setup setup-draft setup-test lighthouse serve golden fuzz hostile bench mutants plugins pictures lock sbom clean

site: setup
	$(BIN)/briefs build --strict

test: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

serve: setup
	$(BIN)/briefs serve

setup: $(VENV)/.system $(VENV)/.runtime

setup-draft: setup $(VENV)/.draft

setup-test: $(VENV)/.system-test $(VENV)/.dev lighthouse

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "explainer-briefs needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.system: scripts/system-packages.sh | $(VENV)/.python
	sh scripts/system-packages.sh site
	touch $@

$(VENV)/.system-test: scripts/system-packages.sh | $(VENV)/.python
	sh scripts/system-packages.sh site test
	touch $@ $(VENV)/.system

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/runtime.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.draft: requirements/draft.lock $(VENV)/.runtime | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/draft.lock
	touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.runtime | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.lock
	touch $@

$(VENV)/.mutants: requirements/mutants.lock $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/mutants.lock
	touch $@

# Lighthouse judges pages in the tests where npm can install it; elsewhere that test is skipped, and says so.
lighthouse:
	if command -v npm >/dev/null; then $(MAKE) --no-print-directory .cache/lighthouse/.installed || echo "Lighthouse is not installed"; fi

.cache/lighthouse/.installed: requirements/lighthouse/package-lock.json
	mkdir -p .cache/lighthouse
	cp requirements/lighthouse/package.json requirements/lighthouse/package-lock.json .cache/lighthouse
	npm ci --prefix .cache/lighthouse --ignore-scripts --no-audit --no-fund --fetch-retries 1 --fetch-timeout 30000
	touch $@

# Renew the expected output of the golden publication; look at the difference before you commit it.
golden: setup-test
	GOLDEN_RENEW=1 $(BIN)/pytest tests/golden tests/contract/test_templates.py

# Give every reader of bytes odd ones, FUZZ_SECONDS (30) each; FUZZ="pdf handout" takes those with such names.
fuzz: setup-test
	$(BIN)/python scripts/fuzz.py $(FUZZ)

# Put every payload of the public corpora that are there (tests/safety/hostile.py) into every field, and open every page in Chromium.
hostile: setup-test
	HOSTILE=all $(BIN)/pytest tests/browser/test_hostile_site.py tests/browser/test_hostile_drawings.py tests/browser/test_ordinary_pages.py

# Renew the lock files from pyproject.toml: pins and hashes for every platform and Python from 3.11 on.
lock:
	uv pip compile $(LOCK) pyproject.toml requirements/build.in --output-file requirements/runtime.lock
	uv pip compile $(LOCK) --extra draft --constraint requirements/runtime.lock pyproject.toml requirements/build.in --output-file requirements/draft.lock
	uv pip compile $(LOCK) --extra dev --constraint requirements/draft.lock pyproject.toml requirements/build.in --output-file requirements/dev.lock
	uv pip compile $(LOCK) requirements/bench.in --output-file requirements/bench.lock
	uv pip compile $(LOCK) requirements/plugins.in --output-file requirements/plugins.lock
	uv pip compile $(LOCK) --constraint requirements/dev.lock requirements/mutants.in --output-file requirements/mutants.lock

# Write what a site is built with as CycloneDX JSON: the same bytes from the same lock file.
sbom: setup-test
	mkdir -p dist
	$(BIN)/python scripts/sbom.py > dist/sbom.cdx.json

# Measure what a publication of 1,000 briefs costs beside other programs, which get an environment of their own; BENCH=--quick takes 200.
bench: setup-test
	test -d .cache/peers || $(PYTHON) -m venv .cache/peers
	.cache/peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/bench.lock
	$(BIN)/python bench/engine/run.py --peers .cache/peers $(BENCH) --out bench/RESULTS.md

# Build with each plugin that publications use beside this one, named before it and after it; the plugins get a folder of their own.
plugins: setup-test
	test -d .cache/plugins || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target .cache/plugins --require-hashes --requirement requirements/plugins.lock
	PYTHONPATH=.cache/plugins NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=1 $(BIN)/pytest tests/build/test_plugins.py -v

# Break what the promise rests on, one small change at a time, and list what no test notices (hours); MUTANTS="fetching public" tries those.
mutants: setup-test $(VENV)/.mutants
	nice -n 15 $(BIN)/python scripts/mutants.py $(MUTANTS)

# Renew the pictures of the README.
pictures: site setup-test
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) .cache site
