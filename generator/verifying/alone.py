"""Verifying a brief.json without the evidence of a handout: by the words that it gives itself, or by the source files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.items.evidence import WITHHELD
from generator.text.places import Text
from generator.verifying.agreement import cited_in, tiers
from generator.verifying.checks import Check, check, short
from generator.verifying.forms import Anchor, Brief, Cited
from generator.verifying.originals import Originals


def brief_alone(brief: Brief, folder: Path | None) -> Iterator[Check]:
    """Each fact and quote rests on a place in a source, and has its words: as brief.json gives them, and as the sources have them."""
    anchors = {(anchor.item, anchor.number): anchor for anchor in brief.anchors}
    events = [anchor for anchor in brief.anchors if anchor.item.startswith("event:")]
    cited = list(cited_in(brief))
    bare = [f"fact:{fact.id}: rests on no passage" for fact in brief.facts if not fact.evidence]
    yield check("facts rest on a passage", len(brief.facts), bare)
    places = [events if item == "event" else [anchors[item, index + 1]] if (item, index + 1) in anchors else [] for item, index, _ in cited]
    wrong = (
        f"{item}: no place in brief.json has these words: {short(words.quote)}"
        for (item, _, words), found in zip(cited, places, strict=True)
        if not any(_given(anchor, words) for anchor in found)
    )
    yield check("quotes and passages have the words of their places", len(cited), wrong)
    yield check("places belong to a quote or passage, in a source that brief.json names", len(brief.anchors), _stray(brief))
    if folder is None:
        return
    found = Originals(folder, {anchor.sha256 for anchor in brief.anchors})
    files = {source.id: source.file for source in brief.sources}
    names = {anchor.source: anchor.sha256 for anchor in brief.anchors}
    missing = (f"{name}: {found.missing(files.get(name, ''))}" for name, digest in names.items() if digest not in found.files)
    yield check("sources are there, as they were when they were cited", len(names), missing)
    here = [(item, words, near) for (item, _, words), near in zip(cited, places, strict=True) if names.get(words.source, "") in found.files]
    if here:
        wrong = (
            f"{item}: other words stand at its place in the source {words.source}: {short(words.quote)}"
            for item, words, near in here
            if not any(_stands(anchor, words, found.files[anchor.sha256]) for anchor in near if anchor.sha256 in found.files)
        )
        yield check("quotes and passages stand in their source, where brief.json says", len(here), wrong)


def _stray(brief: Brief) -> Iterator[str]:
    """Places that nothing in the brief rests on, or in sources that it does not have."""
    rest = Counter(item for item, _, _ in cited_in(brief))
    sources = {source.id for source in brief.sources}
    for anchor in brief.anchors:
        item = "event" if anchor.item.startswith("event:") else anchor.item
        if not (1 <= anchor.number <= rest[item]):
            yield f"{anchor.item}: nothing in brief.json rests on its place {anchor.number}"
        elif anchor.source not in sources:
            yield f"{anchor.item}: brief.json has no source {anchor.source}"


def _given(anchor: Anchor, words: Cited) -> bool:
    """Whether an anchor's own words carry those that are cited; where it gives none, only the source can tell."""
    theirs = (anchor.words or "").replace(" […] ", " ")
    return anchor.source == words.source and (anchor.words is None or any(tiers(theirs, said) for said in words.wordings))


def _stands(anchor: Anchor, words: Cited, text: Text) -> bool:
    place = text.line_column(min(anchor.start, len(text.body)))
    return (
        anchor.source == words.source
        and place == (anchor.line, anchor.column)
        and (words.quote == WITHHELD or any(tiers(text.body[anchor.start : anchor.end], said) for said in words.wordings))
    )
