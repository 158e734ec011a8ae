"""Handouts that several tests look at, made once."""

from __future__ import annotations

import pytest

from tests.support.handouts import GOLDEN, all_prints, set_all


@pytest.fixture(scope="session")
def golden_handouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The handouts of the golden publication, in every form and size, and a booklet of them."""
    return set_all(all_prints(GOLDEN), tmp_path_factory.mktemp("cache"))
