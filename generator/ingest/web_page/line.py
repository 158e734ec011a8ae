"""A line in the making: the words between two block boundaries of a page, with their links, marks and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from generator.ingest.raised import AMBIGUOUS, set_apart
from generator.text.matching.words import is_spaced_letter
from generator.text.quotation_marks import CLOSING, OPENING, marks

_WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_NEVER_SEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # places where a line may break
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？：；؟।॥။]['\"”’»«“)\]」』]*\s*\Z")
_BEGINS_ANEW = re.compile(r"[\s\"'“„«»‘(\[–—•*·-]*(?![a-zß-öø-ÿа-яёα-ω])\w")
_FIGURES = re.compile(r"\s*\d{1,3}\s*")
_LABEL = 60  # characters of a line that a break ends because it is a label, not because the column is narrow
_NEAR, _MANY = 4, 12  # runs before a raised one, and before a line break, as far as they matter
_INNER = {"„": ("‚", "‘"), "«": ("“", "”"), "「": ("『", "』")}


@dataclass(frozen=True)
class Run:
    """Words of one kind in a line."""

    text: str
    is_linked: bool = False
    is_button: bool = False
    check: str = ""


@dataclass(frozen=True)
class Finished:
    """Words between two breaks: how many of their characters lead elsewhere, how many stand on buttons, what is to be looked at."""

    text: str = ""
    linked: int = 0
    buttons: int = 0
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A place in a line."""

    line: int
    run: int


@dataclass
class Border:
    """The tags since the last word: whether one element ended and another began, and whether both are boxes, such as links."""

    is_crossed: bool = False
    is_between_boxes: bool = False
    _ended: bool = False
    _box_ended: bool = False

    def begin(self, *, is_box: bool = False) -> None:
        """An element begins."""
        self.is_crossed |= self._ended
        self.is_between_boxes |= self._box_ended and is_box

    def end(self, *, is_box: bool = False) -> None:
        """An element ends."""
        self._ended = True
        self._box_ended |= is_box


@dataclass
class Line:
    """Runs of words; None is a line break."""

    runs: list[Run | None] = field(default_factory=list)
    number: int = 0
    border: Border = field(default_factory=Border)

    @property
    def last(self) -> str:
        """The last character that is there."""
        run = self.runs[-1] if self.runs else None
        return run.text[-1:] if run else ""

    def add(self, text: str, *, is_linked: bool = False, is_button: bool = False, keeps_lines: bool = False) -> None:
        """Words as a page has them, white space and all; those of `<pre>` keep their line ends."""
        words = _NEVER_SEEN.sub("", text)
        for index, part in enumerate(words.split("\n") if keeps_lines else (words,)):
            if index:
                self.break_off()
            if shown := _WHITE.sub(" ", part):
                if self._parts(shown[0]):
                    self.runs.append(Run(" "))
                self.runs.append(Run(shown, is_linked, is_button))
                self.border = Border()

    def _parts(self, following: str) -> bool:
        """Whether two elements without white space between them hold words that are not one word."""
        before = self.last
        if not (self.border.is_crossed and before and is_spaced_letter(before) and is_spaced_letter(following)):
            return False
        is_new = (before.islower() and not following.islower()) or (before.isdigit() and following.isupper())
        return self.border.is_between_boxes or is_new

    def goes_on(self, after: str) -> bool:
        """Whether a sentence is under way, and goes on with these words."""
        runs = "".join(run.text if run else " " for run in self.runs[-_NEAR:]).rstrip()
        following = after.lstrip()[:1]
        return bool(runs) and not _ENDS_SENTENCE.search(runs[-12:]) and (following.islower() or following in tuple(".,;:!?)”’"))

    def break_off(self) -> None:
        """A line break."""
        self.runs.append(None)

    def mark(self) -> Mark:
        """Where the line is now."""
        return Mark(self.number, len(self.runs))

    def _since(self, mark: Mark) -> str | None:
        """The words since a mark; None where the line is another one by now."""
        return "".join(run.text if run else " " for run in self.runs[mark.run :]) if mark.line == self.number else None

    def raise_since(self, mark: Mark, *, is_note: bool) -> None:
        """The words since a mark are raised."""
        words = self._since(mark)
        if not words:
            return
        before = "".join(run.text if run else " " for run in self.runs[max(0, mark.run - _NEAR) : mark.run])
        written, is_sure = (f" [{words.strip()}]", True) if is_note and _FIGURES.fullmatch(words) else set_apart(before, words)
        is_linked = any(run is not None and run.is_linked for run in self.runs[mark.run :])
        self.runs[mark.run :] = [Run(written, is_linked, check="" if is_sure else AMBIGUOUS)]

    def begin_quotation(self, language: str, *, is_inner: bool) -> Mark | None:
        """Set the opening mark that a browser draws before `<q>`; None where the page has one of its own."""
        if self.last and self.last in OPENING:
            return None
        place = self.mark()
        self.runs.append(Run(_marks(language, is_inner)[0]))
        return place

    def end_quotation(self, place: Mark, language: str, *, is_inner: bool) -> None:
        """Set the closing mark, or take back the opening one where the words have marks of their own."""
        if self._since(place) is None:
            return
        inside = (self._since(Mark(place.line, place.run + 1)) or "").strip()
        if not inside or (inside[0] in OPENING and inside[-1] in CLOSING):
            del self.runs[place.run]
        else:
            self.runs.append(Run(_marks(language, is_inner)[1]))

    def finish(self) -> list[Finished]:
        """The paragraphs that the line holds; it is empty then."""
        parts: list[list[Run]] = [[]]
        breaks = 0
        for run in self.runs:
            if run is None:
                breaks += 1
            elif run.text.strip() or not breaks:
                if breaks and parts[-1] and _ends_paragraph(parts[-1], run.text, breaks):
                    parts.append([])
                elif breaks:
                    parts[-1].append(Run(_space_between(parts[-1], run.text)))
                parts[-1].append(run)
                breaks = 0
        self.runs, self.border, self.number = [], Border(), self.number + 1
        return [each for part in parts if (each := _finished(part)).text.strip()]


def _finished(runs: list[Run]) -> Finished:
    text = normalize("NFC", _WHITE.sub(" ", "".join(run.text for run in runs)).strip(" "))
    linked = sum(len(run.text.strip()) for run in runs if run.is_linked)
    buttons = sum(len(run.text.strip()) for run in runs if run.is_button)
    return Finished(text, linked, buttons, tuple(dict.fromkeys(run.check for run in runs if run.check)))


def _marks(language: str, is_inner: bool) -> tuple[str, str]:
    """The quotation marks of a language; those within other ones."""
    opening, closing = marks(language)
    return _INNER.get(opening[0], ("‘", "’")) if is_inner else (opening, closing)


def _space_between(before: list[Run], after: str) -> str:
    """What a line break in a paragraph is: a space, where the script has spaces."""
    last = before[-1].text[-1:] if before else ""
    return "" if last.isalpha() and after[0].isalpha() and not (is_spaced_letter(last) or is_spaced_letter(after[0])) else " "


def _ends_paragraph(before: list[Run], after: str, breaks: int) -> bool:
    """Whether line breaks end a paragraph: two do; one does after a sentence or a label, where no sentence goes on."""
    words = "".join(run.text for run in before[-_MANY:]).strip()
    if breaks > 1 or _ENDS_SENTENCE.search(words[-12:]):
        return bool(words)
    is_label = len(before) < _MANY and len(words) < _LABEL and not words.endswith((",", "–", "—", "-"))
    return is_label and _BEGINS_ANEW.match(after[:20]) is not None
