"""What Lighthouse makes of the example publication, on its simulated phone and its simulated slow line."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.chromium import ARGUMENTS, chromium

FOLDER = Path(__file__).parents[2] / ".cache" / "lighthouse"
LISTED = {"": True, "leap-second/": True, "actors/duncan-agnew/": True, "leap-second/sources/nature-2022/": False}
"""Pages of each kind, by their addresses, and whether engines of search may list them."""


def test_lighthouse_finds_nothing_to_mend(example: Path, serve: Callable[[Path], str]) -> None:
    """A brief, the front page, an actor and a source are accessible, keep to good practice, are fit to be listed where they may be, shift
    nothing and are quick: performance is 95 at least, in the best of some tries on a machine that may have other things to do."""
    node = shutil.which("node")
    if not node or not (FOLDER / ".installed").exists():
        pytest.skip("Lighthouse is not there: `make setup-test` installs it where npm can")
    address = serve(example)
    given = {"chromium": chromium(), "flags": ARGUMENTS, "pages": [f"{address}{page}" for page in LISTED]}
    script = Path(__file__).with_name("lighthouse.mjs")
    run = subprocess.run([node, script, FOLDER, json.dumps(given)], check=True, capture_output=True, text=True)
    report = {page.removeprefix(address): found for page, found in json.loads(run.stdout).items()}
    assert list(report) == list(LISTED)
    for page, found in report.items():
        faults = [fault for fault in found["faults"] if LISTED[page] or not fault.startswith("is-crawlable")]
        assert faults == [], page
        assert found["scores"]["performance"] >= 0.95, (page, found)
        assert found["shift"] < 0.02, (page, found)
