"""Some of a whole, told of all of it or of none: two of the six bridges, the bridges; many of the inns, none; three of five, all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.prose.languages.shifting import words
from generator.prose.negations import denial
from generator.prose.quantities import quantities, ratios
from generator.prose.shifts.calling import where
from generator.prose.shifts.extents import MOST, ranks
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, stem
from generator.text.patterns import compiled

_COMPARED = 12  # words of a text that are set against each other
_COUNTED = 2  # words behind a rank that may be what it counts
_RANKED = 6  # words behind a rank up to what it counts: many of the town’s restaurants
_CLAUSES = compiled(r"[;,.](?!\d)|\s(?:but|while|although|aber|doch|während)\s")
_NONE_OF = compiled(
    r"\b(?:no|none\sof\s(?:the|its|their)|not\s(?:one|a\ssingle)|neither\sof\sthe|(?P<any>any)\s(?:of\s(?:the|its|their)\s)?)\s?(?:[^\W\d_]+[’']s\s)?"
    r"(?P<noun>[^\W\d_]{4,})|\bkein(?:e[rsmn]?)?\s(?:der\s|de[rs]\s|von\sden\s)?(?P<kein>(?-i:[A-ZÄÖÜ])[^\W\d_]{3,})",
    re.IGNORECASE,
)
_HARDLY = frozenset(["hardly", "barely", "scarcely", "kaum", "few"])
_ARTICLES = frozenset(["the", "its", "their", "die", "den", "der"])
_OF_THE = compiled(r"\s(?:of\s(?:the|its|their)|der|von\sden)\s", re.IGNORECASE)  # a quick look
_OTHERS = words(
    """
    other others rest remaining both neither one two three any another none lot lots number group handful plenty dozens hundreds thousands
    andere anderen übrige übrigen beide beiden einer eine
    """
)
_SO_MANY = compiled(
    r"\b(?P<count>most|many|some|several|few|half|[a-z]+teen|[a-z]+ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\sof\s(?:the|its|their)\s"
    r"(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|[a-z]+ty|[a-z]+teen)\s)?(?P<noun>[^\W\d_]{4,}s)\b"
    r"|\b(?:einige|manche|viele|mehrere|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+|die\smeisten)\s(?:der|von\sden)\s"
    r"(?:(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)\s)?(?P<nomen>(?-i:[A-ZÄÖÜ])[^\W\d_]{3,})\b",
    re.IGNORECASE,
)
_OF_ONE_MIND = frozenset(["unanimous", "unanimously", "einstimmig", "einmütig"])
_DIVIDED = compiled(
    r"\bdissent\w*|\bmajority\b|\bvotes?\sagainst\b|\bmehrheit\w*|\bgegenstimme\w*|\bstimmten?\sdagegen\b|\b\w+\s(?:votes\s)?to\s\w+\b(?=\svotes?)",
    re.IGNORECASE,
)
_EITHER = frozenset(["either", "entweder"])
_OR = frozenset(["or", "oder", "either", "entweder", "neither", "possible", "possibly", "may", "might", "could", "möglich", "könnte"])
_EITHER_OR = compiled(r"\b(?:either|entweder)\s([^.;]{2,60}?)\s(?:or|oder)\s([^,.;]{2,40})", re.IGNORECASE)


@where(ours=lambda tongue: tongue.shifting.ranks)
def exempted(pair: Pair) -> Iterator[Shift]:
    """What is said of each, where the evidence denies it of some of them: earlier models cannot be upgraded, every model can."""
    rank, word = max(ranks(pair.ours, pair.shifting), default=(0.0, ""))
    if rank > MOST and not pair.theirs.set & pair.shifting.never and (left := _denied_of_others(pair, word)):
        yield Shift("scope", word, left)


def _denied_of_others(pair: Pair, rank: str) -> str:
    """The clause in which the evidence denies of some what a text says of each of them: earlier models cannot be upgraded."""
    behind = pair.ours.words[pair.ours.words.index(rank.rsplit(maxsplit=1)[-1]) + 1 :]
    noun = next(filter(None, map(stem, behind[:_COUNTED])), None)
    if noun is None or noun not in pair.theirs.stems or denial(pair.ours.text) or not denial(pair.theirs.text):
        return ""
    clauses = [clause for clause in _CLAUSES.split(pair.theirs.text) if clause and noun in Said(clause).stems]
    denied = [clause for clause in clauses if denial(clause)]
    return denied[0].strip(" .") if denied and len(denied) < len(clauses) else ""


@where(ours=lambda _: _OF_ONE_MIND)
def divided(pair: Pair) -> Iterator[Shift]:
    """What all are said to agree on, where the evidence has a majority for it, or some against."""
    agreed = pair.ours.set & _OF_ONE_MIND
    split = _DIVIDED.search(pair.theirs.text) if not pair.theirs.set & _OF_ONE_MIND else None
    if split:
        yield Shift("scope", min(agreed), split[0])


@where(ours=lambda tongue: tongue.shifting.ranks, theirs=lambda tongue: tongue.shifting.few & _HARDLY)
def hardly(pair: Pair) -> Iterator[Shift]:
    """What hardly anybody does, told of most or all."""
    shifting = pair.shifting
    rare = pair.near.set & shifting.few & _HARDLY
    if not rare or not pair.is_near or denial(pair.ours.text) or pair.ours.set & (shifting.few | shifting.only):
        return
    rank, word = max(ranks(pair.ours, shifting), default=(0.0, ""))
    is_told = any(other >= rank for other, _ in ranks(pair.theirs, shifting))
    if rank >= MOST and not is_told and len(pair.ours.stems - pair.near.stems) <= max(1, len(pair.ours.stems) // 3):
        yield Shift("scope", word, min(rare))


@where(theirs=lambda tongue: tongue.shifting.ranks)
def none_of(pair: Pair) -> Iterator[Shift]:
    """Many or some of those that the evidence speaks of, that became none of them."""
    shifting = pair.shifting
    if pair.theirs.set & shifting.nones or not pair.is_close:
        return
    if pair.ours.set & (shifting.few | shifting.ranks.keys()):
        return
    some = [word for rank, word in islice(ranks(pair.near, shifting), _COMPARED) if rank <= MOST]
    for match in islice(_NONE_OF.finditer(pair.ours.text), _COMPARED):
        noun = stem((match["noun"] or match["kein"]).lower())
        if noun is None or noun not in pair.theirs.stems or (match["any"] and not denial(pair.ours.text)):
            continue
        if any(stem((each["noun"] or each["kein"]).lower()) == noun for each in _NONE_OF.finditer(pair.theirs.text)):
            return
        ranked = [word for word in some if noun in _behind_rank(word, pair.near)]
        if ranked:
            yield Shift("scope", match[0], ranked[0])
            return


def _behind_rank(rank: str, said: Said) -> list[str | None]:
    """What stands behind a word of rank that it may count, by the beginnings of words."""
    at = said.words.index(rank.rsplit(maxsplit=1)[-1])
    return [stem(word) for word in said.words[at + 1 : at + 1 + _RANKED]]


@where(theirs=lambda _: _EITHER, tells="open")
def chosen(pair: Pair) -> Iterator[Shift]:
    """One of two, of which the evidence says that it is the one or the other: either Ghana or Senegal, Ghana."""
    if pair.ours.set & _OR or not pair.is_close:
        return
    match = _EITHER_OR.search(pair.theirs.text)
    if not match or denial(match[0]) or pattern(pair.shifting.unshown).search(pair.ours.text):
        return
    first, second = Said(match[1]).stems, Said(match[2]).stems
    first, second = first - second, second - first
    ours = pair.ours.stems
    if first and second and (first <= ours) != (second <= ours) and not (first & ours and second & ours):
        yield Shift("open", "", match[0])


@where(ours=lambda _: _ARTICLES, tells="part")
def unlimited(pair: Pair) -> Iterator[Shift]:
    """Some of those that the evidence counts, told of all of them by their article alone: two of the six bridges, the bridges."""
    shifting = pair.shifting
    if not pair.ours.set.isdisjoint(shifting.partly) or pair.ours.set & shifting.ranks.keys():
        return
    match = _SO_MANY.search(pair.near.text) if _OF_THE.search(pair.near.text) and pair.is_near else None
    if not match or pair.ours.set & _OTHERS or pair.is_turned:
        return
    noun = (match["noun"] or match["nomen"]).lower()
    whole = re.search(rf"\b(?:the|its|their|die|den|der)\s{re.escape(noun)}\b", pair.ours.text, re.IGNORECASE)
    counts = [each for each in quantities(pair.ours.text) if not each.name and each.unit is None] if whole else []
    if whole and noun.endswith(("s", "n", "e", "er")) and not counts and not ratios(pair.ours.text):
        yield Shift("part", "", match[0].strip())
