"""Reading a handout that may come from anywhere: its attachments, and its text in the order of its tags.

`read` does so in a process of its own, with little memory and little time: a file that was made to break a reader breaks that process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.engine.limits import limit_memory
from generator.verifying.problem import UnreadableError

LARGEST = 100_000_000  # bytes of a file
LARGEST_ATTACHMENT = 20_000_000
MEGABYTES = 800
SECONDS = 60


@dataclass(frozen=True)
class Handout:
    """What a PDF carries: files by their names, the text that a reader copies out of it, and the digests of its parts."""

    attachments: dict[str, bytes]
    text: str
    parts: dict[str, str]


def read(path: Path) -> Handout:
    """Read a PDF; raises UnreadableError where that cannot be done within the limits."""
    if path.stat().st_size > LARGEST:
        raise UnreadableError(f"it is larger than {LARGEST // 1_000_000} MB")
    command = [sys.executable, "-P", "-m", "generator.verifying.handout_file", str(path.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"it cannot be read in {SECONDS} seconds") from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or [f"its reader ended with status {done.returncode}"]
        raise UnreadableError(f"it is no PDF that can be read: {reason[0][:200]}")
    found = json.loads(done.stdout)
    return Handout(
        {name: content.encode("utf-8", "surrogateescape") for name, content in found["attachments"].items()}, found["text"], found["parts"]
    )


# In the process


def main() -> None:
    """Print what the file named by the first argument carries, as JSON."""
    limit_memory(MEGABYTES)
    try:
        found = _found(sys.argv[1])
    except Exception as error:
        sys.exit(_in_words(error))
    sys.stdout.write(json.dumps(found))


def _in_words(error: Exception) -> str:
    import pikepdf

    if isinstance(error, pikepdf.PasswordError):
        return "it is encrypted, and it wants a password: get it as it was published, or save a copy without one (`qpdf --decrypt`)"
    if isinstance(error, MemoryError):
        return f"it takes more than {MEGABYTES} MB of memory"
    if isinstance(error, UnreadableError):
        return str(error)
    return "it is damaged, or a part of it is missing"


def _found(path: str) -> dict[str, Any]:
    import pikepdf

    from generator.press.parts import digests
    from generator.verifying.layer import text_of

    with pikepdf.open(path) as pdf:
        return {"attachments": dict(_attachments(pdf)), "text": "".join(text_of(pdf)), "parts": digests(pdf)}


def _attachments(pdf: Any) -> Iterator[tuple[str, str]]:
    for name, attachment in pdf.attachments.items():
        if name.endswith(".json"):
            content = attachment.get_file().read_bytes()
            if len(content) > LARGEST_ATTACHMENT:
                raise UnreadableError(f"the attachment {name} is too large")
            yield name, content.decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    main()
