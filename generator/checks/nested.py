"""B328: the words of a quotation inside of another are not the outer speaker's own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.evidence import Anchored
from generator.items import Quote
from generator.text.finding import Finding
from generator.text.patterns import compiled

_WORD = compiled(r"\w+")
_LEAST = 3  # words: fewer are a term, and the outer speaker's


def check(anchored: Anchored) -> Iterator[Finding]:
    """Quotes that lie in a quotation which somebody else gives, and that do not say through whom they came."""
    for cited, anchor, source in anchored.cited():
        if not isinstance(cited.of, Quote) or cited.of.via or len(_WORD.findall(cited.words)) < _LEAST:
            continue
        around = source.speech.around(anchor.start, anchor.end)
        if len(around) > 1:
            outer = " ".join(source.text.body[slice(*around[1])].split())
            message = f"these words stand in a quotation inside of another, as somebody's whom the other one quotes\nthe other one: {outer}"
            fix = "name the speaker of these words, and `via:` who gives them; or quote the outer words, too"
            yield Finding("B328", message, anchored.context.parsed.span(*cited.location), fix, item=cited.item)
