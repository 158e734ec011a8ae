"""Give every reader of bytes odd ones for a while, other ones each time, and print the smallest that raises what it should not.

usage: FUZZ_SECONDS=30 python scripts/fuzz.py [reader ...]

The readers and what they may refuse are those of `tests/support/readers.py`; a part of a reader's name will do. Hypothesis draws, and makes
small what it finds: nothing looks at which lines have run. Ends with 1 where something was found; the example is worth a test of its own.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.readers import READERS, Reader, inputs

BATCH = 100  # examples between two looks at the clock of Hypothesis's own


def fuzz(reader: Reader, seconds: float) -> tuple[int, bytes, Exception] | int:
    """How many inputs were tried in a time; where one raised, the smallest such input and what it raised, too."""
    end, tried = time.monotonic() + seconds, 0
    failed: list[tuple[bytes, Exception]] = []

    @settings(max_examples=BATCH, database=None, deadline=None, phases=(Phase.generate, Phase.shrink), suppress_health_check=HealthCheck)
    @given(inputs(reader))
    def batch(data: bytes) -> None:
        nonlocal tried
        if time.monotonic() > end and not failed:  # once there is something to make small, that is done
            return
        tried += 1
        try:
            reader.outcome(data)
        except Exception as error:
            failed.append((data, error))
            raise

    while time.monotonic() < end:
        try:
            seed(secrets.randbits(64))(batch)()
        except Exception:
            if not failed:
                raise
            return (tried, *min(failed, key=lambda each: len(each[0])))
    return tried


def main(names: list[str]) -> int:
    """Try the readers that are named, or all; the exit status."""
    seconds = float(os.environ.get("FUZZ_SECONDS") or 30)
    status = 0
    with TemporaryDirectory() as state:
        os.environ["BRIEFS_STATE"] = state
        for reader in READERS:
            if names and not any(name in reader.name for name in names):
                continue
            found = fuzz(reader, seconds)
            if isinstance(found, int):
                print(f"{reader.name}: {found:,} inputs, all read or refused", flush=True)
                continue
            tried, data, error = found
            status = 1
            print(f"{reader.name}: of {tried:,} inputs one raises; the smallest:\n\n{data!r}\n")
            print("".join(traceback.format_exception(error)), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
