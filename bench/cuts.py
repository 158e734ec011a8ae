"""How many cuts that hide something are found, and how many honest quotations are doubted.

usage: .venv/bin/python bench/cuts.py [FOLDER …] [--show]

Without a folder the articles are invented, in English and German. A folder is one of articles as .txt files, in languages of their own. Of
every article each quotation is quoted honestly (as it stands, and sentence by sentence), each sentence is cited honestly, and then they are
cut: the words from a negation on, a condition left off, an ellipsis in place of a hedge, single words in a row. The table has a row a kind:
how many of how many are flagged by the rules on cuts. `--show` lists what came out wrong.
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
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.checks import Policy
from generator.library.survey import check_publication
from generator.parsing import Folder
from generator.prose.languages.guess import guess_language
from generator.prose.sentences import sentences
from generator.text.matching.structure import paragraphs, quotations

CODES = ("B309", "B323", "B324", "B325", "B326", "B327", "B328")
REFUSED = ("B301", "B302", "B305")  # words that are not in the source, or no quotation there: found as well, where they were cut
HONEST = ("honest quotation", "honest passage")
LEAST = 4  # words of a quotation that is looked at
MOST = 60  # quotations of an article, and passages

# The bench's own words, so that it does not ask the program's tables what they know.
NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|nicht|keine?|nie|niemand|nichts)\s", re.IGNORECASE)
CONDITION = re.compile(r"^(?:If|Unless|Wenn|Falls)\s[^,.;]+,\s")
INNER_CONDITION = re.compile(r",?\s(?:if|unless|wenn|falls)\s[^,.;?!]+(?=,\s)")
HEDGE = re.compile(
    r"\b(?:I think(?: that)?|we believe(?: that)?|perhaps|probably|maybe|may|might|vielleicht|wahrscheinlich|vermutlich"
    r"|ich glaube, dass)\s",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\b(?:will|is|are|was|were|can|must|should|has|have|ist|sind|wird|werden|kann|hat|haben)(?=\s\w)")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


class Cut(NamedTuple):
    """What is asked of an article: the kind, the words, and whether they are a quote or evidence of a fact."""

    kind: str
    words: str
    is_quote: bool = True


def main() -> None:
    """Print the table."""
    folders = [Path(name) for name in sys.argv[1:] if name != "--show"]
    articles = list(from_folders(folders)) if folders else [*invented(ENGLISH, "en"), *invented(GERMAN, "de")]
    tried, flagged = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for number, (text, language) in enumerate(articles):
        asked = list(cuts(text, language, random.Random(number)))
        for cut, found in zip(asked, flags(text, language, asked), strict=True):
            codes = [code for code in found if code in CODES or cut.kind not in HONEST]
            tried[cut.kind, language] += 1
            flagged[cut.kind, language] += bool(codes)
            if "--show" in sys.argv and bool(codes) == (cut.kind in HONEST):
                print(f"{cut.kind:<24}{' '.join(codes):<6}{cut.words}")
    print(f"{len(articles)} articles\n{'kind':<26}{'language':<10}{'flagged':>8}{'of':>8}{'share':>9}")
    for (kind, language), count in sorted(tried.items(), key=lambda entry: (entry[0][0] not in HONEST, entry[0])):
        print(f"{kind:<26}{language:<10}{flagged[kind, language]:>8}{count:>8}{flagged[kind, language] / count:>9.1%}")


def from_folders(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The articles of some folders, and their languages; `''` is how some corpora write a quotation mark, and YAML takes no controls."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="replace").replace("''", '"')
            text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)
            yield text, guess_language(text) or "en"


def cuts(text: str, language: str, chance: random.Random) -> Iterator[Cut]:
    """What is asked of an article."""
    outer, inner = quoted(text, language)
    yield from (Cut("inner quotation", words) for words in inner)
    for words in outer[:MOST]:
        yield Cut("honest quotation", words)
        yield from (Cut(kind, part) for kind, part in altered(words, language, chance) if part is not None)
    for words in told(text, language)[:MOST]:
        yield Cut("honest passage", words, is_quote=False)
        for kind, pattern in (("negation", NEGATION), ("condition", CONDITION)):
            yield from (Cut(f"passage: {kind}", part, is_quote=False) for part in (after(words, pattern),) if part is not None)


def quoted(text: str, language: str) -> tuple[list[str], list[str]]:
    """The quotations of an article, with the sentences of those that have several, each once; and those inside of others."""
    outer, inner = dict[str, None](), dict[str, None]()
    reached = 0
    for start, end in sorted(quotations(text, paragraphs(text)), key=lambda pair: (pair[0], -pair[1])):
        inside = text[start:end].strip()
        if len(WORD.findall(inside)) >= LEAST and "\n" not in inside:
            parts = [inside[first:last] for first, last in sentences(inside, language)]
            (inner if start < reached else outer).update(dict.fromkeys((inside, *parts)))
        reached = max(reached, end)
    once = [words for words in inner if text.count(words) == 1]
    return [words for words in outer if words not in inner and len(WORD.findall(words)) >= LEAST], once


def told(text: str, language: str) -> list[str]:
    """The sentences of an article without quotations."""
    found = (text[start:end][first:last] for start, end in paragraphs(text) for first, last in sentences(text[start:end], language))
    return list(dict.fromkeys(words for words in found if len(WORD.findall(words)) >= LEAST and not re.search("[\n\"“”„«»‘’']", words)))


def altered(words: str, language: str, chance: random.Random) -> Iterator[tuple[str, str | None]]:
    """The words of a quotation, cut in each way that they can be."""
    if len(sentences(words, language)) == 1:
        yield "left: negation", after(words, NEGATION)
        yield "left: condition", after(words, CONDITION)
        yield "left: hedge", after(words, HEDGE)
    yield "ellipsis: negation", without(words, NEGATION)
    yield "ellipsis: condition", without(words, INNER_CONDITION)
    yield "ellipsis: hedge", without(words, HEDGE)
    spans = [match.span() for match in WORD.finditer(words)]
    if len(spans) >= 9:
        picked = sorted(chance.sample(range(0, len(spans), 2), 4))
        yield "single words", " … ".join(words[slice(*spans[number])] for number in picked)
    if turned := AUXILIARY.search(words):
        denial = "nicht" if turned[0] in ("ist", "sind", "wird", "werden", "kann", "hat", "haben") else "not"
        yield "[not]", f"{words[: turned.end()]} [{denial}]{words[turned.end() :]}"
    yield "mostly brackets", f"{words[: spans[1][1]]} [that all of this must be sold to my own brother at once]"
    yield "question", f"{words[:-1]}." if words.endswith("?") else None


def after(words: str, pattern: re.Pattern[str]) -> str | None:
    """The words behind the first match, where there are enough."""
    match = pattern.search(words)
    rest = words[match.end() :] if match else ""
    return rest if len(WORD.findall(rest)) >= LEAST else None


def without(words: str, pattern: re.Pattern[str]) -> str | None:
    """The words with an ellipsis in place of the first match, where there are enough on either side."""
    match = pattern.search(words)
    if match is None or min(len(WORD.findall(part)) for part in (words[: match.start()], words[match.end() :])) < LEAST:
        return None
    return f"{words[: match.start()].rstrip()} … {words[match.end() :].lstrip(' ,')}"


def flags(text: str, language: str, asked: list[Cut]) -> list[list[str]]:
    """The codes about cuts that each quote and each passage gets."""
    named = [(f"c{number}", cut) for number, cut in enumerate(asked)]
    brief = {
        "title": "Cuts",
        "summary": "Cuts.",
        "language": language,
        "sources": [{"id": "s", "file": "s.txt", "title": "An article", "kind": "report", "publisher": "P", "language": language}],
        "actors": [{"id": "ada", "name": "Ada Example", "kind": "person", "existence": "verified"}],
        "quotes": [{"id": name, "text": cut.words, "speaker": "ada", "source": "s"} for name, cut in named if cut.is_quote],
        "facts": [
            {"id": name, "text": cut.words, "status": "reported", "via": "s", "evidence": [{"source": "s", "quote": cut.words}]}
            for name, cut in named
            if not cut.is_quote
        ],
    }
    folder = Folder("x", "briefs/x", {"brief.yml": json.dumps(brief, ensure_ascii=False).encode(), "sources/s.txt": text.encode()}, {})
    found: dict[str, list[str]] = {}
    for finding in check_publication([folder], {}, "briefs", policy=Policy()).findings:
        if finding.item and finding.code in CODES + REFUSED:
            found.setdefault(finding.item.key, []).append(finding.code)
    return [found.get(name, []) for name, _ in named]


class Invention(NamedTuple):
    """Of what articles are invented: who says, claims, things, subjects, what goes around a claim, and how it is told."""

    speakers: tuple[str, ...]
    claims: tuple[str, ...]
    things: tuple[str, ...]
    subjects: tuple[str, ...]
    frames: tuple[str, ...]
    told: str


ENGLISH = Invention(
    ("the mayor", "the engineer", "the driver", "the teacher"),
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
        "This year, if nobody minds, {}.",
        "It is as I told you, and perhaps it is true, {}.",
        "They say that it is not so, {}.",
        "Is it true that {}?",
        "My brother told me, ‘{},’ and I believed him.",
    ),
    "“{}” said {}. The town did not know that the road was closed. If it rains, the children stay at home.",
)
GERMAN = Invention(
    ("die Bürgermeisterin", "der Ingenieur", "die Fahrerin", "der Lehrer"),
    (
        "{who} werden die {what} im Frühjahr schließen",
        "{who} sahen die {what} von der Straße",
        "{who} können die {what} bis Montag ausbessern",
    ),
    ("Brücke", "Schule", "Halle", "Straße", "Fähre"),
    ("Wir", "Die Nachbarn", "Die Kollegen"),
    (
        "{}.",
        "Wenn der Fluss steigt, dann gilt {}.",
        "Ich glaube, dass es stimmt, {}.",
        "Ich habe nie gesagt, {}.",
        "In diesem Jahr, wenn niemand klagt, gilt {}.",
        "Es war vielleicht im letzten Jahr, {}.",
        "Es ist hier nicht üblich, {}.",
        "Stimmt es wirklich, {}?",
        "Mein Bruder sagte, ‚{}‘, und ich glaubte ihm.",
    ),
    "„{}“, sagte {}. Die Stadt wusste nicht, dass die Straße gesperrt war. Wenn es regnet, bleiben die Kinder zu Hause.",
)


def invented(of: Invention, language: str) -> Iterator[tuple[str, str]]:
    """Articles of forty paragraphs with a quotation each."""
    lines: list[str] = []
    every = product(enumerate(of.speakers, 1), of.claims, of.things, of.subjects, of.frames)
    for (number, speaker), claim, thing, who, frame in every:
        subject = who if frame.startswith("{}") else who[0].lower() + who[1:]
        lines.append(of.told.format(frame.format(claim.format(who=subject, what=f"{thing} {number}")), speaker))
    for first in range(0, len(lines), 40):
        yield "\n\n".join(lines[first : first + 40]), language


if __name__ == "__main__":
    main()
