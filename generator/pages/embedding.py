"""Finished HTML in a Markdown document, for the processors of other engines: what comes out is what was put in, as a browser reads it.

Processors look at lines: a blank one ends a block of HTML in CommonMark, an indented one is code, one of backticks begins a fence, a tab is
made of spaces. So the HTML is one line that begins with a tag of a block, and whatever a processor could take for its own in there is
written as a character reference, which is the same to a browser, in texts and in values of attributes.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"""(<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^"'<>])*>)""")
_VALUE = re.compile(r"""("[^"]*"|'[^']*')""")
_BREAK = re.compile(r"\r\n?")
_REFERENCES = str.maketrans({"\n": "&#10;", "\t": "&#9;", "{": "&#123;"})  # lines, tabs, and `{{` of who has templates in pages
_SPACES = str.maketrans("\n\t", "  ")


def one_line(html: str) -> str:
    """HTML without script or style elements as one line."""
    parts = _TAG.split(_BREAK.sub("\n", html.strip()))
    return "".join(_tag(part) if index % 2 else part.translate(_REFERENCES) for index, part in enumerate(parts))


def _tag(tag: str) -> str:
    """A tag, in which lines are spaces but in values."""
    parts = _VALUE.split(tag)
    return "".join(part.translate(_REFERENCES if index % 2 else _SPACES) for index, part in enumerate(parts))
