"""Safe edits, applied to the texts that they point into.

An edit exchanges the words at its span and nothing else: comments, layout, line ends and the rest of the file stay byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff

from generator.text.finding import Edit, Finding
from generator.text.places import Text


@dataclass(frozen=True)
class Mended:
    """A text before and after its edits, and how many there were."""

    text: Text
    body: str
    edits: int

    def difference(self) -> str:
        """A unified diff of the two, with three lines of context."""
        lines = unified_diff(self.text.body.splitlines(), self.body.splitlines(), f"a/{self.text.path}", f"b/{self.text.path}", lineterm="")
        return "\n".join(lines)


def mended(findings: Iterable[Finding]) -> list[Mended]:
    """The texts that the edits of findings change; of two edits that overlap the first one counts."""
    edits: dict[Text, list[Edit]] = {}
    for finding in findings:
        if finding.edit is not None and finding.edit.span.words != finding.edit.replacement:
            edits.setdefault(finding.edit.span.text, []).append(finding.edit)
    return [_apply(text, sorted(found, key=lambda edit: edit.span.start)) for text, found in edits.items()]


def _apply(text: Text, edits: list[Edit]) -> Mended:
    parts: list[str] = []
    position = done = 0
    for edit in edits:
        if edit.span.start < position:
            continue
        parts += (text.body[position : edit.span.start], edit.replacement)
        position = edit.span.end
        done += 1
    return Mended(text, "".join((*parts, text.body[position:])), done)
