"""The site on a plain server, below a path and with the policy of docs/hosting.md."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.browser.conftest import PUBLICATION, Quiet, Server

DOCS = Path(__file__).parents[2] / "docs" / "hosting.md"
BELOW = "/x/y/"
LIGHT = ("", "old-bridge/", "alte-bruecke/", "old-bridge/sources/courier/", "actors/", "actors/council/", "quotes/", "plain/")
EVERY = (*LIGHT, "search/", "withdrawn-claim/", "questions/", "timeline/", "topics/", "sources/", "corrections/", "rich/", "404.html")
RICH = '# Rich\n\n!!! note "Heed"\n    Words.\n\n=== "One"\n    First.\n\n=== "Two"\n    Second.\n\n```python\nprint(1)\n```\n'
TABS = {"pymdownx.tabbed": {"alternate_style": True}}
EXTENSIONS = ["admonition", "pymdownx.superfences", "pymdownx.highlight", TABS, {"toc": {"permalink": True}}]
WATCH = "window.broken = []; addEventListener('securitypolicyviolation', e => window.broken.push([e.violatedDirective, e.blockedURI]));"


class Below(Quiet):
    """Serves a folder below a path, with the headers that the documentation recommends; what is not there is noted."""

    policy = re.search(r"^Content-Security-Policy: (.*)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)[1]  # type: ignore[index]

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BELOW[:-1])) if path.startswith(BELOW) else "/nowhere"

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden publication for `/x/y/`, with an ordinary page of words and one that uses what Material has."""
    root = tmp_path_factory.mktemp("hosted") / "golden"
    shutil.copytree(PUBLICATION, root, ignore=shutil.ignore_patterns(".cache", "site"))
    (root / "briefs/plain.md").write_text("# Plain\n\nWords, and [a brief](old-bridge/index.md).\n\n## More\n", encoding="utf-8")
    (root / "briefs/rich.md").write_text(RICH, encoding="utf-8")
    data = {
        "site_name": "The desk", "site_url": f"https://example.org{BELOW}", "docs_dir": "briefs", "markdown_extensions": EXTENSIONS,
        "theme": {"name": "material", "features": ["content.code.copy", "content.tabs.link"]},
        "plugins": ["search", {"briefs": {"handouts": False}}],
    }  # fmt: skip
    (root / "mkdocs.yml").write_text(json.dumps(data), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True, capture_output=True)
    return root / "site"


@pytest.fixture(scope="module")
def hosted(built: Path) -> Iterator[str]:
    """Its address."""
    server = Server(("127.0.0.1", 0), partial(Below, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    server.shutdown()
    server.server_close()


def test_every_address_of_every_page_leads_below_the_path(built: Path) -> None:
    """Links, files and anchors of all pages are there, wherever the site is put."""
    pages = {path: html.fromstring(path.read_bytes()) for path in built.rglob("*.html")}
    lost = []
    for path, page in pages.items():
        here = f"{BELOW}{path.relative_to(built).as_posix().removesuffix('index.html')}"
        for address in page.xpath("//@href[not(ancestor::*[@rel='canonical'])] | //@src"):
            parts = urlsplit(urljoin(here, address))
            if parts.scheme or parts.netloc:
                continue
            target = built / unquote(parts.path.removeprefix(BELOW)) if parts.path.startswith(BELOW) else Path("/nowhere")
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(parts.fragment.partition(":~:")[0])
            if not target.is_file() or (anchor and target in pages and not pages[target].xpath("//*[@id=$id]", id=anchor)):
                lost.append((here, address))
    assert lost == []
    assert len(pages) > len(EVERY)


def test_no_page_breaks_the_policy_or_loads_what_it_has_no_use_for(browser: Browser, hosted: str) -> None:
    """With the documented policy nothing of any page is blocked; pages without parts of Material load neither its sheet nor its script."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    found: dict[str, object] = {}
    for name in EVERY:
        asked.clear()
        page = context.new_page()
        page.goto(f"{hosted}{name}", wait_until="networkidle")
        elsewhere = [url for url in asked if not url.startswith((hosted, "data:"))]
        whole = [url for url in asked if re.search(r"assets/(stylesheets|javascripts)/|search_index", url)]
        found[name] = (page.evaluate("window.broken"), elsewhere, bool(whole))
        page.close()
    context.close()
    assert found == {name: ([], [], name == "rich/") for name in EVERY}


def test_parts_of_material_work_under_the_policy(browser: Browser, hosted: str) -> None:
    """Where a page has tabs, the tab that an address names is open."""
    page = browser.new_page()
    page.goto(f"{hosted}rich/#__tabbed_1_2")
    assert page.locator("#__tabbed_1_2").is_checked()
    page.close()
