"""A page that mixes satire, reporting, captions and an interview with somebody whom nobody can trace."""

from __future__ import annotations

from textwrap import indent

import pytest

from generator.library.survey import Outcome
from generator.text.matching.structure import paragraphs, quotations
from generator.text.places import Text
from tests.support import HEAD, check, shared_file

SEGMENTS = (
    (1, 23, "satire"), (24, 28, "boilerplate"), (32, 32, "boilerplate"), (36, 37, "boilerplate"), (42, 42, "boilerplate"),
    (47, 47, "boilerplate"), (52, 70, "interview"),
)  # fmt: skip

BRIEF = f"""{HEAD}
sources:
  - id: page
    file: page.txt
    title: The page
    kind: report
    segments:
{"".join(f"      - {{lines: {first}-{last}, kind: {kind}}}{chr(10)}" for first, last, kind in SEGMENTS)}
actors:
  - {{id: somebody, name: Somebody, kind: person, existence: verified}}
  - {{id: lee, name: Lee Hyun-Sook, kind: person, existence: EXISTENCE}}
"""


@pytest.fixture(scope="module")
def page() -> str:
    """The seed page."""
    return next(iter(sorted(shared_file("seeds").glob("*.txt")))).read_text("utf-8")


def cite(page: str, *, facts: tuple[str, ...] = (), quotes: tuple[str, ...] = (), existence: str = "unverified") -> Outcome:
    """Check a brief whose facts and quotes cite these words of the page."""
    lines = ["facts:"]
    for number, words in enumerate(facts, 1):
        lines += [f"  - id: fact-{number}", "    text: A fact.", "    status: reported", "    evidence:"]
        lines += ["      - source: page", "        quote: |-", indent(words, " " * 10)]
    lines += ["quotes:"]
    for number, words in enumerate(quotes, 1):
        lines += [f"  - id: quote-{number}", "    speaker: somebody", "    source: page", "    text: |-", indent(words, " " * 6)]
    return check(BRIEF.replace("EXISTENCE", existence) + "\n".join(lines), sources={"page.txt": page})


def errors(outcome: Outcome) -> list[str]:
    """The codes of errors about cited words, in the order of the brief."""
    return [finding.code for finding in outcome.findings if finding.code.startswith("B3") and finding.severity == "error"]


def test_reporting_is_cited_with_line_and_tier(page: str) -> None:
    """Passages and quotes of the reporting are anchored in their lines, each in the tier that it deserves."""
    outcome = cite(
        page,
        facts=(
            "North Korea’s leader Kim Jong-un is said to have already made 1,500 special forces available to Russia.",
            "North Korea's leader Kim Jong-un is said to have already made 1,500 special forces available",
            "It can intercept flying objects … at a range of 40 kilometers",
            "[T]he source is quoted as saying",
        ),
        quotes=(
            "If they sent troops to Ukraine, that would mean a significant escalation.",
            "will not stand idly by, but will react decisively in cooperation with the international community",
            "While there are signs of military cooperation … response measures will be gradual.",
            "Response measures will be gradual",
            "It is possible that personnel will be sent to Ukraine to monitor the tactics and combat capabilities"
            " of North Korean special forces sent to support Russia.",
            "criminal organization",
        ),
    )
    assert errors(outcome) == []
    assert [(anchor.line, anchor.tier.value) for anchor in outcome.anchors] == [
        (35, "exact"), (35, "typographic"), (40, "elided"), (34, "edited"),
        (46, "exact"), (49, "exact"), (39, "elided"), (39, "edited"), (34, "typographic"), (44, "exact"),
    ]  # fmt: skip
    assert {anchor.kind for anchor in outcome.anchors} == {"report"}


def test_satire_and_captions_are_refused_as_evidence_and_as_quotes(page: str) -> None:
    """Words that stand only in the satire or in a caption are no evidence and no quote."""
    only_there = (
        "They claim North Korea hasn’t just been sending love letters to Putin",
        "North Korea is sending soldiers to support Russia in Ukraine.",
        "North Korea has already dispatched about 1,500 special forces",
        "Kremlin boss Vladimir Putin (l.) can apparently also rely on soldiers from North Korea",
        "were in a good mood when they met in Pyongyang in June",
        "Kim Jong-un’s isolated dictatorship",
    )
    outcome = cite(page, facts=only_there, quotes=only_there)
    assert errors(outcome) == ["B304"] * 12
    assert outcome.anchors == ()


def test_words_of_the_reporting_are_taken_where_the_satire_has_them_too(page: str) -> None:
    """Words that stand in the satire first and in the reporting later are anchored in the reporting."""
    outcome = cite(page, facts=("illegal military cooperation",), quotes=("illegal military cooperation.",))
    assert "B304" not in errors(outcome)
    assert [anchor.line for anchor in outcome.anchors] == [48, 49]


def test_what_an_untraceable_interviewee_says_supports_no_fact(page: str) -> None:
    """Her words are refused as evidence while her existence is unverified, and accepted once it is verified."""
    said = ("NATO has already voiced concerns.", "South Korea is understandably on high alert.")
    assert errors(cite(page, facts=said)) == ["B306", "B306"]
    assert errors(cite(page, facts=said, existence="fictional")) == ["B306", "B306"]
    outcome = cite(page, facts=said, existence="verified")
    assert errors(outcome) == []
    assert [anchor.line for anchor in outcome.anchors] == [60, 56]


def test_the_interviewer_is_somebody_else(page: str) -> None:
    """The interviewer's words are not hers: they are refused even once she is verified."""
    assert errors(cite(page, facts=("It sounds quite surreal!",), existence="verified")) == ["B306"]


def test_a_quote_stays_inside_one_quotation(page: str) -> None:
    """A quote over the reporter's words into the next quotation is refused, whole or elided, and so are the reporter's own words."""
    outcome = cite(
        page,
        quotes=(
            "The government is demanding the immediate withdrawal of North Korean troops.” It is an “illegal military cooperation.",
            "The government is demanding … will not stand idly by",
            "It is documented that Pyongyang has intensified relations with Moscow",
            "It is an",
        ),
    )
    assert errors(outcome) == ["B305"] * 4


def test_all_quotations_of_the_reporting_are_recognised(page: str) -> None:
    """Every pair of marks in the reporting is read as one, and nothing between two of them."""
    text = Text("page", page)
    found = [(text.line_column(start)[0], page[start:end].split(maxsplit=1)[0], page[start:end].rsplit(maxsplit=1)[-1])
             for start, end in quotations(page, paragraphs(page))]  # fmt: skip
    assert [pair for pair in found if pair[0] >= 24] == [
        (34, "It", "Russia,"), (39, "While", "gradual."), (41, "But", "use."), (43, "significant", "escalation"),
        (44, "criminal", "organization"), (44, "Russian", "mercenaries"), (46, "If", "escalation."), (48, "illegal", "cooperation"),
        (49, "The", "troops."), (49, "illegal", "cooperation."), (49, "will", "community"),
    ]  # fmt: skip
