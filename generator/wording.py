"""The words that pages and handouts use: labels, statuses, dates, counts.

One table a language would go here; so far all labels are English, while dates and the direction of writing
follow the brief's language (CLDR, by Babel).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from generator.text.edtf import EdtfDate, EdtfInterval, parse_edtf

FACT_STATUS = {
    "confirmed": ("Confirmed", "two or more independent sources, or the party concerned, say so"),
    "reported": ("Reported", "sources report it; we could not confirm it ourselves"),
    "claimed": ("Claimed", "somebody says so who has an interest in it"),
    "disputed": ("Disputed", "sources contradict each other"),
    "refuted": ("Refuted", "sources show that it is not so"),
    "unverified": ("Unverified", "nobody could check it so far"),
}
QUESTION_STATUS = {"open": "Open", "partly": "Partly answered", "answered": "Answered"}
BRIEF_STATUS = {
    "draft": "Draft: not published",
    "review": "In review: not published",
    "withdrawn": "Withdrawn",
    "embargo": "Under embargo: not published",
}
CONFIDENCE = {"low": "Low confidence", "moderate": "Moderate confidence", "high": "High confidence"}
SOURCE_KIND = {
    "report": "News report",
    "official": "Official source",
    "transcript": "Transcript",
    "interview": "Interview",
    "analysis": "Analysis",
    "opinion": "Opinion",
    "data": "Data",
    "satire": "Satire",
    "synthetic": "Made-up text",
    "unverified": "Unverified source",
    "boilerplate": "Page furniture",
}
ACTOR_KIND = {"person": "Person", "organisation": "Organisation", "state": "State", "group": "Group", "anonymous": "Unnamed source"}
EXISTENCE = {
    "verified": "",
    "unverified": "We could not verify that this person exists.",
    "fictional": "This person is fictional.",
}
TIER = {
    "exact": "Word for word",
    "typographic": "Word for word; only typography differs",
    "elided": "Word for word, shortened where marked […]",
    "edited": "Word for word, but for the editor’s words in [brackets] or a capital",
}
CORRECTION_KIND = {"correction": "Correction", "clarification": "Clarification", "update": "Update"}
PAPER = {"a4": "A4", "letter": "Letter"}
HANDOUT_FORM = {"full": "", "onepage": "one sheet", "large": "large print"}
RELIABILITY = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Reliability cannot be judged",
}

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])
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


def locale(language: str) -> Locale:
    """The locale of a BCP 47 tag; English where CLDR knows none."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def day(value: date | None, language: str) -> DateWords | None:
    """A day, such as 24 October 2024."""
    if value is None:
        return None
    return DateWords(value.isoformat(), _format_day(value, language))


def _format_day(value: date, language: str) -> str:
    if language.lower() == "en":
        return f"{value.day} {format_date(value, 'MMMM y', 'en')}"
    return format_date(value, "long", locale(language))


def edtf(written: str, language: str) -> DateWords:
    """A date of a timeline, such as "about 22 October 2024" or "October 2024 to December 2024"."""
    value = parse_edtf(written)
    if isinstance(value, EdtfInterval):
        start = _edtf_date(value.start, language) if value.start else "…"
        end = _edtf_date(value.end, language) if value.end else "…"
        return DateWords("", f"{start} – {end}")
    if value is None:
        return DateWords("", written)
    iso = written.rstrip("?~%") if value.month is None or value.month <= 12 else ""
    return DateWords(iso, _edtf_date(value, language))


def _edtf_date(value: EdtfDate, language: str) -> str:
    if value.day:
        words = _format_day(value.first, language)
    elif value.month and value.month > 12:
        words = f"{('spring', 'summer', 'autumn', 'winter')[value.month - 21]} {value.year}"
    elif value.year < 1:
        words = f"{1 - value.year} BC"
    else:
        words = str(format_skeleton(_SKELETONS[value.month is not None], value.first, locale=locale(language), fuzzy=True))
    tongue = language.lower().partition("-")[0]
    about = f"{_ABOUT.get(tongue, 'c.')} " if value.approximate else ""
    unsure = (" (uncertain)" if tongue == "en" else " (?)") if value.uncertain else ""
    return f"{about}{words}{unsure}"


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
