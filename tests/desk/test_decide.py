"""Accepting and rejecting proposals: the rest of brief.yml stays, and rejections are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.desk.check import check
from generator.desk.decide import accept, merged, reject
from generator.desk.draft import draft
from generator.desk.publication import Publication
from generator.errors import PublicationError, WrongUsageError
from generator.items import Decision, Decisions, ItemRef

FACT = ItemRef("fact", "4-2024-club-counted-30-boats")
QUOTE = ItemRef("quote", "ann-lee-close-bridge")
QUESTION = ItemRef("question", "known-why-boats-sank")


@pytest.fixture
def drafted(publication: Publication, brief: Path) -> Path:
    """The brief.yml with its proposals, and an editor's comments in it."""
    draft(publication, "bridges", None)
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("said: 2024-05-03\n", "said: 2024-05-03  # a Friday\n    # ask her\n"), encoding="utf-8")
    return brief


def rejected(brief: Path) -> list[str]:
    """What decisions.yml says was rejected."""
    found = yaml.safe_load(brief.with_name("decisions.yml").read_text(encoding="utf-8"))["proposals"]
    return [f"{one['kind']}:{one['id']}" for one in found if "rejected" in one]


def test_accepting_takes_one_line_away(publication: Publication, drafted: Path) -> None:
    """The mark of the item goes; every other byte of the brief and of its decisions stays."""
    before, decisions = drafted.read_text(encoding="utf-8"), drafted.with_name("decisions.yml").read_bytes()
    decided = accept(publication, "bridges", FACT)
    assert decided.change is not None
    assert [line for line in decided.change.difference().splitlines()[2:] if line[0] in "+-"] == ["-    draft: true"]
    after = drafted.read_text(encoding="utf-8")
    assert after == decided.change.body
    assert after.count("draft: true") == before.count("draft: true") - 1
    assert "draft" not in next(fact for fact in yaml.safe_load(after)["facts"] if fact["id"] == FACT.key)
    assert drafted.with_name("decisions.yml").read_bytes() == decisions


def test_rejecting_takes_the_item_out(publication: Publication, drafted: Path) -> None:
    """The item goes with the comments in it, and a draft does not bring it back."""
    before = drafted.read_text(encoding="utf-8")
    assert reject(publication, "bridges", QUOTE).change
    after = drafted.read_text(encoding="utf-8")
    start = before.index("  - id: ann-lee-close-bridge")
    assert after == before[:start] + before[before.index("\nfacts:") :]
    assert "a Friday" not in after
    assert rejected(drafted) == ["quote:ann-lee-close-bridge"]
    assert draft(publication, "bridges", None).proposals == ()
    assert drafted.read_text(encoding="utf-8") == after


def test_what_others_need_is_not_rejected(publication: Publication, drafted: Path) -> None:
    """The fact of an event and the speaker of a quote stay until these are decided; the findings say where they are named."""
    before = drafted.read_bytes()
    for ref, blamed in ((FACT, ItemRef("event", "1")), (ItemRef("actor", "ann-lee"), QUOTE)):
        decided = reject(publication, "bridges", ref)
        assert decided.change is None
        assert [(finding.code, finding.item) for finding in decided.refused] == [("B201", blamed)]
    assert drafted.read_bytes() == before
    assert rejected(drafted) == []
    for ref in (ItemRef("event", "1"), FACT, QUOTE, ItemRef("actor", "ann-lee")):
        assert not reject(publication, "bridges", ref).refused
    assert rejected(drafted) == [str(QUOTE), str(FACT), f"event:{FACT.key}"]
    assert not {finding.code for finding in check(publication, ["bridges"]).findings} & {"B201", "B203"}


def test_a_rejection_of_what_nobody_remembers(publication: Publication, drafted: Path) -> None:
    """A proposal of before decisions.yml is remembered by the words that it cites."""
    drafted.with_name("decisions.yml").unlink()
    reject(publication, "bridges", QUESTION)
    assert rejected(drafted) == [str(QUESTION)]
    assert not {one.key for one in draft(publication, "bridges", None).proposals} & {"questions"}


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        (ItemRef("fact", "gone"), "there is no fact:gone"),
        (ItemRef("event", "2"), "there is no event:2"),
        (ItemRef("source", "s"), "there is no source:s"),
        (FACT, "is no proposal"),
    ],
)
def test_what_is_no_proposal_is_not_decided(publication: Publication, drafted: Path, ref: ItemRef, said: str) -> None:
    """What is not there, and what has been accepted, can be neither accepted nor rejected."""
    accept(publication, "bridges", FACT)
    before = drafted.read_bytes()
    for decide in (accept, reject):
        with pytest.raises(WrongUsageError, match=said):
            decide(publication, "bridges", ref)
    assert drafted.read_bytes() == before


def test_a_broken_file_is_not_decided_on(publication: Publication, drafted: Path) -> None:
    """Where brief.yml or decisions.yml cannot be read nothing is written, and why is said."""
    before = drafted.read_bytes()
    drafted.with_name("decisions.yml").write_text("proposals: [", encoding="utf-8")
    assert [finding.code for finding in reject(publication, "bridges", QUOTE).refused] == ["B102"]
    assert drafted.read_bytes() == before
    drafted.write_text("title: [", encoding="utf-8")
    with pytest.raises(PublicationError, match=r"briefs/bridges/brief\.yml: line 1"):
        accept(publication, "bridges", QUOTE)


def decision(name: str, rejected: str | None = None) -> Decision:
    """A decision on a fact."""
    return Decision.model_validate(
        {"kind": "fact", "id": name, "source": "s", "words": name, "proposed": "2026-01-01", "rejected": rejected}
    )


def test_what_two_programs_decide_at_once() -> None:
    """What one writes while another decides stays, and so does what the other decides."""
    old = Decisions(proposals=(decision("a"), decision("c")))
    now = Decisions(proposals=(decision("a", "2026-02-01"), decision("b"), decision("c")))
    new = Decisions(proposals=(decision("a"), decision("c", "2026-02-02"), decision("d")))
    assert merged(now, old, new).proposals == (
        decision("a", "2026-02-01"), decision("b"), decision("c", "2026-02-02"), decision("d"),
    )  # fmt: skip
