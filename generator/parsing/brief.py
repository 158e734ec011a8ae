"""A folder's bytes to a `ParsedBrief`, and the shared files to shared actors and terms."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.finding import Finding, has_errors
from generator.model import Actor, Brief, Glossary, Model, SharedActors, Source, Term
from generator.parsing import errors
from generator.parsing.folder import Folder, Location, ParsedBrief, span_at
from generator.parsing.sources import SourceText, misplaced, runs
from generator.text import Span, Text
from generator.yamltree import Mapping as MappingNode
from generator.yamltree import Node, Scalar, Sequence, compose

MAX_SOURCE_BYTES = 20_000_000
ARTICLE = "article.md"

M = TypeVar("M", bound=Model)


def decode(path: str, data: bytes) -> tuple[Text | None, tuple[Finding, ...]]:
    """Bytes as UTF-8 text; a byte order mark stays, so that offsets agree with the file."""
    if len(data) > MAX_SOURCE_BYTES:
        return None, (Finding("B111", f"the file has more than {MAX_SOURCE_BYTES:,} bytes", Text(path, "").span()),)
    try:
        return Text(path, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        readable = Text(path, data.decode("utf-8", errors="replace"))
        offset = len(data[: error.start].decode("utf-8"))
        message = f"byte 0x{data[error.start]:02x} at position {error.start} is not UTF-8"
        return None, (Finding("B101", message, Span(readable, offset, offset + 1), "save the file in the encoding UTF-8"),)


def plain_data(node: Node) -> Any:
    """A tree as dicts, lists and scalars, typed as YAML types them; dates stay text."""
    if isinstance(node, MappingNode):
        return {key.value: plain_data(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain_data(item) for item in node.items]
    return _scalar_value(node)


def _scalar_value(node: Scalar) -> Any:
    if node.kind == "null":
        return None
    if node.kind == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if node.kind in ("int", "float"):
        plain = node.value.isdecimal() and len(node.value) < 16 and not (len(node.value) > 1 and node.value[0] == "0")
        return int(node.value) if plain else 0.0
    return node.value


def _read(model: type[M], text: Text) -> tuple[MappingNode | None, Any, M | None, list[Finding]]:
    """A YAML file as tree, plain data and, where it is right, a model."""
    tree, found = compose(text)
    reported = list(found)
    if tree is None:
        return None, None, None, reported
    if isinstance(tree, Scalar) and not tree.value:
        tree = MappingNode((), tree.span, 1)
    if not isinstance(tree, MappingNode):
        what = "a list" if isinstance(tree, Sequence) else "text"
        reported.append(
            Finding("B105", f"the file holds {what} where keys with values are needed", text.span(0, 1), "begin with `title: …`")
        )
        return None, None, None, reported
    data = plain_data(tree)
    try:
        return tree, data, model.model_validate(data), reported
    except ValidationError as error:
        return tree, data, None, [*reported, *errors.findings(model, error, tree)]


def parse_brief(folder: Folder) -> tuple[ParsedBrief | None, tuple[Finding, ...]]:
    """A folder as a brief with places, with all findings of reading; None where nothing of it could be read."""
    text, found = decode(f"{folder.path}/brief.yml", folder.files["brief.yml"])
    if text is None:
        return None, tuple(finding.within(folder.slug) for finding in found)
    tree, data, brief, reported = _read(Brief, text)
    kept: dict[str, tuple[int, ...]] = {}
    lost: frozenset[str] = frozenset()
    if brief is None and tree is not None:
        brief, kept, lost = _salvage(tree, data)
    if brief is None or tree is None:
        return None, tuple(finding.within(folder.slug) for finding in reported)
    article = None
    if ARTICLE in folder.files:
        article, article_found = decode(f"{folder.path}/{ARTICLE}", folder.files[ARTICLE])
        reported += article_found
    sources, source_found = _read_sources(folder, brief, tree, kept)
    reported += source_found
    parsed = ParsedBrief(folder.slug, folder.path, brief, text, tree, kept, lost, not has_errors(reported), article, sources, folder.media)
    return parsed, tuple(finding.within(folder.slug) for finding in reported)


def _salvage(tree: MappingNode, data: dict[str, Any]) -> tuple[Brief | None, dict[str, tuple[int, ...]], frozenset[str]]:
    """What is left of a brief when its faulty parts are taken out, so that the rest is checked in the same run."""
    dropped: dict[str, set[int]] = {}
    for _ in range(4):
        kept = {
            name: tuple(index for index in range(len(value)) if index not in dropped.get(name, ()))
            for name, value in data.items()
            if isinstance(value, list)
        }
        attempt = {name: [value[index] for index in kept[name]] if name in kept else value for name, value in data.items()}
        try:
            brief = Brief.model_validate(attempt)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _take_out(data, dropped, kept, tuple(detail["loc"]), detail["type"])
            continue
        lost = {errors.address(tree, (name, index)) for name, indexes in dropped.items() for index in indexes}
        return brief, kept, frozenset(address for address in lost if address)
    return None, {}, frozenset()


def _take_out(data: dict[str, Any], dropped: dict[str, set[int]], kept: Mapping[str, tuple[int, ...]], loc: Location, kind: str) -> None:
    name = str(loc[0])
    if name in ("title", "summary"):
        data[name] = "…"
    elif len(loc) > 1 and name in kept and isinstance(loc[1], int) and loc[1] < len(kept[name]):
        index = kept[name][loc[1]]
        item = data[name][index]
        if kind == "extra_forbidden" and len(loc) == 3 and isinstance(item, dict):
            data[name][index] = {key: value for key, value in item.items() if key != loc[2]}
        else:
            dropped.setdefault(name, set()).add(index)
    else:
        data.pop(name, None)


def _read_sources(
    folder: Folder, brief: Brief, tree: MappingNode, kept: Mapping[str, tuple[int, ...]]
) -> tuple[dict[str, SourceText], list[Finding]]:
    sources: dict[str, SourceText] = {}
    reported: list[Finding] = []
    for index, source in enumerate(brief.sources):
        place: Location = ("sources", kept.get("sources", range(len(brief.sources)))[index])
        name = next((name for name in (source.file, f"sources/{source.file}") if name in folder.files), None)
        item = f"source:{source.id}"
        if name is None:
            fix = f"put the file into {folder.path}/sources/"
            reported.append(
                Finding("B208", f"there is no file `{source.file}` in {folder.path}/", span_at(tree, (*place, "file")), fix, item=item)
            )
            continue
        text, found = decode(f"{folder.path}/{name}", folder.files[name])
        reported += found
        if text is None:
            continue
        for number, wrong in misplaced(source.segments, text):
            reported.append(Finding("B114", wrong, span_at(tree, (*place, "segments", number, "lines")), item=item))
        sources.setdefault(source.id, _source_text(source, text, folder.files[name]))
    return sources, reported


def _source_text(source: Source, text: Text, data: bytes) -> SourceText:
    return SourceText(source, text, hashlib.sha256(data).hexdigest(), runs(source, text))


@dataclass(frozen=True)
class Shared:
    """What all briefs share, and the places of it."""

    actors: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    actors_tree: MappingNode | None = None
    terms_tree: MappingNode | None = None


def parse_shared(files: Mapping[str, bytes], docs_path: str) -> tuple[Shared, tuple[Finding, ...]]:
    """`actors.yml` and `glossary.yml`, where they are there."""
    reported: list[Finding] = []
    actors: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    trees: dict[str, MappingNode | None] = {}
    for name, model in (("actors.yml", SharedActors), ("glossary.yml", Glossary)):
        if name not in files:
            continue
        text, found = decode(f"{docs_path}/{name}", files[name])
        reported += found
        if text is None:
            continue
        trees[name], _, value, read = _read(model, text)
        reported += read
        actors = value.actors if isinstance(value, SharedActors) else actors
        terms = value.terms if isinstance(value, Glossary) else terms
    return Shared(actors, terms, trees.get("actors.yml"), trees.get("glossary.yml")), tuple(reported)
