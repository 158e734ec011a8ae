"""Files in the repository that are made from the program, or that others rely on."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.desk.schema import schema_file, schema_name
from generator.items import MODELS

ROOT = Path(__file__).parents[2]


def undescribed(schema: Any, place: str) -> Iterator[str]:
    """Properties anywhere in a schema that have no description."""
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            if not value.get("description"):
                yield f"{place}.{name}"
        for key, value in schema.items():
            if key != "then":  # it asks more of properties that are described where they are
                yield from undescribed(value, f"{place}.{key}")
    elif isinstance(schema, list):
        for number, entry in enumerate(schema):
            yield from undescribed(entry, f"{place}[{number}]")


@pytest.mark.parametrize("name", MODELS)
def test_the_schemas_are_what_the_models_say(name: str) -> None:
    """The schema in the root is the one that `briefs schema` prints."""
    assert (ROOT / schema_name(name)).read_bytes() == schema_file(name)


@pytest.mark.parametrize("name", MODELS)
def test_every_property_of_a_schema_is_described(name: str) -> None:
    """An editor has words to show for every key of every file."""
    assert list(undescribed(json.loads(schema_file(name)), name)) == []


@pytest.mark.parametrize("path", sorted(path for path in (ROOT / "requirements").rglob("*") if path.is_file()), ids=lambda path: path.name)
def test_lock_files_name_no_addresses(path: Path) -> None:
    """Where packages come from is for the machine that installs them to say."""
    assert not re.search(r"https?:|--index-url|--find-links|\bfile:", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["runtime.lock", "dev.lock"])
def test_every_locked_package_has_a_hash(name: str) -> None:
    """No package is installed that is not, byte for byte, the one that was tried."""
    entries = re.split(r"\n(?=\S)", (ROOT / "requirements" / name).read_text(encoding="utf-8").strip())
    locked = [entry for entry in entries if not entry.startswith("#")]
    assert locked
    assert [entry for entry in locked if not re.match(r"[a-z0-9._-]+==\S+", entry) or "--hash=sha256:" not in entry] == []


def test_the_version_is_said_once() -> None:
    """pyproject.toml takes the version from the package, and no other module repeats it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "generator/__init__.py"
    saying = [path for path in (ROOT / "generator").rglob("*.py") if f'"{__version__}"' in path.read_text(encoding="utf-8")]
    assert saying == [ROOT / "generator" / "__init__.py"]
