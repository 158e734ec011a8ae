"""What is to come, told as if it were done: from summer on, since summer; is moved next year, was moved; weighs a sale, sold.

These are of languages whose nouns have capitals: a verb to come may be a noun there, and its participle holds a particle of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.languages.shifting import words
from generator.prose.negations import denial
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.text.patterns import compiled

_SINCE = frozenset(["seit", "since"])
_IS_BEING = frozenset(["wird", "werden"])
_WAS = frozenset(["wurde", "wurden", "worden", "hat", "haben", "hatte", "hatten"])
_SOON = compiled(
    r"\b(?:kommende[nrsm]?|nächste[nrsm]?|künftig|bald|demnächst|morgen|übermorgen|später|ab\s(?!\w+,)(?:de[mr]\s)?[\w.]+|bis\s(?:ende\s|mitte\s)?(?:20)?\d\d"
    r"|vo[nm]\s(?:\w+\s){1,2}an|(?:im|zum)\s(?:\w+\s)?(?:frühjahr|frühling|sommer|herbst|winter|jan\w*|feb\w*|mär\w*|apr\w*|mai|jun\w*|jul\w*|aug\w*"
    r"|sep\w*|okt\w*|nov\w*|dez\w*))\b",
    re.IGNORECASE,
)
_CONSIDERED = words("""
    erwägt erwägen erwog prüft prüfen prüfte diskutiert diskutieren überlegt überlegen plant planen berät
    """)
_PARTICLES = (
    r"(?:ab|an|auf|aus|ein|vor|zurück|zusammen|durch|um|los|fest|weiter|wieder|heraus|herab|herauf|hinzu|fort|mit|nach|nieder|unter|über)"
)
_PARTICIPLE = compiled(rf"(?:{_PARTICLES}ge|ge|be|ver|er|zer|ent)[a-zäöüß]{{2,}}(?:t|en)$|[a-zäöüß]{{3,}}iert$")
_WITHIN = compiled(rf"^({_PARTICLES})?(?:ge)?(.{{3,}}?)(?:te|ten|t|en)$")
_PRETERITE = compiled(r"[a-zäöüß]{3,}te[n]?$")
_ROOT = 4  # letters of a verb by which a noun is made of it


@where(tells="plan")
def coming(pair: Pair) -> Iterator[Shift]:
    """What is to come, told as done."""
    shifting = pair.shifting
    if not shifting.has_capital_nouns or not pair.is_near or pair.ours.set & (shifting.plans | shifting.planned) - _IS_BEING:
        return
    if denial(pair.ours.text) or denial(pair.near.text) or pair.near.set & (shifting.done - shifting.to_do):
        return
    plan = next((word for word in pair.near.words if word in shifting.plans), None)
    if plan and pair.ours.set & _SINCE and not pair.theirs.set & _SINCE:
        yield Shift("plan", "seit", plan)
    elif done := _done(pair) if pair.near.set & (_IS_BEING | _CONSIDERED | shifting.plans) else []:
        yield from _told(pair, done)


def _told(pair: Pair, done: list[str]) -> Iterator[Shift]:
    being = next((word for word in pair.near.words if word in _IS_BEING), None)
    if being and _SOON.search(pair.near.text):
        same = [word for word in done if word in pair.near.set and word not in pair.shifting.sayer_words]
        is_done = pair.ours.set & _WAS or (pair.ours.set & pair.shifting.done and not _SOON.search(pair.ours.text))  # is closed from May on
        if same and is_done and not pair.ours.set & _IS_BEING:
            yield Shift("plan", same[0], being)
            return
    considered = next((word for word in pair.near.words if word in _CONSIDERED), None)
    nouns = {word.lower() for word in pair.near.written if word[:1].isupper()} if considered else set()
    for word in done:
        roots = _roots(word, pair)
        noun = next((noun for noun in nouns if any(noun in (root, f"{root}e", f"{root}ung") for root in roots)), None)
        if noun:
            yield Shift("plan", word, f"{considered} … {noun}")
            return
        verb = next((each for each in pair.near.words if each in {f"{root}en" for root in roots} and each != word), None)
        if verb and word not in pair.theirs.set:
            yield Shift("plan", word, verb)
            return


def _done(pair: Pair) -> list[str]:
    """The participles and preterites of a text."""
    return [
        word
        for word, written in zip(pair.ours.words, pair.ours.written, strict=True)
        if written.islower() and word not in pair.shifting.function_words and (_PARTICIPLE.match(word) or _PRETERITE.match(word))
    ]


def _roots(word: str, pair: Pair) -> set[str]:
    """The verbs of which a word may be the past, without their endings: zurückgegeben, zurückgeb."""
    match = _WITHIN.match(word)
    if not match:
        return set()
    particle = match[1] or ""
    bare = word.removeprefix(particle)
    irregular = pair.shifting.pasts.get(bare, "")
    found = {f"{particle}{match[2]}", *([f"{particle}{irregular.removesuffix('en')}"] if irregular else [])}
    return {root for root in found if len(root) >= _ROOT}
