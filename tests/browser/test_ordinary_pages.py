"""What ordinary pages and mkdocs.yml say of themselves is words in a browser, whatever it looks like."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.safety.hostile import ALL, PAYLOADS, corpora, lines

WATCH = """
    window.ran = [];
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...words) => window.ran.push(name, ...words);
    addEventListener("securitypolicyviolation", event => window.ran.push(event.blockedURI));
"""

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
    script = "</title>\"'><script>alert('site')</script>"
    data = {
        "site_name": script, "site_description": script, "site_author": script, "site_url": "https://briefs.example.org/",
        "docs_dir": "briefs", "theme": {"name": "material"}, "plugins": ["search", {"briefs": {"handouts": False}}],
    }  # fmt: skip
    (folder / "index.md").write_text("Hello.\n", encoding="utf-8")
    nav: list[object] = ["index.md", {script: "named.md"}, {script: "https://example.org/"}, {script: ["section/page.md"]}]
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


def test_no_word_of_a_page_runs(page: Page, hostile: str) -> None:
    """No page runs a script, gains an element or asks another host for what its titles, descriptions and headings say."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    seen: dict[str, object] = {}
    titles: dict[str, str] = {}
    numbered = [f"{kind}-{number}/" for number in range(len(payloads())) for kind in ("front", "heading")]
    strange = "document.querySelectorAll('header :is(script, img, iframe), title *, h1 :is(script, img), head meta[http-equiv]').length"
    for name in ["", "named/", "section/page/", "404.html", *numbered]:
        page.goto(f"{hostile}{name}", wait_until="domcontentloaded")
        seen[name] = page.evaluate(f"[window.ran, {strange}, document.head.querySelectorAll('script, base').length]")
        titles[name] = page.title()
    assert {name: found for name, found in seen.items() if found != seen[""]} == {}
    assert seen[""][:2] == [[], 0]  # type: ignore[index]
    assert [url for url in asked if not url.startswith((hostile, "data:", "blob:"))] == []
    site = "</title>\"'><script>alert('site')</script>"
    assert titles[""] == site
    for number, payload in enumerate(payloads()):
        if payload.isascii() and payload.isprintable():
            assert titles[f"front-{number}/"] == f"{' '.join(payload.split())} – {site}"
