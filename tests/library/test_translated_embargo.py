"""An embargo holds for what a brief tells, in whatever language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from generator.checks import Policy
from generator.text.finding import Severity
from tests.support import HEAD, check_all
from tests.support.edition import Edition

LIFTS = datetime(2026, 3, 1, 17, tzinfo=UTC)
PUBLISHED = f"{HEAD}status: {{}}\npublished: 2026-01-01\nas_of: 2026-01-01\n"
ORIGINAL = f"{PUBLISHED.format('published')}embargo: 2026-03-01T18:00+01:00\n"


def published(now: datetime, status: str, embargo: str, *, preview: bool = False, original: str = ORIGINAL) -> dict[str, str | None]:
    """The briefs that are public of an original under embargo, its translation and that one's, with their marks."""
    briefs = {
        "bridge": original,
        "de": f"{PUBLISHED.format(status)}translation_of: bridge\n{embargo}",
        "fr": f"{PUBLISHED.format(status)}translation_of: de\n",
    }
    edition = Edition({slug: {"brief.yml": text} for slug, text in briefs.items()}, now=now, preview=preview)
    return {page.address.rstrip("/"): page.mark for page in edition.rendered().pages if page.address.count("/") == 1} | {"search": None}


@pytest.mark.parametrize("status", ["published", "withdrawn"])
@pytest.mark.parametrize("embargo", ["", "embargo:\n", "embargo: 2026-02-28\n", "embargo: 2026-03-01T17:59+01:00\n"])
def test_no_translation_is_public_before_its_original(status: str, embargo: str) -> None:
    """To the last second of an original's embargo neither a translation nor one of that is public, whatever embargo they name."""
    for before in (timedelta(seconds=1), timedelta(hours=16), timedelta(days=30)):
        assert not {"bridge", "de", "fr"} & published(LIFTS - before, status, embargo).keys()
    assert {"bridge", "de", "fr"} <= published(LIFTS + timedelta(days=1), status, embargo).keys()


def test_a_translation_without_an_embargo_is_public_with_its_original() -> None:
    """It needs no embargo of its own: in a preview it is marked, and the same instant lifts it."""
    assert {"bridge", "de", "fr"} <= published(LIFTS, "published", "").keys()
    marks = published(LIFTS - timedelta(seconds=1), "published", "", preview=True)
    assert {marks[slug] for slug in ("bridge", "de", "fr")} == {"embargo"}


def test_a_translation_is_held_back_where_its_original_cannot_be_read() -> None:
    """Nobody knows whether it is under embargo; a draft of the translation is no error for it."""
    unreadable = ORIGINAL.replace("title: ", 'title: "')
    assert not {"bridge", "de", "fr"} & published(LIFTS, "published", "", original=unreadable).keys()
    for status, codes in (("published", {"B102", "B125"}), ("draft", {"B102"})):
        briefs = {"bridge": unreadable, "de": f"{PUBLISHED.format(status)}translation_of: bridge\n"}
        found = check_all({slug: {"brief.yml": text} for slug, text in briefs.items()}, policy=Policy(LIFTS.date())).findings
        assert {finding.code for finding in found.of(Severity.ERROR)} == codes
