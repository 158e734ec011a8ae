"""Cases as text files, in the manner of markdown-it-py's fixtures.

A case is a title line, a line with a single dot, and parts that each end with a line with a single dot. Blank lines and lines that
begin with `#` between cases are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\([nrt])")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}


class Case(NamedTuple):
    """One case: where it stands, its title and its parts."""

    place: str
    title: str
    parts: tuple[str, ...]


def cases(path: Path, parts: int) -> Iterator[Case]:
    """The cases of a file."""
    lines = iter(enumerate(path.read_text("utf-8").split("\n"), 1))
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        dot = next(lines, (0, ""))[1]
        assert dot == ".", f"{path}:{number}: no line with a dot after the title"
        yield Case(f"{path.name}:{number}", line, tuple(_part(lines) for _ in range(parts)))


def _part(lines: Iterator[tuple[int, str]]) -> str:
    found: list[str] = []
    for _, line in lines:
        if line == ".":
            return unescape("\n".join(found))
        found.append(line)
    raise AssertionError("a part is not closed by a line with a dot")


def unescape(text: str) -> str:
    r"""Put characters for what nobody can see in a file: `\u{ad}`, `\n`, `\r`, `\t`."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _PLAIN[match[2]], text)
