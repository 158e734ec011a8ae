"""B311, B312: a fact does not lose or gain a negation, and a confirmed fact does not lose a hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.evidence import Anchored, content_words, words_of
from generator.text.finding import Finding

# Words that look like a negation and deny nothing.
_NO_DENIAL = re.compile(
    r"\b(?:not (?:only|just|merely|simply|solely|least|alone|to mention|more than|less than|fewer than)|no (?:fewer|less|more|later|sooner)"
    r" than|nothing (?:but|less than|short of)|no (?:doubt|wonder|matter)|without (?:a )?doubt|or not|never(?:theless|-ending))\b"
    r"|\b[Nn]o\.? ?\d|\bno-(?!one\b)\w+",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|no one|nothing|nowhere|neither|nor|cannot|without|refus(?:e[sd]?|ing)|den(?:y|ies|ied|ying)"
    r"|(?:fail(?:s|ed)?|declin(?:e[sd]?|ing)) to|rul(?:e[sd]?|ing) out|nicht|kein\w*|niemand|niemals|jamais|aucune?)\b|n[’']t\b",
    re.IGNORECASE,
)
# Words by which the other side may say the same: these answer a negation, and never ask for one.
_ANSWER = re.compile(
    r"\b(?:dismiss|reject|declin|disput|contradict|refut|debunk|false|untrue|fake|groundless|baseless|unfounded|lack|absen|silen|unable"
    r"|impossib|avoid|refrain|stop|halt|end(?:ed|s)\b|ceas|abandon|drop|withdr|prevent|block|hardly|barely|scarcely|few\b|little\b|only\b"
    r"|nie\b|ne\b|pas\b|un(?!i|d|t|l)\w{4}|in(?:complete|conclusive|sufficient|valid|capable|active)|clos|shut|zero\b|empty|missing|remain)",
    re.IGNORECASE,
)
_JUDGED = ("confirmed", "reported", "claimed")  # what is disputed or refuted says the contrary of some of its evidence
_CLAUSE_END = re.compile(r"[.,;:!?—–()…]|\b(?:and|but|because|while|that|who|which)\b")
_HEDGE = re.compile(
    r"\b(?:is|are|was|were|has been|have been) (?:said|believed|thought|reported|alleged|understood|rumou?red|expected|likely"
    r"|suspected) to\b"
    r"|\b(?:reportedly|allegedly|apparently|supposedly|purportedly|presumably|possibly|perhaps|probably|seemingly)\b"
    r"|(?<!the )(?<!military )(?<!economic )(?-i:\bmay\b|\bmight\b)|\bcould(?: have| be| soon)?\b(?! not)"
    r"|\baccording to\b(?! (?:plan|schedule|law|the law)\b)|\b(?:alleges?|alleged|rumou?red|suspected of|suspects? that"
    r"|claim(?:s|ed)? (?:that|to))\b"
    r"|\b(?:claims|claimed)\b(?! (?:the )?(?:lives?|responsibility|victory|(?:more|fewer|at|up|over)\b|\d))"
    r"|\b(?:appears?|appeared|seems?|seemed) to\b|\b(?:angeblich|offenbar|laut|mutmaßlich|selon|aurait|auraient)\b",
    re.IGNORECASE,
)
# In a fact, whoever says it is said with it, too.
_ATTRIBUTED = re.compile(
    r"\b(?:say|says|said|report(?:s|ed)?|told|tells|estimat(?:e|es|ed)|believe[sd]?|think|thinks|announced?|announces|states|stated|calls|called"
    r"|suspects?|suspected|likely|sagte?|meldet|berichtet|dit)\b",
    re.IGNORECASE,
)  # fmt: skip


def check(anchored: Anchored) -> Iterator[Finding]:
    """Fact and evidence agree in denying; what the evidence only hedges is not plainly confirmed."""
    for ref, location, fact, read, passages in anchored.facts():
        evidence = [words_of(anchor, source) for anchor, source in passages]
        span, text = anchored.context.parsed.span(*location, "text"), read.text
        denied = _denied(text)
        if fact.status not in _JUDGED:
            continue
        if denied and not any(_denied(words) or _ANSWER.search(words) for words in evidence):
            message = f"the fact denies something (“{denied}”), and no passage of its evidence does"
            yield Finding("B311", message, span.narrow(denied), "cite the passage that denies it, or say what the evidence says", item=ref)
        denies = None if denied or _ANSWER.search(text) else _denied_of(text, evidence)
        if denies:
            message = f"the evidence denies something (“{denies}”), and the fact does not"
            yield Finding("B311", message, span, "say in the fact what the evidence denies, or cite fewer words", item=ref)
        hedge = _hedge(text, evidence) if fact.status == "confirmed" else None
        if hedge:
            message = f"the evidence hedges (“{hedge}”), and the fact is plainly confirmed"
            yield Finding("B312", message, span, "keep the hedge in the text, or give the fact the status `reported`", item=ref)


def _denied(text: str) -> str | None:
    """The first negation of a text."""
    match = _NEGATION.search(_without_no_denials(text))
    return match[0] if match else None


def _without_no_denials(text: str) -> str:
    return _NO_DENIAL.sub(lambda found: " " * len(found[0]), text)


def _denied_of(text: str, evidence: list[str]) -> str | None:
    """The negation in a clause of the evidence about what the fact says, where every passage has one."""
    found = [
        next((denied for clause in _CLAUSE_END.split(words) if (denied := _denied(clause)) and _is_about(clause, text)), None)
        for words in map(_without_no_denials, evidence)
    ]
    return found[0] if all(found) else None


def _is_about(clause: str, text: str) -> bool:
    words = content_words(clause)
    return bool(words) and 2 * len(words & content_words(text)) >= len(words)


def _hedge(text: str, evidence: list[str]) -> str | None:
    """The hedge in the passage that says most of the fact, an unhedged one first; None where the fact keeps a hedge or says who says so."""
    if _HEDGE.search(text) or _ATTRIBUTED.search(text):
        return None
    hedges = [_HEDGE.search(words) for words in evidence]
    shared = [len(content_words(words) & content_words(text)) for words in evidence]
    best = max(range(len(evidence)), key=lambda number: (shared[number], hedges[number] is None))
    match = hedges[best]
    return match[0] if match else None
