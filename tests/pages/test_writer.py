"""One link, many documents: each writer makes the address of a place as it is seen from its own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.items import ItemRef
from generator.library.library import Site
from generator.pages.addresses import way
from generator.pages.nodes import FilePlace, Link, PartPlace, Place, Rich, SourcePlace, Words
from generator.pages.paper import PaperWriter
from generator.pages.writer import PageWriter, Writer

SITE, FILES = Site("Site", "https://e.org/", "en"), Site("Site", "https://e.org/", "en", folders=False)
FACT = PartPlace("dam", ItemRef("fact", "holds"))
EVENT = PartPlace("dam", ItemRef("event", "2"))
PASSAGE = SourcePlace("dam", "press", ItemRef("fact", "holds"), 1)
PLACES: Mapping[str, Place] = {
    "fact": FACT,
    "event": EVENT,
    "section": PartPlace("dam", "facts"),
    "passage": PASSAGE,
    "source": SourcePlace("dam", "press"),
    "page": PartPlace("dam"),
    "file": FilePlace("dam", "dam.pdf"),
    "image": FilePlace("dam", "media/é b.png"),
    "another": PartPlace("weir"),
    "its fact": PartPlace("weir", ItemRef("fact", "leaks")),
}
OWN = [FACT, EVENT, PartPlace("dam", "facts")]
WRITERS: Mapping[str, Writer] = {
    "its page": PageWriter(SITE, "dam/", "en", OWN),
    "without folders": PageWriter(FILES, "dam/", "en", OWN),
    "its source": PageWriter(SITE, "dam/sources/press/", "en", [PASSAGE]),
    "another page": PageWriter(SITE, "bridge/", "en"),
    "the list": PageWriter(SITE, "", "en"),
    "the list without folders": PageWriter(FILES, "", "en"),
    "a handout": PaperWriter("en", {FACT: "fact-holds", PASSAGE: "evidence-7"}),
    "a booklet": PaperWriter("en", {FACT: "dam--fact-holds", PartPlace("dam"): "dam--title"}, "dam/", url=SITE.url),
}


SEEN = """
fact: #fact-holds #fact-holds ../../#fact-holds
    ../dam/#fact-holds dam/#fact-holds dam/index.html#fact-holds
    #fact-holds #dam--fact-holds
event: #timeline #timeline ../../#timeline
    ../dam/#timeline dam/#timeline dam/index.html#timeline
    - -
section: #facts #facts ../../#facts
    ../dam/#facts dam/#facts dam/index.html#facts
    - -
passage: sources/press/#at-fact-holds-2 sources/press/index.html#at-fact-holds-2 #at-fact-holds-2
    ../dam/sources/press/#at-fact-holds-2 dam/sources/press/#at-fact-holds-2 dam/sources/press/index.html#at-fact-holds-2
    #evidence-7 -
source: sources/press/ sources/press/index.html ./
    ../dam/sources/press/ dam/sources/press/ dam/sources/press/index.html
    - -
page: ./ ./index.html ../../
    ../dam/ dam/ dam/index.html
    - #dam--title
file: dam.pdf dam.pdf ../../dam.pdf
    ../dam/dam.pdf dam/dam.pdf dam/dam.pdf
    - -
image: media/%C3%A9%20b.png media/%C3%A9%20b.png ../../media/%C3%A9%20b.png
    ../dam/media/%C3%A9%20b.png dam/media/%C3%A9%20b.png dam/media/%C3%A9%20b.png
    media/%C3%A9%20b.png dam/media/%C3%A9%20b.png
another: ../weir/ ../weir/index.html ../../../weir/
    ../weir/ weir/ weir/index.html
    - https://e.org/weir/
its fact: ../weir/#fact-leaks ../weir/index.html#fact-leaks ../../../weir/#fact-leaks
    ../weir/#fact-leaks weir/#fact-leaks weir/index.html#fact-leaks
    - https://e.org/weir/#fact-leaks
"""
"""Each place, and its addresses in the order of the writers; a hyphen where a document does not lead there."""


@pytest.mark.parametrize("entry", SEEN.strip().replace("\n    ", " ").splitlines())
def test_a_place_is_seen_from_each_document(entry: str) -> None:
    """Its own page leads to a fact by its id, others by a way to the page, paper to what is in the document or another brief on the web."""
    name, _, seen = entry.partition(": ")
    assert {key: writer.address(PLACES[name]) or "-" for key, writer in WRITERS.items()} == dict(zip(WRITERS, seen.split(), strict=True))


def test_the_web_is_the_same_from_everywhere() -> None:
    """An address that is one already stays as it is."""
    assert {writer.address("https://example.org/x") for writer in WRITERS.values()} == {"https://example.org/x"}


def test_what_a_page_does_not_have_is_no_link() -> None:
    """A link to an item that its own page lacks is its words alone; another page takes it for being there."""
    link = Link("the <fact>", PartPlace("dam", ItemRef("fact", "gone")))
    assert str(WRITERS["its page"].write(link)) == "the &lt;fact&gt;"
    assert str(WRITERS["the list"].write(link)) == '<a href="dam/#fact-gone">the &lt;fact&gt;</a>'


@pytest.mark.parametrize(("language", "said"), [("en", ""), ("de", ' lang="de"'), ("ar", ' lang="ar" dir="rtl"')])
def test_a_link_says_the_language_of_its_words(language: str, said: str) -> None:
    """The title of a brief in another language is marked as such wherever it is a link, and keeps to its own direction."""
    assert str(WRITERS["the list"].write(Link(Words("Sadd", language), PartPlace("dam")))) == f'<a{said} href="dam/">Sadd</a>'


@pytest.mark.parametrize("writer", [PageWriter(SITE, "dam/", "ar"), PaperWriter("fa", {})])
def test_numbers_run_to_the_right_on_every_medium(writer: Writer) -> None:
    """In plain words and in prose of a document that runs to the left, and not in words of a language that runs to the right."""
    number = '<bdi dir="ltr">−۱۲٪</bdi>'
    assert number in str(writer.write("زاد −۱۲٪"))
    assert number in writer.write(Rich("زاد −۱۲٪", writer.language))
    assert "<bdi" not in writer.write(Words("up −12%", "en"))


def test_a_writer_knows_the_ids_that_it_gave() -> None:
    """Only ids that an element asked for are given, and none that the document has not."""
    writer = PageWriter(SITE, "dam/", "en", OWN)
    assert (writer.id(FACT), writer.given) == ("fact-holds", {"fact-holds"})
    with pytest.raises(KeyError):
        writer.id(PASSAGE)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("", "a/", "a/"),
        ("a/", "", "../"),
        ("a/b/", "a/c/", "../c/"),
        ("a/", "a/b.pdf", "b.pdf"),
        ("a/b/", "a/", "../"),
        ("a/", "ab/", "../ab/"),
    ],
)
def test_the_way_from_page_to_page(here: str, there: str, expected: str) -> None:
    """A way goes up no further than it must."""
    assert way(here, there) == expected
