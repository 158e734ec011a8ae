"""Give every reader of bytes odd ones for a while, other ones each time, and print the smallest that raises what it should not.

usage: FUZZ_SECONDS=30 python scripts/fuzz.py [reader ...]

The readers and what they may refuse are those of `tests/support/readers.py`; a part of a reader's name will do. Hypothesis draws, and makes
small what it finds; it does not look at which lines have run. Where atheris is installed, it takes as long again to change bytes so that
other lines run, and shows what it finds as it is. Ends with 1 where something was found; the example is worth a test of its own.
"""

from __future__ import annotations

import importlib
import os
import secrets
import subprocess
import sys
import time
import traceback
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parents[1]))
GUIDED = "--guided"  # an argument: what follows is the name of the one reader that atheris tries in this process
atheris: Any = importlib.import_module("atheris") if sys.argv[1:2] == [GUIDED] else None

with atheris.instrument_imports(include=["generator"]) if atheris else nullcontext():
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


def is_clean(reader: Reader, seconds: float) -> bool:
    """Whether nothing was found in a reader; prints what was."""
    found = fuzz(reader, seconds)
    if isinstance(found, int):
        print(f"{reader.name}: {found:,} inputs, all read or refused", flush=True)
        if reader.is_slow or not find_spec("atheris"):  # atheris does not see what another process runs
            return True
        call = [sys.executable, __file__, GUIDED, reader.name, str(seconds)]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        ran = [line for line in done.stderr.splitlines() if line.startswith("Done ")]
        print(f"{reader.name}: {ran[-1]}, guided" if ran and not done.returncode else done.stdout + done.stderr, flush=True)
        return not done.returncode
    tried, data, error = found
    print(f"{reader.name}: of {tried:,} inputs one raises; the smallest:\n\n{data!r}\n")
    print("".join(traceback.format_exception(error)), flush=True)
    return False


def guide(name: str, seconds: float, folder: str) -> None:
    """Let atheris try a reader; ends the process."""
    reader = next(reader for reader in READERS if reader.name == name)
    Path(folder, "corpus").mkdir()
    Path(folder, "corpus", "seed").write_bytes(reader.seed())

    def once(data: bytes) -> None:
        try:
            reader.outcome(data)
        except Exception:
            print(f"{name}: an input raises:\n\n{data!r}\n", flush=True)
            raise

    atheris.Setup([sys.argv[0], f"{folder}/corpus", f"-max_total_time={seconds:.0f}", f"-artifact_prefix={folder}/"], once)
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Try the readers that are named, or all; the exit status."""
    with TemporaryDirectory() as folder:
        os.environ["BRIEFS_STATE"] = folder
        if atheris:
            guide(arguments[1], float(arguments[2]), folder)
        seconds = float(os.environ.get("FUZZ_SECONDS") or 30)
        chosen = [reader for reader in READERS if not arguments or any(name in reader.name for name in arguments)]
        clean = [is_clean(reader, seconds) for reader in chosen]
        return 0 if all(clean) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
