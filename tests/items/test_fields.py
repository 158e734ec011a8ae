"""What the fields of a brief hold is read off its models: items, texts, references and citations, each with its place."""

from __future__ import annotations

from generator.items import Brief, Fact, SharedActors
from generator.items.fields import citations, items, references, texts

BRIEF = Brief.model_validate({
    "title": "T",
    "summary": "S",
    "key_points": ["K"],
    "translation_of": "other",
    "sources": [{"id": "page", "file": "page.txt", "title": "P", "kind": "report"}],
    "facts": [
        {
            "id": "closed", "text": "F", "status": "reported", "by": ["town"], "via": ["page", "a friend"], "note": "N",
            "evidence": [{"source": "page", "quote": "one", "prefix": "so"}, {"source": "page", "quote": "two", "suffix": "it"}],
        }
    ],
    "actors": [{"id": "town", "name": "Town", "kind": "state", "of": "land", "about": "A"}],
    "quotes": [{"id": "said", "text": "Q", "speaker": "town", "source": "page", "context": "C", "via": "page"}],
    "questions": [
        {"id": "when", "question": "?", "why": "W", "known": "K", "watch_for": "O", "answered_by": "closed", "owner": "Ann",
         "evidence": [{"source": "page", "quote": "three"}]}
    ],
    "timeline": [
        {"date": "2024-10", "fact": "closed"}, {"date": "2024-11", "text": "E", "evidence": [{"source": "page", "quote": "four"}]}
    ],
    "terms": [{"term": "Air Defence", "definition": "D"}],
    "corrections": [{"date": "2024-10-24", "text": "X", "kind": "update", "item": "fact:closed"}],
})  # fmt: skip


def test_items_are_named_by_id_by_name_or_by_number() -> None:
    """Each item has its address and the place of its list in brief.yml, in the order of brief.yml's keys."""
    assert [(str(ref), *location) for ref, location, _ in items(BRIEF)] == [
        ("key-point:1", "key_points", 0),
        ("source:page", "sources", 0),
        ("fact:closed", "facts", 0),
        ("actor:town", "actors", 0),
        ("quote:said", "quotes", 0),
        ("question:when", "questions", 0),
        ("event:1", "timeline", 0),
        ("event:2", "timeline", 1),
        ("term:air-defence", "terms", 0),
        ("correction:1", "corrections", 0),
    ]


def test_texts_are_all_that_is_commonmark() -> None:
    """Each CommonMark text has its place and the item that it belongs to; what is plain or somebody's exact words is none."""
    assert [(value.location, str(value.item), value.text, value.mark.form) for value in texts(BRIEF)] == [
        (("title",), "None", "T", "inline"),
        (("summary",), "None", "S", "block"),
        (("key_points", 0), "key-point:1", "K", "inline"),
        (("facts", 0, "text"), "fact:closed", "F", "block"),
        (("facts", 0, "note"), "fact:closed", "N", "block"),
        (("actors", 0, "about"), "actor:town", "A", "block"),
        (("quotes", 0, "context"), "quote:said", "C", "block"),
        (("questions", 0, "question"), "question:when", "?", "inline"),
        (("questions", 0, "why"), "question:when", "W", "block"),
        (("questions", 0, "known"), "question:when", "K", "block"),
        (("questions", 0, "watch_for"), "question:when", "O", "block"),
        (("timeline", 1, "text"), "event:2", "E", "inline"),
        (("terms", 0, "definition"), "term:air-defence", "D", "block"),
        (("corrections", 0, "text"), "correction:1", "X", "block"),
    ]


def test_references_are_all_that_names_something() -> None:
    """Each name of something else has its place, the item that names it and the kinds that it may be of."""
    assert [(value.location, str(value.item), value.text, value.mark.kinds) for value in references(BRIEF)] == [
        (("facts", 0, "by", 0), "fact:closed", "town", ("actor",)),
        (("facts", 0, "via", 0), "fact:closed", "page", ("actor", "source")),
        (("facts", 0, "via", 1), "fact:closed", "a friend", ("actor", "source")),
        (("facts", 0, "evidence", 0, "source"), "fact:closed", "page", ("source",)),
        (("facts", 0, "evidence", 1, "source"), "fact:closed", "page", ("source",)),
        (("actors", 0, "of"), "actor:town", "land", ("actor",)),
        (("quotes", 0, "speaker"), "quote:said", "town", ("actor",)),
        (("quotes", 0, "source"), "quote:said", "page", ("source",)),
        (("quotes", 0, "via", 0), "quote:said", "page", ("actor", "source")),
        (("questions", 0, "answered_by", 0), "question:when", "closed", ("fact",)),
        (("questions", 0, "owner"), "question:when", "Ann", ("author",)),
        (("questions", 0, "evidence", 0, "source"), "question:when", "page", ("source",)),
        (("timeline", 0, "fact"), "event:1", "closed", ("fact",)),
        (("timeline", 1, "evidence", 0, "source"), "event:2", "page", ("source",)),
        (("corrections", 0, "item"), "correction:1", "fact:closed", ("fact", "actor", "quote", "question", "source", "term")),
        (("translation_of",), "None", "other", ("brief",)),
    ]


def test_citations_are_quotes_and_passages() -> None:
    """Each quote and passage has the item that cites it, its number there and the words that tell it apart."""
    assert [(str(one.item), one.number, one.words, one.prefix, one.suffix, one.location) for one in citations(BRIEF)] == [
        ("fact:closed", 0, "one", "so", "", ("facts", 0, "evidence", 0, "quote")),
        ("fact:closed", 1, "two", "", "it", ("facts", 0, "evidence", 1, "quote")),
        ("quote:said", 0, "Q", "", "", ("quotes", 0, "text")),
        ("question:when", 0, "three", "", "", ("questions", 0, "evidence", 0, "quote")),
        ("event:2", 0, "four", "", "", ("timeline", 1, "evidence", 0, "quote")),
    ]
    assert {one.source for one in citations(BRIEF)} == {"page"}


def test_items_alone_and_other_files_are_read_alike() -> None:
    """What holds for a brief holds for one of its items by itself, whose places begin there, and for the files that briefs share."""
    fact: Fact = BRIEF.facts[0]
    assert [value.location for value in texts(fact)] == [("text",), ("note",)]
    assert [value.text for value in references(fact)] == ["town", "page", "a friend", "page", "page"]
    shared = SharedActors(actors=BRIEF.actors)
    assert [(str(value.item), value.text) for value in references(shared)] == [("actor:town", "land")]
