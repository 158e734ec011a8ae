"""Organisations that a model has missed: named right after what they are (“the ride-hailing company Uber”), and from then on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.drafting.actors.cast import Cast
from generator.drafting.actors.mentions import Mention, is_named
from generator.drafting.grammar import Token, is_main_subject
from generator.drafting.speech.masking import Masked
from generator.prose.languages.english_nouns import BODIES, PERSONAL
from generator.prose.titles import TITLES

Doc = Token
_LONGEST = 4  # words of a name


def bodies_again(docs: Sequence[tuple[Doc, Masked]], cast: Cast, known: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions of organisations at places that are not `known`, which are in order."""
    introduced = [tuple(_introduced(doc)) for doc, _ in docs]
    single = {name.text for names in introduced for name in names if len(name) == 1}
    found: dict[int, Mention] = {}
    for (doc, masked), names in zip(docs, introduced, strict=True):
        for name in (*names, *(doc[word.i : word.i + 1] for word in doc if word.text in single and not word.ent_type_)):
            start, end = masked.span(name.start_char, name.end_char)
            if start not in found and not is_named(known, start):
                found[start] = Mention(start, end, cast.body(name.text, start, end), is_main_subject(name.root))
    return list(found.values())


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
