"""B309: cited words do not stop where the sentence takes them back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.evidence import Anchored, sentence_rest
from generator.prose.languages import LANGUAGES, any_of
from generator.text.finding import Finding
from generator.text.quotation_marks import DOUBLE, SINGLE

_TAKES_BACK = re.compile(
    rf"(?P<between>[\s,;:()–—{DOUBLE}{SINGLE}-]*)\b(?P<word>{any_of(each.takes_back for each in LANGUAGES)})\b", re.IGNORECASE
)
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")


def check(anchored: Anchored) -> Iterator[Finding]:
    """The rest of a sentence does not begin with a *but*, *unless*, *if* … that the cited words leave out.

    What follows a quote's closing mark is the reporter's, and takes nothing of it back.
    """
    for cited, anchor, source in anchored.cited():
        body = source.text.body
        limit = min(source.run(anchor.start).end, source.prepared.paragraph(anchor.end - 1)[1])
        rest = sentence_rest(body, anchor.end, limit)
        match = _TAKES_BACK.match(rest)
        if match and not (cited.quote and _MARK.search(match["between"])):
            message = f"the sentence goes on after these words, with “{match['word'].lower()}”\nleft out: … {' '.join(rest.split())}"
            span = anchored.context.parsed.span(*cited.location)
            fix = "quote the sentence to its end, or say in the text what it goes on to say"
            yield Finding("B309", message, span, fix, item=cited.item)
