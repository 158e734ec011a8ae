"""What a build says of what it has recorded."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.desk.releasing import Recording
from generator.doors.mkdocs import plugin as door


@pytest.mark.parametrize(
    ("number", "said"), [(2, ["a-0: x", "a-1: x", "z is not"]), (40, ["z is not", "of 40 briefs, in their folders releases/"])]
)
def test_many_records_are_told_in_one_line(
    number: int, said: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A few records are named, each with its file; many are counted, and what could not be recorded is named in any case."""
    records = [Recording(f"a-{one}", f"recorded what is published of a-{one}: x", Path("x")) for one in range(number)]
    monkeypatch.setattr(door, "record_due", lambda *_: iter([*records, Recording("z", "what is published of z is not recorded: full")]))
    plugin: Any = door.BriefsPlugin()
    plugin.use_publication, plugin.rendered = (lambda: None), SimpleNamespace(due=())
    with caplog.at_level("INFO", logger="mkdocs"):
        plugin.record_releases()
    assert len(caplog.messages) == len(said)
    assert all(part in message for part, message in zip(said, caplog.messages, strict=True))
    assert plugin.recorded[:-1] == records
