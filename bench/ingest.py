"""How much of an article `import` finds on web pages, beside trafilatura itself on the same bytes.

Run it with `python bench/ingest.py FOLDER…`. A folder holds pages and what is expected of them, in one of the forms that public collections
have; none is kept here:

    ground-truth.json, html/<name>.html.gz            the words of each article (scrapinghub/article-extraction-benchmark)
    evaldata.json, eval/ or cache/<file>              words that belong to the text, and words that do not (adbar/trafilatura, tests/)
    <name>/source.html, <name>/expected.html          a page and its article (mozilla/readability, test/test-pages/)
    <name>.html, <name>.txt                           a page and its words

`article` is what is left of our text without the lines that are marked as boilerplate, `text` all of it: what an editor can still cite
after moving a mark. Pages are parted into two halves by their names: rules were tuned on half 0. The errors of half 1 were
looked at, too, and at least three rules came of it, so that neither half is unseen; for that, take a folder that no rule was made from.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from time import perf_counter

import trafilatura
from lxml import html

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.ingest import IngestError, ingest

RUN = 4  # words that are looked for together
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\\W_]+")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "td",
        "th",
        "tr",
        "table",
        "br",
        "section",
        "article",
        "figure",
        "figcaption",
    ]
)


@dataclass(frozen=True)
class Page:
    """A page, and what is expected of it: its words, or some that belong to it and some that do not."""

    name: str
    data: bytes
    words: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def half(self) -> int:
        """Which half it is in, whatever folder it lies in."""
        return hashlib.sha256(self.name.encode()).digest()[0] & 1


@dataclass
class Score:
    """Precision and recall of each page, or counts of all."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0

    def add(self, page: Page, found: str) -> None:
        """Count what was found on a page."""
        if page.inside:
            plain = " ".join(found.split())
            self.counts["right"] += sum(" ".join(words.split()) in plain for words in page.inside)
            self.counts["expected"] += len(page.inside)
            self.counts["wrong"] += sum(" ".join(words.split()) in plain for words in page.outside)
            return
        expected, runs = runs_of(page.words), runs_of(found)
        both = (expected & runs).total()
        self.precision += [both / runs.total()] if runs else []
        self.recall += [both / expected.total()] if expected else []

    def __str__(self) -> str:
        if self.counts:
            right = self.counts["right"]
            pair = right / max(1, right + self.counts["wrong"]), right / max(1, self.counts["expected"])
        else:
            pair = fmean(self.precision or [0]), fmean(self.recall or [0])
        return f"{pair[0]:.3f} / {pair[1]:.3f}"


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words of a text; of scripts without spaces each letter is one."""
    words = _WORD.findall(text.casefold())
    return Counter(tuple(words[index : index + RUN]) for index in range(max(1, len(words) - RUN + 1)) if words)


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of a folder, in whatever form."""
    if (folder / "ground-truth.json").is_file():
        for name, truth in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
            yield Page(name, gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), truth["articleBody"])
    elif (folder / "evaldata.json").is_file():
        for truth in json.loads((folder / "evaldata.json").read_text("utf-8")).values():
            path = next((each for where in ("cache", "eval") if (each := folder / where / truth["file"]).is_file()), None)
            if path:
                yield Page(truth["file"], path.read_bytes(), "", tuple(truth["with"]), tuple(truth["without"]))
    for source in sorted(folder.glob("*/source.html")):
        yield Page(source.parent.name, source.read_bytes(), words_of((source.parent / "expected.html").read_text("utf-8")))
    for words in sorted(folder.glob("*.txt")):
        if (page := words.with_suffix(".html")).is_file():
            yield Page(words.stem, page.read_bytes(), words.read_text("utf-8", "replace"))


def words_of(page: str) -> str:
    """The words of HTML, with spaces where blocks begin and end."""
    found = []
    for event, element in html.etree.iterwalk(html.fromstring(page), events=("start", "end")):
        found += [" " * (element.tag in _BLOCKS), (element.text if event == "start" else element.tail) or ""]
    return "".join(found)


def ours(data: bytes) -> tuple[str, str]:
    """What `import` makes of a page: the article, and all of the text."""
    try:
        article = ingest("page.html", data)
    except IngestError:
        return "", ""
    lines = article.text.split("\n")
    kept = [line for each in article.segments if each.kind != "boilerplate"
            for line in lines[each.first_line - 1 : each.last_line]]  # fmt: skip
    return "\n".join(kept), article.text


def theirs(data: bytes) -> str:
    """What trafilatura makes of it."""
    return trafilatura.extract(data, include_comments=False, include_tables=True) or ""


def timed(score: Score, work: Callable[[], object]) -> object:
    """What some work gives; its seconds are counted."""
    start = perf_counter()
    found = work()
    score.seconds += perf_counter() - start
    return found


def measure(folder: Path) -> None:
    """Print the scores of a folder."""
    rows: dict[int, tuple[Score, Score, Score]] = {}
    counts: Counter[int] = Counter()
    for page in pages_in(folder):
        article, text, other = rows.setdefault(page.half, (Score(), Score(), Score()))
        kept, whole = timed(article, lambda page=page: ours(page.data))
        article.add(page, kept)
        text.add(page, whole)
        other.add(page, str(timed(other, lambda page=page: theirs(page.data))))
        counts[page.half] += 1
    for half, (article, text, other) in sorted(rows.items()):
        per_page = f"{1000 * article.seconds / counts[half]:.0f} / {1000 * other.seconds / counts[half]:.0f} ms"
        print(f"{folder.name[:28]:28} half {half} {counts[half]:5}  {article}  {str(text)[8:]}  {other}  {per_page}")


if __name__ == "__main__":
    print(f"{'':35}pages  precision / recall: article, recall of the text, trafilatura; time a page, ours / theirs")
    for name in sys.argv[1:]:
        measure(Path(name))
