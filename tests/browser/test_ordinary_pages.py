"""What ordinary pages and mkdocs.yml say of themselves is words in a browser, whatever it looks like."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.frames import elsewhere, seen, watched
from tests.safety.hostile import ALL, PAYLOADS, corpora, lines

SITE = "</title>\"'><script>alert('site')</script>"
LOOK = """({ran, document}) => [
    ran, document.querySelectorAll("header :is(script, img, iframe), title *, h1 :is(script, img), head meta[http-equiv]").length,
    document.head.querySelectorAll("script, base").length, document.title
]"""
IN_NAV = 60  # payloads whose pages the navigation of every page names


def payloads() -> list[str]:
    """Our own, and some of each public corpus that is here."""
    files = [lines(name) for name in corpora() if ALL or name.startswith("xss/")]
    known = [line for found in files for line in found[:: 1 if ALL else len(found) // 3 + 1]]
    own = ["</title><script>alert(1)</script>", '"><script>alert(1)</script>', "'-alert(1)-'", "A &amp; B", "<b>bold</b> & more"]
    return list(dict.fromkeys([*own, *PAYLOADS, *known]))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A site whose name, navigation, titles, descriptions, authors and headings are all hostile; its address."""
    root = tmp_path_factory.mktemp("ordinary")
    folder = root / "briefs"
    (folder / "section").mkdir(parents=True)
    data = {
        "site_name": SITE, "site_description": SITE, "site_author": SITE, "site_url": "https://briefs.example.org/",
        "docs_dir": "briefs", "theme": {"name": "material"}, "plugins": ["search", {"briefs": {"handouts": False}}],
    }  # fmt: skip
    (folder / "index.md").write_text("Hello.\n", encoding="utf-8")
    nav: list[object] = ["index.md", {SITE: "named.md"}, {SITE: "https://example.org/"}, {SITE: ["section/page.md"]}]
    (folder / "named.md").write_text("Hello.\n", encoding="utf-8")
    (folder / "section/page.md").write_text("Hello.\n", encoding="utf-8")
    for number, payload in enumerate(payloads()):
        said = json.dumps(payload)
        front = f"---\ntitle: {said}\ndescription: {said}\nauthor: {said}\nsubtitle: {said}\n---\nHello.\n"
        (folder / f"front-{number}.md").write_text(front, encoding="utf-8", errors="replace")
        (folder / f"heading-{number}.md").write_text(f"# {html.escape(' '.join(payload.split()))}\n", encoding="utf-8", errors="replace")
        if number < IN_NAV:
            nav += [f"front-{number}.md", f"heading-{number}.md"]
    (root / "mkdocs.yml").write_text(json.dumps(data | {"nav": nav}), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)
    return serve(root / "site")


def test_no_word_of_a_page_runs(browser: Browser, hostile: str) -> None:
    """No page runs a script, gains an element or asks another host for what its titles, descriptions and headings say."""
    words = payloads()
    names = [
        "",
        "named/",
        "section/page/",
        "404.html",
        *(f"{kind}-{number}/" for number in range(len(words)) for kind in ("front", "heading")),
    ]
    with watched(browser) as (page, asked):
        page.goto(hostile)
        [*harmless, title] = page.evaluate(f"({LOOK})(window)")
        found: dict[str, Any] = seen(page, [f"{hostile}{name}" for name in names], LOOK)
    assert (harmless[:2], title) == ([[], 0], SITE)
    assert {address: what for address, [*what, _] in found.items() if what != harmless} == {}
    assert elsewhere(asked, hostile) == []
    for number, payload in enumerate(words):
        if payload.isascii() and payload.isprintable():
            assert found[f"{hostile}front-{number}/"][-1] == f"{' '.join(payload.split())} – {SITE}"
