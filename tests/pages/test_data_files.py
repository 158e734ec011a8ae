"""The data that a publication offers: held by its own published schemas, and by the sources that it speaks of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import jsonschema
import pytest

from generator.library.library import Site
from tests.support.edition import Edition

SOURCE = "Ä dull day. “The good old bridge is safe,” said Ada Example.\n\nIt closes in May, all agree.\nNext page\n"
SECRET = "Nobody may see this sentence.\n"
BRIEF = """title: The *bridge*
summary: It [closes](fact:closes).
status: published
published: 2026-01-01T08:00+01:00
updated: 2026-02-01
as_of: 2026-02-01
review_by: 2027-01-01
authors: [{name: Bo Writer, role: editor, url: "https://example.org/bo"}, Cy]
topics: [Traffic]
key_points: [It closes.]
accept: {B319: our own words}
sources:
  - {id: post, file: post.txt, title: A report, publisher: The Post, author: Cy Reporter, kind: report, published: 2026-01-01,
     url: "https://example.org/post", language: en-GB, segments: [{lines: 4, kind: boilerplate, note: hush}]}
  - {id: file, file: file.txt, title: A file, kind: official, publish: none, withdrawn: {date: 2026-02-01, reason: Forged.}}
actors:
  - {id: ada, name: Ada Example, kind: person, role: [{role: mayor, from: 2020-05}, chair], wikidata: Q42, about: Who?, existence: verified}
facts:
  - {id: closes, text: The bridge closes in May., status: claimed, by: ada, via: [post, a friend], as_of: 2026-01-01, confidence: low,
     note: Perhaps.,
     evidence: [{source: post, quote: It closes in May, suffix: ", all"}, {source: file, quote: Nobody may see}]}
quotes:
  - {id: safe, text: "The […] bridge is safe", speaker: ada, source: post, said: 2026-01-01, translated: true, where: here, context: Then.,
     original: {text: Sicher, language: de}}
questions: [{id: when, question: When?, why: So., known: May., watch_for: June., status: answered, answered_by: closes, owner: Cy}]
timeline: [{date: 2026-01~, fact: closes}, {date: 2026, text: It rained., evidence: [{source: post, quote: Ä dull day}]}]
terms: [{term: Span, definition: A part., aliases: [spans]}]
corrections: [{date: 2026-02-01, text: A name was wrong., kind: correction, item: "fact:closes"}]
handout: {sizes: [a4]}
"""
FILES = {
    "a": {"brief.yml": BRIEF, "sources/post.txt": SOURCE, "sources/file.txt": SECRET, "article.md": "A [span](term:span) of “peace”."},
    "b": {"brief.yml": "title: Gone\nsummary: X.\nstatus: withdrawn\npublished: 2026-01-01\nas_of: 2026-01-01\n"},
    "c": {"brief.yml": "title: Hidden\nsummary: X.\nstatus: draft\n"},
}


def closed(schema: Any) -> Any:
    """A schema that allows no key that it does not describe."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in inner and "additionalProperties" not in inner else inner


@pytest.mark.parametrize("url", ["https://gazette.example.org/", ""])
def test_the_published_schemas_describe_the_data(url: str) -> None:
    """Every key that is published is described; a site has the schemas of its own files, and each says at which address it is."""
    files = Edition(FILES, site=Site("The Gazette", url, "en")).contents()
    listed = json.loads(files["briefs.json"])
    validators = {}
    for form, address in listed["schemas"].items():
        schema = json.loads(files[address.removeprefix(url)])
        assert schema.get("$id", "") == (address if url else "")
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[form] = jsonschema.Draft202012Validator(closed(schema), format_checker=jsonschema.FormatChecker())
    for path in ("briefs.json", "a/brief.json", "b/brief.json"):
        content = json.loads(files[path])
        validators[content["format"]].validate(content)
    brief = json.loads(files["a/brief.json"])
    for wrong in ({"status": "secret"}, {"anchors": [{"item": "fact:closes"}]}, {"facts": [{"id": "x"}]}, {"as_of": "tomorrow"}):
        assert list(validators[brief["format"]].iter_errors({**brief, **wrong})) != []


def test_all_briefs_are_listed_with_what_is_public_of_them() -> None:
    """briefs.json has the briefs that are shown, in plain words, with the digest of each brief.json; of a withdrawn one, that it was."""
    files = Edition(FILES).contents()
    a, b = json.loads(files["briefs.json"])["briefs"]
    digest = hashlib.sha256(files["a/brief.json"].encode()).hexdigest()
    assert a == {
        "slug": "a",
        "url": "https://gazette.example.org/a/",
        "language": "en",
        "title": "The bridge",
        "status": "published",
        "summary": "It closes.",
        "published": "2026-01-01T08:00:00+01:00",
        "updated": "2026-02-01",
        "as_of": "2026-02-01",
        "topics": ["Traffic"],
        "authors": ["Bo Writer", "Cy"],
        "version": digest[:12],
        "sha256": digest,
    }
    assert (b["slug"], b["title"], b["status"], b.keys() & {"summary", "published"}) == ("b", "Gone", "withdrawn", set())


def test_annotations_select_the_words_in_their_sources() -> None:
    """Each stretch of cited words is selected by itself and by its place, and the two agree; of a withheld source there are places only."""
    files = Edition(FILES).contents()
    collection = json.loads(files["a/annotations.json"])
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == 4
    assert len({item["id"] for item in items}) == 4
    for item in items:
        assert (item["type"], item["body"].partition("#")[0]) == ("Annotation", "https://gazette.example.org/a/")
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            text = {"source-post": SOURCE, "source-file": SECRET}[target["source"]["id"].partition("#")[2]]
            *quotes, place = target["selector"]
            words = text[place["start"] : place["end"]]
            assert [one["exact"] for one in quotes] == ([words] if text == SOURCE else [])
            for one in quotes:
                flat, rest = " ".join(SOURCE.split()), " ".join(words.split())
                assert f"{one.get('prefix', '')}{rest}{one.get('suffix', '')}" in flat
    assert [len(item["target"]) for item in items if isinstance(item["target"], list)] == [2]
    assert not [path for path in files if path.endswith("annotations.json") and path != "a/annotations.json"]
    assert "see this" not in "".join(files.values())
