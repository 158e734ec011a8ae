"""What a parsed sentence says of its words: subjects, noun phrases, clauses.

Labels of spaCy's English models, of Universal Dependencies and of the German models are known, so that another model serves, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.text.quotation_marks import OPENING

Token = Any  # spacy.tokens.Token; spaCy is an extra, and no type of it is needed here

SUBJECTS = frozenset(["nsubj", "nsubjpass", "nsubj:pass", "csubj", "sb", "nsubj:outer"])
CLAUSES = frozenset(["ccomp", "parataxis", "oc", "xcomp"])
# Clauses without a subject of their own share the one of what they hang on.
SHARING = frozenset(["conj", "advcl", "xcomp", "pcomp", "prep", "dep", "cj", "cd", "ccomp", "parataxis", "appos"])
RELATIVE = frozenset(["relcl", "acl", "acl:relcl", "rc"])
_RELATIVE_PRONOUNS = frozenset(["who", "which", "that", "whom"])
_NOT_OF_THE_PHRASE = RELATIVE | {"advcl", "parataxis", "punct", "ccomp", "preconj"}
_TRAILING = frozenset(
    ["of", "for", "in", "at", "from", "with", "to", "behind", "against", "close", "under", "de", "du", "des", "von", "der"]
)
_STEPS = 6


def subject(verb: Token) -> Token | None:
    """Who does what a verb says, be it named at another verb or as the agent of a passive."""
    own = own_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    here = verb
    for _ in range(_STEPS):
        if here.dep_ in RELATIVE:
            return here.head
        if here.dep_ not in SHARING or here.head == here:
            return None
        here = here.head
        own = _grammatical(here) if here.pos_ in ("VERB", "AUX") else None
        if own is not None:
            return _antecedent(own, here)
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject among a verb's own words; of a passive its agent, or nobody: who is told does not speak."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return _grammatical(verb)


def _grammatical(verb: Token) -> Token | None:
    """The subject by form, of a passive, too: it is the one that a clause without a subject shares."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in found if child.i < verb.i]  # of two, a parser has torn one off: “CEO of the council | Ann Lee said”
    return before[-1] if before else next(iter(found), None)


def _antecedent(own: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    if own.lower_ in _RELATIVE_PRONOUNS and verb.dep_ in RELATIVE:
        return verb.head
    return own


def is_passive(verb: Token) -> bool:
    """Whether a verb says what is done to its subject."""
    return any(child.dep_ in ("nsubjpass", "auxpass", "nsubj:pass", "aux:pass") for child in verb.children)


def only_asks(verb: Token) -> bool:
    """Whether a verb asks somebody something: who speaks next is the one who was asked."""
    return verb.lower_ in ("asked", "asks") and any(child.dep_ in ("ccomp", "dobj") for child in verb.children)


def is_subordinate(verb: Token) -> bool:
    """Whether a verb stands in what somebody says or in a clause that depends on another: its subject is seldom taken up outside of it."""
    return verb.dep_ in (*RELATIVE, "advcl") or any(word.dep_ == "ccomp" and word.head.i < word.i for word in (verb, *verb.ancestors))


def is_main_subject(token: Token) -> bool:
    """Whether a word is the subject of a clause that depends on no other."""
    return token.dep_ in SUBJECTS and not is_subordinate(token.head)


def phrase(noun: Token) -> tuple[int, int]:
    """The noun phrase of a word, without its relative clauses and without what a comma sets apart: offsets into the parsed text."""
    words = sorted({token.i: token for part in _pieces(noun) for token in _phrase_words(part)}.values(), key=lambda token: token.i)
    middle = next(index for index, token in enumerate(words) if token.i == noun.i)
    first = last = middle
    while first > 0 and words[first - 1].i >= words[first].i - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1].i <= words[last].i + 1:
        last += 1
    return words[first].idx, words[last].idx + len(words[last])


def _pieces(noun: Token) -> Iterator[Token]:
    """A word and the pieces that hyphens tie to it from before: “co”, “-” and “author”."""
    doc, first = noun.doc, noun.i
    yield noun
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_:
        first -= 2
        yield from doc[first : first + 2]


def _phrase_words(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        if child.dep_ in _NOT_OF_THE_PHRASE and not (child.dep_ == "punct" and child.text in "-–'’"):
            continue
        if child.i > noun.i and (_after_comma(child) or (child.dep_ == "prep" and child.lower_ not in _TRAILING)):
            continue
        if child.dep_ in ("conj", "cc") and child.i > noun.i and any(word.pos_ in ("VERB", "AUX") for word in (child,)):
            continue
        yield from _phrase_words(child)


def _after_comma(child: Token) -> bool:
    """Whether a comma or a dash stands right before a word's own words."""
    first = child.left_edge.i
    return first > 0 and child.doc[first - 1].text in f",;:–—({OPENING}"


def clause_span(verb: Token) -> tuple[int, int]:
    """The clause of a verb with all that hangs on it, its final mark included."""
    first, last = verb.left_edge, verb.right_edge
    doc = verb.doc
    if last.i + 1 < len(doc) and doc[last.i + 1].text in ".!?":
        last = doc[last.i + 1]
    while first.i < last.i and first.text in ",;:":
        first = doc[first.i + 1]
    return first.idx, last.idx + len(last)
