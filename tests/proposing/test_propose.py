"""Proposals go into brief.yml: marked, passing our own checks, once, and with everything else as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from generator.checks import Policy
from generator.drafting.drafted import Actor, Draft, Quote, Speaker
from generator.drafting.figures import Figure
from generator.drafting.segments import Segment
from generator.engine.brief_text import BriefFileError
from generator.parsing import Folder
from generator.proposing.propose import Others, Proposed, propose, with_kinds
from generator.text.places import Text

DAY = date(2026, 3, 1)
BODY = "“We close,” said Ann Lee.\nThe town has 3 bridges.\nJoke: it has 4 ferries.\n"
BRIEF = """\
# Our brief
title: A title   # a comment stays
summary: A summary.
actors:
  - {id: bob, name: Bob Ray, kind: person, existence: verified}
sources:
  - id: s
    file: s.txt
    title: S
    kind:  # check
    published: 2026-02-01
    segments:
      - {lines: 3, kind: satire}
"""


def drafter(body: str, published: date | None, segments: Sequence[Segment] | None) -> Draft:
    """Finds Ann Lee’s words, and a figure in each line that has a digit."""
    start = body.index("“")
    quote = Quote(start, body.index("”") + 1, "“We close,”", Speaker(0, 1, "x", "ann-lee"))
    figures = tuple(Figure(at, at + 1, body[at], int(body[at]), "bridges", None) for at in (body.index("3 b"), body.index("4 f")))
    return Draft((), (quote,), (), (Actor("ann-lee", "Ann Lee", "person"),), (), figures, (), ())


def desk(brief: str = BRIEF, others: Mapping[str, str] = {}, draft: object = drafter) -> Proposed:
    """What is proposed for a brief of the one source, among other briefs."""
    folder = Folder("x", "briefs/x", {"brief.yml": brief.encode(), "sources/s.txt": BODY.encode()}, {})
    rest = [Folder(slug, f"briefs/{slug}", {"brief.yml": text.encode()}, {}) for slug, text in others.items()]
    return propose(folder, Others.of(rest, {}, "briefs", Policy()), draft, DAY)  # type: ignore[arg-type]


def test_proposals_stand_below_what_was_there() -> None:
    """The file keeps all that it held, byte for byte; the new items bear the mark."""
    body = desk().body
    assert body.replace(body[body.index("\n  - id: ann-lee") : body.index("sources:")], "\n").startswith(BRIEF)
    assert body.count("draft: true") == 3
    assert "text: We close\n" in body
    assert "text: The town has 3 bridges.\n" in body


def test_what_stands_in_a_segment_of_jokes_is_not_proposed() -> None:
    """The segments in brief.yml decide what may be cited."""
    assert "4 ferries" not in desk().body
    assert "4 ferries" in desk(BRIEF.replace("kind: satire", "kind: report")).body


def test_a_second_draft_adds_nothing() -> None:
    """Drafting again proposes nothing that is there, whether it bears the mark or has been accepted."""
    body = desk().body
    for brief in (body, body.replace("    draft: true\n", "")):
        again = desk(brief)
        assert (again.body, again.proposals) == (brief, ())


def test_a_known_actor_speaks_under_the_known_id() -> None:
    """Somebody who is in the brief by name or alias is not proposed again."""
    proposed = desk(BRIEF.replace("name: Bob Ray,", "name: Bob Ray, aliases: [ANN LEE],"))
    assert "speaker: bob\n" in proposed.body
    assert "ann-lee" not in {one.data.get("id") for one in proposed.proposals}


def test_the_ids_of_other_briefs_are_not_taken() -> None:
    """An actor whose id stands in another brief gets one of its own."""
    other = "title: T\nsummary: S.\nactors:\n  - {id: ann-lee, name: Another Ann Lee, kind: person}\n"
    assert "  - id: x-ann-lee\n" in desk(others={"y": other}).body


def test_a_source_without_a_kind_is_read_as_a_report() -> None:
    """A kind that nobody has decided does not stop the drafting, stays undecided, and is named."""
    proposed = desk()
    assert proposed.undecided == ("s",)
    assert "kind:  # check\n" in proposed.body
    assert desk(BRIEF.replace("kind:  # check", "kind: report")).undecided == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sources:\n  - id: s\n    file: s.txt\n", "sources:\n  - kind: report\n    id: s\n    file: s.txt\n"),
        ("sources:\n  - {id: s, kind: }\n  - {id: t}\n", "sources:\n  - {id: s, kind: report }\n  - {kind: report, id: t}\n"),
        ("sources: [x]\n", "sources: [x]\n"),
        ("title: T\n", "title: T\n"),
    ],
)
def test_kinds_are_put_in_for_reading(written: str, read: str) -> None:
    """The stand-in goes into block and flow mappings, and nowhere else."""
    assert with_kinds(Text("x", written))[0].body == read


def test_what_our_checks_refuse_is_not_proposed() -> None:
    """Words outside of quotation marks are no quote, and their speaker is not needed."""

    def wrong(body: str, published: date | None, segments: Sequence[Segment] | None) -> Draft:
        start = body.index("The town")
        quote = Quote(start - 1, start + 9, "The town ", Speaker(0, 1, "x", "ann-lee"))
        return Draft((), (quote,), (), (Actor("ann-lee", "Ann Lee", "person"),), (), (), (), ())

    assert desk(draft=wrong).proposals == ()


def test_a_source_that_cannot_be_read_is_named() -> None:
    """The others are drafted, and the one whose file is missing is not passed over in silence."""
    proposed = desk(BRIEF + "  - {id: gone, file: gone.txt, title: G, kind: report}\n")
    assert (proposed.read, proposed.unread) == (("s",), ("gone",))
    assert len(proposed.proposals) == 3


def test_a_brief_that_cannot_be_read_says_why() -> None:
    """Broken YAML and bytes that are no text are findings or an error in words; nothing is proposed."""
    with pytest.raises(BriefFileError, match="line 1"):
        desk("title: [\n")
    folder = Folder("x", "briefs/x", {"brief.yml": b"\xff"}, {})
    (finding,) = propose(folder, Others.of([], {}, "briefs", Policy()), drafter, DAY).findings
    assert finding.code == "B101"
