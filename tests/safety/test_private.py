"""What editors write for each other stays among them, and nothing published leads to what is not."""

from __future__ import annotations

import re

import pytest

from generator.items.handout import Handout
from tests.support.edition import Edition

HEAD = "title: A dam\nsummary: It [holds](fact:holds).\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"
FORMS = Handout(forms=("full", "onepage", "large"))
SOURCE = """\
The dam holds. “It will never break,” said Ada Example. The dam holds.
"""

# Each kind of item accepts a finding that it has, and one that it has not.
REASON = "between ourselves"
ACCEPTING = f"""{HEAD}sources:
  - {{id: press, file: press.txt, title: A source, kind: report, publish: full}}
actors:
  - {{id: ada, name: Ada Example, kind: person, existence: unverified, accept: {{B207: "{REASON} 1"}}}}
facts:
  - id: holds
    text: The dam holds.
    status: confirmed
    accept: {{B303: "{REASON} 2", B402: "{REASON} 3"}}
    evidence: [{{source: press, quote: The dam holds}}]
quotes:
  - {{id: never, text: It will never break, speaker: ada, source: press, accept: {{B403: "{REASON} 4", B315: "{REASON} 5"}}}}
questions:
  - {{id: when, question: When will it break?, review_by: 2026-02-01, accept: {{B502: "{REASON} 6"}}}}
timeline:
  - {{date: 2026-01-01, text: A count., evidence: [{{source: press, quote: The dam holds}}], accept: {{B303: "{REASON} 7"}}}}
"""


def accepting(*, preview: bool) -> Edition:
    """A publication in which something is accepted wherever it can be."""
    briefs = {"dam": {"brief.yml": ACCEPTING, "sources/press.txt": SOURCE, "article.md": "It [holds](fact:holds)."}}
    return Edition(briefs, preview=preview, handouts=FORMS)


@pytest.mark.parametrize("preview", [False, True])
def test_what_is_accepted_is_told_to_nobody(preview: bool) -> None:
    """The reason why a finding is accepted, its code and the word `accept` are in no page, no file and no part of a handout."""
    edition = accepting(preview=preview)
    (outcome,) = edition.checked().outcomes
    assert {entry.finding.code for entry in outcome.accepted} == {"B303", "B402", "B403", "B502"}
    contents = edition.contents()
    assert {"dam/index.html", "dam/sources/press/index.html", "dam/brief.json", "dam/dam.pdf 0", "dam/dam.pdf evidence.json"} <= set(
        contents
    )
    pattern = re.compile(rf"{REASON}|\bB[2345]\d\d\b|\baccept", re.IGNORECASE)
    own = {path: content for path, content in contents.items() if not path.startswith("schema/")}  # the same whatever is accepted
    assert {path: found[0] for path, content in own.items() if (found := pattern.search(content))} == {}


KEPT = f"""{HEAD}accept: {{B319: "a title of ours", B402: "{REASON} 1"}}
key_points: [They say “the sky is green”.]
sources:
  - {{id: press, file: press.txt, title: A source, kind: report, segments: [{{lines: 1, kind: satire}}]}}
facts:
  - id: holds
    text: The dam holds.
    status: confirmed
    accept: {{B304: "a joke, told as one", B303: "{REASON} 2", B402: "{REASON} 3", B335: "{REASON} 4"}}
    evidence: [{{source: press, quote: The dam holds}}]
"""


def test_what_the_promise_stands_on_is_accepted_in_public_only() -> None:
    """Reasons for codes of kept rules stand on page, handout and brief.json, those for all others in no byte."""
    contents = Edition({"dam": {"brief.yml": KEPT, "sources/press.txt": SOURCE}}, handouts=FORMS).contents()
    assert not [path for path, content in contents.items() if REASON in content]
    for reason in ("a joke, told as one", "a title of ours"):
        assert {"dam/index.html", "dam/brief.json", "dam/dam.pdf 0"} <= {path for path, content in contents.items() if reason in content}
    assert "The desk accepts this: a joke, told as one" in contents["dam/index.html"]


# Drafts of all kinds, and a link to each of them from every field of an item that is none.
LINKS = "[one](fact:draft-fact), [two](quote:draft-quote), [three](question:draft-question) and [four](actor:draft-actor)"
LINKING = f"""
title: A dam
summary: "It [holds](fact:holds): {LINKS}."
status: published
published: 2026-01-01
as_of: 2026-01-01
key_points: ["{LINKS}."]
sources:
  - {{id: press, file: press.txt, title: A source, kind: transcript, publish: full}}
actors:
  - {{id: ada, name: Ada Example, kind: person, existence: verified, about: "{LINKS}."}}
  - {{id: draft-actor, draft: true, name: Bea Example, kind: person, existence: verified}}
facts:
  - id: holds
    text: "{LINKS}."
    note: "{LINKS}."
    by: [ada, draft-actor]
    status: claimed
    evidence: [{{source: press, quote: It will}}]
  - {{id: draft-fact, draft: true, text: It leaks., status: claimed, evidence: [{{source: press, quote: The dam holds}}]}}
quotes:
  - {{id: never, text: It will never break, context: "{LINKS}.", via: [draft-actor], speaker: ada, source: press}}
  - {{id: draft-quote, draft: true, text: It will, speaker: ada, source: press, suffix: never}}
questions:
  - id: when
    question: "{LINKS}?"
    why: "{LINKS}."
    known: "{LINKS}."
    watch_for: "{LINKS}."
    status: answered
    answered_by: [holds, draft-fact]
  - {{id: draft-question, draft: true, question: Why?}}
timeline:
  - {{date: 2026-01-01, fact: draft-fact}}
  - {{date: 2026-01-02, text: "{LINKS}."}}
terms:
  - {{term: Dam, definition: "{LINKS}."}}
corrections:
  - {{date: 2026-01-03, text: "{LINKS}.", kind: correction, item: "fact:draft-fact"}}
"""
_ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_TO_A_DRAFT = re.compile(r'href="[^"]*draft-')


def linking(*, preview: bool) -> dict[str, str]:
    """What a brief with links to drafts publishes."""
    files = {"brief.yml": LINKING, "sources/press.txt": SOURCE, "article.md": f"Of [dams](term:dam): {LINKS}."}
    return Edition({"dam": files}, preview=preview, handouts=FORMS).contents()


def test_no_link_leads_to_a_draft() -> None:
    """The words of a link to an item that is not published are there without the link, on pages and in every handout; a preview has it."""
    contents = linking(preview=False)
    assert [path for path, content in contents.items() if _TO_A_DRAFT.search(content)] == []
    assert "one, two, three and four." in contents["dam/index.html"]
    assert _TO_A_DRAFT.search(linking(preview=True)["dam/index.html"])


def test_every_link_on_a_page_leads_to_something_on_it() -> None:
    """Each fragment that a page or a handout links to on itself is there, on a page of evidence on its brief's page."""
    for preview in (False, True):
        contents = {path: content for path, content in linking(preview=preview).items() if content.lstrip().startswith("<")}
        ids = {path: set(_ID.findall(content)) for path, content in contents.items()}
        inside = [
            (path, *address.split("#")) for path, content in contents.items() for address in _ADDRESS.findall(content) if "#" in address
        ]
        pages = {"": None, "../../": "dam/index.html", "sources/press/": "dam/sources/press/index.html"}
        assert [link for link in inside if link[1] in pages and link[2] not in ids[pages[link[1]] or link[0]]] == []
        assert {link[1] for link in inside} >= set(pages)


AROUND = ("Alpha is apart.", "Bravo before. The dam holds. Charlie after.", "Delta is apart.")
CITING = f"""{HEAD}sources:
  - {{id: press, file: press.txt, title: A source, kind: transcript, segments: SEGMENTS}}
facts:
  - {{id: holds, text: It holds., status: claimed, evidence: [{{source: press, quote: The dam holds.}}]}}
"""


@pytest.mark.parametrize(
    ("between", "segments"),
    [("\n\n", "[]"), ("\n", "[{lines: 1, kind: boilerplate}, {lines: 3, kind: satire}]")],
    ids=["paragraph", "segment"],
)
def test_context_ends_with_the_paragraph_and_with_the_segment(between: str, segments: str) -> None:
    """What stands before and after cited words is shown, but nothing of another paragraph or segment, on the page and in handouts."""
    files = {"brief.yml": CITING.replace("SEGMENTS", segments), "sources/press.txt": between.join(AROUND)}
    contents = Edition({"dam": files}, handouts=FORMS).contents()
    for path in ("dam/index.html", "dam/dam.pdf 0", "dam/dam.pdf evidence.json"):
        assert re.findall("Alpha|Bravo|before|Charlie|after|Delta", contents[path]) == ["Bravo", "before", "Charlie", "after"]
