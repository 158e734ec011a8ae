"""Holding brief.json, evidence.json and the text of a handout against each other."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.dossier.form import printable
from generator.dossier.printed import times
from generator.dossier.texts import texts_of
from generator.items import ItemRef
from generator.text.matching import Source, matches
from generator.verifying.checks import Check, check, short
from generator.verifying.forms import Brief, Cited, Evidence, Passage
from generator.verifying.turned import runs_left, standing

CHANGED = {
    "fonts": "the fonts were changed: letters may look like others than those that programs read and copy",
    "tags": "the tags were changed: screen readers may read other words than those that are seen",
    "properties": "the properties were changed: title, dates, bookmarks, attachments, or what the file says that it is",
}


def hashes(evidence: Evidence) -> Iterator[Check]:
    """Evidence by itself: the hash of each piece."""
    pieces = [(passage, piece) for passage in evidence.passages for piece in passage.pieces if piece.exact is not None]
    wrong = (
        f"passage {p.number} ({p.item}): its words were changed: {short(x.exact or '')}" for p, x in pieces if _sha(x.exact) != x.sha256
    )
    yield check("passages have the words that their hashes name", len(pieces), wrong)


def with_brief(evidence: Evidence, brief: Brief, raw: bytes) -> Iterator[Check]:
    """The brief that evidence came with: the same words at the same places."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in evidence.passages:
        passages[passage.item].append(passage)
    cited = list(cited_in(brief))
    yield check("quotes and passages of the brief have the words of their evidence", len(cited), _uncarried(cited, passages))
    texts, changed = _texts(evidence, raw)
    yield check("texts of the brief are those that the evidence has", texts, changed)
    yield check("passages stand where brief.json says", len(brief.anchors), _misplaced(brief, evidence, passages))


def with_text(evidence: Evidence, layer: str, name: str) -> Iterator[Check]:
    """The text of the file, squeezed: each text and passage stands there as often as it was printed."""
    words = dict(printable(evidence.model_dump()))
    printed = evidence.printed or {}
    if set(printed) != set(words):
        yield check("the evidence says what this file prints", 1, [f"{name} does not say what this file prints"])
        return
    expected = {item: number for item, number in printed.items() if number}
    often = standing if runs_left(layer) else times
    found = {item: often(words[item], layer) for item in expected}
    wrong = (
        f"{item}: stands in the text {_often(found[item])}, was printed {_often(number)}: {short(words[item])}"
        for item, number in expected.items()
        if found[item] != number
    )
    yield check("texts and passages stand in the file as they were printed", len(expected), wrong)
    if len(expected) < len(words):
        others = "the others are left out of this form or stand in lists and tables, which their pages hold"
        yield check(f"{len(expected)} of {len(words)} texts and passages are held word by word; {others}", 1, ())


def with_parts(evidence: Evidence, parts: dict[str, str], name: str) -> Iterator[Check]:
    """The parts of the file: each is as it was made, none is missing and none came later."""
    made = evidence.parts or {}
    if not made:
        yield check("the evidence says what the file is made of", 1, [f"{name} does not say what this file is made of"])
        return
    both = dict.fromkeys([*made, *parts])
    changed = (_changed(part, made, parts) for part in both if made.get(part) != parts.get(part))
    yield check("parts of the file are as they were made: its pages, fonts, tags and properties", len(both), changed)


def _changed(part: str, made: dict[str, str], found: dict[str, str]) -> str:
    if part not in found:
        return f"{part} is missing: the file was made with {_pages(made)}"
    if part not in made:
        return f"{part} was added: the file was made with {_pages(made)}"
    return CHANGED.get(
        part, f"{part} was changed: something on it was drawn anew, taken away or laid over it, or a link of it leads elsewhere"
    )


def _pages(parts: dict[str, str]) -> str:
    number = sum(part.startswith("page ") for part in parts)
    return "1 page" if number == 1 else f"{number} pages"


def pieces_carry(words: str, passage: Passage) -> bool:
    """Whether the words of a quote or passage are those of its pieces, as exactly as its tier says; pieces may be kept from the public."""
    if any(piece.exact is None for piece in passage.pieces):
        return True
    return passage.tier in tiers(" ".join(piece.exact or "" for piece in passage.pieces), words)


def tiers(body: str, words: str) -> list[str]:
    """How exactly words are the whole of a stretch of a source; empty where they are not."""
    source = Source(f"{body}”", ((0, len(body) + 1),))  # a closing mark, before which punctuation may differ
    return [match.tier.value for match in matches(source, words) if (match.start, match.end) == (0, len(body))]


def cited_in(brief: Brief) -> Iterator[tuple[str, int, Cited]]:
    """The words that a brief cites, with the item that cites them and their number in it."""
    facts = ((ItemRef("fact", fact.id), fact.evidence) for fact in brief.facts)
    questions = ((ItemRef("question", question.id), question.evidence) for question in brief.questions)
    for ref, evidence in (*facts, *questions):
        yield from ((str(ref), index, cited) for index, cited in enumerate(evidence))
    for quote in brief.quotes:
        original = quote.original.text if quote.translated and quote.original else None
        yield str(ItemRef("quote", quote.id)), 0, Cited(source=quote.source, quote=quote.text, original=original)
    for event in brief.timeline:  # events have no ids, and brief.json leaves out those that are proposed
        yield from (("event", index, cited) for index, cited in enumerate(event.evidence))


def _uncarried(cited: Iterable[tuple[str, int, Cited]], passages: dict[str, list[Passage]]) -> Iterator[str]:
    of_events = [passage for item, found in passages.items() if item.startswith("event:") for passage in found]
    for item, index, words in cited:
        found = of_events if item == "event" else passages.get(item, [])[index : index + 1]
        found = [passage for passage in found if passage.source == words.source]
        if not found:
            yield f"{item}: the evidence has no passage for it"
        elif not any(pieces_carry(said, passage) for passage in found for said in words.wordings):
            yield f"{item}: the evidence does not have these words: {short(words.quote)}"


def _texts(evidence: Evidence, raw: bytes) -> tuple[int, list[str]]:
    """How many texts a brief has, and which of them the evidence has otherwise."""
    try:
        expected = dict(texts_of(json.loads(raw)))
    except (AttributeError, KeyError, TypeError):
        return 1, ["brief.json has another form than is known"]
    found = {text.item: text.words for text in evidence.texts}
    names = dict.fromkeys([*expected, *found])
    return len(names), [
        f"{name}: brief.json says {short(expected.get(name, ''))}, the evidence {short(found.get(name, ''))}"
        for name in names
        if expected.get(name) != found.get(name)
    ]


def _misplaced(brief: Brief, evidence: Evidence, passages: dict[str, list[Passage]]) -> Iterator[str]:
    digests = {source.id: source.sha256 for source in evidence.sources}
    for anchor in brief.anchors:
        of_item = passages.get(anchor.item, [])
        if not 1 <= anchor.number <= len(of_item):
            yield f"{anchor.item}: the evidence has no passage {anchor.number} for it"
            continue
        passage = of_item[anchor.number - 1]
        here = (passage.source, passage.pieces[0].start, passage.pieces[-1].end, passage.line, passage.column, passage.tier)
        if here != (anchor.source, anchor.start, anchor.end, anchor.line, anchor.column, anchor.tier):
            yield f"{anchor.item}: passage {passage.number} stands elsewhere than brief.json says"
        elif digests.get(anchor.source) != anchor.sha256:
            yield f"{anchor.item}: the source {anchor.source} is not the file that brief.json names"


def _sha(words: str | None) -> str:
    return hashlib.sha256((words or "").encode("utf-8", "replace")).hexdigest()


def _often(number: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(number, f"{number} times")
