"""Briefs that are awkward to set: long words, one fact, forty facts, a long quotation, names in many scripts, all of Markdown."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from generator.dossier.dossier import dossier
from generator.engine import storage
from generator.engine.cache import Cache
from generator.items.handout import Form, Handout, Paper
from generator.library.library import Library, Site, collect
from generator.pages.artifacts import Print
from generator.pages.brief_view import brief_view
from generator.pages.outputs.ready import Ready
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView
from generator.pipeline import print_brief
from generator.press.fallback_fonts import with_fallbacks
from generator.press.press import Press
from generator.wording.wording import Wording
from tests.support.publication import check_all

SITE = Site("The Awkward Gazette", "https://gazette.example.org/", "en")
NOW = datetime(2026, 2, 1, tzinfo=UTC)

SOURCE = "The dam holds. It was built in 1904.\n"
HEAD = """
status: published
published: 2026-01-02
as_of: 2026-01-02
topics: [Dams]
authors: [The desk]
sources:
  - id: press
    file: sources/press.txt
    title: A source
    publisher: The Press
    published: 2026-01-01
    kind: official
    origin: press
    url: https://www.press.example.org/a/very/long/path/to/an-article-whose-name-never-ends
"""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_QUOTE = f"I say this in my own words, {'and then again in words that are as good, ' * 24}and that is all."
MARKDOWN = """
A paragraph with `code`, **strong**, a [link](https://www.example.org/a/b) and a [**strong** link](fact:holds).

- loose one

- loose two

  with a second paragraph

  - nested

    > a quotation in it

7. seven
8. eight

> A quotation.
>
> > And another one in it.

```
a line of code that goes on and on, and on and on, and on and on, and on and on, and on and on, and on and on, and on
```

| A | B | C | D | E | F | G | H |
|---|---|--:|---|---|---|---|---|
| averyveryverylongcellwithoutabreak | two words | 12,345.67 | x | y | z | and | so on |

![A wide figure](media/wide.png)

![](media/small.png)

[![linked](media/small.png)](https://www.example.org/)

### A heading

Last words.
"""


def fact(name: str, text: str, status: str = "reported") -> str:
    """A fact with one passage of evidence."""
    return f"  - id: {name}\n    text: {text}\n    status: {status}\n    evidence: [{{source: press, quote: The dam holds.}}]\n"


def indented(text: str, spaces: int) -> str:
    """A text as a block scalar."""
    return "|\n" + "".join(f"{' ' * spaces}{line}\n" for line in text.splitlines())


def image(width: int, height: int) -> bytes:
    """A PNG of one grey."""
    rows = (b"\0" + b"\x99" * width) * height
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    parts = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


NAMES = """
actors:
  - {id: kim, name: Kim Yong-hyun (김용현), kind: person, role: "Minister, 국방부 장관", existence: verified}
  - {id: salman, name: محمد بن سلمان, kind: person, role: Crown Prince, existence: verified}
  - {id: putin, name: Владимир Путин, kind: person, existence: verified}
"""

BRIEFS: dict[str, dict[str, str | bytes]] = {
    "one-fact": {"brief.yml": f"title: A dam\nsummary: It holds.\n{HEAD}facts:\n{fact('holds', 'The dam holds.')}"},
    "forty-facts": {
        "brief.yml": "title: Forty facts about a dam\nsummary: It holds.\n"
        f'key_points: ["See [the thirtieth](fact:f30).", A second point.]\n{HEAD}facts:\n'
        + "".join(fact(f"f{n}", f'"Fact number {n} of the dam{", which was built by many people" * (n % 4)}."') for n in range(1, 41))
        + "questions:\n"
        + "".join(f'  - {{id: q{n}, question: "Why did nobody ask question {n}?", known: Nothing so far.}}\n' for n in range(1, 9))
    },
    "long-words": {
        "brief.yml": f"title: {LONG_WORD} {'x' * 120}\nlanguage: de\nsummary: Die {LONG_WORD} sprach.\n{HEAD}facts:\n"
        + fact("holds", f'"{"a" * 300} {LONG_WORD}."')
    },
    "names": {
        "brief.yml": f"title: What 김용현 said\nsummary: They met, said 김용현.\n{HEAD}facts:\n"
        + fact("holds", '"The dam holds, said [김용현](actor:kim)."')
        + NAMES
        + f'quotes:\n  - {{id: long, text: "{LONG_QUOTE}", speaker: kim, source: press, said: 2026-01-01, translated: true, '
        'original: {text: 저는 이 말을 합니다, language: ko}}\n',
        "sources/press.txt": f"The dam holds. Kim Yong-hyun said: “{LONG_QUOTE}”\n",
    },
    "markdown": {
        "brief.yml": f"title: Markdown *everywhere*\nsummary: It holds.\n{HEAD}facts:\n"
        + fact("holds", f"{indented(MARKDOWN, 6)}    note: {indented(MARKDOWN, 6)}")
        + f"questions:\n  - id: why\n    question: Why *so*?\n    why: {indented(MARKDOWN, 6)}"
        + f"actors:\n  - id: k\n    name: K\n    kind: person\n    existence: verified\n    about: {indented(MARKDOWN, 6)}",
        "article.md": MARKDOWN,
        "media/wide.png": image(900, 200),
        "media/small.png": image(40, 40),
    },
    "events": {
        "brief.yml": f"title: Many events\nsummary: Much happened.\n{HEAD}timeline:\n"
        + "".join(
            f'  - {{date: "{day}", text: "Something happened, number {n}."}}\n'
            for n, day in enumerate(["2024-10-22~", "2024-10/2024-12", "2024", "2023-05?", "2024-01-01/..", "../2023-02"])
        )
    },
}  # fmt: skip


def library(briefs: Mapping[str, Mapping[str, str | bytes]] = BRIEFS) -> Library:
    """The library of some briefs, each with its source."""
    checked = check_all({slug: {"sources/press.txt": SOURCE, **files} for slug, files in briefs.items()})
    broken = {outcome.slug: [str(finding) for finding in outcome.findings] for outcome in checked.outcomes if not outcome.checked}
    assert broken == {}
    return collect(SITE, checked, NOW, preview=False)


def view_of(slug: str, briefs: Mapping[str, Mapping[str, str | bytes]] = BRIEFS, handouts: Handout = Handout()) -> BriefView:  # noqa: B008 - a frozen value
    """What page and handout of a brief are printed from."""
    return brief_view(library(briefs).by_slug[slug].public, SITE, Wording("en"), None, handouts)


def ready(slug: str, briefs: Mapping[str, Mapping[str, str | bytes]] = BRIEFS) -> Ready:
    """What everything of a brief is made of."""
    return Ready(SITE, renderer(), view_of(slug, briefs), dossier(library(briefs).by_slug[slug].public, SITE))


def renderer() -> Renderer:
    """The package's templates."""
    return Renderer(storage.read_templates((storage.templates_folder(),)))


def prints(form: Form = "full", paper: Paper = "a4", briefs: Mapping[str, Mapping[str, str | bytes]] = BRIEFS) -> dict[str, Print]:
    """A handout of each brief, with the fonts it needs, by slug."""
    shown = library(briefs)
    documents = (print_brief(shown, renderer(), shown.by_slug[slug].public, form, paper) for slug in briefs)
    return {document.slug: document for document in with_fallbacks(documents)[0]}


def made(documents: Iterable[Print], cache: Path) -> dict[str, bytes]:
    """The PDFs of documents, by slug."""
    press = Press(Cache(cache), workers=2)
    try:
        results = list(press.collect(press.submit(documents)))
    finally:
        press.close()
    assert [(result.document.path, result.problem) for result in results if result.problem] == []
    return {result.document.slug: result.pdf for result in results if result.pdf}
