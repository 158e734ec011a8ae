"""A folder's bytes to a `ParsedBrief`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from generator.items import Brief, Source
from generator.items.fields import Location, each
from generator.parsing.decisions import parse_decisions
from generator.parsing.folder import Folder, ParsedBrief, span_at
from generator.parsing.inherited import completed
from generator.parsing.releases import parse_releases
from generator.parsing.sources import SourceText, misplaced, runs
from generator.parsing.yaml_file import decode, read, read_article, tree_of
from generator.text.finding import Finding, has_errors
from generator.text.pins import is_pinned_by, normal, pin
from generator.text.places import Span, Text
from generator.text.yamltree import Mapping as MappingNode

ARTICLE = "article.md"

Complete = Callable[[MappingNode], MappingNode]
"""Adds to the tree of a brief what it takes from another."""


def parse_brief(folder: Folder) -> tuple[ParsedBrief | None, tuple[Finding, ...]]:
    """A folder as a brief with places, with all findings of reading; None where nothing of it could be read."""
    text, found = decode(f"{folder.path}/brief.yml", folder.files["brief.yml"])
    if text is None:
        return None, tuple(finding.within(folder.slug) for finding in found)
    original = parse_brief(folder.original)[0] if folder.original else None
    written = folder.files.get(ARTICLE, b"").decode(errors="replace")
    complete: Complete = partial(completed, original=original, article=written) if original else _itself
    reading = read(Brief, text, complete)
    reported = list(reading.findings)
    tree, brief, kept = reading.tree, reading.value, reading.kept
    if brief is None or tree is None:
        return None, tuple(finding.within(folder.slug) for finding in reported)
    article = None
    if ARTICLE in folder.files:
        article, article_found = read_article(f"{folder.path}/{ARTICLE}", folder.files[ARTICLE])
        reported += article_found
    sources, source_found = _read_sources(folder, brief, partial(span_at, tree, kept=kept), original)
    reported += source_found
    reported += parse_decisions(folder)[-1]
    releases, release_found = parse_releases(folder)
    reported += release_found
    is_complete = not has_errors(reported)
    parsed = ParsedBrief(
        folder.slug,
        folder.path,
        brief,
        text,
        partial(_composed, text, complete),
        kept,
        reading.lost,
        is_complete,
        article,
        sources,
        folder.media,
        folder.refused,
        releases,
        original,
        folder.sizes,
    )
    return parsed, tuple(finding.within(folder.slug) for finding in reported)


def _itself(tree: MappingNode) -> MappingNode:
    """The tree of a brief that takes nothing from another."""
    return tree


def _composed(text: Text, complete: Complete) -> MappingNode:
    """The tree of a brief that was read before."""
    tree, _ = tree_of(Brief, text)
    if tree is None:
        raise ValueError(f"{text.path} has no keys")
    return complete(tree)


def _read_sources(
    folder: Folder, brief: Brief, span: Callable[[Location], Span], original: ParsedBrief | None
) -> tuple[dict[str, SourceText], list[Finding]]:
    """The texts of the sources, of those that a translation takes from its original the original's."""
    sources: dict[str, SourceText] = {}
    reported: list[Finding] = []
    own = f"{folder.path}/brief.yml"
    for item, location, source in each(brief, Source):
        theirs = original.sources.get(source.id) if original and span((*location, "file")).path != own else None
        if theirs:
            sources.setdefault(source.id, replace(theirs, source=source, runs=runs(source, theirs.text)))
            continue
        name = next((name for name in (source.file, f"sources/{source.file}") if name in folder.files), None)
        if name is None:
            fix = f"put the file into {folder.path}/sources/"
            message = f"there is no file `{source.file}` in {folder.path}/"
            reported.append(Finding("B208", message, span((*location, "file")), fix, item=item))
            continue
        text, found = decode(f"{folder.path}/{name}", folder.files[name])
        reported += found
        if text is None:
            continue
        text = Text(text.path, normal(text.body))  # so that offsets are the same on every machine
        for number, wrong in misplaced(source.segments, text):
            reported.append(Finding("B114", wrong, span((*location, "segments", number, "lines")), item=item))
        sources.setdefault(source.id, _source_text(source, text, folder.files[name]))
    return sources, reported


def _source_text(source: Source, text: Text, data: bytes) -> SourceText:
    is_pinned = source.sha256 is not None and is_pinned_by(data, source.sha256)
    return SourceText(source, text, pin(text.body), runs(source, text), is_pinned=is_pinned)
