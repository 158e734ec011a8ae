"""The home page: empty, small and large publications."""

from __future__ import annotations

import re

from generator.items.handout import Handout
from generator.pages.outputs.indexes.briefs import ON_HOME_PAGE
from tests.support.edition import Edition

BRIEF = """title: Dam {number}
summary: It holds.
status: published
published: 2026-01-{day:02}
as_of: 2026-01-{day:02}
topics: [Water, Topic {number}]
sources:
  - {{id: s, file: s.txt, title: S, kind: report}}
actors:
  - {{id: ada-{number}, name: Ada {number}, kind: person, existence: verified}}
  - {{id: bea-{number}, name: Bea {number}, kind: person, existence: verified}}
quotes:
  - {{id: one, text: It holds, speaker: ada-{number}, source: s}}
  - {{id: two, text: It holds, speaker: bea-{number}, source: s}}
questions: [{{id: which, question: First {number}?}}, {{id: why, question: Second {number}?}}]
"""


def home(briefs: int) -> dict[str, str]:
    """All that a publication of so many briefs publishes, each a day newer than the last."""
    files = {"article.md": "![A wall](media/a.png)", "media/a.png": b"", "sources/s.txt": "“It holds,” said Ada and Bea.\n"}
    found = {f"dam-{number}": {"brief.yml": BRIEF.format(number=number, day=number + 1), **files} for number in range(briefs)}
    return Edition(found).contents()


def test_an_empty_publication_says_so() -> None:
    """Without a brief there is a sentence and no list."""
    assert home(0)["index.html"] == '<p class="no-briefs">No brief is published yet.</p>\n'


def test_one_brief_leads_alone() -> None:
    """The only brief leads, with what it leaves open, and there is no list of others."""
    page = home(1)["index.html"]
    assert re.findall(r'<h2><a href="([\w-]+)/"', page) == ["dam-0"]
    assert re.findall(r'href="dam-0/#question-(\w+)"', page) == ["which", "why"]
    assert "More briefs" not in page
    assert 'src="dam-0/media/a.png"' in page


def test_a_large_publication_has_a_way_to_all() -> None:
    """The newest leads, a dozen follow, and all are on pages of their own; questions and people are of several briefs."""
    files = home(ON_HOME_PAGE + 2)
    page = files["index.html"]
    assert re.findall(r'<h2><a href="dam-(\d+)/"', page) == [str(number) for number in range(14, 1, -1)]
    assert 'href="all/"' in page
    assert files["all/index.html"].count("<h2><a") == ON_HOME_PAGE + 2
    assert re.findall(r'href="dam-(\d+)/#question-which"', page) == ["14", "13", "12", "11", "10"]
    assert re.findall(r'href="actors/(ada|bea)-14/"', page) == ["ada"]
    assert "all/index.html" not in home(2)


def test_a_brief_of_words_alone_counts_nothing() -> None:
    """Where there is nothing to count and no handout, no empty line stands between two rules."""
    bare = "title: A\nsummary: B.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"
    assert "status-line" not in Edition({"a": {"brief.yml": bare}}, handouts=Handout(forms=())).contents()["a/index.html"]
