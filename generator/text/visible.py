"""Text for terminals and logs, in which nothing but letters acts.

Escape sequences move the cursor, rename the window or hide lines, and marks of direction turn around what stands beside them. Each such
character becomes one that is seen, so that columns stay what they were.
"""

from __future__ import annotations

import re

_BEYOND = (  # what JSON does not escape by itself; the last are bytes of file names that are not UTF-8
    *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
)  # fmt: skip
_SEEN = {code: 0x2400 + code for code in range(0x20)} | dict.fromkeys(_BEYOND, 0xFFFD) | {0x7F: 0x2421}
_LINES = {code: seen for code, seen in _SEEN.items() if code not in (0x09, 0x0A)}
_COMMAND = re.compile(r"^(\s*)(?=::)", re.MULTILINE)  # `::error::`, which starts a line
# `##[error]` and `##vso[…]`, which the runners of GitHub and Azure obey wherever in a line they stand
_MARK = re.compile(r"(?<=#)#(?=\w*\[)")
_UNESCAPED = re.compile(f"[{''.join(map(chr, _BEYOND))}]|{_MARK.pattern}")


def words(text: object) -> str:
    """Words on one line: a name, a message, a line of a file."""
    text = str(text)
    if text.isprintable() and "##" not in text:  # as most are, and none of them acts
        return text
    return _MARK.sub("♯", text.translate(_SEEN))


def lines(text: object) -> str:
    """Words on several lines, none of which a runner takes for a command."""
    return _COMMAND.sub(r"\1| ", _MARK.sub("♯", str(text).translate(_LINES)))


def in_json(document: str) -> str:
    """A JSON document that says the same, with escapes for what acts on a terminal or a runner."""
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
