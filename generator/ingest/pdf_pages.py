"""PDF, read by pdfium: lines are joined to paragraphs, words that a line end broke are mended, running heads go."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import quantiles
from typing import Any

from generator.ingest import pdf_text
from generator.ingest.article import Article, IngestError, Known, Paragraph, iso_day, known, told_by

MAX_PAGES = 500
MAX_CHARACTERS = 5_000_000
MEGABYTES, SECONDS = 1_000, 60
_PRINT = "print it into a new PDF, or copy its text into a file, and import that"
_WRONG = {
    pdf_text.PASSWORD: "is encrypted; save it without a password",
    pdf_text.DAMAGED: "is a damaged PDF; download or save it again",
    pdf_text.TOO_MANY: f"has more than {MAX_PAGES} pages; save the pages that you need as a PDF of their own",
}
_BROKEN = re.compile(r"(?<=[^\W\d_])(?:[\ufffe\u00ad\x02]|[-\u2010])$")
_BULLET = re.compile(r"[-–•*·]\s")
_ENDS = re.compile(r"[.!?:…][”\"’'»“)\]]*$")
_BEGINS = re.compile(r"(?:[-–•*]\s|\d{1,2}[.)]\s|[“\"„«]?[^\W\d_a-zäöüß])")
_NUMBER = re.compile(r"(?:page\s|seite\s)?\d{1,4}(?:\s?(?:/|of|von)\s?\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line of a page: its words, the size of its type, and where it begins, in points from the left and from the foot."""

    text: str
    size: float
    left: float
    baseline: float

    @property
    def without_numbers(self) -> str:
        """What a running head says on every page."""
        return re.sub(r"\d+", "#", self.text)


def read(name: str, data: bytes) -> Article:
    """A PDF's text, and its properties, which are seldom right."""
    found = _extracted(data)
    pages = [[Line(" ".join(text.split()), *place) for text, *place in page] for page in found["pages"]]
    properties = found["properties"]
    article = told_by(map(Paragraph, _blocks(_without_running_heads(pages))), name)
    day = re.match(r"D:(\d{4})(\d{2})(\d{2})", properties.get("CreationDate", ""))
    created = iso_day("-".join(day.groups())) if day else None
    return replace(
        article,
        title=known(properties.get("Title")) or article.title,
        authors=article.authors or tuple(filter(None, [known(properties.get("Author"))])),
        published=article.published or (Known(created) if created else None),
    )


def _extracted(data: bytes) -> dict[str, Any]:
    """Pages and properties, read in a process that may not use much."""
    call = [sys.executable, "-I", "-B", pdf_text.__file__, str(MEGABYTES), str(MAX_PAGES)]
    try:
        done = subprocess.run(call, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise IngestError(f"takes more than {SECONDS} seconds to read; {_PRINT}") from None
    if done.returncode:
        raise IngestError(_WRONG.get(done.returncode, f"needs more memory than a text does, or is damaged; {_PRINT}"))
    found: dict[str, Any] = json.loads(done.stdout)
    if sum(len(line[0]) for page in found["pages"] for line in page) > MAX_CHARACTERS:
        raise IngestError(
            f"holds more than {MAX_CHARACTERS // 10**6} million characters; save the pages that you need as a PDF of their own"
        )
    return found


def _without_running_heads(pages: list[list[Line]]) -> list[Line]:
    """All lines, but page numbers and what stands at the top or the foot of most pages."""
    edges = Counter(key for page in pages for key in {line.without_numbers for line in (*page[:2], *page[-2:])})
    running = {key for key, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    return [
        line
        for page in pages
        for index, line in enumerate(page)
        if not ((index < 2 or index >= len(page) - 2) and (_NUMBER.fullmatch(line.text) or line.without_numbers in running))
    ]


def _blocks(lines: list[Line]) -> Iterator[str]:
    """Lines joined to paragraphs, and words that a line end broke to words."""
    width = quantiles([len(line.text) for line in lines], n=4)[2] if len(lines) > 1 else 80
    steps = _usual_steps(lines)
    block = ""
    for index, line in enumerate(lines):
        block = _joined(block, line.text)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if (
            following is None
            or _ends_paragraph(line, following, width, steps)
            or (block == line.text and _is_heading(line, following, width))
        ):
            yield block
            block = ""


def _joined(block: str, line: str) -> str:
    broken = _BROKEN.search(block)
    if broken and (broken[0] not in "-\u2010" or line[:1].islower()):
        return block[: broken.start()] + line
    return f"{block} {line}" if block else line


def _usual_steps(lines: list[Line]) -> dict[int, float]:
    """How far apart the lines of a paragraph stand, by their size of type."""
    steps: dict[int, list[float]] = {}
    for line, following in pairwise(lines):
        if round(line.size) == round(following.size) and line.baseline - following.baseline > 0.8 * line.size:
            steps.setdefault(round(line.size), []).append(line.baseline - following.baseline)
    return {size: min(found) for size, found in steps.items()}


def _ends_paragraph(line: Line, following: Line, width: float, steps: dict[int, float]) -> bool:
    """Whether a paragraph ends with a line: by another size, a wider step, an indent, a bullet, or a short line that ends a sentence."""
    step = line.baseline - following.baseline
    if abs(line.size - following.size) > 0.04 * line.size:
        return True
    if step > 0:  # not at the top of a column or page
        is_wider = step > 1.15 * steps.get(round(line.size), step)
        if is_wider or (following.left > line.left + 0.8 * line.size and not _BULLET.match(line.text)):
            return True
    begins = _BEGINS.match(following.text) is not None
    return begins and (_BULLET.match(following.text) is not None or (len(line.text) < 0.8 * width and _ENDS.search(line.text) is not None))


def _is_heading(line: Line, following: Line, width: float) -> bool:
    """Whether a line that begins a paragraph is one of its own: short, and no sentence."""
    return len(line.text) < 0.6 * width and not _ENDS.search(line.text) and _BEGINS.match(following.text) is not None
