"""A line in the making: the runs of words between two block boundaries of a page, with their links, marks and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import normalize

from generator.ingest.raised import lowered, raised
from generator.text.matching.words import is_spaced_letter
from generator.wording import marks

_WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_NEVER_SEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # places where a line may break
_OPENING = "“„‟«‹‘‚「『〝\"'"
_CLOSING = "”“»›’‘」』〞\"'"
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？：；؟।॥။]['\"”’»«“)\]」』）]*\s*\Z")
_BEGINS_ANEW = re.compile(r"[\s\"'“„«»‘(\[–—•*·-]*[^\W\d_a-zß-öø-ÿа-яёα-ω]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LABEL = 60  # characters of a line that a break ends because it is a label, not because the column is narrow


@dataclass
class Run:
    """Words of one kind in a line."""

    text: str
    is_linked: bool = False
    is_button: bool = False


@dataclass(frozen=True)
class Finished:
    """Words between two breaks: how many of their characters lead elsewhere, and how many stand on buttons."""

    text: str
    linked: int
    buttons: int


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
    """Runs of words; a run `\\n` is a line break."""

    runs: list[Run] = field(default_factory=list)
    serial: int = 0  # counts the lines: a mark of another one is none
    border: Border = field(default_factory=Border)

    @property
    def last(self) -> str:
        """The last character that is there."""
        return self.runs[-1].text[-1:] if self.runs else ""

    def add(self, text: str, *, is_linked: bool = False, is_button: bool = False, keeps_lines: bool = False) -> None:
        """Words as a page has them, white space and all; those of `<pre>` keep their line ends."""
        words = _NEVER_SEEN.sub("", text)
        for index, part in enumerate(words.split("\n") if keeps_lines else (words,)):
            if index:
                self.break_off()
            if shown := _WHITE.sub(" ", part):
                if self._parts(shown):
                    self.runs.append(Run(" "))
                self.runs.append(Run(shown, is_linked, is_button))
                self.border = Border()

    def _parts(self, following: str) -> bool:
        """Whether two elements without white space between them hold words that are not one word."""
        before, after = self.last, following[0]
        if not (self.border.is_crossed and is_spaced_letter(before) and is_spaced_letter(after)):
            return False
        return self.border.is_between_boxes or (before.islower() and not after.islower()) or (before.isdigit() and after.isupper())

    def break_off(self) -> None:
        """A line break."""
        self.runs.append(Run("\n"))

    def mark(self) -> tuple[int, int]:
        """Where the line is now."""
        return self.serial, len(self.runs)

    def since(self, mark: tuple[int, int]) -> str | None:
        """The words since a mark; None where the line is another one by now."""
        return "".join(run.text for run in self.runs[mark[1] :]) if mark[0] == self.serial else None

    def before(self, mark: tuple[int, int]) -> str:
        """Some words before a mark."""
        return "".join(run.text for run in self.runs[max(0, mark[1] - 4) : mark[1]]) if mark[0] == self.serial else ""

    def replace(self, mark: tuple[int, int], text: str) -> None:
        """Other words in place of those since a mark."""
        linked = any(run.is_linked for run in self.runs[mark[1] :])
        self.runs[mark[1] :] = [Run(text, linked)]

    def set_height(self, mark: tuple[int, int], tag: str, *, is_note: bool) -> None:
        """The words since a mark are raised (`sup`) or lowered (`sub`)."""
        figures = self.since(mark)
        if figures:
            before = self.before(mark)
            self.replace(mark, raised(before, figures, is_note=is_note) if tag == "sup" else lowered(before, figures))

    def begin_quotation(self, language: str, *, is_inner: bool) -> tuple[int, int] | None:
        """Set the opening mark that a browser shows before `<q>`; None where the page has one of its own."""
        if self.last and self.last in _OPENING:
            return None
        place = self.mark()
        self.runs.append(Run(_inner(language)[0] if is_inner else marks(language)[0]))
        return place

    def end_quotation(self, place: tuple[int, int], language: str, *, is_inner: bool) -> None:
        """Set the closing mark, or take back the opening one where the words have marks of their own."""
        said = self.since(place)
        if said is None:
            return
        inside = said[1:].strip()
        if not inside or (inside[0] in _OPENING and inside[-1] in _CLOSING):
            del self.runs[place[1]]
        else:
            self.runs.append(Run(_inner(language)[1] if is_inner else marks(language)[1]))

    def finish(self) -> list[Finished]:
        """The paragraphs that the line holds, and an empty line in its place."""
        found: list[Finished] = []
        text, linked, buttons, breaks = "", 0, 0, 0
        for run in self.runs:
            if run.text == "\n":
                breaks += 1
                continue
            if breaks and not run.text.strip():
                continue
            if breaks and text.strip() and (breaks > 1 or _ends_paragraph(text, run.text)):
                found.append(Finished(text, linked, buttons))
                text, linked, buttons = "", 0, 0
            elif breaks and not (_UNSPACED.match(text[-1:]) and _UNSPACED.match(run.text[:1])):
                text += " "
            breaks = 0
            text += run.text
            linked += len(run.text.strip()) * run.is_linked
            buttons += len(run.text.strip()) * run.is_button
        found.append(Finished(text, linked, buttons))
        self.runs, self.border, self.serial = [], Border(), self.serial + 1
        tidy = (Finished(normalize("NFC", _WHITE.sub(" ", each.text).strip(" ")), each.linked, each.buttons) for each in found)
        return [each for each in tidy if each.text.strip()]


def _inner(language: str) -> tuple[str, str]:
    """Quotation marks inside quotation marks."""
    return {"„": ("‚", "‘"), "«": ("“", "”"), "「": ("『", "』")}.get(marks(language)[0], ("‘", "’"))


def _ends_paragraph(before: str, after: str) -> bool:
    """Whether a single line break ends a paragraph: after a sentence or a label, and not where a sentence goes on."""
    if _ENDS_SENTENCE.search(before[-12:]):
        return True
    is_label = len(before.strip()) < _LABEL and not before.rstrip().endswith((",", "–", "—", "-"))
    return is_label and bool(_BEGINS_ANEW.match(after[:20]))
