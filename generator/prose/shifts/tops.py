"""What exceeds all others, by a superlative or a negation: the deepest, no lake is deeper, never so deep. Which way, and of how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.negations import denial, tops, untopped
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import COMPARING, Said
from generator.text.patterns import compiled

# Comparatives of what is not compared by its ending alone.
_IRREGULAR = {
    "most": "more", "least": "less", "fewest": "fewer", "best": "better", "worst": "worse", "many": "more", "much": "more", "few": "fewer",
    "little": "less", "meisten": "mehr", "wenigsten": "weniger", "beste": "besser", "besten": "besser", "viel": "mehr", "viele": "mehr",
    "vielen": "mehr", "wenig": "weniger", "wenige": "weniger", "wenigen": "weniger", "höchste": "höher", "höchsten": "höher",
    "höchster": "höher", "hoch": "höher", "groß": "größer", "gut": "besser",
}  # fmt: skip
_SO = compiled(r"\b(?:so|as)\s([^\W\d_]{3,})\b", re.IGNORECASE)
_SUPERLATIVE = compiled(r"^([^\W\d_]{2,}?)(?:e?st|(?<=ß)t)(?:e[nrsm]?)?$")
_THAN_ANY = compiled(
    r"\b(?:[^\W\d_]+\s){1,9}(?:than\s(?:any|every|all|ever)|als\s(?:(?:auf|für|in|bei|an|von)\s)?(?:je|jemals|alle|jede[rsnm]?))(?:thing|one|body)?\b",
    re.IGNORECASE,
)
# So much for the last time, or as never: nothing has exceeded it since, or ever.
_SO_LAST = compiled(r"\bso\s([a-zäöüß]{3,})\b[^.;:!?]{0,80}?\b(?:zuletzt|nie|niemals)\b", re.IGNORECASE)
_PEAKS = dict.fromkeys(("höchststand", "höchstwert", "rekordhoch", "allzeithoch"), ("höher", "mehr")) | dict.fromkeys(
    ("tiefststand", "tiefstwert", "rekordtief", "allzeittief"), ("niedriger", "weniger")
)
_SAME_WAY = {"mehr": "höher", "höher": "mehr", "weniger": "niedriger", "niedriger": "weniger"}
# What is said of amounts in several ways: the highest number, more than ever.
_LIKE = {
    **dict.fromkeys(("more", "higher", "larger", "bigger", "greater"), ("more", "higher")),
    **dict.fromkeys(("fewer", "less", "lower", "smaller"), ("fewer", "lower")),
}
_UMLAUTS = str.maketrans("aou", "äöü")
_BEGINNING = compiled(
    r"\bseit\s(?:dem\s)?(?:(?:mess)?beginn|(?:es\s)?(?:aufzeichnungen|messungen))\b|\b(?:since\s(?:records|measurements)\sbegan|on\srecord)\b",
    re.IGNORECASE,
)
_NONE = compiled(r"\b(?:no|none|nobody|nothing|never|kein\w*|niemand|nichts|nie|niemals)\b", re.IGNORECASE)
_BEGAN = frozenset(["began", "record", "beginn", "messbeginn", "aufzeichnungen", "messungen"])
_SHORT = 5  # letters of what ends as a superlative does and is none: rest, test
_BEGUN = compiled(
    r"beginn|begann|aufzeichnung|mess|record|measure|began|begun|start|found|introduc|gegründet|gründung|eingeführt", re.IGNORECASE
)
_SPAN = compiled(
    r"\b(?:since|seit)\b|\b(?:in|for|over|within)\s(?:(?:at\s)?(?:more|least|over|nearly|almost|about|than|the\s(?:past|last))\s)*[\w-]+\s(?:years|decades|months)\b"
    r"|\b(?:in|for)\s(?:(?:more\sthan|over|nearly|almost)\s)?a\s(?:decade|century|generation)\b|\bof\s(?:his|her|its|their)\sgeneration\b"
    r"|\bseit\s[\w-]+\sjahren\b",
    re.IGNORECASE,
)
_SINCE = frozenset(["since", "seit"])
_ENDING = compiled(r"(?<=er)e[nrsm]?$")  # kleinere


def topped(pair: Pair) -> Iterator[Shift]:
    """The smallest, where the evidence says the largest; several larger ones, where it says that there are none."""
    mine, several = list(_ways(pair.ours, pair)), pair.ours.set & pair.shifting.several
    if not (mine or several) or not pair.is_near:
        return
    theirs = dict(_ways(pair.near, pair))
    if not theirs:
        return
    converses = pair.shifting.converses_of
    for way, word in mine:
        against = {each for opposed in converses[way] for each in opposed.other} & theirs.keys()
        if against and way not in theirs:
            yield Shift("superlative", word, theirs[min(against)])
            return
    if several and denial(pair.ours.text) is None and not pattern(pair.shifting.one_of).search(pair.near.text):
        larger = next((word for word in pair.ours.words if _ENDING.sub("", word) in theirs), None)
        if larger:
            yield Shift("superlative", f"{min(several)} … {larger}", theirs[_ENDING.sub("", larger)])


def surpassed(pair: Pair) -> Iterator[Shift]:
    """What nothing exceeds, where the evidence says that it is one of several, or the second."""
    if (
        not untopped(pair.ours.text)
        or not pair.is_near
        or pair.ours.set & (pair.shifting.except_ - {"not", "no", "kein", "keine", "nicht"})
    ):
        return
    several = pattern(pair.shifting.one_of)
    if (found := several.search(pair.near.text)) and not several.search(pair.ours.text) and not untopped(pair.near.text):
        yield Shift("superlative", pair.ours.text.rstrip("."), found[0])


@where(ours=lambda tongue: tongue.shifting.ever | tongue.shifting.never | tongue.shifting.widest | tongue.shifting.places.keys() | _BEGAN)
def widened(pair: Pair) -> Iterator[Shift]:
    """What holds of some time or place, told of all times, or of the world."""
    ours, theirs, shifting = pair.ours, pair.theirs, pair.shifting
    if 3 * len(ours.stems & pair.near.stems) < len(ours.stems):
        return
    if not _says_most(ours, pair) or not _says_most(theirs, pair):
        return
    begun = _BEGINNING.search(ours.text) if theirs.set & _SINCE else None
    if begun and not _BEGUN.search(theirs.text):
        yield Shift("superlative", begun[0], min(theirs.set & _SINCE))
        return
    always = ours.set & (shifting.ever | shifting.never) - theirs.set
    span = _SPAN.search(theirs.text) if always and not ours.set & _SINCE else None
    if span and not _SPAN.search(ours.text) and not (span[0].lower() in _SINCE and _BEGUN.search(theirs.text)):
        yield Shift("superlative", min(always), span[0])
        return
    wider = max((shifting.places[word], word) for word in ours.set & shifting.places.keys()) if ours.set & shifting.places.keys() else None
    narrower = (
        max((shifting.places[word], word) for word in theirs.set & shifting.places.keys()) if theirs.set & shifting.places.keys() else None
    )
    if wider and narrower and wider[0] > narrower[0]:
        yield Shift("superlative", wider[1], narrower[1])
        return
    everywhere = ours.set & shifting.widest
    of_all = (
        any(rank == max(shifting.ranks.values()) and word in theirs.set for word, rank in shifting.ranks.items()) if everywhere else False
    )
    if everywhere and not of_all and not theirs.set & (shifting.widest | shifting.ever | shifting.never):
        yield Shift("superlative", min(everywhere), "")


def _says_most(said: Said, pair: Pair) -> bool:
    """Whether a text says that something exceeds others, by whatever words."""
    if tops(said.text) or untopped(said.text) or any(_ways(said, pair)):
        return True
    if _NONE.search(said.text) and said.set & pair.shifting.converses_of.keys():
        return True  # has no bigger clinic
    return any(_superlative(word) and len(word) > _SHORT for word in said.words)


def _superlative(word: str) -> re.Match[str] | None:
    return _SUPERLATIVE.match(word) if "st" in word or "ßt" in word else None  # most words need no look at their letters


def comparatives(word: str) -> Iterator[str]:
    """The comparatives that a word may have, and those of an amount that go the same way: more, higher."""
    one = _IRREGULAR.get(word, f"{word}er")
    yield from (one, f"{word.translate(_UMLAUTS)}er")
    if one in _SAME_WAY:
        yield _SAME_WAY[one]


def _ways(said: Said, pair: Pair) -> Iterator[tuple[str, str]]:
    """The comparatives by which a text says that something exceeds all others, with its own words for them."""
    known = pair.shifting.converses_of
    so_last = _SO_LAST.finditer(said.text) if "so" in said.set else ()
    lasts = [(way, match[0]) for match in so_last for way in comparatives(match[1].lower())]
    if lasts:
        found = lasts
    elif untopped(said.text):
        found = [(_ENDING.sub("", word), word) for word in said.words]
        found += [(way, match[0]) for match in _SO.finditer(said.text) for way in comparatives(match[1].lower())]
    elif denial(said.text) is None:
        than_any = _THAN_ANY.finditer(said.text) if said.set & COMPARING else ()
        found = [(_ENDING.sub("", word), word) for match in than_any for word in match[0].lower().split()]
        found += [(_IRREGULAR.get(word) or f"{match[1]}er", word) for word in said.words if (match := _superlative(word))]
        found += [(way, word) for word in said.words for way in _PEAKS.get(word, ())]
    else:
        found = []
    found += [(other, word) for way, word in found for other in _LIKE.get(way, ())]
    yield from ((way, word) for way, word in found if way in known)
