"""Of how much something is said: some or all, a part or the whole, under a condition or without one; how large a share, in what time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.prose.languages.shifting import Shifting
from generator.prose.negations import denial, has_contrary
from generator.prose.quantities import Ratio, bound_before, may_be_one, quantities, rates, ratios, stretches
from generator.prose.quantities.patterns import prefix
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, conditional, pattern, unconditional
from generator.prose.shifts.said import Said, stem
from generator.text.patterns import compiled

MOST = 3
_OF_MANY = compiled(r"\s(?:out\s)?(?:of|der|von|seiner|ihrer)\s(?:the\s|its\s|his\s|her\s|their\s|den\s)?")
_WHEN = frozenset(["after", "when", "once", "then", "nach", "wenn", "dann"])  # only after: no sooner
_COUNTED = 2  # words behind a rank that may be what it counts: several of the water samples
_PARTLY = frozenset(["partly", "partially", "teilweise"])
NO_CONDITION = compiled(
    r"(?<!, )\bprovid(?:ed|ing)\b(?! (?:that|the|they|it|he|she|we|you)\b)"
    r"|\b(?:it|they|he|she|which|who|and|has|have|had|is|was|were|are|be)"
    r" (?:\w+ly )?provided\b|\bif (?:necessary|possible|needed|required|available)\b",
    re.IGNORECASE,
)
_LACKING = frozenset(["without", "ohne"])
_IF_BEHIND = compiled(r"\b(?:only|nur)\s(?:if|when|where|on|with|wenn|falls|sofern|unter|mit)\b", re.IGNORECASE)
_SECOND = compiled(r"\b(?:second[\s-]\w+est|zweit[^\W\d_]*[sß]te[nrs]?)\b", re.IGNORECASE)  # only one is larger
_CLAUSE_END = compiled(r"[,;:.](?!\d)|\b(?:and|but|und|aber)\b", re.IGNORECASE)
_PHRASE = compiled(r"\w+(?:\s[a-zäöüß]\w*){0,4}\s[A-ZÄÖÜ][\w-]+")  # ohne ein ärztliches Attest
INVERTED = compiled(r"[A-ZÄÖÜ][a-zäöüß]+\s(?:der|die|das|er|sie|es|man|eine?|sein|ihre?)\b[^,.]*,\s[a-zäöüß]+\b")  # stimmt er zu, gilt es
_LEADING = 6  # words of a condition without a comma
_LEAST = 4  # letters by which a word is one of the evidence's
_FAR_OFF = 0.07  # how far a part may be from the one that two numbers make
_ABOVE, _BELOW = ("more than", "at least"), ("less than", "at most")
_ARTICLE = compiled(r"\b(?:die|der|the)\s$", re.IGNORECASE)
_ONLY = frozenset(["nur", "noch", "only", "just"])
_BEFORE = frozenset(["war", "waren", "damals", "früher", "zuvor", "vorher", "ago", "before", "previously"])
_AS_MUCH = compiled(r"\b(?:as|wie)\b", re.IGNORECASE)
_SO_MANY_OF = compiled(
    r"\b(?:of|von|(?P<few>\w+)\s(?:der|ihrer|seiner))\s(?:the\s|den\s|its\s)?(?:\d[\d.,]*|[a-zäöü]+)\s[^\W\d_]+[^.;:]*", re.IGNORECASE
)
_ONE_OF_SEVERAL = compiled(
    r"\bone\sof\s(?:only\s|just\s|the\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|few|many|some)\b"
    r"|\beine?[rsnm]?\svon\s(?:nur\s)?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+|mehreren|wenigen|vielen)\b",
    re.IGNORECASE,
)
_THE_ONLY = frozenset(["only", "sole", "einzige", "einziger", "einziges", "einzigen"])
_THE_ONLY_ONE = compiled(r"\b(?:the|its|their|der|die|das|den|dem)\s(?:only|sole|einzige[nrs]?)\b|\bals\seinzige[rs]?\b", re.IGNORECASE)
_SPAN = compiled(
    r"\b(?:in|over|within|during)\s(?:the\s)?(?:last|past|first)?\s?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:years|months|weeks|decades|days)\b"
    r"|\b(?:in|binnen|innerhalb\svon|über)\s(?:den\s)?(?:letzten\s|vergangenen\s)?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+)"
    r"\s(?:Jahren|Monaten|Wochen|Tagen)\b|\bin\sa\sdecade\b|\bover\sthe\s(?:last|past)\sdecade\b",
    re.IGNORECASE,
)
_RATES = 12  # rates that are set against each other
_RATE = frozenset(["each", "every", "per", "je", "pro", "jedes", "jeden", "jede", "annually", "yearly", "jährlich", "average"])
_ON_AVERAGE = frozenset(["average", "schnitt", "durchschnitt", "durchschnittlich", "mean"])
_SLACK = 0.025  # how far a share in words may be from the exact one
_COMMA = compiled(r",(?!\d)")
_FROM_ON = compiled(r"\b(?:ab|from|at)\s(?:[^\W\d_]+\s){0,5}$", re.IGNORECASE)
_PARTS_COMPARED = 20  # parts and multiples of a text that are compared, each with each of the other


@where(ours=lambda tongue: tongue.shifting.ranks)
def scope(pair: Pair) -> Iterator[Shift]:
    """Some that became most or all."""
    shifting = pair.shifting
    rank, word = max(ranks(pair.ours, shifting), default=(0.0, ""))
    excepted = min(pair.theirs.set & shifting.exceptions, default="")
    if rank > MOST and excepted and pair.is_near and not pair.ours.set & (shifting.exceptions | shifting.except_):
        yield Shift("scope", word, excepted)
        return
    theirs = list(ranks(pair.theirs, shifting))
    if rank > MOST and pair.theirs.set & shifting.never:
        return  # always free seats, never sold out
    if rank > MOST and (found := _part_of_all(pair)) and not any(other > MOST for other, _ in ranks(pair.theirs, shifting)):
        yield Shift("scope", word, found)
        return
    if rank < MOST or any(other >= rank for other, _ in theirs):
        return
    lower, said = max(ranks(pair.near, shifting), default=(0.0, ""))
    if lower and pair.is_close and said not in pair.ours.set and _is_of_same(said, pair):
        yield Shift("scope", word, said)
    elif word in shifting.sweeping and not theirs and not pair.theirs.set & shifting.limited:
        yield Shift("scope", word, "")


def _part_of_all(pair: Pair) -> str:
    """The words for so many of others, where a text says so of all the others: three of the five, every one of the five."""
    if not pair.is_near or pair.is_turned:
        return ""
    numbers = {value for each in quantities(pair.ours.text) for value in each.values}
    known = quantities(pair.near.text)
    for one, other in pairwise(known):
        few, many = max(one.values), max(other.values)
        between = pair.near.text[one.end : other.start]
        if _OF_MANY.fullmatch(between) and few < many and many in numbers and few not in numbers:
            return pair.near.text[one.start : other.end]
    return ""


def _is_of_same(rank: str, pair: Pair) -> bool:
    """Whether a text speaks of what the evidence says this of."""
    behind = pair.near.words[pair.near.words.index(rank.rsplit(maxsplit=1)[-1]) + 1 :]
    of = list(filter(None, map(stem, behind)))[:_COUNTED]
    return not of or not pair.ours.stems.isdisjoint(of)


def ranks(said: Said, shifting: Shifting) -> Iterator[tuple[float, str]]:
    """The ranks of a text's words, with the words; `almost all` is a little less, and `the most expensive` is none."""
    for before, word, after in zip(["", *said.words], said.words, [*said.words[1:], ""], strict=False):
        if (
            word not in shifting.ranks
            or after in shifting.no_rank_after
            or (before in shifting.no_rank_before and after != "of" and word not in shifting.wholes)
        ):
            continue
        if before in shifting.nearly:
            yield shifting.ranks[word] - 0.5, f"{before} {word}"
        else:
            yield shifting.ranks[word], word


@where(ours=lambda tongue: tongue.shifting.nones, theirs=lambda tongue: tongue.shifting.few)
def none(pair: Pair) -> Iterator[Shift]:
    """Few or seldom that became none or never."""
    shifting = pair.shifting
    nones, few = pair.ours.set & shifting.nones, pair.theirs.set & shifting.few
    if pair.is_near and denial(pair.theirs.text) is None and not pair.ours.set & (shifting.few | shifting.except_):
        yield Shift("scope", min(nones), min(few))


@where(ours=lambda tongue: tongue.shifting.only | _THE_ONLY)
def only(pair: Pair) -> Iterator[Shift]:
    """Something that became the only thing."""
    found = pair.ours.set & pair.shifting.only
    one_of = _ONE_OF_SEVERAL.search(pair.near.text)
    if one_of and pair.is_near and _THE_ONLY_ONE.search(pair.ours.text) and not _ONE_OF_SEVERAL.search(pair.ours.text):
        yield Shift("superlative", min(found | pair.ours.set & _THE_ONLY), one_of[0])
        return
    if found and not pair.theirs.set & pair.shifting.limited and pair.is_alike and not denial(pair.theirs.text):
        word = min(found)
        if _behind(word, pair.ours) in pair.shifting.partly & pair.theirs.set | _WHEN:
            return  # only partly
        if (
            _SECOND.search(pair.theirs.text)
            or _counts_down(pair.ours.text, word)
            or (
                _IF_BEHIND.search(pair.ours.text) and pattern(rf"\b(?:{'|'.join(pair.language.conditions)})(?!\w)").search(pair.theirs.text)
            )
        ):
            return
        if not re.search(
            rf"\b(?:not|nicht)\s{word}\b|\b{word}\s(?:[^\W\d_]+\s){{0,2}}(?:one|two|three|half|an?\s(?:third|quarter|fourth|fifth|tenth|few|fraction)|ein\w*|zwei|drei|\d)",
            pair.ours.text,
            re.IGNORECASE,
        ):
            yield Shift("only", word, "")


def _behind(word: str, said: Said) -> str:
    """The word behind another."""
    return next((after for before, after in pairwise(said.words) if before == word), "")


def _counts_down(text: str, word: str) -> bool:
    """Whether a word for *only* stands before a number, which it calls small: only eight are left."""
    before = re.compile(rf"\b{word}\s(?:[^\W\d_]+\s){{0,2}}$", re.IGNORECASE)
    return any(before.search(text, 0, each.start) for each in quantities(text))


@where(theirs=lambda tongue: tongue.shifting.part_words, tells="part")
def part(pair: Pair) -> Iterator[Shift]:
    """A part that became the whole."""
    if pair.ours.set & (pair.shifting.partly | pair.shifting.ranks.keys()):
        return
    some = pair.near.set & _PARTLY
    if some and pair.is_near:
        yield Shift("part", "", min(some))
        return
    match = pattern(pair.shifting.part).search(pair.near.text)
    whole = next((word for word in match.groups() if word), "") if match else ""
    if match and whole.lower()[:4] in {word[:4] for word in pair.ours.words} and pair.is_near and not quantities(pair.ours.text):
        yield Shift("part", "", match[0])


@where(theirs=lambda tongue: tongue.shifting.condition_words, tells="condition")
def condition(pair: Pair) -> Iterator[Shift]:
    """What holds under a condition that became what holds."""
    shifting, language = pair.shifting, pair.language
    anyway = pattern(shifting.anyway)
    if (whichever := anyway.search(pair.ours.text)) and pair.is_close:
        given = pattern(rf"\b(?:{'|'.join(language.conditions)})(?!\w)").search(pair.near.text)
        if given and not anyway.search(pair.theirs.text):
            yield Shift("condition", whichever[0], given[0])
            return
    kept = pair.ours.set & shifting.conditional
    if kept - shifting.afterwards or not pair.is_near:
        return
    conditions = conditional(language.tag)
    if not conditions.search(pair.near.text):
        return
    text = NO_CONDITION.sub(" ", unconditional(language.tag).sub(" ", pair.near.text))
    match = conditions.search(text)
    if not match:
        return
    if match[0].lower() in _LACKING and any(word.startswith(("un", "in")) and word[2:7] in pair.near.stems for word in pair.ours.words):
        return  # without a licence, unlicensed
    clause = _COMMA.split(text[match.start() :], maxsplit=1)[0]
    before, joint, beside = text[: match.start()].rpartition(", or ")
    if joint and not Said(beside).stems & pair.ours.stems and 2 * len(Said(before).stems & pair.ours.stems) >= len(pair.ours.stems):
        return  # another one holds under it: 8 a month, or 80 if …
    if clause == text:  # a sentence that begins with a condition has its comma, or a short one: in case of rain
        clause = " ".join(clause.split()[:_LEADING])
        if shifting.has_capital_nouns and (phrase := _PHRASE.match(clause)):
            clause = phrase[0]
    outside = Said(text.replace(clause, " "))
    if kept - outside.set or (shifting.has_capital_nouns and INVERTED.match(pair.ours.text)) or _is_bound(pair.ours.text, clause):
        return
    stems = Said(clause).stems
    rest = pair.near.stems - stems
    if 3 * len(stems & pair.ours.stems - rest) <= len(stems) and 2 * len(rest & pair.ours.stems) >= len(pair.ours.stems):
        yield Shift("condition", "", clause.strip(' .”"'))


def _is_bound(text: str, clause: str) -> bool:
    """Whether a text says from which number of a condition on something holds: from 7.20 metres on, should it rise above 7.20 metres."""
    given = {value for each in quantities(clause) for value in each.values}
    return any(each.values & given and _FROM_ON.search(prefix(text, each.start)) for each in quantities(text))


def ratio(pair: Pair) -> Iterator[Shift]:
    """Another part, or another multiple."""
    mine = ratios(pair.ours.text)[:_PARTS_COMPARED]
    theirs = ratios(pair.theirs.text)[:_PARTS_COMPARED] if mine else []
    shares = (
        [float(value) / 100 for each in quantities(pair.theirs.text) if each.unit == "percent" for value in each.values] if mine else []
    )
    may_be_rest = bool(mine) and _may_be_rest(pair)
    for each in mine:
        same = [other for other in theirs if other.kind == each.kind]
        known = [float(other.value) for other in same] + (shares if each.kind == "part" else [])
        is_turned = bool(denial(_clause(pair.ours.text, each.start))) != bool(denial(pair.near.text))
        is_left = may_be_rest and not _is_said_of_same(pair, each)
        if each.kind == "part" and (is_left or is_turned):
            known += [1 - value for value in known]
        if any(each.value == 1 - other.value != other.value and _is_bounded_otherwise(pair, each, other) for other in same):
            continue  # less than a quarter do, more than three quarters do not
        if each.kind == "multiple" and any(each.value * other.value == 1 and _is_compared_otherwise(pair, each, other) for other in same):
            continue
        if known and all(abs(value - float(each.value)) > _SLACK * max(1.0, value) for value in known):
            yield Shift("ratio", each.text.strip(), same[0].text.strip() if same else f"{shares[0]:.0%}")
        elif not known and each.kind == "part" and (of := _counted_otherwise(pair, each)):
            yield Shift("ratio", each.text, of)
        elif pair.is_alike and (
            other := next((one for one in same if one.value == each.value and _is_bounded_otherwise(pair, each, one)), None)
        ):
            yield Shift("ratio", _with_bound(pair.ours, each), _with_bound(pair.theirs, other))


def _is_said_of_same(pair: Pair, ratio: Ratio) -> bool:
    """Whether a text says but for a part all that the evidence says, in its words: it is the same part, then, and not the other one."""
    own = Said(pair.ours.text[: ratio.start] + pair.ours.text[ratio.end :])
    near = {word[:_LEAST] for word in pair.near.words}
    return all(word[:_LEAST] in near for word in own.words if word not in _ONLY and word not in pair.shifting.function_words)


def _is_compared_otherwise(pair: Pair, ratio: Ratio, other: Ratio) -> bool:
    """Whether half as much is said of what the evidence compares another with, which has twice as much; or of what was before."""
    if pair.ours.set & (pair.shifting.then | _BEFORE):
        return True
    here, there = (_AS_MUCH.split(text[at:]) for text, at in ((pair.ours.text, ratio.end), (pair.near.text, other.end)))
    first, second = (Said(text[:at]).stems for text, at in ((pair.ours.text, ratio.start), (pair.near.text, other.start)))
    behind, compared = (Said(parts[-1]).stems if len(parts) > 1 else frozenset[str]() for parts in (here, there))
    return bool(first & compared or behind & second)


def _counted_otherwise(pair: Pair, ratio: Ratio) -> str:
    """The two numbers of the evidence, so many of so many, that make another part of what a text gives a part of."""
    match = _SO_MANY_OF.search(pair.near.text)
    numbers = [each for each in quantities(pair.near.text) if not each.name and not each.unit and not each.qualifier]
    of = next(filter(None, map(stem, Said(pair.ours.text[ratio.end :]).words)), None)
    if not match or len(numbers) != 2 or of is None or of not in pair.near.stems:
        return ""
    few, many = sorted(float(max(each.values)) for each in numbers)
    share = few / many if many else 0.0
    is_other = min(abs(share - float(ratio.value)), abs(1 - share - float(ratio.value))) > _FAR_OFF
    return match[0].strip() if is_other else ""


def _with_bound(said: Said, ratio: Ratio) -> str:
    """A part with the words of its bound before it."""
    return " ".join((*said.text[: ratio.start].split()[-3:], said.text[ratio.start : ratio.end].strip()))


def _is_bounded_otherwise(pair: Pair, ratio: Ratio, other: Ratio) -> bool:
    """Whether one part is more, and the other less: more than half, less than half."""
    ours, theirs = (
        bound_before(_ARTICLE.sub("", prefix(text, each.start))) for text, each in ((pair.ours.text, ratio), (pair.theirs.text, other))
    )
    is_other = {ours in _ABOVE, theirs in _ABOVE} == {True, False} and {ours in _BELOW, theirs in _BELOW} == {True, False}
    return is_other and not pair.is_turned and not pair.has_contraries


def _clause(text: str, at: int) -> str:
    """The clause around a place."""
    ends = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    return next(text[first:last] for first, last in pairwise(ends) if at < last)


def _may_be_rest(pair: Pair) -> bool:
    """Whether a text may speak of those that a share leaves: by a word for it, or as only one of both has a word that denies."""
    ours, theirs = pair.ours.text, pair.near.text
    if (pair.ours.set | pair.theirs.set) & pair.shifting.rest:
        return True
    return (denial(ours) is None and not has_contrary(ours)) != (denial(theirs) is None and not has_contrary(theirs))


def period(pair: Pair) -> Iterator[Shift]:
    """A rate over another time: a year, a month; another part of a year."""
    here = stretches(pair.ours.text)
    there = stretches(pair.near.text) if here else ()
    if there and not {each.ends for each in here} & {each.ends for each in there}:
        yield Shift("stretch", here[0].text, there[0].text)
    span = _SPAN.search(pair.near.text) if pair.ours.set & pair.shifting.period_words and not pair.near.set & _RATE else None
    rate = next(iter(_periods(pair.ours, pair.shifting).items()), None) if span else None
    if span and rate and not _periods(pair.theirs, pair.shifting) and pair.is_close and not pair.ours.set & _ON_AVERAGE:
        same = {value for each in quantities(pair.ours.text) if not each.name for value in each.values}
        spent = {value for each in quantities(span[0]) for value in each.values}
        if same & {value for each in quantities(pair.near.text) if not each.name for value in each.values} - spent:
            yield Shift("period", rate[1], span[0])
            return
    if other := _rate_of_another_time(pair):
        yield Shift("period", *other)
        return
    mine = _periods(pair.ours, pair.shifting) if pair.ours.set & pair.shifting.period_words else {}
    theirs = _periods(pair.theirs, pair.shifting) if mine else {}
    if mine and theirs and not mine.keys() & theirs.keys() and not _is_same_rate(pair) and not pair.theirs.set & pair.shifting.exceptions:
        yield Shift("period", next(iter(mine.values())), next(iter(theirs.values())))


def _is_same_rate(pair: Pair) -> bool:
    """Whether both say the same of another time: £100 a month, £1,200 a year."""
    there = rates(pair.theirs.text)
    return any(one.is_same(other) for one in rates(pair.ours.text) for other in there)


def _rate_of_another_time(pair: Pair) -> tuple[str, str] | None:
    """A rate whose amount the evidence gives for other times only, where it gives others for this one: £20 a month, of £240 a year."""
    may_be = pair.ours.set & pair.shifting.period_words and len(_periods(pair.theirs, pair.shifting)) > 1
    mine = rates(pair.ours.text) if may_be else ()
    theirs = rates(pair.theirs.text) if mine else ()
    for each in mine[:_RATES] if 1 < len(theirs) <= _RATES else ():
        same = [other for other in theirs if other.value == each.value and may_be_one(other.unit, each.unit)]
        if same and each.value != 1 and not any(each.is_same(other) for other in theirs):
            return pair.ours.text[each.start : each.end], pair.theirs.text[same[0].start : same[0].end]
    return None


def _periods(said: Said, shifting: Shifting) -> dict[str, str]:
    found = ((name, pattern(words).search(said.text)) for name, words in shifting.periods)
    return {name: match[0] for name, match in found if match}
