"""A whole site of hostile words in every field, as a reader's browser, feed reader and search see it."""

from __future__ import annotations

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

from generator.desk.publication import Publication
from generator.engine.configuration import read_configuration
from generator.text.finding import Finding, Severity
from tests.browser.test_ordinary_pages import WATCH
from tests.safety.hostile import PAYLOADS, as_yaml, brief, corpora, harm, lines

A_BRIEF = 40  # payloads in one brief, each in every kind of item
EVERY = 60  # of each public corpus, one in so many: each stands in some fifteen fields, and a brief grows with all of them


@dataclass
class Written:
    """A brief as it is written, from which refused words are taken."""

    slug: str
    payloads: list[str]
    unlinked: set[int]
    article: list[str]

    def data(self) -> tuple[dict[str, Any], str]:
        """What brief.yml and the source hold: the items of `brief`, and a source with each payload as title, publisher and address."""
        data, source = brief(self.payloads)
        first = data["sources"][0]
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
        """Leave out what is refused: a source's address first, then a payload where it stands."""
        wrong: set[str] = set()
        for finding in findings:
            words = finding.span.words.strip()
            number = finding.item and re.search(r"-(\d+)$", finding.item.key)
            if finding.span.path.endswith("article.md"):
                self.article = [payload for payload in self.article if words not in payload]
            elif number and finding.item and finding.item.kind == "source" and int(number[1]) not in self.unlinked:
                self.unlinked.add(int(number[1]))
            else:
                wrong |= {self.payloads[int(number[1])]} if number else {payload for payload in self.payloads if words in payload}
        kept = [(n, payload) for n, payload in enumerate(self.payloads) if payload not in wrong]
        self.unlinked = {new for new, (old, _) in enumerate(kept) if old in self.unlinked}
        self.payloads = [payload for _, payload in kept]
        self.article = [payload for payload in self.article if payload not in wrong]


def payloads() -> list[str]:
    """Our own, and a choice of each public corpus that is here."""
    return list(dict.fromkeys([*PAYLOADS, *(line for name in corpora() for line in lines(name)[::EVERY])]))


def write_around(root: Path, words: list[str]) -> None:
    """The settings, the shared files of the briefs, and an ordinary page."""
    settings: dict[str, Any] = {
        "site_name": "Site", "site_url": "https://briefs.example.org/", "docs_dir": "briefs", "theme": {"name": "material"},
        "plugins": ["search", {"briefs": {"handouts": False}}],
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
    for _ in range(8):
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
    """Feeds and data parse, whatever they hold, and what the search shows as HTML does no harm."""
    folder, _ = hostile
    feeds = [path for path in folder.rglob("*.xml") if path.name != "sitemap.xml"]
    assert feeds
    for path in feeds:
        etree.fromstring(path.read_bytes())
    for path in folder.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for entry in json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        assert harm(f"{entry['title']} {entry['text']}") == []


def test_no_page_runs_or_asks(browser: Browser, serve: Callable[[Path], str], hostile: tuple[Path, int]) -> None:
    """Opened in Chromium, no page runs a script of its words or asks another host, and most payloads were shown."""
    folder, shown = hostile
    assert shown > len(payloads()) // 2
    address = serve(folder)
    asked: list[str] = []
    context = browser.new_context()
    context.on("request", lambda request: asked.append(request.url))
    context.route(lambda url: not url.startswith((address, "data:", "blob:")), lambda route: route.abort())
    context.add_init_script(WATCH)
    page = context.new_page()
    ran: dict[str, object] = {}
    for path in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")):
        if path.count("/") > 1 and not path.endswith("sources/source/index.html"):
            continue
        page.goto(address + path, wait_until="domcontentloaded")
        ran[path] = page.evaluate("window.ran")
    context.close()
    assert {path: found for path, found in ran.items() if found} == {}
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
