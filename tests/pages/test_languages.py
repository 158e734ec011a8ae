"""What readers are told in the languages that pages have catalogues for, and how translations of a brief lead to each other."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from generator.wording.wording import Wording
from tests.support.edition import SITE, Edition
from tests.support.messages import CATALOGUES, messages

BRIEF = """
title: Ko la mi
summary: Ko [la](fact:f1) mi.
status: published
published: 2026-01-01
updated: 2026-01-03
as_of: 2026-01-02
authors: [Bo Ra]
topics: [Mu]
key_points: ["Ko [la](quote:q1).", Mi ro.]
sources:
  - {id: pr, file: pr.txt, title: Ko la, publisher: Xo Ta, author: Bo, published: 2026-01-01, retrieved: 2026-01-02, kind: report,
     url: "https://xo.example/", archive_url: "https://old.example/", reliability: B, segments: [{lines: 5, kind: opinion}]}
  - {id: ni, file: ni.txt, title: Ni no, kind: official, publish: none, withdrawn: {date: 2026-01-02, reason: Xu.}}
actors:
  - {id: ada, name: Ada Ta, kind: person, role: [{role: mira, from: 2020, to: 2021-05}, {role: rami, to: 2024}], of: ko,
     existence: verified, about: Ko.}
  - {id: bo, name: Bo Ta, kind: person, existence: unverified}
  - {id: ko, name: Ko Ta, kind: organisation}
quotes:
  - {id: q1, text: la mi ro ka, speaker: ada, source: pr, said: 2026-01-01, where: Ta, context: Ko., translated: true,
     original: {text: ro ka, language: de}}
facts:
  - {id: f1, text: Ko la mi 12., status: reported, by: ada, via: [pr], as_of: 2026-01-01, confidence: low, note: Xu.,
     evidence: [{source: pr, quote: Ko la mi 12}]}
  - {id: f2, text: Ni no mi., status: claimed, by: bo, evidence: [{source: ni, quote: Ni no mi}]}
questions:
  - {id: how, question: Ko?, why: La., known: Mi., watch_for: Ro.}
  - {id: when, question: Ra?, why: La., status: answered, answered_by: f1}
timeline:
  - {date: 2026-01-01/2026-01-03, fact: f1}
  - {date: 2025-21?, text: Xu., evidence: [{source: pr, quote: Ko la mi 12}]}
  - {date: 2025-11~, text: Xa., evidence: [{source: pr, quote: Ko la mi 12}]}
  - {date: 2024, text: Xe., evidence: [{source: pr, quote: Ko la mi 12}]}
terms: [{term: Mimi, definition: Ko.}]
corrections: [{date: 2026-01-03, text: Xu ru., kind: correction, item: "fact:f1"}]
handout: {forms: [full, onepage, large], sizes: [a4, letter]}
"""
FILES = {
    "sources/pr.txt": "Ko la mi 12. «la mi ro ka» Ada Ta.\n\nXu.\n\nXa xa.\n",
    "sources/ni.txt": "Ni no mi.\n",
    "article.md": "## Ka\n\nKo [la](fact:f1) mi [Mimi](term:mimi).\n",
}


def shown(page: str) -> str:
    """The words that a page shows or reads out, one piece a line."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "\n", page, flags=re.DOTALL)
    said = re.findall(r'\b(?:aria-label|title|alt|data-copy|data-copied)="([^"]*)"', page)
    return html.unescape("\n".join((re.sub(r"<[^>]*>", "\n", page), *said)))


def pieces(message: str) -> Iterator[str]:
    """What a message says between the names in braces."""
    yield from (words for text, *_ in Formatter().parse(message) if len(words := text.strip(" .:,;–()“”")) > 3)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_nothing_is_said_in_english(path: Path) -> None:
    """No piece of an English message stands on the pages and handouts of a publication in another language that says it otherwise."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    language = str(catalogue.locale)
    own = "\n".join(form for entry in catalogue for form in ([entry.string] if isinstance(entry.string, str) else entry.string))
    english = {piece for _, one in messages() for form in ([one] if isinstance(one, str) else one) for piece in pieces(form)}
    known = {piece for piece in english if not re.search(rf"\b{re.escape(piece)}\b", own)}
    files = {"brief.yml": f"language: {language}{BRIEF}", **FILES}
    other = {"brief.yml": f"language: {language}\ntitle: Ka\nsummary: Xu.\nstatus: withdrawn\npublished: 2026-01-01\n"}
    edition = Edition({"a": files, "b": other}, site=replace(SITE, language=language))
    assert not [finding for finding in edition.checked().findings if finding.severity.value == "error"]
    for name, content in edition.contents().items():
        if "<" in content[:200] and not name.endswith((".xml", " graph", ".json")):
            told = shown(content)
            left = sorted(piece for piece in known if re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-])", told))
            assert not left, f"{name}: {left}"


def test_versions_lead_to_each_other() -> None:
    """All languages of a brief are named on each of its pages, by their own names, and to machines; none that readers do not get is."""
    brief = "title: {title}\nsummary: X.\nstatus: {status}\npublished: {day}\nas_of: 2026-01-01\nlanguage: {language}\n"
    made = {
        slug: {"brief.yml": brief.format(title=slug, status=status, day=day, language=language) + (f"translation_of: {of}\n" if of else "")}
        for slug, status, day, language, of in (
            ("bridge", "published", "2026-01-05", "en", ""),
            ("pont", "published", "2026-01-06", "fr", "bridge"),
            ("jisr", "published", "2026-01-04", "ar", "pont"),
            ("most", "draft", "2026-01-04", "pl", "bridge"),
        )
    }
    rendered = Edition(made).rendered()
    pages = {page.address: page for page in rendered.pages}
    expected = tuple((tag, f"https://gazette.example.org/{slug}/") for tag, slug in (("en", "bridge"), ("ar", "jisr"), ("fr", "pont")))
    assert [page.alternates for address, page in sorted(pages.items()) if address in ("bridge/", "jisr/", "pont/")] == [expected] * 3
    arabic = pages["jisr/"].html
    assert '<li><a lang="en" dir="ltr" href="../bridge/">English</a></li>' in arabic
    assert '<span aria-current="page">العربية</span>' in arabic
    assert [slug for slug in ("bridge", "pont", "jisr") if "caution notice" in pages[f"{slug}/"].html] == ["jisr"]
    assert '<a lang="en" dir="ltr" href="../bridge/">bridge</a></p>' in arabic
    assert "عُدّل الأصل في 5 يناير 2026، بعد هذه الترجمة" in " ".join(shown(arabic).split()).replace(" ،", "،")


def test_intervals_are_said_as_each_language_says_them() -> None:
    """An interval names once what its ends have in common, by CLDR, months in full; open and unsure ones, and unlike ends, name both."""
    said = {language: Wording(language).edtf("2023-07-04/2023-07-05").words for language in ("en", "de", "fr", "es", "ar", "ja")}
    assert said == {
        "en": "4–5 July 2023",
        "de": "4.–5. Juli 2023",
        "fr": "4–5 juillet 2023",
        "es": "4–5 de julio de 2023",
        "ar": "4–5 يوليو 2023",
        "ja": "2023年7月4日～5日",
    }
    others = ("2023-12-30/2024-01-02", "2023-07/2023-08", "2023/2024", "2023-07-04/..", "2023/2023-07")
    assert [Wording("en").edtf(each).words.replace("\u2009", " ") for each in others] == [
        "30 December 2023 – 2 January 2024",
        "July – August 2023",
        "2023–2024",
        "4 July 2023 – …",
        "2023 – July 2023",
    ]
