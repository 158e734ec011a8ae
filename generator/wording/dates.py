"""Dates in words (CLDR, by Babel)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from generator.text.edtf import EdtfDate, EdtfInterval, parse_edtf
from generator.wording.labels import N_

_SEASONS = (N_("spring {year}"), N_("summer {year}"), N_("autumn {year}"), N_("winter {year}"))
_SKELETONS = {True: "yMMMM", False: "y"}


@dataclass(frozen=True)
class DateWords:
    """A date for machines (`iso`, empty where there is none) and for readers."""

    iso: str
    words: str


# “About” before a date; CLDR has no word for it, and “c.” is understood where the table has none.
_ABOUT = {
    "en": "about", "de": "um", "fr": "vers", "es": "hacia", "it": "circa", "nl": "circa", "pt": "cerca de", "pl": "około", "sv": "omkring",
    "da": "omkring", "nb": "omkring", "ar": "نحو", "uk": "близько", "ru": "около",
}  # fmt: skip


@cache
def locale(language: str) -> Locale:
    """The locale of a BCP 47 tag; English where CLDR knows none."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def language_name(language: str) -> str:
    """What a language (BCP 47) calls itself, such as Deutsch; its tag where CLDR knows none."""
    try:
        named = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return named[:1].upper() + named[1:] if named else language


@cache
def with_territory(language: str) -> str:
    """A language (BCP 47) with the territory of its habits, such as `de_DE`; of English, the British. Empty where CLDR knows none."""
    try:
        known = Locale.parse("en-GB" if language.lower() == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    likely = get_global("likely_subtags").get(str(known), "")
    territory = known.territory or (Locale.parse(likely).territory if likely else None)
    return f"{known.language}_{territory}" if territory else ""


@lru_cache(4096)
def number(value: int, spoken: Locale) -> str:
    """A number, such as 1,000."""
    return str(format_decimal(value, locale=spoken))


def day(value: date | None, language: str) -> DateWords | None:
    """A day, such as 24 October 2024."""
    if value is None:
        return None
    return DateWords(value.isoformat(), _format_day(value, language))


@lru_cache(4096)
def _format_day(value: date, language: str) -> str:
    if language.lower() == "en":
        return f"{value.day} {format_date(value, 'MMMM y', 'en')}"
    return format_date(value, "long", locale(language))


Say = Callable[..., str]


def edtf(written: str, language: str, say: Say, unsure: str) -> DateWords:
    """A date of a timeline, such as "about 22 October 2024" or "October 2024 to December 2024"."""
    value = parse_edtf(written)
    if isinstance(value, EdtfInterval):
        if whole := _interval(value, language):
            return DateWords("", whole)
        start = _edtf_date(value.start, language, say, unsure) if value.start else "…"
        end = _edtf_date(value.end, language, say, unsure) if value.end else "…"
        return DateWords("", f"{start} – {end}")
    if value is None:
        return DateWords("", written)
    iso = written.rstrip("?~%") if value.month is None or value.month <= 12 else ""
    return DateWords(iso, _edtf_date(value, language, say, unsure))


def _interval(value: EdtfInterval, language: str) -> str | None:
    """An interval of two plain dates alike, as CLDR says it: 4–5 July 2023, from the first part that differs on; None for any other."""
    start, end = value.start, value.end
    if not start or not end or any(each.uncertain or each.approximate or each.year < 1 or (each.month or 0) > 12 for each in (start, end)):
        return None
    spoken = locale("en-GB" if language.lower() == "en" else language)
    if (bool(start.month), bool(start.day)) != (bool(end.month), bool(end.day)):
        return None
    skeletons = ("yMMMMd", "yMMMd") if start.day else ("yMMMM",) if start.month else ("y",)
    parts = (("y", start.year != end.year), ("M", start.month != end.month), ("d", start.day != end.day))
    differs = next((part for part, differs in parts if differs), None)
    patterns = next((found for name in skeletons if (found := spoken.interval_formats.get(name, {}).get(differs))), None)
    if not patterns:
        return None
    ends = zip(patterns, (start.first, end.first), strict=True)
    return "".join(format_date(each, _ABBREVIATED.sub(r"\1\1\1\1", pattern), spoken) for pattern, each in ends)


_ABBREVIATED = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")  # a month that CLDR has in short in intervals of days: pages have it in full


def _edtf_date(value: EdtfDate, language: str, say: Say, unsure: str) -> str:
    if value.day:
        words = _format_day(value.first, language)
    elif value.month and value.month > 12:
        words = say(_SEASONS[value.month - 21], year=value.year)
    elif value.year < 1:
        words = say(N_("{year} BC"), year=1 - value.year)
    else:
        words = str(format_skeleton(_SKELETONS[value.month is not None], value.first, locale=locale(language), fuzzy=True))
    about = _ABOUT.get(language.lower().partition("-")[0], "c.")
    words = f"{about} {words}" if value.approximate else words
    return unsure.format(date=words) if value.uncertain else words
