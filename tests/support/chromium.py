"""Chromium, and how the tests call it."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but loopback is to be asked, so the browser's own errands are turned off.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip


def chromium() -> str:
    """The path of the browser, which the tests cannot do without."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: `make setup-test` installs it"
    return path
