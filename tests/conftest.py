"""What all tests share: how Hypothesis draws, and the day on which they run."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("reproducible")

os.environ["SOURCE_DATE_EPOCH"] = "1770724800"  # 10 February 2026, so that nothing in a test becomes due by itself
