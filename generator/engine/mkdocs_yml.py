"""The YAML of a mkdocs.yml, read as MkDocs reads it but without MkDocs, and with the places of its values.

MkDocs's forms are `!ENV`, `INHERIT`, and tags for Python objects and folders (`!!python/name:`, `!relative`). No such object is made
here: whatever bears an unknown tag is `Opaque`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import yaml
from mergedeep import merge
from yaml_env_tag import construct_env_tag

from generator.engine.atomic import read_up_to
from generator.errors import ConfigurationError
from generator.parsing.folder import span_at
from generator.parsing.yaml_file import MAX_SOURCE_BYTES, decode
from generator.text.finding import Finding, Findings, Severity
from generator.text.places import Text
from generator.text.yamltree import Mapping as MappingNode
from generator.text.yamltree import compose

INHERIT = "INHERIT"


@dataclass(frozen=True)
class Opaque:
    """A value that only MkDocs makes something of."""

    tag: str


@dataclass(frozen=True)
class Written:
    """What a mkdocs.yml holds, with what it inherits, as values and as a tree that knows the place of each."""

    values: Mapping[str, Any]
    tree: MappingNode


class _Loader(yaml.CSafeLoader):
    """Plain data of any YAML."""


def _opaque(loader: yaml.SafeLoader, node: yaml.Node) -> Opaque:
    return Opaque(node.tag)


_Loader.add_constructor(None, _opaque)
_Loader.add_constructor("!ENV", construct_env_tag)


def read_mkdocs_yml(path: Path, children: tuple[Path, ...] = ()) -> Written:
    """A mkdocs.yml and what it inherits; raises ConfigurationError, with the place of what is wrong.

    `children` are the files that inherit from it, the first of them the publication's own.
    """
    text = _text(path, _named(path, (*children, path)[0].parent))
    tree = _tree(text)
    values = _values(text)
    parent = values.pop(INHERIT, None)
    if parent is None:
        return Written(values, tree)
    place = span_at(tree, (INHERIT,))
    if not isinstance(parent, str):
        raise ConfigurationError([Finding("B105", f"`{INHERIT}` names a file", place)])
    base = path.parent / parent
    if not base.is_file():
        raise ConfigurationError([Finding("B105", f"there is no file `{parent}` to inherit from", place)])
    if base.resolve() in {each.resolve() for each in (*children, path)}:
        raise ConfigurationError([Finding("B105", f"`{parent}` inherits from itself", place)])
    inherited = read_mkdocs_yml(base, (*children, path))
    return Written(merge(dict(inherited.values), values), _merged(inherited.tree, tree))


def _named(path: Path, root: Path) -> str:
    """A file's name in findings: its path from the publication's folder, where it lies in it."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _text(path: Path, name: str) -> Text:
    text, found = decode(name, read_up_to(path, MAX_SOURCE_BYTES))
    if text is None:
        raise ConfigurationError(found)
    return text


def _tree(text: Text) -> MappingNode:
    tree, found = compose(text, tags=True)
    errors = Findings(found).of(Severity.ERROR)
    if errors:
        raise ConfigurationError(errors)
    if not isinstance(tree, MappingNode):
        message = "the file holds no mapping, and keys with values are needed"
        raise ConfigurationError([Finding("B105", message, text.span(0, 1), "begin with `site_name:`")])
    return tree


def _values(text: Text) -> dict[str, Any]:
    """A file's data; what `compose` could read can still hold a date that does not exist, or a number of a million digits."""
    try:
        found = yaml.load(text.body, _Loader)  # noqa: S506 - a safe one
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.index if error.problem_mark else 0
        _refuse(text, at, error.problem or "unreadable")
    except (ValueError, RecursionError, AttributeError, TypeError) as error:
        _refuse(text, 0, str(error) or type(error).__name__)
    return dict(found or {})


def _refuse(text: Text, at: int, problem: str) -> NoReturn:
    raise ConfigurationError([Finding("B102", f"YAML cannot read this: {problem}", text.span(at, at + 1))])


def _merged(parent: MappingNode, child: MappingNode) -> MappingNode:
    """The tree of a file on that of its parent, as `mergedeep` puts their values together."""
    entries = {name.value: (name, node) for name, node in parent.entries}
    for name, node in child.entries:
        known = entries.get(name.value)
        both = known is not None and isinstance(known[1], MappingNode) and isinstance(node, MappingNode)
        entries[name.value] = (name, _merged(known[1], node) if both else node)  # type: ignore[index,arg-type]
    return replace(child, entries=tuple(entries.values()))
