"""Of what kind the lines of a source's text are, and what of that holds for the text that its page has now.

A line that both texts have keeps its kind, which an editor may have set. Of a new one the reader says whether it is page furniture;
where it is none, it is of the kind of the line of the article before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from generator.ingest import Article
from generator.items.source import Segment

_FURNITURE = "boilerplate"


@dataclass(frozen=True)
class Kind:
    """What a segment says of its lines; all empty for lines in no segment."""

    kind: str = ""
    note: str = ""


@dataclass(frozen=True)
class Line:
    """A line with words; `number` counts all lines from 1."""

    number: int
    words: str
    kind: Kind = Kind()


def lines_of(text: str, item: Mapping[str, Any]) -> list[Line]:
    """The lines of a source's text, with the kinds that its item in brief.yml gives them."""
    kinds: dict[int, Kind] = {}
    listed = item.get("segments")
    for written in listed if isinstance(listed, list) else ():
        try:
            segment = Segment.model_validate(written)
        except ValidationError:  # `briefs check` says what is wrong with it
            continue
        first, last = segment.lines
        kinds |= dict.fromkeys(range(first, min(last, len(text)) + 1), Kind(segment.kind, str(segment.note or "")))
    return [Line(number, words, kinds.get(number, Kind())) for number, words in _written(text)]


def carried(before: Sequence[Line], article: Article) -> list[Line]:
    """The lines of what the page of a source says now."""
    segments = [each for each in article.segments if each.kind == _FURNITURE]
    furniture = {number for each in segments for number in range(each.first_line, each.last_line + 1)}
    after = list(_written(article.text))
    matcher = SequenceMatcher(None, [line.words for line in before], [words for _, words in after], autojunk=False)
    kept = {b + step: before[a + step].kind for a, b, size in matcher.get_matching_blocks() for step in range(size)}
    found: list[Line] = []
    own = Kind()
    for index, (number, words) in enumerate(after):
        kind = kept.get(index) or (Kind(_FURNITURE) if number in furniture else own)
        own = own if kind.kind == _FURNITURE else kind
        found.append(Line(number, words, kind))
    return found


def own_text(lines: Sequence[Line]) -> str:
    """The lines that are no page furniture."""
    return "\n".join(line.words for line in lines if line.kind.kind != _FURNITURE)


def segments_of(lines: Sequence[Line]) -> list[dict[str, str | int]]:
    """The lines of another kind than the source's own, as brief.yml has them."""
    return list(_segments(lines))


def _segments(lines: Sequence[Line]) -> Iterator[dict[str, str | int]]:
    for kind, group in groupby(lines, key=lambda line: line.kind):
        numbers = [line.number for line in group]
        if kind.kind:
            written = numbers[0] if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
            yield {"lines": written, "kind": kind.kind} | ({"note": kind.note} if kind.note else {})


def _written(text: str) -> Iterator[tuple[int, str]]:
    return ((number, words) for number, words in enumerate(text.split("\n"), 1) if words.strip())
