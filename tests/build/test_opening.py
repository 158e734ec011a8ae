"""What `serve` answers before its first build is there."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from generator.doors.mkdocs.opening import Opening, opening_app
from generator.doors.mkdocs.shown import Shown
from tests.build.conftest import PATIENCE, Tree, serving
from tests.build.test_guard import config_of

STALE = "As it was shown last"


def asked(address: str) -> tuple[int, str, str]:
    """The status of an answer, where it leads to or what it is, and its words."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, answer.url if answer.url != address else answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Retry-After"], error.read().decode()


@pytest.mark.parametrize(
    ("host", "port", "why"),
    [("127.0.0.1", 0, "served there already"), ("192.0.2.1", 8000, "no such address"), ("127.0.0.1", 99_999, "65535")],
)
def test_an_address_that_cannot_be_served_is_said_at_once(host: str, port: int, why: str) -> None:
    """A port that is taken, an address of another machine, a port that there is not: each in words, with what to write instead."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PluginError, match=rf"{why}.*--dev-addr"):
            Opening(config_of(f"{host}:{port or taken.getsockname()[1]}"), lambda environ, start_response: ())


def test_what_was_shown_last_is_shown(tmp_path: Path) -> None:
    """A page that was shown has a bar that says when it is from; files are as they were; all else says that it waits."""
    shown = Shown(tmp_path / "mkdocs.yml")
    shown.keep("index.html", b"<body>Home</body>")
    shown.keep("old-bridge/index.html", b"<body>Closed</body>")
    shown.keep("old-bridge/index.html", b"<body>Open</body>")
    shown.keep("assets/x.css", b"a {}")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = config_of(f"127.0.0.1:{port}", site_url=f"http://127.0.0.1:{port}/sub/")
    opening = Opening(config, opening_app(Shown(tmp_path / "mkdocs.yml"), config))
    site = f"http://127.0.0.1:{port}"
    try:
        answers = {
            path: asked(f"{site}{path}")
            for path in ("/", "/sub/old-bridge", "/sub/assets/x.css", "/sub/new/", "/elsewhere/", "/livereload/0/0")
        }
    finally:
        opening.close()
    home, bridge = answers["/"], answers["/sub/old-bridge"]
    assert home[:2] == (200, f"{site}/sub/")
    assert home[2].startswith("<body>Home")
    assert STALE in home[2]
    assert bridge[:2] == (200, f"{site}/sub/old-bridge/")
    assert bridge[2].startswith("<body>Open")
    assert STALE in bridge[2]
    assert answers["/sub/assets/x.css"] == (200, "text/css", "a {}")
    assert {answers[path][:2] for path in ("/sub/new/", "/elsewhere/", "/livereload/0/0")} == {(503, "1")}
    Opening(config, opening_app(Shown(tmp_path / "mkdocs.de.yml"), config)).close()  # the address is free
    assert Shown(tmp_path / "mkdocs.de.yml").find("index.html") is None


def test_a_server_that_starts_again_shows_the_last_page_and_then_the_new_one(tree: Tree) -> None:
    """While the publication is read, its pages are there as they were; a stranger's name gets none; then what is new is shown."""
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
    tree.edit("briefs/old-bridge/brief.yml", ('title: "Old bridge"', 'title: "Older bridge"'))
    tree.write("slow.py", "import pathlib, time\ndef on_nav(nav, **kwargs):\n    while not pathlib.Path('go').exists(): time.sleep(0.05)\n")
    tree.edit("mkdocs.yml", ("site_name:", "hooks: [slow.py]\nsite_name:"))
    with serving(tree) as server:
        page = server.shows("/old-bridge/", STALE)
        assert "Old bridge" in page
        assert "Older bridge" not in page
        assert STALE in server.get("/").decode()
        request = urllib.request.Request(f"{server.address}/old-bridge/", headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request, timeout=PATIENCE)
        tree.write("go", "")
        assert STALE not in server.shows("/old-bridge/", "Older bridge")
