"""B309: cited words do not stop where the sentence takes them back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.items import Quote
from generator.prose.languages import LANGUAGES, any_of
from generator.prose.sentences import rest_of_sentence
from generator.text.finding import Finding
from generator.text.patterns import compiled
from generator.text.quotation_marks import DOUBLE, SINGLE

_TAKES_BACK = compiled(
    rf"(?P<between>[\s,;:()–—{DOUBLE}{SINGLE}-]*)\b(?P<word>{any_of(each.takes_back for each in LANGUAGES)})\b", re.IGNORECASE
)
_MARK = compiled(f"[{DOUBLE}{SINGLE}]")


def check(anchored: Anchored) -> Iterator[Finding]:
    """The rest of a sentence does not begin with a *but*, *unless*, *if* … that the cited words leave out.

    What follows a quote's closing mark is the reporter's, and takes nothing of it back.
    """
    for cited, anchor, source in anchored.cited():
        first, last = source.prepared.paragraph(anchor.end - 1)
        run = source.run(anchor.start)
        within = max(first, run.start), min(last, run.end)
        match = _TAKES_BACK.match(source.text.body, anchor.end, within[1])
        if not match or (isinstance(cited.of, Quote) and _MARK.search(match["between"])):
            continue
        rest = rest_of_sentence(source.text.body, anchor.end, within, source.source.language)
        if len(rest) >= len(match[0]):  # else the word begins the next sentence
            message = f"the sentence goes on after these words, with “{match['word'].lower()}”\nleft out: … {' '.join(rest.split())}"
            span = anchored.context.parsed.span(*cited.location)
            fix = "quote the sentence to its end, or say in the text what it goes on to say"
            yield Finding("B309", message, span, fix, item=cited.item)
