"""How many quotations that are given to the wrong speaker are found, and how many right ones are doubted.

usage: .venv/bin/python bench/speakers.py [--show]

The articles are invented and marked by hand: those of bench/draft/voices/, on which rules were grown; those of bench/draft/unseen/, on
which none may be tuned; and those of bench/draft/fresh/, blind/ and blind2/, by authors who had not read the rules, which have been
looked at since, so that their rates flatter. Those of blind/ and blind2/ were scored on 27 November 2026 before any rule saw them, and
may be tuned on since then. What blind2/ came to before: in English 90.4 % of wrong speakers found and 3.3 % of right ones doubted, in
German 72.6 % and 4.4 %. Those of blind3/ came to 94.3 % and 1.9 %, in German 90.7 % and 4.2 %, before any rule saw them; the right ones
doubted have been mended since, and the others looked at by nobody. Those of german/tuned.txt were tuned on, and those of german/kept.txt
kept back, by the author of the German rules. Each marked quotation of more than two words is quoted once with its own speaker, and once
with each other person who speaks in the article; what is counted are findings of B313, B329 and B330. `--show` lists what came out wrong,
of the first kind only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent / "draft"))
sys.path.insert(0, str(Path(__file__).parents[1]))

import voices

from generator.checks import Policy
from generator.library.survey import check_publication
from generator.parsing import Folder
from generator.prose.languages.guess import guess_language
from generator.text.slugs import slug

CODES = ("B313", "B329", "B330")


class Given(NamedTuple):
    """A quotation, and whether it was given to the one who speaks."""

    item: str
    words: str
    speaker: str
    right: bool


def publication(number: int, article: voices.Marked) -> tuple[Folder, list[Given]]:
    """A brief that quotes an article in all these ways."""
    names = sorted({name for *_, name in article.quotes})
    given = list(_given(article, names))
    actors = [{"id": f"a{index}-{slug(name)}", "name": name, "kind": "person", "existence": "verified"} for index, name in enumerate(names)]
    ids = dict(zip(names, (actor["id"] for actor in actors), strict=True))
    brief = {
        "title": "T",
        "summary": "S.",
        "language": guess_language(article.body) or "en",
        "sources": [{"id": "s", "file": "sources/s.txt", "title": article.title, "kind": "report"}],
        "actors": actors,
        "quotes": [{"id": one.item, "text": one.words, "speaker": ids[one.speaker], "source": "s"} for one in given],
    }
    files = {"brief.yml": json.dumps(brief, ensure_ascii=False).encode(), "sources/s.txt": article.body.encode()}
    return Folder(f"a{number}", f"briefs/a{number}", files, {}), given


def _given(article: voices.Marked, names: list[str]) -> Iterator[Given]:
    for number, (start, end, speaker) in enumerate(article.quotes):
        words = re.sub(r"^\W+|[^\w.!?…]+$", "", article.body[start:end])
        if len(words.split()) > 2 and article.body.count(words) == 1:
            for index, name in enumerate(names):
                yield Given(f"q{number}-{index}", words, name, name == speaker)


def measure(paths: list[Path], *, show: bool) -> Counter[tuple[str, bool, bool]]:
    """How many there are, by language, whether the speaker is right, and whether it is doubted."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for number, article in enumerate(article for path in paths for article in voices.articles(path)):
        folder, given = publication(number, article)
        (outcome,) = check_publication([folder], {}, "briefs", policy=Policy()).outcomes
        doubted = {finding.item.key for finding in outcome.findings if finding.code in CODES and finding.item}
        lost = {finding.item.key for finding in outcome.findings if finding.code == "B301" and finding.item}
        language = guess_language(article.body) or "en"
        for one in given:
            if one.item not in lost:
                counts[language, one.right, one.item in doubted] += 1
                if show and one.right == (one.item in doubted):
                    print(f"{'doubted' if one.right else 'passed'}: {article.title}: {one.speaker}: {one.words[:90]}")
    return counts


def main() -> None:
    """Print a table."""
    places = {
        "grown on": voices.GROWN,
        "unseen": voices.UNSEEN,
        "fresh": voices.FRESH,
        "blind": voices.BLIND,
        "blind2": voices.BLIND2,
        "blind3": voices.BLIND3,
    }
    places |= {"german": voices.GERMAN / "tuned.txt", "kept": voices.GERMAN / "kept.txt"}
    print(f"{'articles':<12}{'language':<10}{'wrong speakers found':>26}{'right speakers doubted':>26}")
    for kind, place in places.items():
        counts = measure(sorted(place.rglob("*.txt")) or [place], show="--show" in sys.argv and kind == "grown on")
        for language in sorted({language for language, *_ in counts}):
            cells = []
            for right in (False, True):
                flagged, passed = counts[language, right, True], counts[language, right, False]
                share = f"{flagged / (flagged + passed):.1%}" if flagged + passed else "–"
                cells.append(f"{flagged} of {flagged + passed} ({share})")
            print(f"{kind:<12}{language:<10}{cells[0]:>26}{cells[1]:>26}")


if __name__ == "__main__":
    main()
