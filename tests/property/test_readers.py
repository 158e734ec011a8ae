"""Whatever bytes a reader is given, it reads them or refuses them in its own words; `make fuzz` tries more of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.engine import secret as secrecy
from tests.support.readers import READERS, Reader, inputs

FEW, FEWER = 20, 4  # examples; each of a slow reader costs a process


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Caches, and the secret by which they know their entries."""
    monkeypatch.setenv("BRIEFS_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("BRIEFS_CACHE", raising=False)
    monkeypatch.delenv("BRIEFS_NO_CACHE", raising=False)
    secrecy._secret.cache_clear()
    inputs.cache_clear()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_any_bytes_are_read_or_refused(reader: Reader) -> None:
    """What a reader can read, that with changes, and any bytes raise nothing but its refusals; what it can read it does read."""
    assert not isinstance(reader.outcome(reader.seed()), (Exception, type(None)))

    @settings(max_examples=FEWER if reader.is_slow else FEW)
    @given(inputs(reader))
    def tried(data: bytes) -> None:
        reader.outcome(data)

    tried()
