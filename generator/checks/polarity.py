"""B311, B312: a fact neither loses nor gains a negation, and keeps the doubt of its evidence; a confirmed one its hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.checks.evidence import Anchored, content_words
from generator.checks.shifted import JUDGED
from generator.prose.hedges import Doubt, doubts, first_hedge, is_unsure
from generator.prose.languages import LANGUAGES
from generator.prose.negations import behind_denial, denial, has_contrary, says_top, turns, without_no_denials
from generator.prose.quantities import is_beyond, is_other_part, is_rest, quantities
from generator.prose.shifts import says_contrary, shifts
from generator.prose.speech import names_whose
from generator.text.finding import Finding
from generator.text.patterns import compiled

_VERB = 4  # letters of a verb by which its forms are one
_AUXILIARIES = frozenset(["sein", "haben", "worde", "werde", "gewes"])  # as content_words has them: soll gewesen sein
_LACKING = ("without", "ohne")  # what is not there, and says nothing of what is
_LEAST = 4  # words of a fact, half of which show what it is about
_MAY = ("may", "might", "could", "könnte", "könnten", "dürfte", "dürften")
_SUSPECT = compiled(r"\bsuspects?\b(?!\s(?:that|of)\b)", re.IGNORECASE)  # who is one, and not what somebody does
# What somebody was able to do, and no doubt: could walk after a week; but: could be.
_COULD = compiled("could", re.IGNORECASE)
_MAY_BE = compiled(r"\s(?:also\s|still\s|well\s)?(?:be|have|become)\b", re.IGNORECASE)
# Of what is or was, and not of what anybody may do: may have been, could become.
_HOLDS = compiled(r"\s(?:also\s|still\s|well\s|soon\s)?(?:be(?!\s[^\W\d_]+(?:ed|en)\b)|have|become)\b", re.IGNORECASE)
_WAS_ABLE = compiled(r"\b(?:after|when|until|before|ago|last|yesterday|[^\W\d_]{3,}ed)\b", re.IGNORECASE)
_ALLOWED = compiled(  # what may be done, and not what may be
    r"\b(?:can|allow|permit|entitle|free to|rights?\b|requir|must|needs?\b|depend|lets?\b|(?:un)?able to|maximum|limit|at most|up to|"
    r"darf|dürfen|kann|können|erlaubt|muss|müssen|braucht)",
    re.IGNORECASE,
)
# Whom rules allow something: visitors may enter, not may have entered.
_LET = compiled(
    r"\b(?:visitors|guests|members|passengers|drivers|customers|residents|citizens|tenants|pupils|students|children|owners|anglers|hunters|shops|restaurants"
    r"|parents|patients|voters|holders|applicants|employees|workers|players|dogs|cyclists|travellers|who|anyone|everyone|nobody)"
    r"(?:\s(?:under|over|aged|with|of|who|without|from)\s[^.,;]{1,30}?)?\smay\s(?!(?:also\s|still\s|well\s|soon\s)?(?:be|have|become|not\sbe|need|face|lose|die|suffer)\b)",
    re.IGNORECASE,
)
_PASTS: dict[str, set[str]] = {}  # sent: send; sank: sink, sinken
for _language in LANGUAGES:
    for _past, _verb in _language.shifting.pasts.items():
        _PASTS.setdefault(_past, set()).add(_verb)
_ALL = compiled(
    r"\b(?:all|every|everyone|everybody|both|alle|allen|jede[rsmn]?(?!\s\w{3,}te[nrsm]?\b)|beide[n]?|sämtliche[nr]?)\b", re.IGNORECASE
)
_NONE = compiled(r"\b(?:no|none|neither|nobody|no one|not one|kein\w*|niemand|weder)\b", re.IGNORECASE)
_ALL_WORDS = frozenset(["alle", "jede", "beid", "sämt", "ever", "both"])  # by their beginnings
_CLAUSE_END = compiled(r"[.,;:!?—–()…]|\b(?:and|but|because|while|that|who|which)\b")


def check(anchored: Anchored) -> Iterator[Finding]:
    """Fact and evidence agree in denying; what the evidence only hedges is not plainly confirmed."""
    tag = anchored.context.parsed.brief.language
    for ref, location, fact, read, _, evidence in anchored.facts:
        if fact.status not in JUDGED:
            continue
        text = read.text
        denied = denial(text)
        speaks = denied and any(_is_of_denied(text, words) for words in evidence)
        if (
            denied
            and speaks
            and not any(map(partial(_may_deny, text), evidence))
            and not _is_of_rest(text, evidence)
            and not any(_is_of_all(words, text) for words in evidence)
            and not any(says_contrary(text, words, tag) for words in evidence)
        ):
            span = anchored.context.parsed.span(*location, "text")
            message = f"the fact denies something (“{denied}”), and no passage of its evidence does"
            yield Finding("B311", message, span.narrow(denied), "cite the passage that denies it, or say what the evidence says", item=ref)
        denies = None if denied else _denied_of(text, evidence)
        hedge = (_hedge(text, evidence) if fact.status == "confirmed" else None) or _doubt(text, evidence)
        if not denies and not hedge:
            continue
        span = anchored.context.parsed.span(*location, "text")
        is_open = any(shift.kind == "open" for shift in shifts(text, " \n ".join(evidence), tag))  # B346 says so
        if (
            denies
            and not has_contrary(_own(text, passages_said := " ".join(evidence)), passages_said)
            and not is_open
            and not any(turns(text, words) or says_top(words, text) for words in evidence)
            and not _is_of_rest(text, evidence)
            and not _is_of_all(text, passages_said)
        ):
            message = f"the evidence denies something (“{denies}”), and the fact does not"
            yield Finding("B311", message, span, "say in the fact what the evidence denies, or cite fewer words", item=ref)
        if hedge and not is_open:
            is_own = any(doubt.word == hedge for words in evidence for doubt in doubts(words))
            fix = "keep the hedge in the text" if is_own else "keep the hedge in the text, or give the fact the status `reported`"
            yield Finding("B312", f"the evidence hedges (“{hedge}”), and the fact is plainly {fact.status}", span, fix, item=ref)


def _denied_of(text: str, evidence: list[str]) -> str | None:
    """The negation in a clause of the evidence about what the fact says, where every passage has one."""
    if not all(map(denial, evidence)):
        return None
    found = [
        next(
            (
                denied
                for clause in _CLAUSE_END.split(words)
                if (denied := denial(clause))
                and _is_about(clause, text)
                and (denied.lower() not in _LACKING or _is_of_denied(clause, text))
            ),
            None,
        )
        for words in map(without_no_denials, evidence)
    ]
    return found[0] if all(found) else None


def _may_deny(text: str, words: str) -> bool:
    """Whether words may say what a text denies: by a negation, a word of their own, a contrary, or a superlative."""
    return denial(words) is not None or has_contrary(_own(words, text), text) or turns(words, text) or says_top(text, words)


def _is_of_rest(text: str, evidence: list[str]) -> bool:
    """Whether a text speaks of those that the evidence leaves out: 3 of 20 without, where 17 of 20 are with; under 16, of at least 16."""
    mine = quantities(text)
    return any(
        is_rest(mine, theirs) or is_beyond(mine, theirs) or is_other_part(text, words)
        for words, theirs in zip(evidence, map(quantities, evidence), strict=True)
    )


def _is_of_all(text: str, evidence: str) -> bool:
    """Whether one text says of all, in other words, what the other says of none: all were moved up, no pupil stayed down."""
    return (
        _ALL.search(text) is not None
        and _NONE.search(evidence) is not None
        and bool({word[:_VERB] for word in content_words(text)} - {word[:_VERB] for word in content_words(evidence)} - _ALL_WORDS)
    )


def _own(text: str, other: str) -> str:
    """The words of a text that another has not."""
    theirs = content_words(other)
    return " ".join(word for word in text.split() if not content_words(word) & theirs)


def _is_of_denied(text: str, other: str) -> bool:
    """Whether another text says what one denies, which is the first word behind the negation, or any of the text where none is there.

    What is denied in a word that the other has not may be said there otherwise: boycotted, and did not take part.
    """
    clause = _CLAUSE_END.split(behind_denial(text))[0]
    first = next((words for word in clause.split() if (words := content_words(word))), content_words(text))
    return bool(first & (content_words(other) | {verb[:5] for word in other.lower().split() for verb in _PASTS.get(word, ())}))


def _is_about(clause: str, text: str) -> bool:
    words = content_words(clause)
    ours = content_words(text)
    return bool(words) and 2 * len(words & ours) >= min(len(words), max(len(ours), _LEAST))


def _hedge(text: str, evidence: list[str]) -> str | None:
    """The hedge in the passage that says most of the fact, an unhedged one first; None where the fact keeps a hedge or says who says so."""
    if first_hedge(text) or is_unsure(text) or names_whose(text):
        return None
    hedges = [first_hedge(words) for words in evidence]
    shared = [len(content_words(words) & content_words(text)) for words in evidence]
    best = max(range(len(evidence)), key=lambda number: (shared[number], hedges[number] is None))
    hedge = hedges[best]
    if hedge and hedge.lower() in _MAY:
        return None  # a doubt of what the fact says
    is_kept = hedge and content_words(hedge) & content_words(text)
    return None if is_kept else hedge


def _doubt(text: str, evidence: list[str]) -> str | None:
    """The word by which each passage leaves open whether what the fact says is so; None where the fact keeps such a word.

    Who only says what somebody alleges may say who does instead.
    """
    doubted = [doubts(words) for words in evidence]
    if not all(doubted) or is_unsure(_SUSPECT.sub(" ", text)) or doubts(text):
        return None
    kept = first_hedge(text)
    if kept and not names_whose(kept):
        return None
    found = [next((each.word for each in own if _is_of(each, words, text)), None) for own, words in zip(doubted, evidence, strict=True)]
    return found[0] if all(found) else None


def _is_of(doubt: Doubt, words: str, text: str) -> bool:
    """Whether a doubt is about what a text says: a verb that may also allow is about the verb behind it."""
    if doubt.is_alleged and names_whose(_SUSPECT.sub(" ", text)):
        return False
    ours, behind = content_words(text), content_words(doubt.behind) - _AUXILIARIES
    if doubt.is_modal and _LET.search(words):
        return False
    if doubt.is_modal:
        verb = next((word[:_VERB] for word in doubt.behind.lower().split() if content_words(word)), "")
        said = {*text.lower().split(), *(verb for word in text.lower().split() for verb in _PASTS.get(word, ()))}
        if _COULD.match(doubt.word) and not _MAY_BE.match(doubt.behind) and _WAS_ABLE.search(words):
            return False
        is_verb_said = len(verb) >= _VERB and any(word.startswith(verb) for word in said)
        if not (is_verb_said or _HOLDS.match(doubt.behind)) or _is_allowed(text, doubt.word):
            return False
    is_near = 5 * len(content_words(words) & ours) >= 2 * len(ours)
    return is_near and bool(behind) and 2 * len(behind & ours) >= min(len(behind), _LEAST)


def _is_allowed(text: str, hedge: str) -> bool:
    """Whether a text speaks of what is allowed or needed, or has the same word where it hedges nothing: could not."""
    return _ALLOWED.search(text) is not None or re.search(rf"\b{hedge}\b", text, re.IGNORECASE) is not None
