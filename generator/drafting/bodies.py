"""Organisations that a model has missed: named right after what they are (“the ride-hailing company Uber”), and from then on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.drafting.cast import Cast
from generator.drafting.grammar import SUBJECTS, Token, is_subordinate
from generator.drafting.masking import Masked
from generator.drafting.mentions import Mention
from generator.drafting.nouns import BODIES, PERSONAL, TITLES

Doc = Token
_LONGEST = 4  # words of a name


def bodies_again(docs: Sequence[tuple[Doc, Masked]], cast: Cast, known: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions of organisations at places that are not `known`, which are in order."""
    introduced = {word.text: name for doc, _ in docs for name in _introduced(doc) for word in name if len(name) == 1}
    found: list[Mention] = []
    for doc, masked in docs:
        for name in (*_introduced(doc), *(doc[word.i : word.i + 1] for word in doc if word.text in introduced and not word.ent_type_)):
            start, end = masked.span(name.start_char, name.end_char)
            index = bisect_right(known, (start, end)) - 1
            if (index >= 0 and start < known[index][1]) or any(one.start == start for one in found):
                continue
            root = name.root
            is_subject = root.dep_ in SUBJECTS and not is_subordinate(root.head)
            found.append(Mention(start, end, cast.body(name.text, start, end), is_subject))
    return found


def _introduced(doc: Doc) -> Iterator[Token]:
    """Names without a label right after a noun that says which kind of body they are of."""
    for noun in doc[:-1]:
        if noun.lower_ not in BODIES - PERSONAL or noun.text != noun.lower_:
            continue
        last = noun.i + 1
        while last < len(doc) and last - noun.i <= _LONGEST and doc[last].is_title and not doc[last].ent_type_:
            last += 1
        name = doc[noun.i + 1 : last]
        if len(name) and name[0].lower_ not in TITLES | PERSONAL and name[0].is_alpha:
            yield name
