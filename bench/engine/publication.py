"""Publications of any size that resemble real ones, the same bytes for the same number, and the same words as plain Markdown.

A brief has 8 facts, 6 actors (two of them shared by the publication), 5 quotes, 4 questions, 3 events and 2 sources of 5,000 characters.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

SHARED_PEOPLE = 40
TOPICS = ("Traffic", "Housing", "Air quality", "Courts", "Schools", "Water", "Energy", "Ports")

_FIRST = [
    "Ada",
    "Ben",
    "Clara",
    "Dario",
    "Edith",
    "Femi",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Keiko",
    "Lena",
    "Milo",
    "Nora",
    "Omar",
    "Petra",
    "Rosa",
    "Samir",
    "Tove",
    "Vera",
]
_LAST = [
    "Albers",
    "Brandt",
    "Castell",
    "Dunmore",
    "Ekström",
    "Fontane",
    "Garrick",
    "Holloway",
    "Ivers",
    "Jessen",
    "Kaplan",
    "Lindqvist",
    "Marlow",
    "Novak",
    "Okafor",
    "Prior",
]
_BODIES = ["council", "ministry", "court", "committee", "agency", "union", "port", "school", "hospital", "institute"]
_PLACES = [
    "Northam",
    "Eastwick",
    "Fallow",
    "Greyport",
    "Harrowgate",
    "Linden",
    "Marston",
    "Oakfield",
    "Quayside",
    "Redmoor",
    "Stanmere",
    "Westbury",
]
_THINGS = ["bridge", "tunnel", "tariff", "permit", "harbour", "railway", "reservoir", "library", "tram", "viaduct", "archive", "ferry"]
_ACTS = ["opened", "closed", "repaired", "inspected", "approved", "postponed", "rejected", "extended", "measured", "financed"]
_WHYS = [
    "because engineers had found cracks in its piers",
    "after a hearing that lasted two days",
    "although residents had asked for more time",
]


@dataclass(frozen=True)
class Written:
    """One brief as data, and the words of its two sources."""

    slug: str
    brief: dict[str, object]
    sources: dict[str, str]


def written(number: int) -> Written:
    """The brief of a number."""
    chance = random.Random(number)
    place = f"{chance.choice(_PLACES)}-{number}"
    people = [_person(chance, number * 10 + index) for index in range(3)]
    shared = chance.sample(range(SHARED_PEOPLE), 2)
    facts = [_sentence(chance, place, number, index) for index in range(8)]
    said = [(f"We shall not wait for count {number * 10 + index} of the {chance.choice(_THINGS)}", people[index % 3]) for index in range(5)]
    first = _text(chance, place, number, 100, facts[:5], said[:3])
    second = _text(chance, place, number, 200, facts[5:], said[3:])
    day = f"20{20 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}"
    sources = {"report": first, "minutes": second}
    brief: dict[str, object] = {
        "title": f"What {place} decided about its {chance.choice(_THINGS)}",
        "summary": f"{facts[0]} [The minutes name the day](fact:fact-6).",
        "status": "published",
        "published": day,
        "as_of": day,
        "topics": chance.sample(TOPICS, 2),
        "key_points": [facts[0], facts[5]],
        "sources": [
            {
                "id": name,
                "file": f"{name}.txt",
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "title": f"{name.capitalize()} of {place}",
                "publisher": f"The {place} Record",
                "kind": "report" if name == "report" else "official",
                "published": day,
            }
            for name, text in sources.items()
        ],
        "actors": [
            *(_member(f"person-{number}-{index}", name, "member of the council") for index, name in enumerate(people)),
            {"id": f"body-{number}", "name": f"The {chance.choice(_BODIES)} of {place}", "kind": "organisation"},
        ],
        "facts": [
            {
                "id": f"fact-{index}",
                "text": text,
                "status": "reported",
                "as_of": day,
                "by": [f"body-{number}", *(f"shared-{one}" for one in shared if index == one % 8)],
                "evidence": [{"source": "report" if index < 5 else "minutes", "quote": text}],
            }
            for index, text in enumerate(facts)
        ],
        "quotes": [
            {"id": f"quote-{index}", "text": words, "speaker": f"person-{number}-{index % 3}", "source": paper}
            for index, ((words, _), paper) in enumerate(zip(said, ["report"] * 3 + ["minutes"] * 2, strict=True))
        ],
        "questions": [
            {"id": f"question-{index}", "question": f"Who pays for the {_THINGS[index]} of {place}?", "why": "No paper names a sum.",
             "known": f"[{facts[index][:30]}](fact:fact-{index})"}
            for index in range(4)
        ],
        "timeline": [{"date": day, "text": facts[index]}
                   for index in range(3)],
    }  # fmt: skip
    return Written(f"brief-{number}", brief, sources)


def write(root: Path, briefs: int, *, settings: str = "handouts: false") -> None:
    """Write a publication of so many briefs, configured with `settings`."""
    (root / "mkdocs.yml").write_text(
        "site_name: The Record explained\nsite_url: https://briefs.example.org/\ndocs_dir: briefs\ntheme: {name: material}\n"
        f"plugins:\n  - search\n  - briefs: {{{settings}}}\n",
        encoding="utf-8",
    )
    docs = root / "briefs"
    docs.mkdir(parents=True, exist_ok=True)
    chance = random.Random(0)
    shared = [
        {"id": f"shared-{one}", "name": _person(chance, one), "kind": "person", "role": "minister", "existence": "verified"}
        for one in range(SHARED_PEOPLE)
    ]
    (docs / "actors.yml").write_text(yaml.safe_dump({"actors": shared}, sort_keys=False, allow_unicode=True), encoding="utf-8")
    for number in range(briefs):
        write_brief(docs, written(number))


def write_brief(docs: Path, made: Written) -> None:
    """Write one brief and its sources."""
    (docs / made.slug / "sources").mkdir(parents=True, exist_ok=True)
    for name, text in made.sources.items():
        (docs / made.slug / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
    dumped = yaml.dump(made.brief, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    (docs / made.slug / "brief.yml").write_text(dumped, encoding="utf-8")


def write_markdown(docs: Path, made: Written) -> None:
    """The same words on one page of Markdown, its sources among them."""
    brief, lines = made.brief, []
    lines += [
        f"# {brief['title']}",
        str(brief["summary"]).replace("(fact:", "(#"),
        "## Key points",
        *(f"- {one}" for one in _list(brief, "key_points")),
    ]
    lines.append("## Facts")
    for fact in _list(brief, "facts"):
        lines += [f"### {fact['text']}", f"{fact['status']}, as of {fact['as_of']}", f"> {fact['evidence'][0]['quote']}"]
    lines.append("## Quotes")
    lines += [f"> “{quote['text']}”\n\n{quote['speaker']}" for quote in _list(brief, "quotes")]
    lines.append("## Open questions")
    lines += [f"### {one['question']}\n\n{one['why']}" for one in _list(brief, "questions")]
    lines.append("## Who’s who")
    lines += [f"- {one['name']}" for one in _list(brief, "actors") if isinstance(one, dict)]
    for name, text in made.sources.items():
        lines += [f"## Source: {name}", text]
    (docs / f"{made.slug}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _list(brief: dict[str, object], key: str) -> list:  # type: ignore[type-arg]
    return brief[key]  # type: ignore[return-value]


def _person(chance: random.Random, number: int) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}{'abcdefghij'[number % 10]}"


def _member(name: str, called: str, role: str) -> dict[str, object]:
    return {"id": name, "name": called, "kind": "person", "role": role, "existence": "verified"}


def _sentence(chance: random.Random, place: str, number: int, index: int) -> str:
    thing, act, why = chance.choice(_THINGS), chance.choice(_ACTS), chance.choice(_WHYS)
    return f"On {_day(number * 400 + index)} the council of {place} {act} its {thing} {why}."


def _day(number: int) -> str:
    """A date that is far from those of the numbers beside it."""
    day = date(1900, 1, 1) + timedelta(days=number * 37 % 45_000)
    return f"{day.day} {day:%B} {day.year}"


def _text(chance: random.Random, place: str, number: int, start: int, facts: list[str], said: list[tuple[str, str]]) -> str:
    """About 5,000 characters that hold these facts and quotations."""
    paragraphs = [f"{fact} {_sentence(chance, place, number, start + index)}" for index, fact in enumerate(facts)]
    paragraphs += [f"“{words},” said {name}, a member of the council." for words, name in said]
    while sum(map(len, paragraphs)) < 4_900:
        paragraphs.append(" ".join(_sentence(chance, place, number, start + 10 + len(paragraphs) * 4 + more) for more in range(4)))
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs) + "\n"
