"""A large publication is checked by several processes, and nothing about its findings shows it."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator.desk.publication import Publication
from generator.engine import crew
from generator.engine.configuration import Configuration
from generator.library.library import Site

BRIEF = """\
title: Lake {n}
summary: Birds rest here.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources:
  - {{id: s, file: s.txt, title: Count, kind: report}}
actors:
  - {{id: club-{actor}, name: The club, kind: organisation}}
facts:
  - {{id: count, text: "The club counted {n},000 birds.", status: reported, by: [club-{actor}],
      evidence: [{{source: s, quote: "The club counted {n},000 birds{wrong}"}}]}}
"""


@pytest.fixture
def lakes(tmp_path: Path) -> Publication:
    """Sixty briefs: some whose evidence is wrong, one that cannot be read, and two, far apart, with one actor and two figures."""
    for n in range(1, 61):
        folder = tmp_path / "briefs" / f"lake-{n}"
        (folder / "sources").mkdir(parents=True)
        (folder / "sources" / "s.txt").write_text(f"The club counted {n},000 birds on the lake.", encoding="utf-8")
        text = BRIEF.format(n=n, actor=1 if n == 60 else n, wrong=" or so" if n % 7 == 0 else "")
        (folder / "brief.yml").write_text("title: [" if n == 30 else text, encoding="utf-8")
    return Publication(Configuration(tmp_path, tmp_path / "briefs", Site("Lakes", "", "en")))


def test_divided_work_finds_the_same(lakes: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes bring the findings, anchors and titles that one brings, also those that only a look at all briefs can."""
    monkeypatch.setattr(crew, "size", lambda briefs: 3)
    monkeypatch.setattr(crew, "CHUNK", 7)
    told: list[tuple[int, int]] = []
    divided, alone = lakes.inspect(progress=lambda done, total: told.append((done, total))), lakes.survey()
    assert divided.findings == alone.findings
    assert {"B102", "B202", "B302", "B406"} <= {finding.code for finding in alone.findings}
    for one, other in zip(divided.outcomes, alone.outcomes, strict=True):
        assert (one.slug, one.title, one.status, one.anchors) == (other.slug, other.title, other.status, other.anchors)
    assert told == [(step, 18) for step in range(1, 19)]


def test_a_killed_process_costs_time_only(lakes: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system ends a process, one process does the work of all."""

    def killed(*arguments: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(crew, "size", lambda briefs: 2)
    monkeypatch.setattr(crew, "check", killed)
    assert lakes.inspect().findings == lakes.survey().findings


def test_small_publications_start_no_process() -> None:
    """A process is started for fifty briefs at least, and never more than there are cores."""
    assert crew.size(99) <= 1
    assert crew.size(10**6) == crew.os.cpu_count()
