"""The timeline as a drawing."""

from __future__ import annotations

import re

import pytest

from generator.pages.timeline_svg import timeline_svg
from generator.wording.wording import Wording


def numbers(drawing: str) -> list[int]:
    """The numbers of events in a drawing."""
    return sorted(int(number) for number in re.findall(r">(\d+)</text>", "".join(re.findall(r'<g class="on-\w+".*?</g>', drawing))))


@pytest.mark.parametrize(
    "dates",
    [
        ["2024-12-27", "2025-06", "2026-02-18/2026-02-26", "2028"],
        ["2024-10-22~", "2024-10-22?", "2024-11/..", "../2024-12"],
        ["0800", "1066-10-14", "1945"],
        [f"2024-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(40)],
    ],
)
def test_every_event_is_drawn_once_within_the_drawing(dates: list[str]) -> None:
    """Each event has its number in the drawing once, no two stand on each other, and nothing leaves the frame."""
    drawing = str(timeline_svg(dates, Wording("en")))
    assert numbers(drawing) == list(range(1, len(dates) + 1))
    circles = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawing)]
    pairs = ((a, b) for n, a in enumerate(circles) for b in circles[:n])
    assert all(abs(a[0] - b[0]) >= 6 or abs(a[1] - b[1]) >= 10 for a, b in pairs)
    _, _, width, height = (float(value) for value in re.search(r'viewBox="([^"]+)"', drawing)[1].split())  # type: ignore[index]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in circles)


def test_too_many_events_for_numbers_are_dots() -> None:
    """Hundreds of events of one month are drawn as dots, none left out, in a drawing that is no page high."""
    drawing = str(timeline_svg([f"2024-03-{1 + n % 28:02}" for n in range(400)], Wording("en")))
    assert numbers(drawing) == []
    assert drawing.count("<circle") == 400
    assert float(re.search(r'viewBox="0 0 640 ([\d.]+)"', drawing)[1]) < 200  # type: ignore[index]


@pytest.mark.parametrize(
    "dates", [[], ["2024", "2025"], ["2024-01-01"] * 5, ["2024", "2025", "-0044"], ["2024-01-01", "2024-01-02", "2024-01-03"]]
)
def test_what_a_list_says_as_well_is_not_drawn(dates: list[str]) -> None:
    """Two events, events of one day or so, and events before our era are a list only."""
    assert timeline_svg(dates, Wording("en")) is None


def test_uncertain_and_lasting_events_look_different() -> None:
    """What is uncertain is hollow, what lasts is a thick bar, a date without a day a thin one, an open end has an arrow."""
    drawing = str(timeline_svg(["2024?", "2024-02-01", "2024/2026", "2025/..", "2026"], Wording("en")))
    assert drawing.count('class="hollow"') == 1
    assert drawing.count('stroke-width="2.4"') == 2
    assert drawing.count('class="bar"') == 4
    assert drawing.count('class="arrow"') == 1


def test_a_drawing_says_in_words_what_it_shows() -> None:
    """The title gives the first and the last date and the number of events, in the brief's language of dates."""
    drawing = str(timeline_svg(["2024-12-27", "2025-06", "2028"], Wording("de")))
    assert "<title>Timeline from 27. Dezember 2024 to 2028: 3 events, told in the list below</title>" in drawing


def test_time_runs_the_way_that_letters_run() -> None:
    """In a brief in Arabic the first event stands at the right, and its arrows and bars turn around with it."""
    dates = ["2020", "2021-05-01/..", "2024-03-01"]
    plain, mirrored = (str(timeline_svg(dates, Wording(language))) for language in ("en", "ar"))
    left, right = ([float(x) for x in re.findall(r'cx="([\d.]+)"', drawing)] for drawing in (plain, mirrored))
    assert left == sorted(left)
    assert right == [pytest.approx(640 - x, abs=0.11) for x in left]
    arrow = r'class="arrow" d="M[\d.]+ [\d.]+l(-?6) '
    assert (re.findall(arrow, plain), re.findall(arrow, mirrored)) == (["6"], ["-6"])


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "about 22 October 2024 (uncertain)"), ("de", "um 22. Oktober 2024 (?)"), ("ko", "c. 2024년 10월 22일 (?)")],
)
def test_a_vague_date_is_told_in_its_language(language: str, words: str) -> None:
    """No English word stands beside the date words of another language."""
    assert Wording(language).edtf("2024-10-22%").words == words
