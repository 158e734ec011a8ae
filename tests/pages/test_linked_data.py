"""What pages say to programs: graphs of schema.org’s terms, whose ids are permalinks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest

from generator.library.library import Site
from tests.safety.hostile import PAYLOADS, as_yaml, brief
from tests.support.edition import SITE, Edition
from tests.support.schema_org import BROADER, PROPERTIES, breaches
from tests.support.shared import shared_file

SOURCE = "The bridge closes in May, says the town. “We had no choice,” said Ada Example.\n"
BRIEF = """title: The *bridge*
summary: It [closes](fact:closes).
status: published
published: 2026-01-01T08:00+01:00
updated: 2026-02-01
as_of: 2026-02-01
authors: [{name: Bo Writer, role: editor, url: "https://example.org/bo"}]
topics: [Traffic]
sources:
  - {id: post, file: post.txt, title: A report, publisher: The Post, author: Cy Reporter, kind: report, published: 2026-01-01,
     url: "https://example.org/post", archive_url: "https://archive.example.org/post", language: en-GB}
actors:
  - {id: ada, name: Ada Example, kind: person, role: [{role: mayor, from: 2020}], of: land, aliases: [Mayor Ada], wikidata: Q42,
     about: Not *related*., existence: verified}
  - {id: land, name: Exampleland, kind: state}
facts:
  - {id: closes, text: The *bridge* closes in May., status: claimed, by: land, as_of: 2026-01-01,
     evidence: [{source: post, quote: The bridge closes in May}]}
quotes:
  - {id: choice, text: We had no choice, speaker: ada, source: post, said: 2026-01-01, translated: true,
     original: {text: Keine Wahl, language: de}}
questions: [{id: when, question: When?, status: answered, answered_by: closes}]
corrections: [{date: 2026-02-01, text: A *name* was wrong., kind: correction}]
"""
FILES = {"a": {"brief.yml": BRIEF, "sources/post.txt": SOURCE}}


def graphs(edition: Edition) -> dict[str, Any]:
    """The graphs of an edition’s pages, by their addresses, with their names in full."""
    found = {page.address: json.loads(page.graph) for page in edition.rendered().pages if page.graph}
    return {address: named(graph, graph["@context"][1]["@base"]) for address, graph in found.items()}


def named(value: Any, base: str) -> Any:
    """A graph whose names are as they resolve against a base."""
    if isinstance(value, dict):
        return {key: urljoin(base, entry) if key == "@id" else named(entry, base) for key, entry in value.items()}
    return [named(entry, base) for entry in value] if isinstance(value, list) else value


def ids(value: Any) -> Iterator[str]:
    """All names in a graph."""
    if isinstance(value, dict):
        yield from (entry for key, entry in value.items() if key == "@id")
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from ids(entry)


def test_a_brief_says_what_it_holds() -> None:
    """The graph of a brief has its items, by their permalinks, with who says so and what each rests on; all in plain words."""
    found = graphs(Edition(FILES))
    graph = found["a/"]
    root = "https://gazette.example.org/"
    assert (graph["@id"], graph["headline"], graph["datePublished"]) == (f"{root}a/", "The bridge", "2026-01-01T08:00:00+01:00")
    claim, quotation, question = graph["hasPart"]
    source = {"@id": f"{root}a/#source-post"}
    assert claim == {
        "@type": "Claim",
        "@id": f"{root}a/#fact-closes",
        "text": "The bridge closes in May.",
        "creativeWorkStatus": "claimed",
        "temporalCoverage": "2026-01-01",
        "author": [{"@id": f"{root}actors/land/"}],
        "isBasedOn": [source],
    }
    assert (quotation["text"], quotation["spokenByCharacter"]) == ("We had no choice", {"@id": f"{root}actors/ada/"})
    assert (quotation["inLanguage"], quotation["translationOfWork"]["inLanguage"], quotation["isBasedOn"]) == ("en-GB", "de", [source])
    assert question["acceptedAnswer"] == [{"@type": "Answer", "text": "The bridge closes in May.", "url": claim["@id"]}]
    ada, land = graph["mentions"]
    whole = found["actors/ada/"]["mainEntity"]
    assert (whole["memberOf"]["@id"], whole["jobTitle"], whole["sameAs"]) == (land["@id"], ["mayor"], "https://www.wikidata.org/wiki/Q42")
    assert found["a/sources/post/"]["mainEntity"]["archivedAt"] == "https://archive.example.org/post"
    for short, its_page in ((ada, whole), (graph["isBasedOn"][0], found["a/sources/post/"]["mainEntity"])):
        assert short.items() < its_page.items()  # what their own pages say of them is not said again
    assert graph["correction"] == [{"@type": "CorrectionComment", "text": "A name was wrong.", "dateCreated": "2026-02-01"}]


def test_all_pages_speak_the_vocabulary() -> None:
    """Each page but that of search has a graph of terms that schema.org knows, where they may stand; names are addresses of something."""
    edition = Edition(FILES)
    found, contents = graphs(edition), edition.contents()
    assert {page.address for page in edition.rendered().pages} == {*found, "search/"}
    assert {address: breaches(graph) for address, graph in found.items()} == {address: [] for address in found}
    kinds = {graph["@type"] if isinstance(graph["@type"], str) else graph["@type"][-1] for graph in found.values()}
    assert kinds == {"BackgroundNewsArticle", "WebPage", "ProfilePage", "CollectionPage"}
    for name in {name for graph in found.values() for name in ids(graph)}:
        page, anchor = urldefrag(name.removeprefix(SITE.url))
        assert f"{page}index.html" in contents, name
        assert not anchor or f'id="{anchor}"' in contents[f"{page}index.html"], name


def test_the_vocabulary_is_what_schema_org_says() -> None:
    """What the tests know of schema.org stands in its vocabulary."""
    listed = json.loads(shared_file("corpora/schemas/schemaorg-current-https.jsonld").read_text(encoding="utf-8"))["@graph"]
    known: Mapping[str, Any] = {node["@id"]: node for node in listed}

    def named(node: Mapping[str, Any], key: str) -> set[str]:
        held = node[key]
        return {one["@id"].removeprefix("schema:") for one in (held if isinstance(held, list) else [held])}

    for kind, broader in BROADER.items():
        assert broader in named(known[f"schema:{kind}"], "rdfs:subClassOf"), kind
    for name, (domain, range_) in PROPERTIES.items():
        allowed = named(known[f"schema:{name}"], "schema:rangeIncludes")
        assert allowed >= set(range_.split()), name
        broader = {above for kind in domain.split() for above in (kind, BROADER.get(kind))}
        assert broader & named(known[f"schema:{name}"], "schema:domainIncludes"), name


@pytest.mark.parametrize("payload", [*PAYLOADS, "<!-- <script>", "a & b </script>"])
def test_no_word_ends_the_script(payload: str) -> None:
    """Whatever the words of a brief are, a graph has no sign that means something in HTML, and says them letter for letter."""
    data, source = brief([payload])
    rendered = Edition({"a": {"brief.yml": as_yaml(data), "sources/source.txt": source}}, preview=True).rendered()
    page = next(page for page in rendered.pages if page.address == "a/")
    assert not re.search("[<>&]", page.graph)
    assert json.loads(page.graph)["headline"] == page.title


def test_without_an_address_nothing_has_a_name() -> None:
    """There is no graph without a `site_url`, and none of a brief that was withdrawn."""
    assert graphs(Edition(FILES, site=Site("S", "", "en"))) == {}
    withdrawn = {"a": {"brief.yml": BRIEF.replace("status: published", "status: withdrawn", 1), "sources/post.txt": SOURCE}}
    assert "a/" not in graphs(Edition(withdrawn))
