"""A whole site of hostile words in every field, as a reader's browser, feed reader and search see it.

`make hostile` (HOSTILE=all) takes every payload of the public corpora and opens every page; else it is a choice of both.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser

from generator.desk.building import LETTERS
from generator.desk.publication import Publication
from generator.engine.configuration import read_configuration
from generator.text.finding import Finding, Severity
from tests.browser.frames import elsewhere, seen, watched
from tests.safety.hostile import ALL, PAYLOADS, activity, as_yaml, brief, corpora, harm, lines

A_BRIEF = 10  # payloads in one brief, each in every kind of item; its title has all of them, and stands at the head of every page of paper
EVERY = 1 if ALL else 60  # of each public corpus, one in so many: each stands in some fifteen fields, and a brief grows with all of them
EVERY_DEEP = 1 if ALL else 8  # of the pages of single sources, actors and topics, one in so many

# Letters that few pages have bring the style sheet of their faces with them.
SHEETS = f"link[rel~=stylesheet]:not([href$='{LETTERS}'])"
LOADED = f"script:not([type='application/ld+json']), style, base, iframe, frame, object, embed, meta[http-equiv], {SHEETS}"
STRANGE = f"""({{ran, document}}) => {{
    const handlers = [...document.querySelectorAll("*")].flatMap(
        element => element.getAttributeNames().filter(name => /^on|^srcdoc$/i.test(name)).map(name => `${{element.localName}} ${{name}}`));
    const links = [...document.links].map(link => link.protocol).filter(protocol => !["http:", "https:", "mailto:"].includes(protocol));
    const loaded = [...document.querySelectorAll("{LOADED}")].map(element => element.localName).sort().join(" ");
    return {{ran, handlers, links, loaded}};
}}"""


@dataclass
class Written:
    """A brief as it is written, from which refused words are taken."""

    slug: str
    payloads: list[str]
    unlinked: set[int]
    article: list[str]

    def data(self) -> tuple[dict[str, Any], str]:
        """What brief.yml and the source hold: the items of `brief`, and a source with each payload as title, publisher and address.

        The source that all is cited from has a plain name: it is said with each passage.
        """
        data, source = brief(self.payloads)
        first = data["sources"][0]
        first |= {"title": "Source", "publisher": "Source", "author": "Source"}
        for number, payload in enumerate(self.payloads):
            address = {} if number in self.unlinked else {"url": f"https://example.org/{payload}"}
            named = {"id": f"source-{number}", "file": f"sources/s{number}.txt", "title": payload, "publisher": payload, "author": payload}
            data["sources"].append({**named, "kind": first["kind"], **address})
        return data, source

    def write(self, folder: Path) -> None:
        data, source = self.data()
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        text = as_yaml(data).replace('"actor-', f'"actor-{self.slug}-')
        (folder / "brief.yml").write_text(text, encoding="utf-8", errors="replace")
        (folder / "sources/source.txt").write_text(source, encoding="utf-8", errors="replace", newline="")
        for number, payload in enumerate(self.payloads):
            (folder / f"sources/s{number}.txt").write_text(payload, encoding="utf-8", errors="replace", newline="")
        (folder / "article.md").write_text("\n\n".join(self.article), encoding="utf-8", errors="replace", newline="")

    def drop(self, findings: list[Finding]) -> None:
        """Leave out what is refused: a source's address, or else a payload; where an item has its number, that one only."""
        sure: set[str] = set()
        likely: set[str] = set()
        refused = {self.in_article(finding.span.start) for finding in findings if finding.span.path.endswith("article.md")}
        for finding in findings:
            number = finding.item and finding.item.kind != "term" and re.search(r"-(\d+)$", finding.item.key)  # a term has its words
            if number and finding.item and finding.item.kind == "source" and int(number[1]) not in self.unlinked:
                self.unlinked.add(int(number[1]))
            elif number:
                sure.add(self.payloads[int(number[1])])
            elif not finding.span.path.endswith("article.md"):
                likely |= {payload for payload in self.payloads if finding.span.words.strip() in payload}
        wrong = sure or likely
        kept = [(n, payload) for n, payload in enumerate(self.payloads) if payload not in wrong]
        self.unlinked = {new for new, (old, _) in enumerate(kept) if old in self.unlinked}
        self.payloads = [payload for _, payload in kept]
        self.article = [payload for payload in self.article if payload not in wrong | refused]

    def in_article(self, place: int) -> str:
        """The payload at a place of the article."""
        ends = itertools.accumulate(len(payload) + 2 for payload in self.article)
        return next((payload for payload, end in zip(self.article, ends, strict=True) if place < end), self.article[-1])


def payloads() -> list[str]:
    """Our own, and a choice of each public corpus that is here."""
    return list(dict.fromkeys([*PAYLOADS, *(line for name in corpora() for line in lines(name)[::EVERY])]))


def write_around(root: Path, words: list[str]) -> None:
    """The settings, the shared files of the briefs, and an ordinary page."""
    settings: dict[str, Any] = {
        "site_name": "Site", "site_url": "https://briefs.example.org/", "docs_dir": "briefs", "theme": {"name": "material"},
        "plugins": ["search", {"briefs": {"handouts": False, "handout_seconds": 600, "handout_megabytes": 4000}}],
    }  # fmt: skip
    (root / "briefs").mkdir()
    (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    actors = [{"id": f"shared-{n}", "name": word, "kind": "group", "role": word, "about": word} for n, word in enumerate(words)]
    terms = [{"term": f"{word} {n}", "definition": word} for n, word in enumerate(words)]
    topics = [{"topic": f"{word} {n}", "description": word} for n, word in enumerate(words)]
    for name, data in {"actors": {"actors": actors}, "glossary": {"terms": terms}, "topics": {"topics": topics}}.items():
        (root / f"briefs/{name}.yml").write_text(as_yaml(data), encoding="utf-8")
    (root / "briefs/page.md").write_text("# A page\n\nHello.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The site, and how many payloads its briefs show."""
    root = tmp_path_factory.mktemp("hostile")
    write_around(root, list(PAYLOADS))
    every = payloads()
    parts = [every[first : first + A_BRIEF] for first in range(0, len(every), A_BRIEF)]
    found = [Written(f"b{n}", part, set(), part) for n, part in enumerate(parts)]
    publication = Publication(read_configuration(root / "mkdocs.yml"))
    waiting = found
    for _ in range(12):
        for written in waiting:
            written.write(root / "briefs" / written.slug)
        errors = [finding for finding in publication.survey().findings if finding.severity is Severity.ERROR]
        waiting = [written for written in found if any(finding.brief == written.slug for finding in errors)]
        if not errors:
            break
        for written in waiting:
            written.drop([finding for finding in errors if finding.brief == written.slug])
    assert [(finding.code, finding.message, str(finding.span.path)) for finding in errors][:5] == []
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)
    return root / "site", sum(len(written.payloads) for written in found)


def test_data_are_words(hostile: tuple[Path, int]) -> None:
    """Feeds and data parse, whatever they hold; what is shown as HTML does no harm, and no word begins a line."""
    folder, _ = hostile
    feeds = [path for path in folder.rglob("*.xml") if path.name != "sitemap.xml"]
    assert feeds
    for path in feeds:
        etree.fromstring(path.read_bytes())
    for description in etree.fromstring((folder / "rss.xml").read_bytes()).iter("description"):
        assert harm(description.text) == []
    for path in folder.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for entry in json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        assert harm(f"{entry['title']} {entry['text']}") == []
    for path in folder.rglob("*.ris"):
        assert [line for line in path.read_bytes().decode().splitlines() if line and not re.match("[A-Z][A-Z0-9]  - ", line)] == []
    for path in folder.rglob("*.bib"):
        assert [
            line for line in path.read_bytes().decode().splitlines() if not re.fullmatch(r"@misc\{[a-z0-9-]+,|  [a-z]+ = \{.*\},|\}|", line)
        ] == []


def opened(folder: Path) -> list[str]:
    """The addresses of the pages that are opened: all that are not deep, and a choice of those that are."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    deep = [path for path in paths if path.count("/") > 1]
    return [path for path in paths if path not in deep] + deep[::EVERY_DEEP]


def test_no_page_runs_or_asks(browser: Browser, serve: Callable[[Path], str], hostile: tuple[Path, int]) -> None:
    """Opened in Chromium, no page runs a script of its words, asks another host, or has more that loads than a harmless page has."""
    folder, shown = hostile
    assert shown > 0.9 * len(payloads())
    address = serve(folder)
    search = f"{address}search/index.html"
    with watched(browser) as (page, asked):
        page.goto(f"{address}page/index.html")
        harmless = page.evaluate(f"({STRANGE})(window)")
        found = seen(page, [f"{address}{path}" for path in opened(folder)], STRANGE)
    assert (harmless["ran"], harmless["handlers"], harmless["links"]) == ([], [], [])
    lists = {**harmless, "loaded": f"link {harmless['loaded']}"}  # which have a style sheet of their own
    assert found.pop(search) == {**lists, "loaded": f"link {lists['loaded']} script"}  # which has another, and a script
    assert {path: what for path, what in found.items() if what not in (harmless, lists)} == {}
    assert elsewhere(asked, address) == []


@pytest.mark.skipif(not ALL, reason="`make hostile` makes the handouts; tests/safety/test_handouts.py holds our own payloads to the same")
def test_no_handout_does_anything(hostile: tuple[Path, int]) -> None:
    """No handout runs a script, asks for something or leads anywhere but to the web."""
    root = hostile[0].parent
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace('"handouts": false', '"handouts": true'), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)
    folder = root / "site"
    found = {path.name: activity(path) for path in folder.rglob("*.pdf")}
    assert len(found) > len(payloads()) // A_BRIEF
    assert {name: what for name, what in found.items() if what} == {}
