"""B117, B118: what refers to a footnote leads to one, and each footnote is referred to. Only article.md has any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from generator.checks.context import Context
from generator.checks.written import Written
from generator.text.finding import Finding
from generator.text.footnotes import defined, referred, unknown, written
from generator.text.guesses import Guesses
from generator.text.markdown import parsed
from generator.text.places import Span


def check(context: Context) -> Iterator[Finding]:
    """Every text in which `[^` stands."""
    for text in context.written:
        if written("")[:-1] not in text.source:
            continue
        tokens = parsed(text.source)
        if text.location:
            yield from _without(text, tokens)
        else:
            yield from _article(text, tokens, context.guesses)


def _without(text: Written, tokens: Sequence[Token]) -> Iterator[Finding]:
    """Of brief.yml: its texts have none."""
    labels = dict.fromkeys([*(label for label, _ in (*unknown(tokens), *defined(tokens))), *sorted(referred(tokens))])
    for label in labels:
        message = f"`{written(label)}` stands as it is written, for texts of brief.yml have no footnotes"
        fix = f"say it in the text or in article.md; of words that are no footnote, write `\\{written(label)}`"
        yield Finding("B117", message, text.span.narrow(written(label)), fix, item=text.item)


def _article(text: Written, tokens: Sequence[Token], guesses: Guesses) -> Iterator[Finding]:
    notes = defined(tokens)
    labels = [label for label, _ in notes]
    for label, line in dict(reversed(unknown(tokens))).items():
        sign, close = written(label), guesses.near(label, labels)
        fix = f"did you mean `{written(close[0])}`?" if close else f"write `{sign}: …` below, or `\\{sign}` for these words"
        yield Finding("B117", f"there is no footnote `{sign}`", _from(text.span, line).narrow(sign), fix)
    there, before = referred(tokens), set[str]()
    for label, line in notes:
        sign = written(label)
        place = _from(text.span, line).narrow(f"{sign}:")
        if label in before:
            message = f"the footnote `{sign}` is there already, and nothing refers to this one"
            yield Finding("B118", message, place, "give it another label")
        elif label not in there:
            yield Finding("B118", f"nothing refers to the footnote `{sign}`", place, f"write `{sign}` where it belongs")
        before.add(label)


def _from(span: Span, line: int) -> Span:
    """The rest of an article from a line, counted from 0."""
    text = span.text
    return Span(text, text.line_span(min(line + 1, text.line_count))[0], span.end)
