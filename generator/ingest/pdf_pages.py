"""PDF, read by pdfium: lines are joined to paragraphs, words that a line end broke are mended, what stands around the text is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

from generator.ingest.article import Article, Known, LeftOut, Origin, Paragraph, Piece, iso_day, known, told_by
from generator.ingest.hyphens import LineEnds, is_broken
from generator.ingest.pdf_edges import ENDS, Edge, notes_of, without_edges
from generator.ingest.pdf_layout import INVISIBLE, NUMBERED, Line, lines_of
from generator.ingest.pdf_steps import Steps, step_of, usual_steps
from generator.ingest.pdf_text import pages_of
from generator.ingest.recognition import BY_MACHINE, recognised
from generator.prose.languages.guess import guess_language

_BULLET = re.compile(r"[-–•*·]\s")
_BEGINS = re.compile(r"(?:[-–•*]\s|\d{1,2}[.)]\s|[“\"„«]?[^\W\d_a-zäöüß])")


def read(name: str, data: bytes) -> Article:
    """A PDF's text, and its properties, which are seldom right."""
    found, properties = pages_of(data)
    pages = [lines_of(number, page.rows) for number, page in enumerate(found, 1)]
    scans = [number for number, page in enumerate(found, 1) if page.is_scan]
    pieces = sorted([*_pieces(pages), *(recognised(data, scans) if scans else ())], key=lambda piece: piece.origin.page or 0)
    article = told_by(pieces, name)
    day = re.match(r"D:(\d{4})(\d{2})(\d{2})", properties.get("CreationDate", ""))
    created = iso_day("-".join(day.groups())) if day else None
    return replace(
        article,
        title=known(properties.get("Title")) or article.title,
        authors=article.authors or tuple(filter(None, [known(properties.get("Author"))])),
        published=article.published or (Known(created) if created else None),
    )


def _pieces(pages: list[list[Line]]) -> Iterator[Piece]:
    """The paragraphs of all pages, and after each what was left out beside it."""
    pages, asides, by_machine = _without_asides(pages)
    steps = usual_steps(pages)
    body_size = _most([(round(line.size, 1), len(line.text)) for page in pages for line in page])
    kept, edges = without_edges(pages, body_size, steps)
    left_out = sorted((*asides, *edges), key=lambda edge: edge.line.page)
    for lines, text, checks in _paragraphs(kept, body_size, steps):
        first = lines[: next((at for at, (a, b) in enumerate(pairwise(lines), 1) if b.baseline > a.baseline or b.page != a.page), None)]
        while left_out and left_out[0].line.page < lines[0].page:
            yield _left_out(left_out.pop(0))
        yield Paragraph(text, _origin(first), (*dict.fromkeys((*checks, *((BY_MACHINE,) if by_machine else ()))),))
    yield from map(_left_out, left_out)


def _left_out(edge: Edge) -> LeftOut:
    return LeftOut(_origin([edge.line]), edge.line.text, edge.why, edge.to_check)


def _origin(lines: Sequence[Line]) -> Origin:
    """The page and the box of lines that stand together."""
    if lines[0].angle:
        return Origin(page=lines[0].page)
    lefts, bottoms, rights, tops = zip(*(line.box for line in lines), strict=True)
    return Origin(page=lines[0].page, box=(min(lefts), min(bottoms), max(rights), max(tops)))


def _without_asides(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Edge], bool]:
    """Pages without lines that show that they are none of the text, these lines, and whether all is invisible: it lies over a scan."""
    invisible = sum(len(line.text) for page in pages for line in page if line.aside == INVISIBLE)
    if invisible * 2 > sum(len(line.text) for page in pages for line in page):
        return pages, [], True
    asides = [Edge(line, line.aside, to_check=line.aside != NUMBERED) for page in pages for line in page if line.aside]
    return [[line for line in page if not line.aside] for page in pages], asides, False


def _most(counted: Sequence[tuple[float, int]]) -> float:
    """The value that weighs most."""
    weights: Counter[float] = Counter()
    for value, weight in counted:
        weights[value] += weight
    return weights.most_common(1)[0][0] if weights else 0


def _paragraphs(pages: list[list[Line]], body_size: float, steps: Steps) -> Iterator[tuple[list[Line], str, tuple[str, ...]]]:
    """The paragraphs of the pages; notes at the foot of a page come after the paragraph that they interrupt."""
    small = [notes_of(page, body_size) for page in pages]
    notes = [[line for index, line in enumerate(page) if index in places] for page, places in zip(pages, small, strict=True)]
    body = [line for page, places in zip(pages, small, strict=True) for index, line in enumerate(page) if index not in places]
    lines = [line.text for page in pages for line in page]
    joiner = LineEnds(lines, guess_language("\n".join(lines)))
    width = quantiles(map(len, lines), n=4)[2] if len(lines) > 1 else 80
    done = 0
    for block, following in _blocks(body, width, steps):
        yield block, *_text(block, joiner)
        for page in notes[done : (following.page - 1 if following else None)]:
            done += 1
            for note, _ in _blocks(page, width, steps):
                yield note, *_text(note, joiner)
    for page in notes[done:]:
        for note, _ in _blocks(page, width, steps):
            yield note, *_text(note, joiner)


def _text(lines: Sequence[Line], joiner: LineEnds) -> tuple[str, tuple[str, ...]]:
    """Lines joined, and what an editor should look at in them."""
    text, checks = joiner.joined(line.text for line in lines)
    return text, tuple(dict.fromkeys((*(check for line in lines for check in line.checks), *checks)))


def _blocks(lines: Sequence[Line], width: float, steps: Steps) -> Iterator[tuple[list[Line], Line | None]]:
    """The lines of each paragraph, and the line that follows it."""
    block: list[Line] = []
    for index, line in enumerate(lines):
        block.append(line)
        following = lines[index + 1] if index + 1 < len(lines) else None
        after = lines[index + 2] if index + 2 < len(lines) else None
        if (
            following is None
            or _ends_paragraph(line, following, after, width, steps)
            or (len(block) == 1 and _is_heading(line, following, width))
        ):
            yield block, following
            block = []


def _ends_paragraph(line: Line, following: Line, after: Line | None, width: float, steps: Steps) -> bool:
    """Whether a paragraph ends with a line: by another size, a wider step, an indent, a bullet, or a short line that ends a sentence."""
    if is_broken(line.text, following.text) and following.text[:1].islower():
        return False
    if abs(line.size - following.size) > 0.04 * line.size:
        return True
    step = line.baseline - following.baseline
    if step > 0 and line.page == following.page:  # not at the top of a column or page
        is_indented = following.left > line.left + 0.8 * line.size and (len(line.text) < 0.8 * width or ENDS.search(line.text))
        if step > 1.15 * step_of(steps, line, step) or (is_indented and not _BULLET.match(line.text)):
            return True
    if after and ENDS.search(line.text) and following.left > after.left + 0.8 * line.size and after.baseline < following.baseline:
        return True
    begins = _BEGINS.match(following.text) is not None
    return begins and (_BULLET.match(following.text) is not None or (len(line.text) < 0.8 * width and ENDS.search(line.text) is not None))


def _is_heading(line: Line, following: Line, width: float) -> bool:
    """Whether a line that begins a paragraph is one of its own: short, and no sentence."""
    return len(line.text) < 0.6 * width and not ENDS.search(line.text) and _BEGINS.match(following.text) is not None
