"""Nothing that is not public stands in anything that readers get, whatever is proposed, withheld or still to come."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import Policy
from generator.engine.storage import read_templates, template_folders
from generator.items import Handout
from generator.library.library import Site, collect
from generator.library.survey import Survey
from generator.pages.renderer import Renderer
from generator.pipeline import Rendered, render_publication
from tests.support.handouts import ROOT
from tests.support.publication import check_all

TODAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
SITE = Site("Site", "https://briefs.example.org/", "en")
HANDOUTS = Handout(sizes=("a4",), forms=("full", "onepage"))
RENDERER = Renderer(read_templates(template_folders(ROOT)))

ITEMS = ("fact-1", "fact-2", "fact-3", "quote-1", "quote-2", "question-1", "question-2", "event-1", "event-2", "own-1", "own-2")
SHARED = ("shared-1", "shared-2", "shared-3", "shared-4")
PUBLISH = {"open": "excerpt", "secret": "none", "whole": "full", "last": "excerpt"}


def word(what: str) -> str:
    """A word that stands nowhere else, for a place in the publication."""
    return "zq" + "".join(letter if letter.isalpha() else "abcdefghij"[int(letter)] for letter in what if letter.isalnum()) + "qz"


def cited(source: str, item: str) -> str:
    """The words of a source that an item cites."""
    return f"saw the {word(source + item)} itself"


CITES = {"fact-1": "open", "fact-2": "secret", "fact-3": "last", "quote-1": "whole", "quote-2": "open", "question-2": "open"}


def sources() -> dict[str, str]:
    """The source files: a paragraph for each item that cites them, between paragraphs that nobody cites."""
    cites = {source: [item for item, cited_source in CITES.items() if cited_source == source] for source in PUBLISH}
    return {
        source: f"{word(source + 'above')}\n\n"
        + "\n\n".join(f"We “{cited(source, item)}” then." for item in items)
        + f"\n\n{word(source + 'below')}\n"
        for source, items in cites.items()
    }


def brief(drafts: frozenset[str], status: str, embargo: date | None) -> dict[str, Any]:
    """The brief of the trial, with marks of proposals on some of its items."""

    def item(name: str, /, **keys: Any) -> dict[str, Any]:
        marks = {"draft": True} if name in drafts else {}
        return {**keys, **marks, "accept": {"B404": word("accept" + name)}}

    def evidence(name: str) -> list[dict[str, str]]:
        return [{"source": CITES[name], "quote": cited(CITES[name], name)}]

    def fact(name: str, /, **keys: Any) -> dict[str, Any]:
        note = word("note" + name)
        return item(name, id=name, text=f"It is {word(name)}.", status="reported", note=note, evidence=evidence(name), **keys)

    def quote(name: str, /, **keys: Any) -> dict[str, Any]:
        return item(name, id=name, text=cited(CITES[name], name), source=CITES[name], context=word("context" + name), **keys)

    def actor(name: str, /, **keys: Any) -> dict[str, Any]:
        return item(name, id=name, name=word(name), kind="group", role=word("role" + name), **keys)

    return {
        "title": word("title"),
        "summary": f"All of it: [{word('summary')}](fact:fact-1).",
        "status": status,
        "published": "2026-01-01",
        "as_of": "2026-01-01",
        **({"embargo": embargo.isoformat()} if embargo else {}),
        "sources": [
            {"id": name, "file": f"sources/{name}.txt", "title": word("title" + name), "kind": "report", "publish": publish}
            for name, publish in PUBLISH.items()
        ],
        "facts": [fact("fact-1", by="shared-1"), fact("fact-2", via=["shared-4", "plain words"]), fact("fact-3", by="own-2")],
        "quotes": [quote("quote-1", speaker="own-1"), quote("quote-2", speaker="shared-2")],
        "actors": [actor("own-1", of="own-2"), actor("own-2")],
        "questions": [
            item("question-1", id="question-1", question=f"Is [it](actor:shared-3) {word('question-1')}?", answered_by="fact-2"),
            item("question-2", id="question-2", question=f"And {word('question-2')}?", evidence=evidence("question-2")),
        ],
        "timeline": [
            item("event-1", date="2025-01-01", text=f"Then {word('event-1')} came."),
            item("event-2", date="2025-02-01", fact="fact-3"),
        ],
    }


def checked(drafts: frozenset[str], status: str, embargo: date | None) -> Survey:
    """The publication of the trial, checked; it has no errors."""
    actors = [
        {"id": name, "name": word(name), "kind": "group", "about": word("about" + name), **({"draft": True} if name in drafts else {})}
        for name in SHARED
    ]
    files: Mapping[str, str | bytes] = {
        "brief.yml": json.dumps(brief(drafts, status, embargo)),
        "article.md": f"A story of {word('article')} leads [here](fact:fact-2) and [there](quote:quote-2).\n",
        **{f"sources/{name}.txt": text for name, text in sources().items()},
    }
    found = check_all({"x": files}, {"actors.yml": json.dumps({"actors": actors})}, Policy(TODAY))
    assert found.outcomes[0].checked, [finding.message for finding in found.findings if finding.severity == "error"]
    return found


def parts(rendered: Rendered) -> Iterator[str]:
    """Every byte that a reader gets, as text."""
    yield rendered.brief_list
    for page in rendered.pages:
        yield f"{page.title} {page.description} {page.html} {[heading.title for heading in page.headings]}"
    for file in rendered.files:
        yield file.path + file.content.decode()
    for document in rendered.prints:
        yield from (document.html, *document.shorter, *(content.decode() for content in document.attachments.values()))


def hidden(drafts: frozenset[str], *, shown: bool) -> set[str]:
    """The words that must not be seen, by the sentences of the contract and not by the program's own way."""
    everything = {*ITEMS, *SHARED}
    if not shown:
        return {word(name) for name in everything} | {word("summary"), word("title"), word("article")}
    gone = set(drafts)
    gone |= {quote for quote, speaker in (("quote-1", "own-1"), ("quote-2", "shared-2")) if speaker in gone}
    gone |= {"event-2"} if "fact-3" in gone else set()
    namers = {  # who names an actor; what the summary, the key points or the article say is public in any case
        "own-2": {"fact-3", "own-1"}, "shared-1": {"fact-1"}, "shared-2": {"quote-2"}, "shared-3": {"question-1"}, "shared-4": {"fact-2"},
        "own-1": {"quote-1"},
    }  # fmt: skip
    for name in ("own-1", "own-2", "shared-1", "shared-2", "shared-3", "shared-4"):
        gone |= {name} if namers[name] <= gone else set()
    words = {word(part + name) for name in gone for part in ("", "note", "context", "role", "about")}
    words |= {word("accept" + name) for name in ITEMS}
    for source, publish in PUBLISH.items():
        citing = {item for item, cited_source in CITES.items() if cited_source == source}
        words |= {word(source + item) for item in citing if publish == "none" or (publish == "excerpt" and item in gone)}
        words |= {word(source + place) for place in ("above", "below") if publish != "full" or citing <= gone}
        words |= {word("title" + source)} if citing <= gone else set()
    return words - ({word("fact-3")} if "fact-3" not in gone else set())


Trial = tuple[frozenset[str], str, date | None]
trials: st.SearchStrategy[Trial] = st.tuples(
    st.frozensets(st.sampled_from((*ITEMS, *SHARED))),
    st.sampled_from(("published", "published", "published", "draft", "review", "withdrawn")),
    st.none() | st.integers(-1, 1).map(lambda days: TODAY + timedelta(days)),
)


def missed(text: str, trial: Trial) -> set[str]:
    """The words of what is not public that a text has all the same."""
    drafts, status, embargo = trial
    due = embargo is None or embargo <= TODAY
    kept = {word("title")} if status == "withdrawn" and due else set()  # it says that it was there
    return {found for found in hidden(drafts, shown=status == "published" and due) if found in text} - kept


@settings(max_examples=settings.default.max_examples * 5 // 2)
@given(trial=trials)
def test_what_readers_may_get_has_no_word_of_what_they_may_not(trial: Trial) -> None:
    """No public brief holds a word of a proposal, of what only such items name, of a withheld source or of a hidden brief."""
    library = collect(SITE, checked(*trial), NOW, preview=False)
    assert missed(repr(library.briefs), trial) == set()
    if trial[0] == frozenset() and library.listed:
        assert all(word(name) in repr(library.briefs) for name in (*ITEMS[:3], *ITEMS[5:8], *SHARED))


@settings(max_examples=20, deadline=None)
@given(trial=trials)
def test_no_word_of_what_is_not_public_reaches_readers(trial: Trial) -> None:
    """No page, file, print or attachment has such a word either."""
    found = checked(*trial)
    library = collect(SITE, found, NOW, preview=False)
    text = "\n".join(parts(render_publication(library, RENDERER, found, handouts=HANDOUTS)))
    assert missed(text, trial) == set()
    if trial[0] == frozenset() and library.listed:
        assert all(word(name) in text for name in (*ITEMS[:3], *ITEMS[5:8], *SHARED))


def test_a_preview_shows_proposals() -> None:
    """A preview has all items, but not the words of a withheld source."""
    drafts = frozenset((*ITEMS, *SHARED))
    shown = repr(collect(SITE, checked(drafts, "draft", None), NOW, preview=True).briefs)
    assert all(word(name) in shown for name in (*ITEMS[:3], *ITEMS[5:8], "own-1", *SHARED))
    assert word("secretfact-2") not in shown
