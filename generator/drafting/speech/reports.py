"""Who says what, as the build of a sentence shows it: cue, source and the clause that is said.

Statements are made of reports, and so are most speakers of quotations. Offsets are those of the parsed (masked) paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.grammar import CLAUSES, RELATIVE, Token, clause_span, is_passive, own_subject, phrase
from generator.drafting.speech.sources import source_of
from generator.prose.languages.english import OPINION
from generator.prose.languages.english_verbs import BELIEVING, FINDING, NAMING, QUOTING_ONLY, SAYING

# Nobody is named who says it.
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|has been|have been|had been)\s+(?:also\s+|now\s+|widely\s+)?"
    rf"(?P<cue>{OPINION})\s+to\s+(?:have|be|already)\b",
    re.IGNORECASE,
)
_VERBAL = ("VERB", "AUX")
_CUES = SAYING | FINDING | NAMING | BELIEVING
_ACCUSING = frozenset(["accuse", "accuses", "accused", "accusing"])
_ASKING = frozenset(["if", "whether", "who", "whom", "whose", "when", "where", "why", "how", "which"])
_BRIEF = 9  # words of a name and what stands beside it
_DECLINING = frozenset(
    ["decline", "declines", "declined", "declining", "refuse", "refuses", "refused", "refusing", "fail", "fails", "failed", "failing"]
)


@dataclass(frozen=True)
class Report:
    """One place where somebody says something; spans are (start, end) offsets."""

    kind: str  # saying, finding, naming, believing, according, hearsay
    cue: tuple[int, int]
    token: Token
    source: Token | None
    content: tuple[int, int] | None
    is_relative: bool = False

    @property
    def speaker(self) -> tuple[int, int] | None:
        return phrase(self.source) if self.source is not None else None


def reports(doc: Token) -> Iterator[Report]:
    """The reports of a parsed paragraph, in the order of their cues."""
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _according(token)
        elif token.lower_ in _CUES and token.pos_ in _VERBAL and not _is_hearsay(token) and not _is_noun(token):
            yield _verb(token)
    for match in _HEARSAY.finditer(doc.text):
        token = next((word for word in doc if word.idx >= match.start("cue")), None)
        if token is not None:
            first = next(word for word in doc if word.idx >= match.start())
            yield Report("hearsay", (match.start(), match.end("cue") + 3), token, None, clause_span(_clause_head(first, token)))


def _clause_head(first: Token, cue: Token) -> Token:
    return cue if cue.pos_ in _VERBAL else first


def _is_hearsay(token: Token) -> bool:
    """“is said to have”: nobody is named who says it."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return is_passive(token) and following == "to"


def _is_noun(token: Token) -> bool:
    """“called that claim absurd”: a noun that a parser takes for a verb; “that claims” would be one."""
    return (
        token.tag_ in ("VB", "VBP") and token.i > 0 and token.doc[token.i - 1].lower_ in ("that", "this") and own_subject(token) is not None
    )


def kind_of(form: str) -> str:
    """Which kind of cue a form is; speech comes first where a verb is of several."""
    for kind, table in (("saying", SAYING), ("naming", NAMING), ("finding", FINDING), ("believing", BELIEVING)):
        if form in table:
            return kind
    return ""


def _verb(token: Token) -> Report:
    source = source_of(token)
    content = None if _is_denied(token) else _content(token)
    return Report(kind_of(token.lower_), _cue_span(token), token, source, content, token.dep_ in RELATIVE)


def _is_denied(token: Token) -> bool:
    """“did not say”, “declined to say”: nothing is said."""
    return any(child.dep_ == "neg" for child in token.children) or (token.dep_ == "xcomp" and token.head.lower_ in _DECLINING)


def _cue_span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _content(token: Token) -> tuple[int, int] | None:
    """What is said: the clause that hangs on a verb, or that the verb is put into."""
    form = token.lower_
    if form not in QUOTING_ONLY:
        after = [child for child in token.children if child.dep_ in CLAUSES and child.i > token.i and child.dep_ != "xcomp"]
        if after:
            bare = token.dep_ in RELATIVE and own_subject(after[0]) is None  # “which they say will ruin them”
            asked = after[0].left_edge.lower_ in _ASKING or (form.startswith("ask") and after[0].left_edge.lower_ == "what")
            return (clause_span(after[0])[0], clause_span(after[-1])[1]) if not bare and not asked else None
        for child in token.children:
            if child.dep_ == "ccomp" and child.i < token.i and child.right_edge.i < token.i:
                return _before(child)
    if (
        token.dep_ == "advcl"
        and form not in QUOTING_ONLY
        and any(child.dep_ == "mark" and child.lower_ == "as" for child in token.children)
    ):
        return _beside(token)
    that = next((child for child in token.head.children if child.dep_ == "mark" and child.lower_ == "that" and child.i > token.i), None)
    if token.dep_ == "ccomp" and that is not None:  # “X reports, citing Y, that …” with its clauses in the wrong order
        return that.idx, token.head.right_edge.idx + len(token.head.right_edge)
    if token.dep_ == "parataxis" and own_subject(token) is not None and form in SAYING:
        return _around(token)
    if form in _ACCUSING:
        return _predicated(token)
    return _that(token) if form not in QUOTING_ONLY and form not in NAMING else None


def _that(token: Token) -> tuple[int, int] | None:
    """What follows a “that” close behind a cue, to the end of the sentence: “told the paper in a statement that …”."""
    doc, end = token.doc, token.sent.end
    for word in doc[token.i + 1 : min(token.i + _BRIEF, end)]:
        if word.pos_ in _VERBAL or word.text in ".;:":
            return None
        if word.lower_ == "that" and word.tag_ == "IN":
            return word.idx, doc[end - 1].idx + len(doc[end - 1])
    return None


def _beside(token: Token) -> tuple[int, int] | None:
    """The sentence that “as X said” is set before or after."""
    doc, head = token.doc, token.head
    first, last = head.left_edge.i, head.right_edge.i
    if token.i < head.i:
        first = token.right_edge.i + 1
    else:
        last = token.left_edge.i - 1
    while first < last and doc[first].text in ",;":
        first += 1
    return (doc[first].idx, doc[last].idx + len(doc[last])) if first < last else None


def _before(child: Token) -> tuple[int, int]:
    """A clause that stands before its cue: up to the comma."""
    first, last = child.left_edge, child.right_edge
    return first.idx, last.idx + len(last)


def _around(token: Token) -> tuple[int, int]:
    """The clause that a cue is put into, as one span."""
    head, doc = token.head, token.doc
    first, last = head.left_edge, head.right_edge
    if token.i + 1 < len(doc) and doc[token.i + 1].text == "," and token.i > 0 and token.i + 2 < token.sent.end:
        last = doc[token.sent.end - 1]  # “They will merge, they say, in 2030.”
    if token.left_edge.i <= first.i:
        first = head.doc[min(token.right_edge.i + 1, len(head.doc) - 1)]
    if token.right_edge.i >= last.i - 1:
        last = head.doc[max(token.left_edge.i - 1, first.i)]
    while last.i > first.i and last.text in ',”"':
        last = head.doc[last.i - 1]
    return first.idx, last.idx + len(last)


def _predicated(token: Token) -> tuple[int, int] | None:
    """What somebody is accused of: the object and what is said of it."""
    objects = [child for child in token.children if child.dep_ in ("dobj", "obj") and child.i > token.i]
    charges = [
        child
        for word in (token, *objects)
        for child in word.children
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > token.i
    ]
    if not objects or not charges:
        return None
    parts = [*objects, *charges]
    last = max((child.right_edge for child in parts), key=lambda word: word.i)
    first = min((child.left_edge for child in parts), key=lambda word: word.i)
    return first.idx, last.idx + len(last)


def _according(token: Token) -> Iterator[Report]:
    """“According to …”: the source is the object, what is said is the rest of the sentence or of its clause."""
    to = token.doc[token.i + 1]
    source = next((word for word in (*to.children, *token.children) if word.dep_ in ("pobj", "obj", "obl", "pcomp", "nk")), None)
    if source is None:
        return
    cue = (token.idx, to.idx + len(to))
    head = token.head if token.head != token else token
    inside = _rest(token, head, source)
    yield Report("according", cue, token, source, inside)


def _rest(token: Token, head: Token, source: Token) -> tuple[int, int] | None:
    """What an “according to” holds of: the words after its comma where it opens a clause, else the words before it."""
    doc, sentence = token.doc, token.sent
    last_of_source = max(
        source.i, max((word.i for word in source.subtree if phrase(source)[0] <= word.idx < phrase(source)[1]), default=source.i)
    )
    opens = token.i == sentence.start or doc[token.i - 1].lower_ in ("that", "and", "but", ";", "—", "–")
    if opens:
        commas = [word for word in doc[last_of_source + 1 : sentence.end] if word.text == ","]
        named = (
            len(commas) > 1 and commas[1].i - commas[0].i < _BRIEF and any(w.ent_type_ == "PERSON" for w in doc[commas[0].i : commas[1].i])
        )
        first = commas[1] if named and source.ent_type_ != "PERSON" else next(iter(commas), None)
        start = first.i + 1 if first is not None else last_of_source + 1
        if start < sentence.end:
            return doc[start].idx, doc[sentence.end - 1].idx + len(doc[sentence.end - 1])
        return None
    start = min(word.i for word in head.subtree) if head.pos_ in _VERBAL else sentence.start
    start = max(start, sentence.start)
    end = token.i - 1
    while end > start and doc[end].text in ",”":
        end -= 1
    return (doc[start].idx, doc[end].idx + len(doc[end])) if end >= start else None
