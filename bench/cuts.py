"""How many cuts that hide something are found, and how many honest quotations are doubted.

usage: .venv/bin/python bench/cuts.py [FOLDER …]

Without a folder, the articles are invented, in English and German. A folder is one of articles as .txt files, in languages of their own. Of
every article each quotation is quoted honestly (as it stands, and sentence by sentence), and then cut: the words from a negation on, a
condition left off, an ellipsis in place of a hedge, single words in a row. The table has a row a kind: how many of how many are flagged.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.checks import Policy
from generator.library.survey import check_publication
from generator.parsing import Folder
from generator.prose.languages.guess import guess_language
from generator.prose.sentences import sentences
from generator.text.matching.structure import paragraphs, quotations

CODES = ("B309", "B323", "B324", "B325", "B326", "B327", "B328")
LEAST = 4  # words of a quotation that is looked at
MOST = 60  # quotations of an article

# The bench's own words, so that it does not ask the tables of the program what they know.
NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|nicht|keine?|nie|niemand|nichts)\s", re.IGNORECASE)
CONDITION = re.compile(r"^(?:If|Unless|Wenn|Falls)\s[^,.;]+,\s")
INNER_CONDITION = re.compile(r",?\s(?:if|unless|wenn|falls)\s[^,.;?!]+(?=,\s)")
HEDGE = re.compile(
    r"\b(?:I think(?: that)?|we believe(?: that)?|perhaps|probably|maybe|may|might|"
    r"vielleicht|wahrscheinlich|vermutlich|ich glaube, dass)\s",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\b(?:will|is|are|was|were|can|must|should|has|have|ist|sind|wird|werden|kann|hat|haben)(?=\s\w)")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def main() -> None:
    """Print the table."""
    folders = [Path(name) for name in sys.argv[1:]]
    articles = list(from_folders(folders)) if folders else [*invented(ENGLISH, "en"), *invented(GERMAN, "de")]
    tried: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    shown: dict[str, list[str]] = {}
    for number, (text, language) in enumerate(articles):
        asked = list(quotes(text, random.Random(number)))
        flagged = flags(text, language, [words for _, words in asked])
        for (kind, words), codes in zip(asked, flagged, strict=True):
            tried[language, kind] += 1
            found[language, kind] += bool(codes)
            if bool(codes) == (kind == "honest"):
                shown.setdefault(kind, []).append(f"{' '.join(codes)} {words}")
    print(f"{len(articles)} articles\n{'kind':<24}{'language':<10}{'flagged':>8}{'of':>8}{'share':>9}")
    for (language, kind), count in sorted(tried.items(), key=lambda entry: (entry[0][1] != "honest", entry[0][1], entry[0][0])):
        print(f"{kind:<24}{language:<10}{found[language, kind]:>8}{count:>8}{found[language, kind] / count:>9.1%}")
    if "-v" in sys.argv:
        pass
    for kind, lines in shown.items():
        Path(f"/tmp/cuts-{kind.replace(' ', '-')}.txt").write_text("\n".join(lines), encoding="utf-8")


def from_folders(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The articles of some folders, and their languages."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="replace").replace("''", '"')
            yield text, guess_language(text) or "en"


def quotes(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What is asked of an article: the kind, and the words of a quote."""
    outer, inner = taken(text)
    yield from (("inner quotation", words) for words in inner)
    for words in outer[:MOST]:
        yield "honest", words
        yield from ((kind, cut) for kind, cut in altered(words, chance) if cut is not None)


def taken(text: str) -> tuple[list[str], list[str]]:
    """The quotations of an article, with the sentences of those that have several, each once; and those inside of others."""
    outer: dict[str, None] = {}
    inner: dict[str, None] = {}
    reached = 0
    for start, end in sorted(quotations(text, paragraphs(text)), key=lambda pair: (pair[0], -pair[1])):
        inside = text[start:end].strip()
        if len(WORD.findall(inside)) >= LEAST and "\n" not in inside:
            parts = [inside[first:last] for first, last in sentences(inside)]
            (inner if start < reached else outer).update(dict.fromkeys((inside, *parts)))
        reached = max(reached, end)
    return [words for words in outer if words not in inner and len(WORD.findall(words)) >= LEAST], list(inner)


def altered(words: str, chance: random.Random) -> Iterator[tuple[str, str | None]]:
    """The words of a quotation, cut in each way that they can be."""
    single = len(sentences(words)) == 1
    yield "left: negation", after(words, NEGATION) if single else None
    yield "left: condition", after(words, CONDITION) if single else None
    yield "left: hedge", after(words, HEDGE) if single else None
    yield "ellipsis: negation", without(words, NEGATION)
    yield "ellipsis: condition", without(words, INNER_CONDITION)
    yield "ellipsis: hedge", without(words, HEDGE)
    spans = [match.span() for match in WORD.finditer(words)]
    if len(spans) >= 9:
        picked = sorted(chance.sample(range(0, len(spans), 2), min(4, len(spans) // 2)))
        yield "single words", " … ".join(words[slice(*spans[number])] for number in picked)
    turned = AUXILIARY.search(words)
    yield (
        "[not]",
        f"{words[: turned.end()]} [{'nicht' if re.search('[äöüß]', words) else 'not'}]{words[turned.end() :]}" if turned else None,
    )
    first = words[: spans[min(1, len(spans) - 1)][1]]
    yield "mostly brackets", f"{first} [that all of this must be sold to my own brother at once]"
    yield "question", f"{words[:-1]}." if words.endswith("?") else None


def after(words: str, pattern: re.Pattern[str]) -> str | None:
    """The words behind a match, where there are some before it or in it and enough behind it."""
    match = pattern.search(words)
    rest = words[match.end() :] if match else ""
    return rest if len(WORD.findall(rest)) >= LEAST else None


def without(words: str, pattern: re.Pattern[str]) -> str | None:
    """The words with an ellipsis in place of a match, where there are enough on either side."""
    match = pattern.search(words)
    if match is None or min(len(WORD.findall(words[: match.start()])), len(WORD.findall(words[match.end() :]))) < LEAST:
        return None
    return f"{words[: match.start()].rstrip()} … {words[match.end() :].lstrip(' ,')}"


def flags(text: str, language: str, asked: list[str]) -> list[list[str]]:
    """The codes about cuts that each quote of an article gets."""
    brief = {
        "title": "Cuts",
        "summary": "Cuts.",
        "language": language,
        "sources": [{"id": "s", "file": "s.txt", "title": "An article", "kind": "report", "publisher": "P", "language": language}],
        "actors": [{"id": "ada", "name": "Ada Example", "kind": "person", "existence": "verified"}],
        "quotes": [{"id": f"q{number}", "text": words, "speaker": "ada", "source": "s"} for number, words in enumerate(asked)],
    }
    folder = Folder("x", "briefs/x", {"brief.yml": json.dumps(brief).encode(), "sources/s.txt": text.encode()}, {})
    found: dict[str, list[str]] = {}
    for finding in check_publication([folder], {}, "briefs", policy=Policy()).findings:
        if finding.item and (finding.code in CODES or finding.code in ("B301", "B305")):
            found.setdefault(finding.item.key, []).append(finding.code)
    return [found.get(f"q{number}", []) for number in range(len(asked))]


# Invented: who says, what they say, of what, and what goes before and after.
ENGLISH = (
    ("the mayor", "the engineer", "the driver", "the teacher", "the spokeswoman"),
    (
        "{who} will close the {what} in spring",
        "{who} saw the {what} from the road",
        "{who} paid for the {what} twice",
        "{who} can mend the {what} by Monday",
    ),
    ("bridge", "school", "harbour", "market", "tower"),
    ("We", "The council", "My neighbours"),
    (
        "{}.",
        "If the river rises, {}.",
        "I think that {}.",
        "I never said that {}.",
        "{}, if nobody minds, and so it will stay.",
        "We do not believe that {}.",
        "Perhaps {}.",
        "Is it true that {}?",
    ),
    "“{}” said {}.",
)
GERMAN = (
    ("die Bürgermeisterin", "der Ingenieur", "die Fahrerin", "der Lehrer", "die Sprecherin"),
    (
        "{who} werden die {what} im Frühjahr schließen",
        "{who} sahen die {what} von der Straße",
        "{who} können die {what} bis Montag ausbessern",
    ),
    ("Brücke", "Schule", "Halle", "Straße", "Fähre"),
    ("Wir", "Die Nachbarn", "Die Kollegen"),
    (
        "{}.",
        "Wenn der Fluss steigt, dann gilt: {}.",
        "Ich glaube, dass es stimmt: {}.",
        "Ich habe nie gesagt: {}.",
        "Vielleicht hilft das: {}.",
        "Stimmt es wirklich, {}?",
    ),
    "„{}“, sagte {}.",
)


def invented(of: tuple[tuple[str, ...], ...], language: str) -> Iterator[tuple[str, str]]:
    """Articles of a quotation a paragraph."""
    speakers, claims, things, subjects, frames, told = of
    lines: list[str] = []
    for (number, speaker), claim, thing, who, frame in product(enumerate(speakers), claims, things, subjects, frames):
        said = frame.format(claim.format(who=who if frame.startswith("{}") else who[0].lower() + who[1:], what=f"{thing} {number + 1}"))
        lines.append(str(told).format(said, speaker))
    for first in range(0, len(lines), 40):
        yield "\n\n".join(lines[first : first + 40]), language


if __name__ == "__main__":
    main()
