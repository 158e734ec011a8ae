"""Where sentences begin and end, as far as rules can tell."""

from __future__ import annotations

import re

# Not after an initial, an abbreviation or (in `am 3. Mai`) a number; a closing mark belongs to the sentence that it closes.
_END = re.compile(
    r"(?:(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|Lt|Jr|Sr|vs|No|Nr|ca|ed|Bd|hl)\.)(?<!\b(?:Mrs|Gen|Col|Sgt|Rep|Sen|Gov|Rev|etc|bzw|usw)\.)"
    r"(?<!\bProf\.)(?<!\d\.)(?<=[.!?…。！？])|(?<=\b\d{4}\.))[”’\"'»“)\]]*(?=\s|$)|(?<=[。！？])|\n"
)
_FAR = 1000  # characters that a sentence may reach


def sentence_around(body: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence in which a place stands."""
    near = max(0, start - _FAR)
    first = max((match.end() for match in _END.finditer(body, near, start)), default=near)
    match = _END.search(body, end, end + _FAR)
    last = match.end() if match else min(len(body), end + _FAR)
    words = body[first:last]
    return first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
