"""What the program is made with, and what its documents on safety claim, is so."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.build.conftest import ENVIRONMENT, fill

ROOT = Path(__file__).parents[2]
MODEL = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
RECIPES = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> list[str]:
    """The packages of some requirements, but for our own, as indexes have their names."""
    found = (re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requirements)
    return sorted(re.sub(r"[-_.]+", "-", name).lower() for name in found if name != PROJECT["project"]["name"])


def pinned(lock: str) -> dict[str, int]:
    """The packages of a lock file, and how many digests each has."""
    entries = re.split(r"^(?=\S)", (ROOT / "requirements" / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {entry.partition("==")[0]: entry.count("--hash=sha256:") for entry in entries if "==" in entry}


def test_every_dependency_has_its_reason() -> None:
    """The table of dependencies names what pyproject.toml names, under the heading of its group, each with what it does and why."""
    project = PROJECT["project"]
    groups = {"The program": project["dependencies"], "Building the package": PROJECT["build-system"]["requires"]}
    groups |= {f"The extra `{name}`": listed for name, listed in project["optional-dependencies"].items()}
    sections = re.split(r"^## ", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    tables = {section.partition("\n")[0]: re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", section, re.MULTILINE)[1:] for section in sections}
    assert {heading: names([row[0] for row in rows]) for heading, rows in tables.items()} == {
        heading: names(listed) for heading, listed in groups.items()
    }


def test_every_package_is_pinned_by_digest() -> None:
    """What `make` installs has a version and digests, what the program needs is among it, and nothing else is installed."""
    runtime = pinned("runtime.lock")
    assert all(runtime.values())
    assert set(names(PROJECT["project"]["dependencies"])) <= runtime.keys()
    kept = json.loads((ROOT / "requirements/lighthouse/package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for name, package in kept.items() if name)
    assert re.findall(r"^\tnpm (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE) == ["ci"]
    installs = re.findall(r"^\t.*pip install (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert installs
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


def test_the_bill_of_materials() -> None:
    """`make sbom` lists every pinned package with its digests and licence, is valid CycloneDX, and is the same bytes each time."""
    command = [sys.executable, "scripts/sbom.py"]
    first, second = (subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout for _ in range(2))
    assert first == second
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(first) is None
    bill = json.loads(first)
    digests = {each["name"]: len(each["externalReferences"][0]["hashes"]) for each in bill["components"]}
    assert digests == pinned("runtime.lock")
    installed = {re.sub(r"[-_.]+", "-", each.name).lower() for each in distributions()}
    assert not {each["name"] for each in bill["components"] if "licenses" not in each} & installed
    depends = {each["ref"].partition("@")[0]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert len(depends["pkg:pypi/explainer-briefs"]) == len(PROJECT["project"]["dependencies"])
    assert any(ref.startswith("pkg:pypi/pydyf@") for ref in depends["pkg:pypi/weasyprint"])


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`(tests/[^`]+)`", MODEL))))
def test_what_the_threat_model_names_is_tested(named: str) -> None:
    """Each test that is said to guard something exists."""
    path, _, name = named.partition("::")
    assert re.search(rf"^def {name or 'test_'}", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_the_threat_model_names_a_test_for_each_guard() -> None:
    """No row of the threat model is without its test."""
    rows = re.findall(r"^\| .*$", MODEL, re.MULTILINE)
    assert [row for row in rows if not row.endswith(("` |", "| test |"))] == []


# Recipes


BRIEFS = f"""#!{sys.executable}
from generator.doors.cli import main
from generator.press.fonts import font_files
if __name__ == "__main__":
    font_files()  # of this machine's cache: to make them takes longer than all the rest
    main()
"""


def recipes() -> list[dict[str, Any]]:
    """The recipes for CI, as a service would read them."""
    return [yaml.load(found, yaml.BaseLoader) for found in re.findall(r"^```yaml\n(.*?)^```", RECIPES, re.MULTILINE | re.DOTALL)]


def test_recipes_have_no_secrets_and_no_cache() -> None:
    """What is built of strangers is built on events that have no secrets, with a token that reads at most, and without a cache."""
    github, gitlab = recipes()
    assert (github["on"], github["permissions"]) == ("pull_request", {"contents": "read"})
    assert gitlab["briefs"]["cache"] == []
    for recipe in (github, gitlab):
        words = json.dumps(recipe)
        assert "secrets." not in words
        assert "actions/cache" not in words
        assert all("--no-cache" in line for line in re.findall(r"briefs (?:check|build)[^\"\\]*", words))


def test_the_recipe_for_pull_requests(tmp_path: Path) -> None:
    """A pull request with hooks, templates, a cache and links gets its brief built, and none of the others is run, believed or followed."""
    github, gitlab = recipes()
    (script,) = (step["run"] for step in github["jobs"]["briefs"]["steps"] if "briefs build" in step.get("run", ""))
    assert gitlab["briefs"]["script"] == script.replace(" --format github", "").splitlines()
    ours = fill(tmp_path / "ours")
    shutil.copytree(ours.root, tmp_path / "theirs")
    theirs = tmp_path / "theirs"
    (theirs / "hook.py").write_text("from pathlib import Path\nPath('ran').touch()\n", encoding="utf-8")
    with (theirs / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    (theirs / "templates/sections").mkdir(parents=True)
    (theirs / "templates/sections/cite.html.j2").write_text("Theirs", encoding="utf-8")
    (theirs / ".cache/handouts").mkdir(parents=True)
    (theirs / "briefs/notes.md").symlink_to("/etc/hostname")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/briefs"
    command.write_text(BRIEFS, encoding="utf-8")
    command.chmod(0o755)
    environment = {**ENVIRONMENT, "PATH": f"{command.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-ec", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not list(tmp_path.rglob("ran"))
    assert (ours.site / "old-bridge/old-bridge.pdf").is_file()
    assert "Theirs" not in (ours.site / "old-bridge/index.html").read_text(encoding="utf-8")
    assert not (ours.site / "notes").exists()
    assert not (ours.root / ".cache").exists()
