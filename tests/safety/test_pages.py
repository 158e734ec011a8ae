"""Hostile text in any field becomes words on the page, and nothing else."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from generator.desk.building import render
from generator.desk.publication import Publication
from generator.engine.configuration import Configuration
from generator.library.library import Site
from generator.library.survey import Survey
from generator.pages import nodes
from generator.pages.paper import PaperWriter
from generator.pages.writer import PageWriter
from generator.text import markdown
from generator.text.finding import Severity
from tests.safety.hostile import CORPORA, PAYLOADS, REFUSED, as_yaml, brief, corpora, harm, lines

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora of hostile input are not here")
ITEM_LISTS = ("facts", "actors", "quotes", "questions", "timeline", "terms")


def publication(root: Path, data: dict[str, Any], source: str, article: str) -> Publication:
    """A publication with one brief."""
    folder = root / "briefs/hostile"
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "brief.yml").write_text(as_yaml(data), encoding="utf-8")
    (folder / "sources/source.txt").write_text(source, encoding="utf-8", newline="")
    (folder / "article.md").write_text(article, encoding="utf-8", newline="")
    return Publication(Configuration(root, root / "briefs", Site("Site", "", "en")))


def refused(checked: Survey, payloads: list[str]) -> set[str]:
    """The payloads that are errors; each has a place in the brief."""
    found: set[str] = set()
    for finding in checked.findings:
        if finding.severity is Severity.ERROR:
            item = finding.item and re.fullmatch(rf"{finding.item.kind}-(\d+)", finding.item.key)
            found |= {payloads[int(item[1])]} if item else {payload for payload in payloads if finding.span.words.strip() in payload}
    return found


def everything(found: Publication, checked: Survey, *, preview: bool) -> list[str]:
    """The content of all pages and the list of briefs; but for the form of the search, which has no word of a brief."""
    rendered = render(found, checked, preview=preview)
    assert rendered.pages
    return [*(page.html for page in rendered.pages if page.address != "search/"), rendered.brief_list]


def test_words_stay_words(tmp_path: Path) -> None:
    """Our own payloads, in every field that holds words, and in the article, are shown as text on every page."""
    payloads = list(PAYLOADS)
    # A quote's words are compared with its source, where code blocks and tables are no words of one line.
    data, source = brief(payloads)
    found = publication(tmp_path, data, source, "\n\n".join(payloads))
    checked = found.survey()
    assert [finding.message for finding in checked.findings if finding.severity is Severity.ERROR] == []
    pages = everything(found, checked, preview=False)
    assert [harm(page) for page in pages] == [[] for _ in pages]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages[0]
    assert "{{ config.site_name }}" in pages[0]


@pytest.mark.parametrize("payload", REFUSED)
def test_what_leads_astray_is_refused(tmp_path: Path, payload: str) -> None:
    """Links to other schemes and images from elsewhere are errors; the page of findings is harmless, too."""
    data, source = brief(["harmless"], summary=payload)
    found = publication(tmp_path, data, source, payload)
    checked = found.survey()
    assert {finding.code for finding in checked.findings} & {"B204", "B205", "B333"}
    for page in everything(found, checked, preview=True):
        assert harm(page) == []


WRITERS = (PageWriter(Site("Site", "", "en"), "x/", "en"), PaperWriter("en", {}))
FORMS = (nodes.block, nodes.inline)


def somewhere(link: markdown.Link) -> nodes.Place:
    """A place for every link to an item, and every image."""
    return nodes.FilePlace("x", "media/x.png") if link.kind == "image" else nodes.PartPlace("y", f"{link.scheme}-x")


@pytest.mark.parametrize("payload", [*PAYLOADS, *REFUSED])
def test_the_writers_rely_on_no_check(payload: str) -> None:
    """Markdown that no check has seen is harmless in each of its forms and on each medium, whatever it is linked to."""
    for form, writer, lead in product(FORMS, WRITERS, (lambda link: None, somewhere)):
        assert harm(writer.write(form(payload, "en", lead))) == []
        assert harm(writer.write(nodes.Words(payload, "en"))) == []


def test_raw_html_is_shown_as_text() -> None:
    """Markup in a text field is words that a reader sees, not markup that is dropped."""
    for form, writer in product(FORMS, WRITERS):
        assert "&lt;b&gt;bold&lt;/b&gt;" in writer.write(form("<b>bold</b>", "en", somewhere))


@needs_corpora
@pytest.mark.parametrize("name", corpora())
def test_known_payloads(tmp_path: Path, name: str) -> None:
    """A public corpus as Markdown does no harm; a choice of it, in every field, is refused harmlessly or shown as text."""
    payloads = lines(name)
    for payload in payloads:
        assert harm(WRITERS[0].write(nodes.block(payload, "en", somewhere))) == [], payload
    payloads = payloads[:: len(payloads) // 60 + 1]
    chosen = len(payloads)
    for _ in range(4):
        data, source = brief(payloads)
        found = publication(tmp_path, data, source, "\n\n".join(payloads))
        checked = found.survey()
        for page in everything(found, checked, preview=True):
            assert harm(page) == []
        wrong = refused(checked, payloads)
        if checked.briefs:
            break
        payloads = [payload for payload in payloads if payload not in wrong]
    assert len(checked.briefs) == 1, [finding.message for finding in checked.findings if finding.severity is Severity.ERROR][:5]
    assert len(payloads) > chosen // 3
