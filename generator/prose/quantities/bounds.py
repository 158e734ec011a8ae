"""What bounds a number, before it and behind it: `about`, `up to`, `or more`, `no older than`, `the maximum is`."""

from __future__ import annotations

import re

from generator.prose.quantities.patterns import Ending, either
from generator.text.patterns import compiled

_QUALIFIERS = {
    "about": (
        "about", "around", "approximately", "roughly", "some", "nearly", "almost", "circa", "close to", "estimated", "estimated at",
        "rund", "etwa", "gegen", "ungefähr", "ca.", "fast", "nahezu", "beinahe", "annähernd", "knapp", "schätzungsweise",
    ),
    "at most": (
        "up to", "at most", "no more than", "as many as", "as much as", "as high as", "as long as", "as far as", "a maximum of",
        "not more than", "not exceed", "not to exceed", "not exceeding",
        "no longer than", "no higher than", "no larger than", "no bigger than", "no heavier than", "not longer than",
        "not higher than", "bis zu", "höchstens", "maximal", "nicht mehr als", "nicht länger als", "nicht höher als", "nicht weiter als",
        "nirgends höher als", "nirgends länger als",
        "nirgends mehr als", "nirgends breiter als", "nirgends tiefer als", "nowhere more than", "nowhere higher than",
    ),
    "less than": (
        "less than", "fewer than", "keine", "nicht ganz", "slightly less than", "under", "below", "just under", "shy of", "shortly before",
        "just before", "weniger als", "unter", "etwas weniger als", "nicht einmal", "nicht einmal mehr", "not even",
        "kurz vor", "unterschritt", "unterschreitet",
    ),
    "more than": (
        "more than", "over", "above", "upwards of", "beyond", "in excess of", "greater than", "exceeding", "exceeds", "exceeded", "topped",
        "surpassed", "passed the", "past the",
        "crossed the", "the mark of", "shortly after", "just after", "mehr als", "über", "gut", "kurz nach",
        "überstieg", "übersteigt", "überschritt", "überschreitet",
    ),
    "at least": (
        "at least", "no fewer than", "no less than", "a minimum of", "not less than", "not fewer than", "as few as", "as little as",
        "as low as", "no shorter than", "mindestens", "wenigstens", "zumindest", "nicht weniger als",
    ),
}  # fmt: skip
QUALIFIER_OF = {spelling: kind for kind, spellings in _QUALIFIERS.items() for spelling in spellings}
QUALIFIER_ENDS = {*(spelling.split()[-1] for spelling in QUALIFIER_OF), "of"}
# Bounds from below that a number is near to: they say the same of one another, and are less than it.
NEARLY = frozenset(
    [
        "nearly",
        "almost",
        "close to",
        "just under",
        "shy of",
        "fast",
        "nahezu",
        "beinahe",
        "annähernd",
        "knapp",
        "etwas weniger als",
        "kurz vor",
    ]
)
# A bound from above that a number is near to.
BARELY = frozenset(["gut"])
# Comparatives of measure, and those that measure less: no warmer than, or longer.
_SMALLER = """
    lower smaller shorter slower younger colder cooler cheaper lighter nearer closer weaker narrower shallower thinner
    quieter softer fewer less niedriger kleiner kürzer langsamer jünger kälter kühler billiger leichter näher schwächer enger
    schmaler dünner leiser weniger geringer
"""
_LARGER = """
    higher larger bigger greater longer faster older taller hotter warmer dearer heavier farther further stronger wider broader
    deeper thicker louder more höher größer länger schneller älter heißer wärmer teurer schwerer weiter stärker breiter tiefer
    dicker lauter mehr
"""
_MORE = ("at most", "at least")
_MEASURED = dict.fromkeys(_SMALLER.split(), ("at least", "at most")) | dict.fromkeys(_LARGER.split(), ("at most", "at least"))
_QUALIFIER_AFTER = {
    "or more": "at least", "plus": "at least", "+": "at least", "or so": "about", "or less": "at most", "or fewer": "at most",
    "oder mehr": "at least", "oder weniger": "at most",
}  # fmt: skip
_FAR = 40  # characters behind a number in which its bound may stand
_BETWEEN = frozenset(["a", "an", "every", "each", "another", "all", "jede", "jeder", "jedes", "jeden", "alle"])  # about every 10 minutes
_EXTENT = r"an?\s+[^\W\d_]+\sof\s+"  # up to an altitude of
# Under the age of 16.
_THE_MEASURE = r"(?:the\s(?:age|height|weight|length|depth|speed|level|price|threshold|limit)\sof)"
_ABOUT = either(_QUALIFIERS["about"])
_TO_THAN = frozenset(["than", "als", *(spelling.split()[-1] for spelling in _QUALIFIERS["about"])])
_NO_MORE = Ending(
    _TO_THAN,
    compiled(rf"\b(?:no|not|never|nicht|nie|niemals)\s(?P<word>{either(_MEASURED)})\s(?:than|als)\s+(?:(?:{_ABOUT})\s+)?$", re.IGNORECASE),
)
# Older than 12, heavier than 7.5 tonnes: comparatives that compare with nothing but a measure.
_OF_MEASURE = (
    r"(?P<more>older|heavier|hotter|warmer|taller|deeper|thicker|wider|dearer|pricier|älter|schwerer|heißer|wärmer|tiefer|breiter|dicker|teurer)"
    r"|younger|lighter|colder|cooler|shallower|narrower|cheaper|jünger|leichter|kälter|kühler|flacher|schmaler|billiger"
)
_THAN = Ending(_TO_THAN, compiled(rf"\b(?:{_OF_MEASURE})\s(?:than|als)\s+(?:(?:{_ABOUT})\s+)?$", re.IGNORECASE))
_DENIED = compiled(r"(?:\b(?:not|never|cannot|nicht|nie|niemals)|n[’']t)\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)  # must not rise above
_DENIED_BOUND = {"more than": "at most", "less than": "at least"}
_LIMITS = (
    r"(?:(?P<most>maximum|ceiling|cap|upper limit|obergrenze|höchst(?:wert|maß|grenze))"
    r"|(?P<least>minimum|floor|lower limit|untergrenze|mindest(?:wert|maß)))\b"
)
_IS_LIMIT = compiled(
    rf"(?:\s[^\W\d_]+)?\s(?:is|are|was|were|be|as|ist|sind|war|waren|gelten|als)\s(?:[^\W\d_]+\s){{0,2}}?{_LIMITS}", re.IGNORECASE
)  # 60 metres is the maximum height
_BEING = ("is", "are", "was", "were", "be", "at", "ist", "sind", "war", "waren", "von", "bei", "beträgt")
_LIMIT_IS = Ending(
    frozenset(_BEING),
    compiled(
        rf"\b{_LIMITS}(?:\s(?:height|length|width|weight|speed|depth|size|temperature|age|number|load))?\s(?:{either(_BEING)})\s+$",
        re.IGNORECASE,
    ),
)
_BEFORE = compiled(
    rf"\b({either(QUALIFIER_OF)})\s+(?:({either(QUALIFIER_OF)})\s+)?(?:(?:an?|every|each|another|all|jede[nrs]?|alle|{_THE_MEASURE})\s+)?$|\b(up\sto\s+{_EXTENT})$",
    re.IGNORECASE,
)
# Over the two years that something takes, and not more than two years.
SPAN = compiled(
    r"(?<!\w)(?<!for\s)(?<!in\s)(?<!after\s)(?<!is\s)(?<!was\s)(?<!just\s)(?<!well\s)(?<!of\s)(?<!took\s)(?<!by\s)over\s+$", re.IGNORECASE
)
_AFTER = compiled(rf"[\s-]?({either(_QUALIFIER_AFTER)})(?!\w)", re.IGNORECASE)
_GOES_ON = r"\s(?!an?\b|the\b|half\b|some\b|one\b)[a-z]+(?<!y)\b(?<!teen)(?!-)"  # 300 at most fit in; not: at least 20 of whom
_FARTHER_AFTER = compiled(
    rf"(?:\s[^\W\d_]+){{0,2}}\s(?:(at (?:most|least))(?=[.,;:)]|\s?$|{_GOES_ON})|((?:or|oder) (?:{either(_MEASURED)}))\b)",
    re.IGNORECASE,
)


def bound_around(before: str, text: str, end: int) -> tuple[str | None, str | None]:
    """The bound around a number, by its canonical name and in words: of `up to about 500` the bound, not the *about*."""
    after = _AFTER.match(text, end)
    if after:
        return _QUALIFIER_AFTER[after[1].lower()], after[1]
    behind = text[end : end + _FAR]
    farther = _FARTHER_AFTER.match(text, end) if " at " in behind or " or " in behind or " oder " in behind else None
    if farther:
        words = farther[1] or farther[2]
        joined = words.lower().split()
        return (words.lower() if joined[0] == "at" else _MEASURED.get(joined[-1], _MORE)[1]), words
    limit = _IS_LIMIT.match(text, end)
    if limit:
        return "at most" if limit["most"] else "at least", limit["most"] or limit["least"]
    return _bound(before)


def bound_before(text: str) -> str | None:
    """The canonical name of the bound at the end of a text."""
    return None if SPAN.search(text) else _bound(text)[0]


def _bound(before: str) -> tuple[str | None, str | None]:
    if (limit := _LIMIT_IS.search(before)) is not None:
        return "at most" if limit["most"] else "at least", limit[0].strip()
    if (measured := _NO_MORE.search(before)) is not None:
        return _MEASURED.get(measured["word"].lower(), _MORE)[0], measured[0].strip()
    if (than := _THAN.search(before)) is not None:
        return "more than" if than["more"] else "less than", than[0].strip()
    words = [word for word in before.lower().split()[-3:] if word not in _BETWEEN]
    match = _BEFORE.search(before) if words and words[-1] in QUALIFIER_ENDS else None
    if match and match[3]:
        return "at most", match[3].strip()
    found = [(QUALIFIER_OF[" ".join(words.lower().split())], words) for words in match.groups() if words] if match else []
    if (
        match
        and found[0][0] in _DENIED_BOUND
        and not found[0][1].lower().startswith(("not ", "nicht "))
        and _DENIED.search(before[: match.start()])
    ):
        return _DENIED_BOUND[found[0][0]], found[0][1]
    return next((each for each in found if each[0] != "about"), found[0] if found else (None, None))
