"""The golden publication as a site on loopback, and a browser to read it with."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
PUBLICATION = ROOT / "tests" / "golden" / "publication"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing; what all pages share is fetched once."""

    def end_headers(self) -> None:
        """Say how long a browser may keep what it got."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep silent."""


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of pages that a browser has left before they were there."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on loopback; gives the address of each, with a slash at its end."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("publication") / "golden"
    shutil.copytree(PUBLICATION, root, ignore=shutil.ignore_patterns(".cache", "site"))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True, capture_output=True)
    return root / "site"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built example publication, without handouts."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "briefs", root / "briefs")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("handouts: {", "handouts: false\n#"), encoding="utf-8")
    day = os.environ | {"SOURCE_DATE_EPOCH": "1795737600"}  # 27 November 2026, when all of it was published
    subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=root, env=day, check=True, capture_output=True)
    return root / "site"


@pytest.fixture(scope="session")
def site(built: Path, serve: Callable[[Path], str]) -> str:
    """The address of the built site, with a slash at its end."""
    return serve(built)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 by 900, light."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
