"""What tests of reading share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.engine.confined import end_helper


@pytest.fixture
def new_process() -> Iterator[None]:
    """Files are read in a process that begins with what the test has changed, and ends with the test."""
    end_helper()
    yield
    end_helper()
