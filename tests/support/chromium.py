"""Where Chromium is."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of the browser, which the tests cannot do without."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is missing: `make setup-test` installs it"
    return path
