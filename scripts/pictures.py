"""Makes the README's pictures from the built example publication: a page with evidence open, and a handout.

usage: .venv/bin/python scripts/pictures.py   (after `make site`)
"""

from __future__ import annotations

import http.server
import shutil
import subprocess
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
BRIEF = "north-korean-troops-russia"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Write docs/page.png and docs/handout.png."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(http.server.SimpleHTTPRequestHandler, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1100, "height": 1500})
        page.goto(f"http://127.0.0.1:{server.server_port}/{BRIEF}/")
        page.locator(".story .margin-note summary").first.click()
        page.screenshot(path=ROOT / "docs" / "page.png")
        browser.close()
    server.shutdown()
    handout = ROOT / "site" / BRIEF / f"{BRIEF}.pdf"
    subprocess.run(["pdftoppm", "-r", "90", "-f", "1", "-l", "1", "-singlefile", "-png", handout, ROOT / "docs" / "handout"], check=True)


if __name__ == "__main__":
    main()
