"""A draft becomes items of brief.yml: whole sentences with who says them, quotes with their speakers, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from generator.checks import Anchor
from generator.drafting.dates import Dated
from generator.drafting.drafted import Actor, Cue, Draft, Quote, Speaker, Statement
from generator.drafting.figures import Figure
from generator.drafting.questions import Unknown
from generator.items import ItemRef, Source
from generator.library.survey import Outcome
from generator.parsing.sources import SourceText, runs
from generator.proposing.items import Drafted, proposals
from generator.proposing.proposal import Proposal
from generator.proposing.standing import Standing
from generator.proposing.trial import passed
from generator.prose.hedges import Hedge
from generator.text.matching import Tier
from generator.text.places import Text
from tests.support.publication import HEAD, check

CAST = (
    Actor("ann-lee", "Ann Lee", "person", ("Lee",), "mayor"),
    Actor("source", "a source", "anonymous"),
    Actor("reuters", "Reuters", "organisation"),
)


class Page:
    """A source text, and a draft of it that is put together by the words it is about."""

    def __init__(self, body: str, segments: Sequence[tuple[str, str]] = ()) -> None:
        self.body = body
        self.source = Source.model_validate(
            {"id": "s", "file": "s.txt", "title": "T", "kind": "report", "segments": [{"lines": n, "kind": kind} for n, kind in segments]}
        )
        self.found: dict[str, list[Any]] = {name: [] for name in ("quotes", "statements", "dates", "figures", "questions", "hedges")}

    def place(self, words: str) -> tuple[int, int]:
        start = self.body.index(words)
        return start, start + len(words)

    def quote(self, words: str, actor: str | None) -> Page:
        self.found["quotes"].append(Quote(*self.place(words), words, Speaker(0, 1, "x", actor)))
        return self

    def statement(self, words: str, actor: str | None) -> Page:
        self.found["statements"].append(Statement(*self.place(words), words, Speaker(0, 1, "x", actor)))
        return self

    def figure(self, words: str, unit: str) -> Page:
        self.found["figures"].append(Figure(*self.place(words), words, 1, unit, None))
        return self

    def hedge(self, words: str) -> Page:
        self.found["hedges"].append(Hedge(*self.place(words), words))
        return self

    def date(self, words: str, iso: str) -> Page:
        self.found["dates"].append(Dated(*self.place(words), words, iso))
        return self

    def unknown(self, words: str, question: str) -> Page:
        self.found["questions"].append(Unknown(*self.place(words), words, question))
        return self

    def drafted(self) -> Drafted:
        text = Text("briefs/x/s.txt", self.body)
        draft = Draft(segments=(), actors=CAST, **{name: tuple(found) for name, found in self.found.items()})
        return Drafted(SourceText(self.source, text, "", runs(self.source, text)), draft)

    def proposed(self, standing: Standing | None = None) -> dict[str, list[dict[str, Any]]]:
        """The data of all proposals, by key."""
        found: dict[str, list[dict[str, Any]]] = {}
        for proposal in proposals(self.drafted(), standing or nothing(), "x"):
            found.setdefault(proposal.key, []).append(dict(proposal.data))
        return found


def nothing(ids: Iterable[str] = ("s",), anchors: Iterable[Anchor] = (), elsewhere: Iterable[str] = ()) -> Standing:
    """What a brief has that has no items but some ids and anchors."""
    return Standing.of(ids, [], anchors, elsewhere)


def test_a_quotation_over_several_paragraphs_is_a_quote_a_paragraph() -> None:
    """Each paragraph's words are quoted without the mark that opens it again; a wrapped line is no end, a caption is not quoted."""
    words = "“We mourn the\nold bridge.\n\n“We rebuild.\n\nThe bridge, 2019.\n\n“Nobody is left,”"
    found = Page(f"Ann Lee spoke. {words} she said.").quote(words, "ann-lee").proposed()["quotes"]
    assert [one["text"] for one in found] == ["We mourn the old bridge.", "We rebuild.", "Nobody is left"]
    assert {one["speaker"] for one in found} == {"ann-lee"}


@pytest.mark.parametrize(("cue", "proposed"), [("denied", 0), ("bestritt", 0), ("said", 1)])
def test_what_somebody_denies_is_no_claim_of_theirs(cue: str, proposed: int) -> None:
    """A sentence is proposed for what is said in it, not for what is denied."""
    page = Page(f"Ann Lee {cue} that the bridge was closed.")
    start, end = page.place(cue)
    content = Statement(*page.place("the bridge was closed"), "the bridge was closed", Speaker(0, 1, "x", "ann-lee"), Cue(start, end, cue))
    page.found["statements"].append(content)
    assert len(page.proposed().get("facts", ())) == proposed


def test_a_quote_comes_with_its_speaker() -> None:
    """The words go without their marks and the comma before the closing one; the speaker is proposed with name, role and aliases."""
    found = Page("“We close,” said Ann Lee, the mayor.").quote("“We close,”", "ann-lee").proposed()
    assert found["quotes"] == [{"id": "ann-lee-close", "text": "We close", "speaker": "ann-lee", "source": "s"}]
    assert found["actors"] == [{"id": "ann-lee", "name": "Ann Lee", "kind": "person", "role": "mayor", "aliases": ["Lee"]}]


def test_words_without_a_sure_speaker_are_not_proposed() -> None:
    """A quote whose speaker is not resolved is left to the editor."""
    assert Page("“We close,” it was said.").quote("“We close,”", None).proposed() == {}


def test_words_that_stand_twice_get_a_prefix() -> None:
    """Of repeated words the ones that were found are told apart by as few words before them as do."""
    found = Page("A “shame” for some. He spoke of a great “shame” again.").quote("“shame” again"[:7], "ann-lee").proposed()
    assert found["quotes"][0]["prefix"] == "A “"


@pytest.mark.parametrize(
    "dateline",
    ["SEOUL, Oct 24 (Wire) - ", "LONDON, 3 March 2025 (Wire) - ", "NEW YORK, March 3, 2025 - ", "BERLIN, 3. März 2025 (dpa) – ", "Oslo – "],
)
def test_a_fact_keeps_its_sentence_and_says_by_whom(dateline: str) -> None:
    """Somebody's statement is a claim by that actor, in the words of its whole sentence, without the dateline."""
    body = f"{dateline}Ann Lee said the bridge would close. It rained."
    found = Page(body).statement("the bridge would close", "ann-lee").proposed()
    sentence = "Ann Lee said the bridge would close."
    assert found["facts"] == [
        {
            "id": "ann-lee-bridge-close",
            "text": sentence,
            "status": "claimed",
            "by": ["ann-lee"],
            "evidence": [{"source": "s", "quote": sentence}],
        }
    ]


def test_a_hedge_makes_a_report_of_it() -> None:
    """What the text only hedges is reported, through the source where nobody is named."""
    found = Page("The mayor is said to have sold 3 bridges.").hedge("is said to").figure("3", "bridges").proposed()
    assert (found["facts"][0]["status"], found["facts"][0]["via"]) == ("reported", ["s"])
    hedged = Page("Tolls may rise, a source said.").statement("Tolls may rise", "source").hedge("may").proposed()
    assert (hedged["facts"][0]["status"], hedged["facts"][0]["by"]) == ("reported", ["x-source"])


def test_an_agency_is_the_way_it_came() -> None:
    """What an agency reports is reported via the agency, and claimed by nobody."""
    found = Page("The bridge will close, Reuters reported.").statement("The bridge will close", "reuters").proposed()
    assert (found["facts"][0]["status"], found["facts"][0]["via"]) == ("reported", ["reuters"])
    assert "by" not in found["facts"][0]


def test_a_sentence_that_leans_brings_the_one_before() -> None:
    """A sentence that begins with a pronoun is cited together with the one that says whom it means, or not at all."""
    found = Page("The mayor spoke. She closed 3 bridges.").figure("3", "bridges").proposed()
    assert found["facts"][0]["text"] == "The mayor spoke. She closed 3 bridges."
    assert Page("She closed 3 bridges.").figure("3", "bridges").proposed() == {}


def test_what_may_not_be_cited_is_not_proposed() -> None:
    """Satire and boilerplate give nothing, and an interview gives no facts."""
    body = "Ann Lee sold 3 bridges.\nAnn Lee sold 4 ferries."
    page = Page(body, [("1", "satire"), ("2", "interview")]).figure("3", "bridges").figure("4", "ferries")
    assert page.statement("sold 3 bridges", "ann-lee").proposed() == {}


def test_markup_in_a_source_is_no_markup_in_a_fact() -> None:
    """Characters that Markdown would read are escaped in our sentence, and stay as they are in the passage."""
    found = Page("The *old* bridge carries 3 [named] lanes.").figure("3", "lanes").proposed()
    assert found["facts"][0]["text"] == r"The \*old\* bridge carries 3 \[named\] lanes."
    assert found["facts"][0]["evidence"][0]["quote"] == "The *old* bridge carries 3 [named] lanes."


def test_a_day_makes_an_event_of_a_fact() -> None:
    """A fact that names one day is proposed for the timeline on it; one that names two is not."""
    page = Page("On 3 March 2026 Ann Lee closed 3 bridges.").figure("3 bridges"[:1], "bridges").date("3 March 2026", "2026-03-03")
    page.found["figures"] = [Figure(32, 33, "3", 3, "bridges", None)]
    assert page.proposed()["timeline"] == [{"date": "2026-03-03", "fact": "3-march-2026-ann-lee-closed-3-bridges"}]
    two = Page("Of 3 bridges one closed on 3 March, one on 4 March.").figure("3 bridges"[:1], "bridges")
    assert "timeline" not in two.date("3 March", "2026-03-03").date("4 March", "2026-03-04").proposed()


def test_an_open_question_has_its_sentence_as_evidence() -> None:
    """What a text says is not known becomes a question."""
    found = Page("It is unclear whether it will reopen.").unknown("unclear whether it will reopen", "Will it reopen?").proposed()
    assert found["questions"][0]["question"] == "Will it reopen?"
    assert found["questions"][0]["evidence"] == [{"source": "s", "quote": "It is unclear whether it will reopen."}]


def test_nothing_is_proposed_twice() -> None:
    """Words on which an item stands already bring no second one, and ids that are taken are not taken again."""
    body = "“We close,” said Ann Lee. Ann Lee sold 3 bridges."
    page = Page(body).quote("“We close,”", "ann-lee").figure("3", "bridges")
    anchors = [
        Anchor(ItemRef("quote", "a"), "s", "p", 1, 9, 1, 2, Tier.EXACT, ((1, 9),), "report"),
        Anchor(ItemRef("fact", "b"), "s", "p", 26, 48, 1, 27, Tier.EXACT, ((26, 48),), "report"),
    ]
    assert page.proposed(nothing(anchors=anchors)) == {}
    again = page.proposed(nothing(ids=["s", "ann-lee-close"], elsewhere=["ann-lee"]))
    assert again["quotes"][0]["id"].startswith("x-ann-lee")
    assert len({item["id"] for items in again.values() for item in items}) == 3


def test_what_our_checks_find_fault_with_is_dropped() -> None:
    """A proposal with a finding goes, with the items and actors that only it needed; the others stay."""
    good = Proposal("facts", {"id": "good"}, needs=(ItemRef("actor", "a"),))
    bad = Proposal("facts", {"id": "bad"}, needs=(ItemRef("actor", "b"),))
    event = Proposal("timeline", {"date": "2026-01-01", "fact": "bad"}, needs=(ItemRef("fact", "bad"),))
    actors = [Proposal("actors", {"id": "a"}), Proposal("actors", {"id": "b"})]
    tried: list[int] = []

    def trial(standing: Sequence[Proposal]) -> Outcome:
        tried.append(len(standing))
        faults = "".join(
            f"  - {{id: {one.data['id']}, text: It’s so., status: reported, evidence: []}}\n" for one in standing if one is bad
        )
        return check(f"{HEAD}facts:\n{faults}" if faults else HEAD)

    assert passed([*actors, good, bad, event], trial, 0) == [actors[0], good]
    assert tried == [5, 2]
