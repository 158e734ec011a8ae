"""How long a thousand quotes take in a source of a million characters, beside `str.find` on the same text.

Run it with `python bench/matching.py`. The second table holds texts that are made to be slow, each at half and at full size:
linear work takes twice as long.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.text.matching import Source, matches, nearest

SIZE = 1_000_000
QUOTES = 1_000
SAMPLE = 5  # absent quotes that difflib is asked for; it takes seconds for each

Runs = tuple[tuple[int, int], ...]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def page(chance: random.Random, size: int) -> str:
    """An article of `size` characters on one line per paragraph, with quotations and typography of its own."""
    vocabulary = ["".join(chance.choices("abcdefghijklmnoprstuvwxyz", k=chance.randint(2, 10))) for _ in range(8_000)]
    parts: list[str] = []
    length = 0
    while length < size:
        words = chance.choices(vocabulary, k=90)
        words[10], words[30], words[60] = f"“{words[10]}", f"{words[30]},”", f"{words[60]}’s"
        parts.append(" ".join(words))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[:size]


def quoted(chance: random.Random, body: str, kind: str) -> str:
    """Some words of `body`, as a quote of this kind."""
    paragraph = chance.choice(body.split("\n")[:-1])
    words = paragraph.split()[5:40]
    if kind == "typographic":
        return " ".join(words).replace("“", '"').replace("”", '"')
    if kind == "elided":
        return f"{' '.join(words[:8])} […] {' '.join(words[15:22])} … {' '.join(words[30:])}"
    if kind == "absent":
        words[17] = "xyzzy"
    return " ".join(words)


def found(source: Source, quote: str) -> bool:
    """What a check does with a quote: its first place, or else the nearest passage."""
    return next(matches(source, quote), None) is not None or nearest(source.body, quote) is None


def report_kinds(chance: random.Random) -> None:
    """Quotes of each kind, and all of them mixed, beside `str.find`."""
    body = page(chance, SIZE)
    source = Source(body, ((0, len(body)),))
    print(f"making ready {SIZE:,} characters: {seconds(lambda: (source.normal, source.paragraphs, source.quotations)):.2f} s")
    print(f"\n{'kind':<14}{'quotes':>7}{'seconds':>10}{'str.find':>10}{'ratio':>8}")
    mixed: list[str] = []
    for kind in ("exact", "typographic", "elided", "absent"):
        quotes = [quoted(chance, body, kind) for _ in range(QUOTES // 4)]
        report(kind, source, quotes)
        mixed += quotes
    report("mixed", source, mixed)
    absent, sample = quoted(chance, body, "absent"), body[: SIZE // 20]
    ours = seconds(lambda: nearest(sample, absent)) / len(sample)
    theirs = seconds(lambda: [SequenceMatcher(None, absent, sample, autojunk=False).ratio() for _ in range(SAMPLE)]) / SAMPLE / len(sample)
    print(f"\nnearest passage, an index made anew: {ours * SIZE:.2f} s for {SIZE:,} characters, difflib {theirs * SIZE:.2f} s")


def report(kind: str, source: Source, quotes: list[str]) -> None:
    """One line of the table."""
    ours = seconds(lambda: [found(source, quote) for quote in quotes])
    plain = seconds(lambda: [source.body.find(quote) for quote in quotes])
    print(f"{kind:<14}{len(quotes):>7}{ours:>10.3f}{plain:>10.3f}{ours / plain:>8.1f}")


# Texts that are made to be slow: a unit that is repeated, a quote, and how many characters a segment has (0: all).
SLOW: dict[str, tuple[str, str, int]] = {
    "one line of words": ("soldiers were sent there ", "not there at all", 0),
    "apostrophes": ("'", "a", 0),
    "closing apostrophes": ("’", "a", 0),
    "opening marks": ("“", "a", 0),
    "marks that never close": ("«”", "a", 0),
    "plurals in marks": ("'a " + "a' " * 600 + ". x.' ", "not there", 0),
    "repeated words": ("a ", "a a a b", 0),
    "tiny pieces": ("a b c ", "a … b … c … a … b … d", 0),
    "tiny pieces, all there": ("a b c ", "a … b … c", 0),
    "combining marks": ("\u0301\u0323", "a", 0),
    "soft hyphens": ("a\u00ad", "a a", 0),
    "ellipses": ("a… ", "a… b", 0),
    "emphasis": ("*a* *b ", "a b c", 0),
    "block quotes": ("> a\n", "a b", 0),
    "words broken at line ends": ("sol-\ndiers ", "soldiers and", 0),
    "brackets in place of words": ("a b c ", "a [x] c [y] d", 0),
    "thousands of segments": ("a line of a segment\n", "segment a line", 20),
}


def report_slow() -> None:
    """All places of a quote in texts made to be slow, at half and at full size."""
    print(f"\n{'text':<26}{SIZE // 2:>12,}{SIZE:>12,}{'ratio':>8}")
    for name, (unit, quote, segment) in SLOW.items():
        half, full = (seconds(partial(everything, unit, quote, segment, size)) for size in (SIZE // 2, SIZE))
        print(f"{name:<26}{half:>12.2f}{full:>12.2f}{full / half:>8.1f}")


def everything(unit: str, quote: str, segment: int, size: int) -> None:
    """All that is ever asked of a source: its normal form, its structure, and every place of a quote."""
    body = unit * (size // len(unit))
    runs: Runs = tuple((at, at + segment) for at in range(0, len(body), segment)) if segment else ((0, len(body)),)
    source = Source(body, runs)
    assert source.normal
    assert source.quotations
    for _ in matches(source, quote):
        pass


if __name__ == "__main__":
    report_kinds(random.Random(7))
    report_slow()
