"""Every code has a page, and what the pages show is so."""

from __future__ import annotations

import hashlib
import re
from datetime import date

import pytest

from generator.checks import Policy
from generator.desk import explain
from generator.library.survey import check_publication
from generator.parsing import Folder
from generator.text.codes import RULES

TODAY = date(2026, 3, 1)
BRIEF = """\
title: The Old Bridge closes
summary: The Old Bridge in Exampleton closes to cars on 1 March; the [Courier](source:courier) asks what comes next.
status: published
published: 2026-02-03
as_of: 2026-02-03
sources:
  - {id: courier, file: sources/courier.txt, sha256: …, title: Bridge to close, kind: report, origin: courier}
  - {id: council, file: sources/council.txt, sha256: …, title: Old Bridge closed, kind: official, origin: council}
facts:
  - id: closes
    text: The Old Bridge closes to cars on 1 March.
    status: reported
    by: [mayor]
    evidence:
      - {source: council, quote: The Old Bridge is closed to cars from 1 March.}
actors:
  - {id: mayor, name: Ada Example, kind: person, role: mayor, existence: verified}
quotes:
  - {id: safe, text: The bridge is safe for people on foot, speaker: mayor, source: council}
"""
SOURCES = {
    "sources/courier.txt": "The Old Bridge will close to cars, and nobody knows for how long.\n",
    "sources/council.txt": (
        "The Old Bridge is closed to cars from 1 March.\n\n“The bridge is safe for people on foot,” said the mayor, Ada Example.\n"
    ),
}
NOT_SHOWN = {
    "B101",
    "B111",
    "B115",
    "B119",
    "B122",
    "B124",
    "B125",
    "B209",
    "B210",
    "B211",
    "B212",
    "B213",
    "B332",
    "B352",
    "B353",
    "B354",
    "B355",
    "B601",
    "B602",
    "B603",
}
SHOWN = sorted(set(RULES) - NOT_SHOWN)


def examples(code: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files of a page's bad and good example; what both need stands in the first alone."""
    _, bad, good = re.split(r"^## (?:Bad|Good)\n", explain.page(code), flags=re.MULTILINE)
    shown = [{block.path: block.text for block in explain.blocks(part) if block.path} for part in (bad, good)]
    assert all(shown), f"{code}: no example under one of the headings"
    needed = {path: text for path, text in shown[0].items() if path.startswith(("sources/", "releases/2"))}
    return shown[0], needed | shown[1]


def codes(files: dict[str, str]) -> set[str]:
    """The codes that a publication gives whose one brief is the base brief with these files in place of its own."""
    files = SOURCES | files
    contents = {path: text.encode() for path, text in files.items()} | {"brief.yml": brief(files.get("brief.yml", ""), files)}
    media = {path.removeprefix("media/"): content for path, content in contents.items() if path.startswith("media/")}
    folder = Folder("old-bridge", "briefs/old-bridge", contents, media)
    return {finding.code for finding in check_publication([folder], {}, "briefs", policy=Policy(today=TODAY)).findings}


def brief(piece: str, files: dict[str, str]) -> bytes:
    """The base brief with the keys of a piece in place of its own, and a source's hash where `sha256: …` leaves it out."""
    replaced = set(re.findall(r"^\w+(?=:)", piece, re.MULTILINE))
    kept = [block for block in re.split(r"^(?=\w)", BRIEF, flags=re.MULTILINE) if block.partition(":")[0] not in replaced]
    return re.sub(
        r"file: (\S+?)(,\s+|\s+)sha256: …",
        lambda match: f"file: {match[1]}{match[2]}sha256: {hashlib.sha256(files[match[1]].encode()).hexdigest()}",
        "".join(kept) + piece,
    ).encode()


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """There is a page for each row of the table of codes, and no page else."""
    assert {path.name for path in explain.pages_folder().iterdir()} == {f"{code}.md" for code in RULES}


@pytest.mark.parametrize("code", RULES)
def test_a_page_begins_with_what_the_table_says(code: str) -> None:
    """A page's title is its code and the sentence of the table; its prose fits a terminal."""
    title, _, rest = explain.page(code).partition("\n\n")
    assert title == f"# {code}: {RULES[code].holds}"
    prose = [line for block in explain.blocks(rest) if not block.path for line in block.text.splitlines()]
    assert [line for line in prose if len(line) > 90] == []


def test_the_base_brief_is_sound() -> None:
    """What the examples change has no findings by itself."""
    assert codes({}) == set()


@pytest.mark.parametrize("code", SHOWN)
def test_a_bad_example_gives_its_code(code: str) -> None:
    """The bad example of a page gives the page’s code, and no other that would distract from it."""
    bad, _ = examples(code)
    assert codes(bad) == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_a_good_example_gives_no_code(code: str) -> None:
    """The good example of a page has no findings at all."""
    _, good = examples(code)
    assert codes(good) == set()


@pytest.mark.parametrize("code", sorted(NOT_SHOWN))
def test_a_page_without_examples_says_why(code: str) -> None:
    """A page that cannot show its code says so, and shows nothing."""
    assert re.search(r"^Not shown: \S", explain.page(code), re.MULTILINE)
    assert [block for block in explain.blocks(explain.page(code)) if block.path] == []
