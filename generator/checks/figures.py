"""B310: the numbers, units and dates of a fact are carried by its evidence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from generator.checks.evidence import Anchored
from generator.prose.calendar import CAPITAL_MONTHS, MONTHS, WEEKDAYS
from generator.prose.negations import denial, tops
from generator.prose.quantities import (
    BARELY,
    BEYOND,
    NEARLY,
    DateMention,
    Quantity,
    Ratio,
    compounds,
    converted,
    dates,
    derived,
    fractions,
    implied,
    is_apart,
    is_change,
    is_share,
    may_be_one,
    quantities,
    rates,
    ratios,
    reckoned_days,
    stretches,
)
from generator.prose.quantities.patterns import prefix
from generator.text.finding import Finding

# Before a number word: what it counts was named before (the two countries).
_COUNTED_BEFORE = re.compile(
    r"\b(?:the|these|those|both|all|its|their|his|her|our|other|remaining|übrigen|anderen|restlichen|diese[rn]?|ihre[rn]?|seine[rn]?)\s$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
_RELATIVE_DAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|overnight|this (?:morning|afternoon|evening|week))\b", re.IGNORECASE)
_RELATIVE_YEAR = re.compile(r"\b(?:(last|previous|past)|(next|coming)) (?:year|january|february|march|april|may|june|july|august"
                            r"|september|october|november|december)\b", re.IGNORECASE)  # fmt: skip
_RELATIVE = ("last", "previous", "past", "next", "coming")  # a quick look
_NEW_DATE = re.compile(
    r"\b(?:new\s|neue[nrsm]?\s|ersatz)(?:(?:date|day|termin|datum|tag)(?:\s(?:of|for|für|de[rs])\s[^,.;:]{1,40}?)?)?(?:\s(?:is|on|of|ist|am|vom))?"
    r"(?:\s(?:the|der))?\s$",
    re.IGNORECASE,
)
_MOVED_DATE = re.compile(
    r"\b(?:from|vom)\s(?P<old>(?:the\s)?(?:[A-Z]\w+\s)?(?P<day>\d{1,2})[^,;:!?]{0,15}?)\s(?:to|auf)\s(?:the\s|den\s)?(?=\d|[A-Z])"
)
_ABOUT_DAY = re.compile(r"\b(?:around|about|um\sden|gegen\sden|etwa\sam|ungefähr\sam)\s(?:the\s)?$", re.IGNORECASE)
_MIDDLE = re.compile(rf"\b(?i:mid-|middle\sof|mitte)\s?({'|'.join(map(str.capitalize, CAPITAL_MONTHS))})\b")
_MIDDLE_DAY = 15
_MONTHS = {month: "|".join(name.capitalize() for name in CAPITAL_MONTHS if MONTHS[name.lower()] == month) for month in range(1, 13)}
_LEAP_YEAR = 2024
# A year by the one that was named: of the following year; a year before.
_YEAR_BESIDE = re.compile(
    r"\b(?:(following\syear|year\s(?:later|after(?:wards)?)|jahr\s(?:später|darauf|danach)|folgejahr\w*|folgenden\sjahr\w*)"
    r"|year\s(?:before|earlier)|previous\syear|jahr\s(?:zuvor|davor|früher)|vorjahr\w*)\b",
    re.IGNORECASE,
)
_YEAR_APART = re.compile(r"\b(?:a|one|ein)\s(?:year|jahr)\s(?:after|before|nach|vor)\b", re.IGNORECASE)
# What says the same of a year and of the one beside it.
_YEARS_BESIDE = tuple(
    (re.compile(rf"\b(?:{words})\s$", re.IGNORECASE), others, way)
    for words, others, way in (
        ("after|nach", "since|from|seit|ab", 1), ("since|from|seit|ab", "after|nach", -1),
        ("before|vor", "until|till|bis", -1), ("until|till|bis", "before|vor", 1),
    )
)  # fmt: skip
_LOST = re.compile(
    r"\b(?:lost|los(?:es?|ing)|shed|gain(?:s|ed)?|by|um|verl(?:or|oren|iert)|eingebüßt)\s(?:(?:about|almost|nearly|roughly|around|some|over|just|more\sthan"
    r"|up\sto|rund|etwa|fast|knapp|gut|mehr\sals|bis\szu|beinahe|nahezu|an?|eine?)\s)*$",
    re.IGNORECASE,
)
_AT_BOUNDS = re.compile(r"\bat (?:least|most)\b", re.IGNORECASE)  # bounds, and no superlatives
_CENTURY = re.compile(r"century$", re.IGNORECASE)
_CENTURY_BEHIND = re.compile(r"\.?[\s-](?:century|jahrhundert)", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\b(?:1\d|20)\d\d\b")
_WITHIN = re.compile(r"\b(?:within|inside|innerhalb|binnen)\s", re.IGNORECASE)
_NEEDED = re.compile(r"\b(?:requir|need|must\b|voraus|nötig|erforderlich|brauch|muss\b|müssen\b)", re.IGNORECASE)
# So many of others, behind their number; and what speaks of a hundred.
_OF_SO_MANY = r"\s(?:out\s)?(?:of|von|der)\s(?:the\s|its\s|their\s|den\s)?(?!100\b)\d"
_HUNDRED = re.compile(r"%|per\s?cent|prozent|hundred|hundert|points?\b|punkte|\b100\b|half|hälfte", re.IGNORECASE)
_MOST_FOLLOWED = 100  # numbers of a text, each of which is tried with all of the evidence; what has more is a table, and has to be carried
_MOST_SHOWN = 12  # numbers of the evidence in a fix
# What a bound in a fact may rest on besides itself: on the same number, and on one that it rounds. It claims no more than these do.
_ON_SAME = {"at least": ("more than",), "at most": ("less than",), "about": (None,)}
_ON_ROUNDED = {
    "about": (None,),
    **dict.fromkeys(("more than", "at least"), (None, "more than", "at least")),
    **dict.fromkeys(("less than", "at most"), (None, "less than", "at most")),
}
# Bounds that may say how far something went, as well as how far it may go, as `up to an altitude of` does.
_REACHED = ("as long as", "as far as", "as high as")
_SCORE = re.compile(r"(?<![\d:.,])(\d{1,3})\s?[:–-]\s?(\d{1,3})(?![\d:]|[.,]\d)")
# A growth of 5 per cent is what something grows by, also where it comes to that.
_GROWING = re.compile(r"\b(?:growth|inflation|shrinkage|wachstum|teuerung)", re.IGNORECASE)
_CONVERTED = 0.02  # how far a number in another unit may be from the exact one
_COARSEST = Decimal("0.1")  # how far one may be that is said as about so many, and is rounded to the next whole one
_FROM_ON = re.compile(r"\b(?:ab|from)\s$", re.IGNORECASE)
_ONE_SIDED = re.compile(r"over|above|beyond|more\sthan|under|below|less\sthan|über|unter|mehr\sals|weniger\sals", re.IGNORECASE)
_NOT_UNTIL = re.compile(r"\b(?:erst\sab|only\sfrom)\b", re.IGNORECASE)
# Nouns that are a bound of what they name.
_LIMIT = {
    "at most": re.compile(
        r"\b(?:höchst(?!ens)|maxim|begrenz|beschränk|gedeckelt|obergrenze|tempo|spätestens|ceiling|latest|limit|cap(?:s|ped|ping)?\b|teils\b|teilweise|mitunter|manch|zum\sTeil)\w*",
        re.IGNORECASE,
    ),
    "at least": re.compile(r"\b(?:mindest(?!ens)|minim|untergrenze|floor\b)\w*", re.IGNORECASE),
}
_SHARE, _ABOUT_SHARE = Fraction(7, 1000), Fraction(35, 1000)  # how far per cent may be from a part: 33 and about 30 of a third
_ROUNDED = {"about": (0.95, 1.05), "more than": (1, 1.2), "at least": (1, 1.2), "less than": (0.85, 1), "at most": (0.85, 1)}


@dataclass(frozen=True)
class Carried:
    """The numbers and dates of some evidence: the numbers each kind once, and by what they may mean; `published` are its sources' days.

    `ours` and `theirs` are what findings call the text that is held to it, and the evidence; `parts` are those of which this is joined.
    """

    evidence: str
    published: tuple[date, ...]
    found: tuple[Quantity, ...]
    by_value: Mapping[Decimal, list[Quantity]]
    names: frozenset[str | None]
    dates: Sequence[DateMention]
    ours: str
    theirs: str
    parts: tuple[Carried, ...] = ()

    @cached_property
    def implied(self) -> Carried:
        """The same with the numbers that these imply: looked at for a number that they are not, for that takes its time."""
        numbers = [each for part in self.parts for each in part.implied.found]
        numbers = numbers or [*self.found, *implied(self.evidence, quantities(self.evidence))]
        return self._of(self.evidence, self.published, numbers, self.dates, self.ours, self.theirs)

    @cached_property
    def ratios(self) -> frozenset[tuple[str, Fraction]]:
        """The parts and multiples, in words or per cent."""
        return frozenset((each.kind, each.value) for each in ratios(self.evidence)) | {
            ("part", Fraction(value) / 100) for number in self.found if number.unit == "percent" for value in number.values
        }

    @cached_property
    def changes(self) -> frozenset[tuple[str, Fraction]]:
        """The parts by which something grows or shrinks: a fifth less, halved."""
        said = ratios(self.evidence)
        grown = (("part", each.value - 1) for each in said if each.kind == "multiple" and each.value > 1)  # tripled, by 200 per cent
        return frozenset(
            ("part", each.value)
            for each in said
            if is_change(self.evidence, each.end) or each.is_change or _LOST.search(prefix(self.evidence, each.start))
        ) | {*grown}

    @cached_property
    def has_tops(self) -> bool:
        """Whether something is the most or the least of its kind."""
        return bool(tops(_AT_BOUNDS.sub(" ", self.evidence)))

    @cached_property
    def reckoned(self) -> Carried:
        """The same with the numbers that follow from these: looked at for a number that they do not say."""
        numbers = (*self.found, *derived(self.evidence, quantities(self.evidence), self.dates, self.published))
        return self._of(self.evidence, self.published, numbers, self.dates, self.ours, self.theirs)

    @classmethod
    def of(cls, evidence: str, published: Iterable[date | None], ours: str = "the fact", theirs: str = "the evidence") -> Carried:
        return cls._of(evidence, published, quantities(evidence), dates(evidence), ours, theirs)

    @classmethod
    def joined(cls, parts: Iterable[Carried], ours: str, theirs: str) -> Carried:
        """What several carry together."""
        parts = tuple(parts)
        published = {day for part in parts for day in part.published}
        numbers = [number for part in parts for number in part.found]
        mentions = [mention for part in parts for mention in part.dates]
        return cls._of(" \n ".join(part.evidence for part in parts), published, numbers, mentions, ours, theirs, parts)

    @classmethod
    def _of(
        cls,
        evidence: str,
        published: Iterable[date | None],
        numbers: Sequence[Quantity],
        mentions: Sequence[DateMention],
        ours: str,
        theirs: str,
        parts: tuple[Carried, ...] = (),
    ) -> Carried:
        found = tuple({(each.values, each.unit, each.qualifier, each.name, each.moves): each for each in numbers}.values())
        by_value: dict[Decimal, list[Quantity]] = {}
        for each in found:
            for value in each.values:
                by_value.setdefault(value, []).append(each)
        days = tuple(sorted({day for day in published if day}))
        once = {(each.year, each.month, each.day): each for each in reversed(mentions)}
        return cls(evidence, days, found, by_value, frozenset(each.name for each in found), [*reversed(once.values())], ours, theirs, parts)


def check(anchored: Anchored) -> Iterator[Finding]:
    """Each number and date in a fact's text stands in a passage of its evidence, with its unit and its bound."""
    for ref, location, _, read, passages, evidence in anchored.facts:
        if not read.quantities and not read.dates:
            continue
        carried = Carried.of(" \n ".join(evidence), (source.source.published for _, source in passages))
        for words, message, fix in lacking(read.text, read.quantities, read.dates, carried):
            span = anchored.context.parsed.span(*location, "text")
            yield Finding("B310", message, span.narrow(words), fix, item=ref)


def lacking(text: str, numbers: Sequence[Quantity], mentions: Iterable[DateMention], carried: Carried) -> Iterator[tuple[str, str, str]]:
    """What the evidence does not carry of numbers and dates in a text: their words, what is wrong with them, the fix."""
    years = _years(carried.evidence, carried.dates, carried.published)
    for number in map(_without_until, numbers):
        if _is_counted_before(number, text) or (
            _is_year(number) and (int(number.text) in years or _is_next_year(number, text, carried.evidence))
        ):
            continue
        problem = _lacking(number, carried, text)
        if problem and len(numbers) <= _MOST_FOLLOWED:
            problem = _lacking(number, carried.implied, text)
            problem = problem if problem and not _follows(number, text, numbers, carried) else None
        if problem:
            yield number.text, *problem
    for mention in mentions:
        is_about = _ABOUT_DAY.search(prefix(text, mention.start)) and _in_middle(mention, carried.evidence)
        is_there = is_about or _is_carried(mention, carried.dates, carried.evidence, carried.published) or _is_anniversary(mention, carried)
        if is_there and _is_old(mention, text, carried.evidence):
            yield mention.text, f"“{mention.text}” is the old date in {carried.theirs}", "write the date to which it was moved"
        elif not is_there:
            yield mention.text, f"the date “{mention.text}” is not in {carried.theirs}", _date_to_write(mention, carried)


def _without_until(number: Quantity) -> Quantity:
    """A year without the bound that only says until when: up to 2010."""
    is_until = _is_year(number) and (number.bound or "").lower() == "up to"
    return replace(number, qualifier=None, bound=None) if is_until else number


@lru_cache(maxsize=64)
def _says(what: re.Pattern[str], text: str) -> bool:
    """Whether a text has such words: looked at once for all of its numbers, as both may be long."""
    return what.search(text) is not None


def _lacking(number: Quantity, there: Carried, text: str = "") -> tuple[str, str] | None:
    """What of a number the evidence does not carry, and the fix; None where it carries all. `text` is what it stands in, if in any."""
    if number.name and number.name not in there.names:
        return None  # a name that the evidence does not use
    same = [found for value in number.values for found in there.by_value.get(value, ())]
    united = [found for found in same if may_be_one(number.unit, found.unit) and not _is_of_hundred(number, found, there, text)]
    rounded = [found for found in there.found if _rounds(number, found)] if number.qualifier and not united else []
    united = united or [found for found in there.found if _is_converted(number, found)]
    if not united and not rounded:
        if same:
            return f"“{number.text}” has another unit in {there.theirs}", f"write “{same[0].text}”"
        return f"the number “{number.text}” is not in {there.theirs}", _number_to_write(number, there)
    if (
        number.moves
        and united
        and not _says(_GROWING, there.evidence)
        and (number.moves == "by" or {found.moves for found in united} == {"by"})
        and {found.moves for found in united}.isdisjoint({number.moves, None})
        and "by" in {number.moves, united[0].moves}
    ):
        return _moved(number, united[0], there)
    carrying: tuple[str | None, ...] = (_ON_ROUNDED if rounded else _ON_SAME).get(number.qualifier or "", ())
    if number.bound and (number.bound.endswith("of") or number.bound.lower() in _REACHED):
        carrying = (*carrying, None)
    if number.qualifier in ("at most", "at least") and (there.has_tops or _says(_WITHIN, there.evidence)):
        carrying = (*carrying, None)  # the cheapest costs 22 euros, the dearest 145; within six years
    if not number.qualifier and _says(_NEEDED, text):  # what something needs is the least
        carrying = (*carrying, "at least")
    if number.qualifier == "about" and number.unit == "time of day":
        carrying = (*carrying, "more than", "less than")  # just after four
    if any(found.qualifier in (number.qualifier, *carrying) for found in (*united, *rounded)):
        return None
    if any(_is_near(number, found) for found in united):
        return None
    if not number.qualifier and any((found.bound or "").endswith("of") for found in united):
        return None  # it climbed up to an altitude of
    return _unbound(number, (united or rounded)[0], there, number.text if united else rounded[0].text)


def _follows(number: Quantity, text: str, numbers: Sequence[Quantity], carried: Carried) -> bool:
    """Whether a number that the evidence does not say follows from what it does."""
    there = carried.implied
    return (
        _in_score(number, text, carried.evidence)
        or _is_century(number, text, carried.evidence)
        or _is_ratio(number, text, there)
        or _is_reckoned(number, text, numbers, there)
        or _is_limit(number, text, there)
        or _is_next_whole(number, text, there)
    )


def _is_next_whole(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a bound is the one beside it of whole numbers: at most 49, of fewer than 50; ab 66 Jahren, of over 65."""
    way = {"at most": (1, "less than"), "less than": (-1, "at most"), "at least": (-1, "more than"), "more than": (1, "at least")}
    bound = number.qualifier or ("at least" if _FROM_ON.search(prefix(text, number.start)) else None)
    step, theirs = way.get(bound or "", (0, None))
    return any(
        found.qualifier == theirs and may_be_one(number.unit, found.unit)
        for value in number.values
        if step and value == int(value)
        for found in there.by_value.get(value + step, ())
    )


def _is_of_hundred(number: Quantity, found: Quantity, there: Carried, text: str) -> bool:
    """Whether the one is so many, and the other so many in a hundred: 62 of those asked, 62 per cent; 18 of 200, 18 per cent."""
    if number.unit is None and found.unit == "percent":
        return text != "" and not _says(_HUNDRED, text)
    return number.unit == "percent" and found.unit is None and re.search(re.escape(found.text) + _OF_SO_MANY, there.evidence) is not None


def _is_near(number: Quantity, found: Quantity) -> bool:
    """Whether a number says as a bound of the same what comes near to it: less than, of nearly so many; about, of *gut* so many."""
    bound = (found.bound or "").lower()
    return (bound in NEARLY and _is_nearly(number)) or (bound in BARELY and number.qualifier == "about")


def _is_nearly(number: Quantity) -> bool:
    """Whether a number is bounded as what comes near to it from below: nearly, just under, less than."""
    return number.qualifier == "less than" or (number.bound or "").lower() in NEARLY


def _is_reckoned(number: Quantity, text: str, numbers: Sequence[Quantity], there: Carried) -> bool:
    """Whether a number follows from those of the evidence, or is of a time that does: two hours and 20 minutes."""
    known = (*quantities(there.evidence), *fractions(there.evidence))
    if _lacking(number, there.reckoned, text) is None or is_share(number, text, known, there.evidence) or is_apart(number, text, known):
        return True
    mine = [each for each in rates(text) if each.start <= number.start < each.end]
    if any(one.is_same(other) for one in mine for other in rates(there.evidence)):
        return True
    whole = next((each for each in compounds(text, numbers) if each.start <= number.start < each.end), None)
    return whole is not None and _lacking(whole, there) is None


def _is_limit(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a bound stands in a noun or in *bis* on one side, or is turned by a denial: a minimum age of 16; over 16, no."""
    is_from = not number.qualifier and _FROM_ON.search(prefix(text, number.start))
    ours, is_denied = "at least" if is_from else number.qualifier, denial(text) is not None
    if ours == "more than" and is_denied and _LIMIT["at most"].search(there.evidence):
        ours = "at most"  # nobody beyond 75; at 75 at the latest
    for found in (found for value in number.values for found in there.by_value.get(value, ()) if may_be_one(number.unit, found.unit)):
        theirs = found.qualifier
        is_until = not theirs and re.search(rf"(?<!\d\s)\bbis\s{re.escape(found.text)}", there.evidence)
        if (is_until and ours == "at most") or (not ours and (found.bound or "").lower() == "keine"):
            return True
        if not ours and theirs in _LIMIT and _LIMIT[theirs].search(text):
            return True
        if not theirs and ours in _LIMIT and _LIMIT[ours].search(there.evidence):
            return True
        if ("at most" if is_until else theirs) == BEYOND.get(ours or "at least") and (
            is_denied != (denial(there.evidence) is not None and not _is_bound_by_denial(found)) or _NOT_UNTIL.search(text)
        ):
            return True
    return False


def _is_bound_by_denial(number: Quantity) -> bool:
    """Whether it is a negation that bounds a number: must not rise above."""
    return number.qualifier in ("at most", "at least") and _ONE_SIDED.fullmatch(number.bound or "") is not None


def _in_score(number: Quantity, text: str, evidence: str) -> bool:
    """Whether a number is of a score that the evidence gives too, from either side: 3:1, 1:3."""
    here = next((match for match in _SCORE.finditer(text) if match.start() <= number.start < match.end()), None)
    return here is not None and any(sorted(match.groups()) == sorted(here.groups()) for match in _SCORE.finditer(evidence))


def _moved(number: Quantity, found: Quantity, there: Carried) -> tuple[str, str]:
    """What is wrong where a number is how much something changes by, and in the evidence what it comes to, or the other way round."""
    by, to = (there.ours, there.theirs) if number.moves == "by" else (there.theirs, there.ours)
    return f"something changes by “{number.text}” in {by}, and comes to it in {to}", f"say what “{found.text}” is in {there.theirs}"


def _unbound(number: Quantity, found: Quantity, there: Carried, given: str) -> tuple[str, str]:
    """What is wrong where fact and evidence bound a number otherwise."""
    if found.qualifier:
        message = f"{there.theirs} bounds “{given}” by “{found.qualifier}”, and {there.ours} does not say so"
        return message, f"write “{found.qualifier} {given}”"
    return f"{there.ours} says “{number.qualifier} {number.text}”, {there.theirs} only “{found.text}”", f"write “{found.text}”"


def _number_to_write(number: Quantity, there: Carried) -> str:
    """What to write for a number that the evidence does not have: of all numbers there the likest, and which there are."""
    if not there.found:
        return f"cite the passage that gives the number, or leave it out: there is none in {there.theirs}"
    likest = min(there.found, key=lambda found: (found.unit != number.unit, abs(_size(found) - _size(number))))
    stands = ", ".join(dict.fromkeys(found.text for found in there.found[:_MOST_SHOWN]))
    return f"write “{likest.text}”, or cite the passage that says “{number.text}”; the numbers in {there.theirs}: {stands}"


def _size(number: Quantity) -> int:
    """The number of digits of a number, by which one is told that is mistaken for another."""
    return max(value.adjusted() for value in number.values)


def _date_to_write(mention: DateMention, there: Carried) -> str:
    likest = min(there.dates, key=lambda found: (found.month != mention.month, found.day != mention.day), default=None)
    cite = "cite the passage that gives the date"
    return f"write “{likest.text}”, or {cite}" if likest else cite


def _is_ratio(number: Quantity, text: str, there: Carried) -> bool:
    """Whether a number is part of a ratio that the evidence gives in other words: 25 per cent, a quarter.

    Where it gives other ratios, it is not the number that is wrong.
    """
    if not there.ratios:
        return False
    if number.unit == "percent":
        same = (found for value in number.values for found in there.by_value.get(value, ()) if found.unit == "percent")
        if number.qualifier and any(found.qualifier for found in same):
            return False  # the evidence says it in per cent, and bounds it otherwise
        carried = there.changes if number.moves == "by" or is_change(text, number.end) else there.ratios
        slack = _ABOUT_SHARE if number.qualifier == "about" else _SHARE
        return any(kind == "part" and abs(Fraction(value) / 100 - share) <= slack for value in number.values for kind, share in carried)
    around: list[Ratio] = [each for each in ratios(text) if each.start <= number.start < each.end]
    return any(each.kind in {kind for kind, _ in there.ratios} for each in around)


def _is_converted(number: Quantity, found: Quantity) -> bool:
    """Whether a number says what was found in another unit: 24.9 miles for 40 km."""
    exact = (converted(value, found.unit, number.unit) for value in found.values) if number.unit and found.unit else ()
    slack = Decimal(_ROUNDED["about"][1] - 1 if number.qualifier == "about" else _CONVERTED)
    nearest = _COARSEST if number.qualifier == "about" or (number.unit or "").startswith("degree") else 0  # degrees begin anywhere
    return any(
        abs(value - ours) <= slack * abs(ours) or (abs(value - ours) <= nearest * abs(ours) and round(value) == ours)
        for value in exact
        if value is not None
        for ours in number.values
    )


def _rounds(number: Quantity, found: Quantity) -> bool:
    """Whether `about 1,500` or `more than 1,500` is a fair rounding of what was found, 1,523, in its own unit or another."""
    low, high = _ROUNDED[number.qualifier or "about"]
    if may_be_one(number.unit, found.unit):
        values: Iterable[Decimal] = found.values
    else:
        if converted(Decimal(0), found.unit, number.unit):  # degrees have no zero from which parts of them could be told
            low, high = _ROUNDED["about"]
        values = [value for exact in found.values if (value := converted(exact, found.unit, number.unit)) is not None]
    return any(low <= float(exact) / float(rounded) <= high for exact in values for rounded in number.values if rounded)


def _is_year(number: Quantity) -> bool:
    return not number.unit and number.text.isdecimal() and 1000 <= int(number.text) <= 2200


def _is_century(number: Quantity, text: str, evidence: str) -> bool:
    """Whether a number is that of a century of which the evidence has a year."""
    if not _CENTURY.search(number.text) and not _CENTURY_BEHIND.match(text, number.end):
        return False
    return any(Decimal(int(year) // 100 + 1) in number.values for year in _FOUR_DIGITS.findall(evidence))


def _is_next_year(number: Quantity, text: str, evidence: str) -> bool:
    """Whether a year says the same as the one beside it: after 2018, since 2019; before 2020, until 2019."""
    for words, others, way in _YEARS_BESIDE:
        beside = re.compile(rf"\b(?:{others})\s{int(number.text) + way}\b", re.IGNORECASE)
        if words.search(prefix(text, number.start)) and _says(beside, evidence):
            return True
    return False


def _is_counted_before(number: Quantity, text: str) -> bool:
    """Whether a small number word sums up what was named before: the two countries."""
    return number.text.isalpha() and max(number.values) <= 10 and bool(_COUNTED_BEFORE.search(prefix(text, number.start)))


@lru_cache(maxsize=256)
def _years_beside(evidence: str) -> tuple[frozenset[int], frozenset[int]]:
    """How many years what the evidence means by a word is from its source's own year, and from the years that it names."""
    small = evidence.lower()
    relative = _RELATIVE_YEAR.finditer(evidence) if any(word in small for word in _RELATIVE) else ()
    beside = {1 if match[1] else -1 for match in _YEAR_BESIDE.finditer(evidence)} if "year" in small or "jahr" in small else set()
    beside |= {1, -1} if _YEAR_APART.search(evidence) else set()
    return frozenset({0, *(-1 if match[1] else 1 for match in relative)}), frozenset(beside)


def _years(evidence: str, given: Sequence[DateMention], published: Sequence[date]) -> set[int | None]:
    """The years that the evidence names, and those in which its sources were published, which they need not name."""
    shifts, beside = _years_beside(evidence)
    named = {int(year) for year in _FOUR_DIGITS.findall(evidence)} if beside else set[int]()
    return {
        *(mention.year for mention in given),
        *(day.year + shift for day in published for shift in shifts),
        *(year + way for year in named for way in beside),
    }


def _is_carried(mention: DateMention, given: Sequence[DateMention], evidence: str, published: Sequence[date]) -> bool:
    """Whether the evidence gives a date, or leaves out what its source's own date supplies."""
    for found in given:
        same_day = mention.day is None or mention.day == found.day
        if found.month == mention.month and same_day and _may_be_of(mention, found, published):
            return True
    named = {month for each in stretches(evidence) for month in each.ends}
    if mention.day is None and mention.month in named and (mention.year is None or str(mention.year) in evidence):
        return True
    if mention.day and ((mention.month, mention.day) in reckoned_days(evidence) or _is_end(mention, evidence)):
        return True
    candidates = (day for when in published for day in _days_meant(evidence, when, dated=bool(given)))
    return any(day.month == mention.month and mention.day in (None, day.day) and mention.year in (None, day.year) for day in candidates)


def _is_anniversary(mention: DateMention, there: Carried) -> bool:
    """Whether a date is so many years from one of the evidence as that says."""
    same_day = any((found.month, found.day) == (mention.month, mention.day) for found in there.dates)
    return bool(same_day and mention.year and Decimal(mention.year) in there.reckoned.by_value)


def _is_old(mention: DateMention, text: str, evidence: str) -> bool:
    """Whether a date is called the new one, and is the one from which the evidence says that something was moved."""
    if mention.day is None or not _NEW_DATE.search(prefix(text, mention.start)):
        return False
    return any(mention.day == day and month in (None, mention.month) for day, month in _old_days(evidence))


@lru_cache(maxsize=64)
def _old_days(evidence: str) -> frozenset[tuple[int | None, int | None]]:
    """The days from which something was moved, each with its month, where that stands with it."""
    moved = ((dates(match["old"]), int(match["day"])) for match in _MOVED_DATE.finditer(evidence))
    return frozenset((old[0].day, old[0].month) if old else (day, None) for old, day in moved)


def _in_middle(mention: DateMention, evidence: str) -> bool:
    """Whether a day is about the middle of a month, and the evidence says so."""
    months = {MONTHS[match[1].lower()] for match in _MIDDLE.finditer(evidence)}
    return mention.month in months and mention.day is not None and abs(mention.day - _MIDDLE_DAY) <= 2


def _is_end(mention: DateMention, evidence: str) -> bool:
    """Whether a day is the last of a month, and the evidence speaks of that month's end."""
    if not mention.day or mention.day != monthrange(min(max(mention.year or _LEAP_YEAR, 1), 9999), mention.month)[1]:
        return False
    return _says(re.compile(rf"\b(?i:end\sof|ende)\s(?:{_MONTHS[mention.month]})\b"), evidence)


def _may_be_of(mention: DateMention, found: DateMention, published: Sequence[date]) -> bool:
    """Whether the years agree; where the evidence names none, it means a year next to its source's own."""
    if mention.year is None or found.year is not None:
        return found.year in (mention.year, None) or mention.year is None
    return not published or any(abs(day.year - mention.year) <= (day.month != mention.month) for day in published)


def _days_meant(evidence: str, published: date, *, dated: bool) -> list[date]:
    """The days that a source may mean by *on Tuesday* or *yesterday*, or without a word about the day."""
    day = published.toordinal()
    around = [date.fromordinal(near) for near in range(max(1, day - 7), min(date.max.toordinal(), day + 7) + 1)]
    named = {WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(evidence)}
    meant = [day for day in around if day.weekday() in named]
    if _RELATIVE_DAY.search(evidence):
        meant += [day for day in around if abs((day - published).days) <= 2]
    return meant or ([] if dated else [day for day in around if day <= published])
