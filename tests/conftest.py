"""What all tests share: how Hypothesis draws, the day on which they run, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from tests.support.chromium import ARGUMENTS, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=60, database=None)
# What `make mutants` asks is whether anything fails, not what the smallest example is.
quick = settings(settings.get_profile("reproducible"), phases=(Phase.explicit, Phase.generate), max_examples=20, report_multiple_bugs=False)
settings.register_profile("mutants", quick)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "reproducible"))

os.environ["SOURCE_DATE_EPOCH"] = "1770724800"  # 10 February 2026, so that nothing in a test becomes due by itself


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium: one for all tests of a process, for Playwright knows no second one there."""
    from playwright.sync_api import sync_playwright  # slow to import, and few tests need it

    with sync_playwright() as playwright:
        headless = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield headless
        headless.close()
