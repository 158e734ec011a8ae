"""What all tests share: how Hypothesis draws, and the day on which they run."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=60, database=None)
# What `make mutants` asks is whether anything fails, not what the smallest example is.
quick = settings(settings.get_profile("reproducible"), phases=(Phase.explicit, Phase.generate), max_examples=20, report_multiple_bugs=False)
settings.register_profile("mutants", quick)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "reproducible"))

os.environ["SOURCE_DATE_EPOCH"] = "1770724800"  # 10 February 2026, so that nothing in a test becomes due by itself
