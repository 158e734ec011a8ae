"""Hedges: words by which a text says that it does not vouch for what it says, or that it is not sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.drafting.language import guess_language

_OPINION = (
    "said|believed|thought|reported|alleged|understood|rumou?red|claimed|suspected|assumed|presumed|feared|supposed|estimated|considered"
)
_ENGLISH = re.compile(
    rf"\b(?:(?:is|are|was|were|be|been|being)\s(?:widely\s|still\s|also\s)?)?(?:{_OPINION})\sto\s(?:have|be)\b"
    rf"|\b(?:is|are|was|were|be|been)\s(?:widely\s|still\s|also\s|now\s)?(?:{_OPINION}|expected|likely|unlikely|rumou?red)\sto\b"
    rf"|\b(?:it|It)\s(?:is|was|has\sbeen|had\sbeen)\s(?:widely\s|also\s)?(?:{_OPINION}|possible|likely|probable|conceivable)(?:\sthat)?\b"
    r"|\b(?:reportedly|allegedly|apparently|supposedly|purportedly|presumably|possibly|perhaps|probably|seemingly|potentially|maybe|evidently"
    r"|ostensibly|conceivably|arguably)\b"
    r"|\bsaid\sto\s(?=have|be)|(?<!the\s)(?<!military\s)(?<!economic\s)(?<!\ball\stheir\s)\b(?:(?-i:may|might|May(?=\sbe|\shave)|Might)|could)\b"
    r"(?!\snot\s(?:immediately\s|yet\s|independently\s)?(?:be\s)?(?:confirm|verif|reach))"
    r"|\baccording\sto\b(?!\s(?:plans?|schedule|(?:the\s)?law|custom|tradition|size|age)\b)"
    r"|\b(?:there|There)\s(?:are|were|is|was|have\sbeen|has\sbeen)\s(?:\w+\s)?(?:signs|indications|reports|claims|rumou?rs|allegations|suggestions|evidence|speculation)"
    r"\s(?:that|of)\b"
    r"|\b(?:reports|estimates|signs|figures|images|sources|witnesses|documents)\s(?:suggest|indicate|suggested|indicated)\b"
    r"|\b(?:appears?|appeared|seems?|seemed)\s(?:to|that|as\sif|likely|unlikely)\b|\b[Ii]t\s(?:appears|seems)\b"
    r"|\b(?:alleges?|alleged|unconfirmed|unverified|disputed|so-called|suspected\sof|suspects?\sthat|claim(?:s|ed|ing)?\s(?:that|to))\b"
    r"|\b(?:most|more|less|highly|very)\s(?:un)?likely\b",
    re.IGNORECASE,
)
_GERMAN = re.compile(
    r"\b(?:angeblich\w*|offenbar|offensichtlich|anscheinend|mutmaßlich\w*|vermutlich\w*|möglicherweise|womöglich|wahrscheinlich|vielleicht|wohl"
    r"|könnten?|dürften?|soll(?:en)?(?=\b[^.!?\n]*\b(?:haben|sein|werden)\b)|demnach|zufolge|laut|nach\sAngaben|nach\seigenen\sAngaben"
    r"|Berichten\szufolge|es\sheißt)\b",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    r"\b(?:selon|d[’']après|aurait|auraient|serait|seraient|pourrait|pourraient|peut-être|probablement|apparemment|semble(?:nt)?"
    r"|il\sparaît|présumée?s?|prétendument|vraisemblablement|éventuel(?:le)?s?)\b",
    re.IGNORECASE,
)
_OF_LANGUAGE = {"de": _GERMAN, "fr": _FRENCH}


@dataclass(frozen=True)
class Hedge:
    """A hedge and its place."""

    start: int
    end: int
    text: str


def find_hedges(body: str) -> tuple[Hedge, ...]:
    """All hedges of a text, in order."""
    pattern = _OF_LANGUAGE.get(guess_language(body) or "en", _ENGLISH)
    return tuple(Hedge(match.start(), match.start() + len(match[0].rstrip()), match[0].rstrip()) for match in pattern.finditer(body))
