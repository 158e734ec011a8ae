"""The timeline as a drawing: an axis of time with an event's number where the event stands. Page and handout show the same.

A day is a dot, a longer time a bar, and a date that names no day a thin line; what is uncertain or about a date is drawn hollow, and an
end that is not known has an arrow. The list below the drawing tells the events in words, so the drawing is one image with a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_skeleton
from markupsafe import Markup, escape

from generator.text.edtf import EdtfDate, EdtfInterval, parse_edtf
from generator.wording.wording import Wording

WIDTH, MARGIN = 640.0, 26.0
LEAST_EVENTS = 3  # fewer say more as a list
MOST_LANES = 9  # beyond that the numbers give way to dots
LANE, DOT_LANE = 15.0, 7.0

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)  # steps between ticks
_MOST_TICKS = 7


@dataclass(frozen=True)
class Stretch:
    """When an event was: its first and last day, and how sure that is."""

    number: int
    first: date
    last: date
    open_start: bool = False
    open_end: bool = False
    unsure: bool = False
    lasting: bool = False  # an interval, not a day that is not known


@dataclass(frozen=True)
class Placed:
    """A stretch on the drawing: from `left` to `right` in lane `lane`, the lowest being 0."""

    stretch: Stretch
    left: float
    right: float
    lane: int


def timeline_svg(dates: Sequence[str], wording: Wording) -> Markup | None:
    """The drawing of events at these dates (EDTF, in order), or None where it would show nothing that the list does not."""
    stretches = [found for number, written in enumerate(dates, 1) if (found := _stretch(number, written))]
    if len(stretches) < LEAST_EVENTS or len(stretches) < len(dates):
        return None
    start, end = min(entry.first for entry in stretches), max(entry.last for entry in stretches)
    if (end - start).days < LEAST_EVENTS:
        return None
    scale = _Scale(start, end)
    numbered = list(_placed(stretches, scale, 14.0))
    dense = max(entry.lane for entry in numbered) >= MOST_LANES
    placed = list(_placed(stretches, scale, 8.0)) if dense else numbered
    step = DOT_LANE if dense else LANE
    base = step * (1 + max(entry.lane for entry in placed)) + 4
    mirrored = wording.direction == "rtl"
    parts = [_axis(scale, base, wording, mirrored=mirrored), *_events(placed, base, step, dense=dense, mirrored=mirrored)]
    first, last = _ends(dates, stretches, wording)
    title = wording.ngettext(
        "Timeline from {first} to {last}: {number} event, told in the list below",
        "Timeline from {first} to {last}: {number} events, told in the list below",
        len(dates),
        first=first,
        last=last,
    )
    drawing = (
        f'<svg class="timeline-drawing" role="img" viewBox="0 0 {WIDTH:g} {base + 22:g}" xmlns="http://www.w3.org/2000/svg" '
        'font-family="Briefs Sans" font-size="9.6" text-anchor="middle">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
    return Markup(drawing)  # noqa: S704 - made here, its words escaped


class _Scale:
    """From days to the drawing's coordinates."""

    def __init__(self, start: date, end: date) -> None:
        self.start, self.end = start, end
        self.days = (end - start).days

    def at(self, day: date) -> float:
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - self.start).days / self.days


def _stretch(number: int, written: str) -> Stretch | None:
    value = parse_edtf(written)
    ends = (value.start, value.end) if isinstance(value, EdtfInterval) else (value, value)
    known = [end for end in ends if isinstance(end, EdtfDate)]
    if not known or any(end.year < 1 for end in known):
        return None
    unsure = any(end.uncertain or end.approximate for end in known)
    return Stretch(number, known[0].first, known[-1].last, ends[0] is None, ends[1] is None, unsure, isinstance(value, EdtfInterval))


def _ends(dates: Sequence[str], stretches: Sequence[Stretch], wording: Wording) -> tuple[str, str]:
    """The first and the last date in words."""
    first = min(stretches, key=lambda entry: entry.first).number
    last = max(stretches, key=lambda entry: entry.last).number
    return wording.edtf(dates[first - 1]).words, wording.edtf(dates[last - 1]).words


def _placed(stretches: Iterable[Stretch], scale: _Scale, room: float) -> Iterator[Placed]:
    """Each stretch in the lowest lane where it touches no other; `room` is what a number or a dot needs."""
    ends: list[float] = []
    for entry in sorted(stretches, key=lambda entry: (entry.first, entry.number)):
        left = MARGIN / 2 if entry.open_start else scale.at(entry.first)
        right = WIDTH - MARGIN / 2 if entry.open_end else scale.at(entry.last)
        lane = next((lane for lane, end in enumerate(ends) if end <= left - room / 2), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = max(left + room / 2, right + room / 4)
        yield Placed(entry, left, right, lane)


def _events(placed: Iterable[Placed], base: float, step: float, *, dense: bool, mirrored: bool) -> Iterator[str]:
    """Dots and bars, their numbers at their beginnings; time runs to the left where letters do. What looks alike is said once."""
    radius, way = 2.6 if dense else 6.4, -1 if mirrored else 1
    dots: dict[bool, list[str]] = {False: [], True: []}
    numbers: dict[bool, list[str]] = {False: [], True: []}
    for entry in placed:
        stretch, y = entry.stretch, base - step * (entry.lane + 0.5)
        first, last = (WIDTH - entry.left, WIDTH - entry.right) if mirrored else (entry.left, entry.right)
        if entry.right - entry.left > radius:
            dashes = ' stroke-dasharray="3 2.4"' if stretch.unsure else ""
            weight = 2.4 if stretch.lasting else 0.9
            yield f'<path class="bar" d="M{first:.1f} {y:.1f}H{last:.1f}" stroke="#000" stroke-width="{weight}"{dashes}/>'
        if stretch.open_start:
            yield _arrow(first, y, -way)
        if stretch.open_end:
            yield _arrow(last, y, way)
        x = last if stretch.open_start else first
        dots[stretch.unsure].append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>')
        numbers[stretch.unsure].append(f'<text x="{x:.1f}" y="{y + 2.9:.1f}">{stretch.number}</text>')
    for unsure, kind, fill, ink in ((False, "solid", "#000", "#fff"), (True, "hollow", "#fff", "#000")):
        if dots[unsure]:
            yield f'<g class="{kind}" fill="{fill}" stroke="#000">{"".join(dots[unsure])}</g>'
        if numbers[unsure] and not dense:
            yield f'<g class="on-{kind}" font-size="8" font-weight="600" fill="{ink}">{"".join(numbers[unsure])}</g>'


def _arrow(x: float, y: float, way: int) -> str:
    return f'<path class="arrow" d="M{x:.1f} {y - 3.5:.1f}l{6 * way} 3.5l{-6 * way} 3.5z"/>'


def _axis(scale: _Scale, base: float, wording: Wording, *, mirrored: bool) -> str:
    """The line of time with its ticks."""
    ticks = [(WIDTH - scale.at(day) if mirrored else scale.at(day), words) for day, words in _ticks(scale, wording)]
    lines = f"M{MARGIN / 2:g} {base:g}H{WIDTH - MARGIN / 2:g}" + "".join(f"M{x:.1f} {base:g}v4" for x, _ in ticks)
    named = "".join(f'<text x="{x:.1f}" y="{base + 15:g}">{escape(words)}</text>' for x, words in ticks)
    return f'<path class="axis" d="{lines}" stroke="#000" stroke-width="0.8"/><g class="tick">{named}</g>'


def _ticks(scale: _Scale, wording: Wording) -> list[tuple[date, str]]:
    """Days to name on the axis: as many years, months or days as have room."""
    locale = wording.locale
    for step in _MONTHS:
        days = list(_months(scale, step))
        if 2 <= len(days) <= _MOST_TICKS:
            are_years = all(day.month == 1 for day in days)
            if wording.direction == "rtl":  # the engine's drawings know no letters that run to the left
                return [(day, f"{day:%Y}" if are_years else f"{day:%m/%Y}") for day in days]
            skeleton = "y" if are_years else "yMMM"
            return [(day, str(format_skeleton(skeleton, day, locale=locale, fuzzy=True))) for day in days]
    step = -(-scale.days // _MOST_TICKS)
    days = [scale.start + timedelta(number) for number in range(0, scale.days + 1, step)]
    return [(day, str(format_skeleton("MMMd", day, locale=locale, fuzzy=True))) for day in days]


def _months(scale: _Scale, step: int) -> Iterator[date]:
    """The first days of every so many months, counted from the year 0."""
    first = scale.start.year * 12 + scale.start.month - 1
    for number in range(-(-first // step) * step, scale.end.year * 12 + scale.end.month, step):
        year, month = divmod(number, 12)
        if 1 <= year <= 9999 and scale.start <= date(year, month + 1, 1) <= scale.end:
            yield date(year, month + 1, 1)
