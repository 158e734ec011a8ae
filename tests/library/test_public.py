"""What readers get of a brief: what is taken out, and what is left of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.items import CrossRef, ItemRef
from generator.library.public import Proof, PublicBrief, connected, public
from generator.prose.coverage import Coverage
from generator.text.markdown import Link
from tests.support.pictures import noise
from tests.support.publication import check_all

HEAD = """title: A dam
summary: It holds.
status: published
published: 2026-01-01
as_of: 2026-01-01
"""
SOURCE = "sources: [{id: s, file: sources/s.txt, title: S, kind: report}]\n"
FACT = SOURCE + "facts: [{id: f, text: It holds., status: reported, evidence: [{source: s, quote: The dam holds}]}]\n"


def told(brief: str, *, preview: bool = False, other: bool = False, **files: str) -> PublicBrief:
    """What readers get of a brief of one source, and more files; there may be another brief like it."""
    briefs = {"x": {"brief.yml": brief, "sources/s.txt": "The dam holds.\n", **files}}
    if other:
        briefs["other"] = {"brief.yml": HEAD + FACT, "sources/s.txt": "The dam holds.\n"}
    found = check_all(briefs, {"actors.yml": SHARED})
    outcome = next(outcome for outcome in found.outcomes if outcome.slug == "x")
    assert outcome.checked, [f"{finding.code} {finding.message}" for finding in found.findings]
    return public(outcome.checked, preview=True) if preview else public(outcome.checked)


def test_a_withdrawn_brief_is_its_title_and_what_was_said_to_correct_it() -> None:
    """Nothing else of it is left, and a correction says not of which item."""
    brief = HEAD.replace("published\n", "withdrawn\n", 1) + FACT
    found = told(f"{brief}language: de\ncorrections: [{{date: 2026-02-01, kind: correction, text: It fell., item: 'fact:f'}}]\n")
    assert found.slug == "x"
    assert (found.brief.title, found.brief.summary, found.brief.status, found.brief.language) == ("A dam", "", "withdrawn", "de")
    assert [(correction.text, correction.item) for correction in found.brief.corrections] == [("It fell.", None)]
    assert (found.brief.facts, found.sources, found.excerpts, found.article) == ((), {}, {}, None)


PROPOSING = """title: A dam
summary: "It holds “more water than ever”, and “a wall of sand”. ![A dam](media/dam.svg)"
status: published
published: 2026-01-01
as_of: 2026-01-01
accept: {B319: of the brief}
figures:
  - {id: seen, file: media/other.svg, caption: The other}
  - {id: unseen, file: media/unseen.svg, caption: "A wet one, not ![that](media/third.svg)"}
key_points: ["What is [aside](term:aside)."]
sources:
  - {id: s, file: sources/s.txt, title: S, kind: report, segments: [{lines: 5-6, kind: opinion, note: a note}]}
  - {id: secret, file: sources/secret.txt, title: Secret, kind: report, publish: none}
actors:
  - {id: ada, name: Ada, kind: person, existence: verified, of: bob, role: [{role: Warden, from: 2020}], about: "See [it](fact:p)."}
  - {id: bob, name: Bob, kind: person, existence: verified, draft: true}
  - {id: dan, name: Dan, kind: person, existence: verified, draft: true}
terms:
  - {term: Spill Way, definition: "Where [water](fact:p) goes.", aliases: [overflow]}
  - {term: Aside, definition: Something.}
  - {term: Dropped, definition: Nothing.}
  - {term: Also Dropped, definition: "It is [this](term:dropped).", aliases: [gone]}
facts:
  - id: a
    text: It holds, [says](term:overflow) “so it is”.
    status: reported
    via: [ada, bob, dan, plain words]
    accept: {B405: for the desk}
    evidence:
      - {source: secret, quote: It holds, prefix: So, suffix: they}
      - {source: s, quote: the dam holds, prefix: Now, suffix: more}
  - id: b
    text: See [a](fact:a), [aside](term:aside), ![it](media/unseen.svg).
    status: reported
    draft: true
    evidence: [{source: s, quote: water}]
  - {id: p, text: "[It](term:gone) is “the dam holds more”.", status: reported, draft: true, evidence: [{source: s, quote: ever}]}
quotes:
  - {id: q, text: so it is, speaker: ada, source: s}
  - {id: r, text: so he says, speaker: bob, source: s}
timeline:
  - date: 2025-01-01
    text: First “a wall of wet sand”.
    draft: true
    accept: {B319: of what is hidden}
    evidence: [{source: s, quote: more water}]
  - {date: 2025-02-01, text: Then “a wall of dry sand”., accept: {B319: of an event}, evidence: [{source: s, quote: for now}]}
  - {date: 2025-03-01, fact: p}
corrections: [{date: 2026-02-01, kind: update, text: It fell., item: 'fact:p'}]
"""
FILES = {
    "sources/s.txt": "Now the dam holds more water than ever, for now.\n\n“So it is,” said Ada. “so it is” “so he says”\n\n"
    "An opinion.\nOf mine.\n",
    "sources/secret.txt": "So It holds they say.\n",
    "article.md": "This has [a fact](fact:a) in it.\n\nThis has [a proposal](fact:p) in it. ![The other](media/other.svg)\n",
} | {f"media/{name}.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' for name in ("dam", "other", "unseen", "third")}
SHARED = "actors: [{id: cam, name: Cam, kind: group, translations: [{language: de, name: Kam}, {language: fr, name: Came}]}]"
FACT_A, QUOTE_Q, EVENT = ItemRef("fact", "a"), ItemRef("quote", "q"), ItemRef("event", "1")


def test_what_is_proposed_is_gone_with_all_that_tells_of_it() -> None:
    """Items, names in other items, places, reasons, words in marks, terms and figures that only it shows, and links in the article."""
    found = told(PROPOSING, **FILES)
    brief = found.brief
    assert found.refs == {
        FACT_A, QUOTE_Q, EVENT, ItemRef("actor", "ada"), ItemRef("term", "spill-way"), ItemRef("correction", "1"),
        ItemRef("term", "aside"), ItemRef("key-point", "1"),
        ItemRef("source", "s"), ItemRef("source", "secret"),
    }  # fmt: skip
    assert {(ref, number): excerpt.words for (ref, number), excerpt in found.excerpts.items()} == {
        (FACT_A, 0): (), (FACT_A, 1): ("the dam holds",), (QUOTE_Q, 0): ("so it is",), (EVENT, 0): ("for now",),
    }  # fmt: skip
    assert all(excerpt.anchor.item == ref for (ref, _), excerpt in found.excerpts.items())
    assert list(found.actors) == ["ada"]
    assert found.actors["ada"] == brief.actors[0]
    assert brief.actors[0].of is None
    assert found.actors["ada"].about == "See [it](<>)."
    assert found.terms["overflow"].definition == "Where [water](<>) goes."
    assert {name: term.term for name, term in found.terms.items()} == {"spill-way": "Spill Way", "overflow": "Spill Way", "aside": "Aside"}
    assert found.reasons == {None: ("of the brief",), EVENT: ("of an event",)}
    assert found.proofs == {"more water than ever": Proof(None, "s", ((18, 38),)), "so it is": Proof(QUOTE_Q, "", ())}
    assert found.media.keys() == {"dam.svg", "other.svg"}
    assert [figure.id for figure in brief.figures] == ["seen"]
    assert found.coverage == Coverage(2, ((3, "This has a proposal in it."),))
    assert found.article == FILES["article.md"].replace("(fact:p)", "(<>)")
    assert brief.facts[0].via == ("ada", "plain words")
    assert [event.text for event in brief.timeline] == ["Then “a wall of dry sand”."]
    assert brief.corrections[0].item is None


def test_links_lead_to_what_readers_get() -> None:
    """To an item, to a term by any of its names, and nowhere for what is hidden, what is not there, the web, and another brief."""
    found = told(PROPOSING, **FILES)
    led = {address: found.led(Link("link", address, 0)) for address in ("fact:a", "term:overflow", "term:spill-way")}
    spill_way = CrossRef("x", ItemRef("term", "spill-way"))
    assert led == {"fact:a": CrossRef("x", FACT_A), "term:overflow": spill_way, "term:spill-way": spill_way}
    nowhere = ("fact:p", "fact:none", "term:gone", "source:overflow", "https://example.org/", "brief:other")
    assert [found.led(Link("link", address, 0)) for address in nowhere] == [None] * len(nowhere)
    other, elsewhere = CrossRef("other", FACT_A), CrossRef("other", QUOTE_Q)
    beside = replace(found, beyond={other: elsewhere})
    assert beside.led(Link("link", "fact:other/a", 0)) == elsewhere


def test_a_sentence_that_leads_to_nothing_public_is_not_covered() -> None:
    """What leads to another brief counts if readers get there."""
    article = "It is [there](fact:other/a).\n\nAnd [here](fact:third/a).\n\nAnd [ours](fact:a).\n"
    one = PublicBrief(
        "x", told(PROPOSING, **FILES).brief, article, crossing=frozenset({CrossRef("other", FACT_A), CrossRef("third", FACT_A)})
    )
    assert connected(one, {"other": PublicBrief("other", one.brief)}).coverage == Coverage(3, ((3, "And here."),))


def test_words_that_stand_in_a_withheld_source_only_have_no_place() -> None:
    """They may be quoted in a text, and nothing of the source is told for it."""
    files = {**FILES, "sources/secret.txt": "So It holds they say.\n\n“It was a quiet night,” she said.\n"}
    found = told(PROPOSING.replace("Then “a wall of dry sand”.", "“It was a quiet night” and “holds more water than”."), **files)
    assert "It was a quiet night" not in found.proofs
    assert found.proofs["holds more water than"].source == "s"


def test_what_editors_note_is_for_editors() -> None:
    """Of a withheld source no words are left in the evidence; of all, no file names, notes on segments and acceptances."""
    found = told(PROPOSING, **FILES)
    (fact,) = found.brief.facts
    assert [(passage.source, passage.quote, passage.prefix, passage.suffix) for passage in fact.evidence] == [
        ("secret", "…", None, None),
        ("s", "the dam holds", "Now", "more"),
    ]
    assert fact.accept == {}
    assert [source.file for source in found.brief.sources] == ["", ""]
    (segment,) = found.brief.sources[0].segments
    assert (segment.lines, segment.kind, segment.note) == ((5, 6), "opinion", None)
    assert [source.source for source in found.sources.values()] == list(found.brief.sources)
    assert [len(source.paragraphs) for source in found.sources.values()] == [2, 0]


def test_a_preview_has_what_is_proposed() -> None:
    """All items are there under their own names, shared actors that nothing names are not."""
    found = told(PROPOSING, preview=True, **FILES)
    assert {name: len(getattr(found.brief, name)) for name in ("facts", "actors", "quotes", "timeline", "terms")} == {
        "facts": 3, "actors": 3, "quotes": 2, "timeline": 3, "terms": 4,
    }  # fmt: skip
    assert list(found.actors) == ["ada", "bob", "dan"]
    assert found.excerpts[ItemRef("event", "1"), 0].words == ("more water",)
    assert found.reasons[ItemRef("event", "1")] == ("of what is hidden",)
    assert found.proofs.keys() == {"more water than ever", "so it is", "the dam holds more"}
    assert found.terms.keys() == {"spill-way", "overflow", "aside", "dropped", "also-dropped", "gone"}
    assert found.brief.facts[0].via == ("ada", "bob", "dan", "plain words")
    assert found.brief.corrections[0].item == "fact:p"
    assert found.coverage == Coverage(2, ())


SAYING = f"""{HEAD}language: de
actors:
  - {{id: ada, name: Ada, kind: group, translations: [{{language: de, name: Ada auf Deutsch}}, {{language: fr, name: Ada en français}}]}}
  - {{id: eve, name: Eve, kind: group}}
terms: [{{term: Dam, definition: A wall., translations: [{{language: de, term: Damm, definition: Ein Wall.}}]}}]
facts:
  - id: f
    text: Es hält ([cam](actor:cam), [dam](term:dam)).
    status: reported
    by: [ada, eve]
    evidence: [{{source: s, quote: The dam holds}}]
{SOURCE}"""


def test_who_is_said_in_several_languages_is_said_in_one() -> None:
    """A brief says its actors and terms, shared ones too, in its own language; the site's own words for them are kept apart."""
    found = told(SAYING)
    assert {name: actor.name for name, actor in found.actors.items()} == {"ada": "Ada auf Deutsch", "eve": "Eve", "cam": "Kam"}
    assert [actor.name for actor in found.brief.actors] == ["Ada auf Deutsch", "Eve"]
    assert [term.term for term in found.brief.terms] == ["Damm"]
    assert {term.definition for term in found.terms.values()} == {"Ein Wall."}
    assert {name: actor.name for name, actor in found.site_words.items()} == {"ada": "Ada", "cam": "Cam"}
    assert not any(
        one.translations for one in (*found.actors.values(), *found.brief.actors, *found.brief.terms, *found.site_words.values())
    )
    plain = told(SAYING.replace("language: de\n", "", 1))
    assert [actor.name for actor in plain.actors.values()] == ["Ada", "Eve", "Cam"]


AROUND = """sources:
  - {id: s, file: sources/s.txt, title: S, kind: interview, segments: [{lines: 4, kind: satire}]}
actors: [{id: ada, name: Ada, kind: person, existence: verified}]
"""
BODY = "Ada: Alpha fell. So it fell.\n\nAda: Now the dam holds again.\nA joke.\n"


@pytest.mark.parametrize(
    ("prefix", "suffix", "left"),
    [
        ("Now", "again", ("Now", "again")), ("Now", None, ("Now", None)), (None, "again", (None, "again")), (None, None, (None, None)),
        ("it fell. Ada: Now", "again", (None, None)), ("it fell. Ada: Now", None, (None, None)), (None, "again. A joke", (None, None)),
    ],
)  # fmt: skip
def test_words_by_which_others_are_found_are_shown_with_them(prefix: str | None, suffix: str | None, left: tuple[str | None, ...]) -> None:
    """Those that stand in another paragraph or segment are not, be it of a quote or of evidence."""
    around = "".join(f", {name}: '{words}'" for name, words in (("prefix", prefix), ("suffix", suffix)) if words)
    fact = f"facts: [{{id: f, text: It holds., status: claimed, evidence: [{{source: s, quote: the dam holds{around}}}]}}]\n"
    quote = f"quotes: [{{id: q, text: the dam holds, speaker: ada, source: s{around}}}]\n"
    found = told(f"{HEAD}{AROUND}{fact}{quote}", **{"sources/s.txt": BODY}).brief
    (passage,) = found.facts[0].evidence
    assert [(one.prefix, one.suffix) for one in (passage, found.quotes[0])] == [left, left]


def release(status: str, title: str) -> str:
    """A record of what was published."""
    head = {"format": "explainer-brief-release/1", "recorded": "2026-01-02", "version": "0" * 12}
    return json.dumps({**head, "status": status, "title": title})


def test_what_was_published_what_is_led_to_and_what_is_shown_comes_along() -> None:
    """Published states, the paths of links, and images that texts lead to or that stand for the brief, with the sizes of pictures."""
    brief = f"""{HEAD}image: seen
figures: [{{id: seen, file: media/seen.png, alt: A dam}}, {{id: unseen, file: media/unseen.png, alt: A dam}}]
key_points: ["[An image](media/led.png), [a page](../about.md), ![one](media/shown.png) [d]: x"]
"""
    picture = noise((700, 10), "RGB", ".png")
    files = {f"media/{name}.png": picture for name in ("seen", "unseen", "led", "shown")}
    records = {"releases/2026-01-02.json": release("published", "Before"), "releases/2026-01-02-2.json": release("draft", "Not yet")}
    outcome = check_all({"x": {"brief.yml": brief, **files, **records}}, {"about.md": "# About\n"}).outcomes[0]
    assert outcome.checked
    found = public(outcome.checked)
    assert [release.title for release in found.releases] == ["Before"]
    assert {href: path.path for href, path in found.paths.items()} == {"media/led.png": "x/media/led.png", "../about.md": "about.md"}
    assert found.media.keys() == found.sizes.keys() == {"seen.png", "led.png", "shown.png"}
    assert [figure.id for figure in found.brief.figures] == ["seen"]


def test_a_redirect_leads_to_what_readers_get() -> None:
    """One to a proposal is gone, like the proposal."""
    draft = FACT.replace("facts: [", "facts: [{id: p, draft: true, text: It fell., status: claimed, evidence: [{source: s, quote: The}]}, ")
    found = told(f"{HEAD}{draft}redirects: [{{from: 'fact:old', to: 'fact:f'}}, {{from: 'fact:older', to: 'fact:p'}}]\n")
    assert [redirect.from_ for redirect in found.brief.redirects] == ["fact:old"]


def test_what_is_left_of_a_withdrawn_brief_leads_out_of_it_only() -> None:
    """Links to items and briefs are words, and names of addresses that nothing leads to are gone; the web stays."""
    brief = HEAD.replace("published\n", "withdrawn\n", 1) + FACT
    text = "Not [so](fact:f) or [so](brief:other) or [so](fact:other/f), see [it](https://example.org).\\n\\n[d]: https://d.example\\n"
    found = told(f'{brief}corrections: [{{date: 2026-02-01, kind: correction, text: "{text}"}}]\n', other=True)
    assert [correction.text for correction in found.brief.corrections] == [
        "Not [so](<>) or [so](<>) or [so](<>), see [it](https://example.org).\n\n"
    ]


def test_a_translation_of_what_readers_do_not_get_is_a_brief_like_any_other() -> None:
    """One of what they get says so."""
    brief = told(HEAD).brief.model_copy(update={"translation_of": "y"})
    one = PublicBrief("x", brief)
    assert connected(one, {}).brief.translation_of is None
    assert connected(one, {}).brief.title == "A dam"
    assert connected(one, {"y": PublicBrief("y", brief)}) == one


def test_without_an_article_nothing_is_covered() -> None:
    """Whatever its texts lead to; in an article every sentence counts, and those that lead to this brief's items do."""
    brief = told(f"{HEAD}{FACT}").brief
    gone = frozenset({CrossRef("other", FACT_A)})
    assert connected(PublicBrief("x", brief, crossing=gone), {}).coverage is None
    article = "It is [there](fact:other/a).\n\nIt is [here](fact:f).\n\nIt is [not](fact:none).\n"
    assert connected(PublicBrief("x", brief, article, crossing=gone), {}).coverage == Coverage(3, ((1, "It is there."), (5, "It is not.")))


def test_names_of_addresses_that_nothing_leads_to_are_gone() -> None:
    """Editors write comments so; what leads somewhere by its name stays."""
    note = "It [does][d].\\n\\n[d]: https://d.example\\n[//]: # (a comment)\\n"
    found = told(HEAD + FACT.replace("status: reported", f'status: reported, note: "{note}"'))
    assert found.brief.facts[0].note == "It [does][d].\n\n[d]: https://d.example\n"
