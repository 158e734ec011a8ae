"""The server of `serve` answers to its own names only, and says what its pages may load."""

from __future__ import annotations

import http.client
import time
from urllib.parse import urlsplit

import pytest
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser

from generator.doors.mkdocs.guard import Guard, hosts_of, is_known, policy_of
from tests.build.conftest import PATIENCE, Tree, serving


def config_of(address: str = "127.0.0.1:8000", **more: object) -> MkDocsConfig:
    """A configuration that serves at an address."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "dev_addr": address, "plugins": [], **more})
    assert config.validate()[0] == []
    return config


OURS = ("localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1", "127.0.0.1:1", "[::1]:8000", "desk.example:80")
OTHERS = (
    "",
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "x@localhost",
    "localhost,evil.example",
    "localhost/",
    "[::2]",
)
ADDRESSES = ("10.0.0.5:8000", "[fe80::1]")


@pytest.mark.parametrize(("address", "names", "strangers"), [
    ("127.0.0.1:8000", OURS, (*OTHERS, *ADDRESSES, "news.example")),
    ("0.0.0.0:8000", (*OURS, *ADDRESSES), (*[name for name in OTHERS if name != "[::2]"], "news.example")),
    ("192.0.2.7:8000", (*OURS, "192.0.2.7:8000"), (*OTHERS, *ADDRESSES)),
])  # fmt: skip
def test_which_names_are_answered(address: str, names: tuple[str, ...], strangers: tuple[str, ...]) -> None:
    """This machine's own names, that of --dev-addr and those of the setting; a number only where every address is served."""
    hosts = hosts_of(config_of(address), ["Desk.example"])
    assert {name for name in (*names, *strangers) if is_known(name, hosts)} == set(names)


def test_scripts_come_from_here_and_from_where_they_are_named() -> None:
    """A host that mkdocs.yml takes scripts or styles from may be asked for them, and no other."""
    more = {
        "extra_javascript": ["https://cdn.example/a.js", "own.js", {"path": "//other.example/b.mjs"}],
        "extra_css": ["http://css.example/a.css"],
    }
    rules = dict(rule.split(" ", 1) for rule in policy_of(config_of(**more)).split("; "))
    assert rules["script-src"] == "'self' 'unsafe-inline' 'unsafe-eval' http://css.example https://cdn.example https://other.example"
    assert rules["connect-src"] == rules["frame-ancestors"] == "'self'"
    assert f"style-src {rules['style-src']} https:;" in policy_of(config_of(**more), "theme")  # where a theme has its typefaces


@pytest.mark.parametrize("path", ["/a\0b", "/livereload/" + "9" * 5000 + "/0"])
def test_no_address_ends_in_a_traceback(path: str) -> None:
    """What no file can be called is not there, and MkDocs's server, which breaks off on it, is not asked."""
    answers: list[str] = []
    guard = Guard(lambda environ, start: pytest.fail("asked"), lambda: ["localhost"], "default-src 'self'")
    body = guard({"HTTP_HOST": "localhost", "PATH_INFO": path}, lambda status, headers: answers.append(status))
    assert (answers, [*body]) == (["404 Not Found"], [b"Nothing has this address.\n"])


def test_the_preview_in_a_browser(tree: Tree, browser: Browser) -> None:
    """A stranger's name gets words and status 403 for every address; the page reloads and searches in Chromium with nothing refused."""
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        for path in ("/old-bridge/", "/livereload/0/0", "/nowhere/"):
            connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=PATIENCE)
            connection.request("GET", path, headers={"Host": "rebound.example"})
            answer = connection.getresponse()
            assert (answer.status, b"serve_hosts" in answer.read()) == (403, True)
            assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
            connection.close()
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        answer = page.goto(f"{server.address}/old-bridge/")
        assert answer is not None
        assert (answer.headers["x-content-type-options"], answer.headers["referrer-policy"]) == ("nosniff", "same-origin")
        tree.edit("briefs/old-bridge/brief.yml", ('title: "Old bridge"', 'title: "Older bridge"'))
        page.wait_for_function("document.title.includes('Older bridge')", timeout=PATIENCE * 1000)
        page.keyboard.press("/")
        page.keyboard.type("lorries")
        page.keyboard.press("Enter")
        page.wait_for_selector(".search-item", timeout=PATIENCE * 1000)
        page.close()
        assert refused == []


def test_a_setting_names_more_hosts_while_it_serves(tree: Tree) -> None:
    """A name that is added to mkdocs.yml is answered without a restart."""
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        tree.edit("mkdocs.yml", ("accent:", "serve_hosts: [desk.example]\n      accent:"))
        server.shows("/old-bridge/", "The Old Bridge closes")
        end, status = time.monotonic() + PATIENCE, 403
        while status != 200 and time.monotonic() < end:
            connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=PATIENCE)
            connection.request("GET", "/old-bridge/", headers={"Host": "desk.example"})
            status = connection.getresponse().status
            connection.close()
            time.sleep(0.1)
        assert status == 200
