"""The index of search: the words under which something is found, files of bounded size, and nothing that is not for readers."""

from __future__ import annotations

import json

import pytest

from generator.pages import search_index as module
from generator.pages.artifacts import DataFile, SearchEntry
from generator.pages.search_index import Searched, search_index, unpacked
from generator.text.search_words import parts, search_words
from tests.support.edition import Edition


def page(url: str, *entries: SearchEntry, language: str = "en") -> Searched:
    """A page to be found."""
    return Searched(url, language, entries)


def found(files: list[DataFile], word: str) -> dict[str, tuple[int, ...]]:
    """The pages that have a word, with their entries, read from the files as the script reads them."""
    content = {file.path: file.content for file in files}
    head = json.loads(content["search/index.json"])
    for number, (first, start) in enumerate(head["starts"]):
        part, at, last = first, start, ""
        for line in content[f"search/words/{number}.txt"].decode().splitlines():
            rest, size = line[1:].split("\t")
            last = last[: int(line[0], 36)] + rest
            if at and at + int(size, 36) > head["limit"]:
                part, at = part + 1, 0
            if last == word:
                places = unpacked(content[f"search/places/{part}.bin"][at : at + int(size, 36)])
                return {json.loads(content[f"search/pages/{page}.json"])["url"]: entries for page, entries in places}
            at += int(size, 36)
    return {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("£12.50 for 12,50 €", ["12.50", "for", "12.50"]),
        ("1,500 1.500 1’500 1\u202f500 1500", ["1500"] * 5),
        ("1,234.56 and 1.234,56", ["1234.56", "and", "1234.56"]),
        ("4.8.2023, 2023-07-04, 0.125", ["4.8.2023", "2023", "07", "04", "0.125"]),
        ("Straße ÉCOLE Łódź ΟΔΟΣ", ["strasse", "ecole", "lodz", "οδοσ"]),
        ("東京都の bridge 東", ["東京", "京都", "都の", "bridge", "東"]),
        ("हिन्दी café", ["हिन्दी", "cafe"]),
        ("المياه مياه وبالمياه للمياه وللمياه الآن", ["مياه", "مياه", "وبالمياه", "مياه", "مياه", "الان"]),
        ("_a_b <i>", ["a", "b", "i"]),
    ],
)
def test_words_are_read_in_one_way(text: str, words: list[str]) -> None:
    """Case, accents, groups of digits and decimal marks make no difference; numbers stay whole; text without spaces comes in pairs."""
    assert list(search_words(text)) == words


def test_compounds_are_found_by_their_parts() -> None:
    """A part that is a word elsewhere, or that follows one, is found; in a language that writes no compounds nothing is taken apart."""
    assert "sperrung" in parts("bruckensperrung", {"brucke"})
    assert list(parts("bruckensperrung", {"sperrung"})) == ["sperrung"]
    assert list(parts("trinkwasserpreiserhohung", {"wasser", "preis"})) == ["wasserpreiserhohung", "preiserhohung"]
    assert list(parts("bekanntesten", {"test"})) == []
    german, english = SearchEntry("", "Brückensperrung", ""), SearchEntry("", "Brückenkopf", "")
    both = SearchEntry("", "Bridge", "Sperrung am Kopf, they say")
    files = list(search_index([page("de/", german, language="de-AT"), page("en/", english), page("too/", both)]))
    assert found(files, "sperrung") == {"de/": (0, 1), "too/": (1,)}
    assert list(found(files, "kopf")) == ["too/"]


@pytest.mark.parametrize("entries", [(0,), (3, 4, 5), (1, 3, 5, 7, 9, 11), (0, 400), (2, 300, 301)])
def test_places_are_read_as_they_were_packed(entries: tuple[int, ...]) -> None:
    """Whatever form is the shortest for some entries, they come out of it; pages far apart, too."""
    bits = module._packed(sum(1 << entry for entry in entries))
    packed = module._number(0) + bits + module._number(5_000) + bits
    assert list(unpacked(packed)) == [(0, entries), (5_001, entries)]


def test_files_are_bounded_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages there are, no file of words or places is longer than it may be, every word is found, and filters are words."""
    monkeypatch.setattr(module, "WORDS_BYTES", 200)
    monkeypatch.setattr(module, "PLACES_BYTES", 200)
    pages = [
        page(
            f"p{number}/",
            SearchEntry("", f"Page {number}", "common", "brief", day=f"20{number % 3 + 10}-01-01", topics=(("air", "Air"),)),
            SearchEntry("fact-a", f"fact{number} common", "", "fact", "confirmed", actors=(("ada", "Ada"),)),
        )
        for number in range(80)
    ]
    known: dict[Searched, module.Words] = {}
    files = list(search_index(pages, known))
    assert files == list(search_index(reversed(pages), known)) == list(search_index(pages))
    bounded = [len(file.content) for file in files if "/words/" in file.path or "/places/" in file.path]
    assert max(bounded) <= 400  # a word of all pages has a file to itself
    wanted = {"common": 80, "page": 80, ":status:confirmed": 80, ":topic:air": 80, ":actor:ada": 80, ":year:2011": 27}
    assert {word: len(found(files, word)) for word in wanted} == wanted
    assert all(found(files, f"fact{number}") == {f"p{number}/": (2,)} for number in range(80))


def test_nothing_is_found_that_readers_do_not_get() -> None:
    """No word of a draft, of a proposal or of a source that is withheld is in the index of what is published."""
    head = "title: {0}\nsummary: S.\nstatus: {1}\npublished: 2026-01-01\nas_of: 2026-01-01\n"
    source = "sources: [{id: s, file: sources/s.txt, title: Minutes, kind: official, published: 2025-06-01, publish: none}]\n"
    facts = (
        "facts:\n- {id: open, text: The bridge is shut., status: reported, evidence: [{source: s, quote: zebras graze}]}\n"
        "- {id: mine, text: Walruses sing., status: reported, draft: true, evidence: [{source: s, quote: zebras graze}]}\n"
    )
    briefs = {
        slug: {"brief.yml": head.format(title, status) + source + facts, "sources/s.txt": "Here zebras graze.\n"}
        for slug, title, status in (("x", "One", "published"), ("y", "Narwhal", "draft"))
    }
    pages = [page for page in Edition(briefs).rendered().pages if page.entries]
    files = list(search_index(Searched(page.address, page.language, page.entries) for page in pages))
    assert found(files, "bridge").keys() == {"x/"}
    assert not [word for word in ("zebras", "walruses", "narwhal") if any(word in file.content.decode("latin-1").lower() for file in files)]
