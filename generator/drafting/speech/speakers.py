"""Who speaks a quotation, as its own sentence says: the sieves that read a parsed paragraph, surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.drafting.grammar import RELATIVE, SUBJECTS, Token, own_subject, phrase
from generator.drafting.speech.marks import Quoted
from generator.drafting.speech.masking import Masked
from generator.drafting.speech.reports import Report
from generator.drafting.speech.sources import PLAIN, TELLING, is_source
from generator.prose.languages.english_nouns import PERSONAL, can_speak
from generator.prose.languages.english_verbs import QUOTING_ONLY, SAYING

Doc = Token
_REACH = 22  # words between a quotation and its cue
SENTENCE_ENDS = frozenset([".", "!", "?"])
_FEW = 3
_BRIEF = 10  # words in which a verb and a name stand next to a quotation


@dataclass(frozen=True)
class Voice:
    """Who speaks, by places in the body: the phrase that names the speaker and its chief word, and the cue."""

    speaker: tuple[int, int]
    head: int
    cue: tuple[int, int] | None
    score: float


@dataclass(frozen=True)
class Place:
    """A quotation in a parsed paragraph: the words of its mask are doc[first:last]."""

    quoted: Quoted
    first: int
    last: int


def places(doc: Doc, masked: Masked) -> list[Place]:
    """The quotations of a paragraph, which has words, by their words in the parsed text; each has one at least."""
    found: list[Place] = []
    at = 0
    for quoted, start, end in masked.quoted:
        while at < len(doc) and doc[at].idx + len(doc[at]) <= start:
            at += 1
        last = at
        while last < len(doc) and doc[last].idx < end:
            last += 1
        first = min(at, len(doc) - 1)
        found.append(Place(quoted, first, max(last, first + 1)))
    return found


def voice(doc: Doc, masked: Masked, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Voice | None:
    """The voice of a quotation by the first sieve that holds it."""
    sieves: tuple[Sieve, ...] = (_beside, _around, _next_to, _presented, _followed) if place.quoted.is_clause else (_around, _beside)
    for sieve in sieves:
        found = sieve(doc, place, all_reports, taken)
        if found is not None:
            source, cue, score = found
            return voice_of(masked, source, cue, score)
    return None


def voice_of(masked: Masked, source: Token, cue: tuple[int, int] | None, score: float) -> Voice:
    """A voice by places in the body, of a source and a cue in the parsed paragraph."""
    return Voice(masked.span(*phrase(source)), masked.offset(source.idx), masked.span(*cue) if cue else None, score)


Found = tuple[Token, tuple[int, int] | None, float]
Sieve = Callable[[Doc, Place, Sequence[Report], Sequence[Place]], Found | None]


def _inside(place: Place, index: int) -> bool:
    return place.first <= index < place.last


def _usable(report: Report, taken: Sequence[Place]) -> bool:
    """Whether a report names a source, and stands in nobody's quotation that is a clause of its own."""
    source = report.source
    if source is not None and report.token.lower_ not in PLAIN and not is_source(source):
        return False
    return source is not None and not any(
        place.quoted.is_clause and (_inside(place, source.i) or _inside(place, report.token.i)) for place in taken
    )


def _beside(doc: Doc, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Found | None:
    """A cue right after the quotation, or right before it."""
    usable = [report for report in all_reports if _usable(report, taken) and not _inside(place, report.token.i)]
    if not place.quoted.is_clause:
        usable = [report for report in usable if report.token.lower_ not in QUOTING_ONLY or report.token.i == place.first - 1]
    after, before = _after(doc, place, usable), _before(doc, place, usable)
    introduced = place.first > 0 and doc[place.first - 1].text in (":", ",") and before is not None
    goes_on = _goes_on(doc, place) and not (introduced and doc[place.last].pos_ == "CCONJ")  # “He said, “…,” and left”
    chosen = before if introduced and (not goes_on or doc[place.first - 1].text == ":") else (after if goes_on else None) or before
    if chosen is None or chosen.source is None:
        return None
    return chosen.source, chosen.cue, 0.95 if chosen.kind in ("saying", "according") else 0.8


def _goes_on(doc: Doc, place: Place) -> bool:
    """Whether the sentence of a quotation goes on after it."""
    last = doc[place.last - 1].text if place.last <= len(doc) else "."
    inner = doc[place.last - 2].text if place.last - 2 >= place.first else ""
    following = doc[place.last].text if place.last < len(doc) else "."
    return last not in SENTENCE_ENDS and inner not in SENTENCE_ENDS and following not in SENTENCE_ENDS


def _after(doc: Doc, place: Place, usable: Sequence[Report]) -> Report | None:
    """The first cue after a quotation and before its sentence ends, unless it belongs to a relative clause or to another quotation."""
    limit = next((i for i in range(place.last, min(place.last + _REACH, len(doc))) if doc[i].text in (*SENTENCE_ENDS, "“", ";")), None)
    end = limit if limit is not None else min(place.last + _REACH, len(doc))
    for report in usable:
        if place.last <= report.token.i < end and not report.is_relative and report.source is not None:
            opens_other = end < len(doc) and doc[end].text == "“" and doc[end - 1].text in (":",) and report.source.i > place.last + 6
            if not opens_other and report.source.i >= place.last - 1:
                return report
    return None


def _before(doc: Doc, place: Place, usable: Sequence[Report]) -> Report | None:
    """A cue before a quotation: the one that rules its sentence where a colon stands between, else the nearest."""
    start = place.first
    while start > 0 and doc[start - 1].text not in SENTENCE_ENDS and place.first - start < _REACH * 2:
        start -= 1
    found = [report for report in usable if start <= report.token.i < place.first]
    if not found:
        return None
    colon = doc[place.first - 1].text == ":"
    if colon and found[-1].token.i == place.first - 2 and own_subject(found[-1].token) is not None:
        return found[-1]  # “She laughed when he joked: …”
    if colon:
        return min(found, key=lambda report: (report.is_relative, len(list(report.token.ancestors)), -report.token.i))
    near = [report for report in found if not any(word.text == "”" for word in doc[report.token.i : place.first])]
    return near[-1] if near and place.first - near[-1].token.i <= _REACH else None


def _around(doc: Doc, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Found | None:
    """A cue that rules the clause in which the quoted words stand."""
    by_token = {one.token.i: one for one in all_reports if _usable(one, taken) and one.token.lower_ not in QUOTING_ONLY}
    words = doc[place.first : place.last]
    here = words.root
    shown: Found | None = None
    for _ in range(12):
        report = by_token.get(here.i)
        if report is not None and report.source is not None and not _holds(report.source, place) and not _inside(place, here.i):
            if report.kind in ("saying", "naming"):
                return report.source, report.cue, 0.9
            shown = shown or (report.source, report.cue, 0.7)  # “the judge said that he had shown “no remorse””
        if here.head == here or here.dep_ in RELATIVE:
            break
        here = here.head
    if shown is not None:
        return shown
    for report in all_reports:
        if report.kind == "according" and _usable(report, taken) and report.token.sent == words.sent and report.source is not None:
            return report.source, report.cue, 0.85
    return None


def _holds(source: Token, place: Place) -> bool:
    """Whether the quoted words are a part of the source's own name."""
    return (any(_inside(place, word.i) for word in source.subtree) and place.quoted.words <= _FEW) or _inside(place, source.i)


def _next_to(doc: Doc, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Found | None:
    """A verb and a name right after a quotation that ends with a comma, in either order, whatever a parser makes of them."""
    if doc[place.last - 1].text != "”" or "," not in (doc[place.last - 2].text, doc[min(place.last, len(doc) - 1)].text):
        return None
    start = place.last + (place.last < len(doc) and doc[place.last].text == ",")
    end = next((i for i in range(start, min(start + _BRIEF, len(doc))) if doc[i].is_punct), min(start + _BRIEF, len(doc)))
    words = doc[start:end]
    verb = next((word for word in words if word.lower_ in SAYING or word.tag_ in ("VBD", "VBZ")), None)
    if verb is None:
        return None
    nominals = [word for word in words if word.pos_ in ("NOUN", "PROPN", "PRON")]
    inverted = _first_phrase([word for word in nominals if word.i > verb.i]) if verb.lower_ in SAYING - TELLING else []
    named = [word for word in nominals if word.i < verb.i] or inverted
    source = named[-1] if named else None
    if source is None or not (_is_somebody(source) or can_speak(source.lower_) or source.pos_ == "PROPN"):
        return None
    return source, (verb.idx, verb.idx + len(verb)), 0.75


def _first_phrase(nominals: Sequence[Token]) -> list[Token]:
    """The first words that stand together."""
    found: list[Token] = []
    for word in nominals:
        if found and word.i != found[-1].i + 1:
            break
        found.append(word)
    return found


def _presented(doc: Doc, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Found | None:
    """A colon before the quotation, and somebody as the subject of what stands before it: “She was blunt: …”, “Mayor Ann Lee: …”."""
    if place.first == 0 or doc[place.first - 1].text != ":":
        return None
    start = place.first - 1
    while start > 0 and doc[start - 1].text not in (*SENTENCE_ENDS, "”"):
        start -= 1
    words = doc[start : place.first - 1]
    if not len(words):
        return None
    root = words.root
    if root.pos_ in ("VERB", "AUX"):
        source = own_subject(root)
        if source is not None and source.dep_ in SUBJECTS and _is_somebody(source):
            return source, None, 0.7
    elif root.dep_ not in RELATIVE and _is_somebody(root) and len(words) <= 10:
        return root, None, 0.75
    return None


def _followed(doc: Doc, place: Place, all_reports: Sequence[Report], taken: Sequence[Place]) -> Found | None:
    """A quotation that opens its paragraph, and somebody named as the subject of the sentence after it."""
    if place.first > 0 or place.last >= len(doc):
        return None
    source = next((word for word in doc[place.last].sent if word.dep_ in SUBJECTS and word.i >= place.last), None)
    if source is None or source.ent_type_ != "PERSON" or source.sent.root != source.head:
        return None
    return source, None, 0.5


def _is_somebody(token: Token) -> bool:
    named = token.ent_type_ in ("PERSON", "ORG", "PER", "NORP", "GPE") or token.lower_ in PERSONAL
    return (
        token.lower_ in ("he", "she", "they")
        or named
        or any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in token.children)
    )
