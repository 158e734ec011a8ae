"""The words of one language: labels and sentences from its catalogue, counts, dates, quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from babel import Locale
from babel.lists import format_list

from generator.text import quotation_marks
from generator.wording import dates, script
from generator.wording.catalogue import Catalogue, read_catalogue
from generator.wording.dates import DateWords
from generator.wording.labels import LABELS, N_

FOLDER = "locale/"
"""Where catalogues stand among templates: `locale/de.po`."""


class Wording:
    """The words of a language (a BCP 47 tag). What its catalogue lacks is said in English."""

    def __init__(self, language: str, catalogue: Catalogue = Catalogue()) -> None:  # noqa: B008 - a frozen value
        self.language = language
        self.catalogue = catalogue

    @property
    def spoken(self) -> str:
        """The language that its messages are in: its own, or English where it has no catalogue."""
        return self.language if self.catalogue.messages else "en"

    @property
    def spoken_direction(self) -> str:
        return script.direction(self.spoken)

    def message(self, message: str) -> str:
        """A message, its names in braces not yet filled in."""
        return self.catalogue.find(message) or message

    def gettext(self, message: str, **values: Any) -> str:
        """A message, with values for the names in braces."""
        return self.message(message).format(**values)

    def ngettext(self, one: str, many: str, number: int, **values: Any) -> str:
        """A message that counts something, in the language's form for the number, which is `{number}` in it."""
        message = self.plural(one, many, number)
        return message.format(number=self.number(number), **values)

    def plural(self, one: str, many: str, number: int) -> str:
        """The form of a message for a number, its names in braces not yet filled in."""
        return self.catalogue.find(one, number=number) or (one if number == 1 else many)

    def label(self, table: str, key: str) -> str:
        """The word for a key of one of the tables of labels."""
        message = LABELS[table][key]
        return self.catalogue.find(message, table) or message

    def number(self, number: int) -> str:
        return dates.number(number, self.locale)

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of the language; of English, the British habits."""
        return dates.locale("en-GB" if self.language.lower() == "en" else self.language)

    def listed(self, words: Iterable[str]) -> str:
        """Words as a list in a sentence."""
        return format_list(tuple(words), locale=dates.locale("en-GB") if self.spoken == "en" else self.locale)

    def day(self, value: date | None) -> DateWords | None:
        """A day, such as 24 October 2024."""
        return dates.day(value, self.language)

    def edtf(self, written: str) -> DateWords:
        """A date of a timeline."""
        own = self.spoken.partition("-")[0].lower() == self.language.partition("-")[0].lower()
        unsure = self.message(N_("{date} (uncertain)")) if own else "{date} (?)"  # what readers of any language understand
        return dates.edtf(written, self.language, self.gettext, unsure)

    @cached_property
    def marks(self) -> tuple[str, str]:
        """Opening and closing quotation mark."""
        return quotation_marks.marks(self.language)

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language."""
        opening, closing = self.marks
        return f"{opening}{words}{closing}"

    @cached_property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return script.direction(self.language)


class Wordings:
    """The words of all languages, by the catalogues that stand among templates."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = templates
        self._known: dict[str, Wording] = {}

    def of(self, language: str) -> Wording:
        """The words of a language: by its own catalogue, or that of the language without its region."""
        if language not in self._known:
            self._known[language] = Wording(language, self._catalogue(language))
        return self._known[language]

    def _catalogue(self, language: str) -> Catalogue:
        name = next((name for name in _names(language) if f"{FOLDER}{name}.po" in self._templates), None)
        return read_catalogue(self._templates[f"{FOLDER}{name}.po"], name) if name else Catalogue()


def _names(language: str) -> Iterator[str]:
    """The names that the catalogue of a language may have, the nearest first: `de-at`, `de`."""
    parts = language.lower().split("-")
    yield from ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
