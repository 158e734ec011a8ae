"""Settings for all tests."""

from hypothesis import settings

settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("reproducible")
