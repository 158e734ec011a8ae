"""Drafting a brief: what editors have decided is remembered beside it, and nothing that they save is lost."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.desk import draft as desk
from generator.desk.check import check
from generator.desk.decide import reject
from generator.desk.draft import draft, draft_files, parser_of
from generator.desk.publication import Publication
from generator.drafting.draft import draft_text
from generator.drafting.engine import DEFAULT_MODEL, NoModelError, Parser
from generator.errors import PublicationError
from generator.items import ItemRef
from generator.proposing.propose import Proposed


def drafted(publication: Publication, *, again: bool = False) -> Proposed:
    """Draft the brief `bridges` by rules alone."""
    return draft(publication, "bridges", None, again=again)


def remembered(brief: Path) -> dict[str, bool]:
    """What decisions.yml knows, and whether it was rejected."""
    found = yaml.safe_load(brief.with_name("decisions.yml").read_text(encoding="utf-8"))["proposals"]
    return {f"{one['kind']}:{one['id']}": "rejected" in one for one in found}


def without(brief: Path, key: str) -> None:
    """An editor removes a whole list of the brief."""
    lines = brief.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index(f"{key}:\n")
    end = next((at for at in range(start + 1, len(lines)) if lines[at][0] not in " \n"), len(lines))
    brief.write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")


def edited(brief: Path, *changes: tuple[str, str]) -> None:
    """An editor changes words of the brief."""
    text = brief.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    brief.write_text(text, encoding="utf-8")


def test_proposals_are_remembered(publication: Publication, brief: Path) -> None:
    """All that is proposed stands in decisions.yml, but for actors; a second draft writes nothing."""
    keys = {one.key for one in drafted(publication).proposals}
    assert keys == {"actors", "quotes", "facts", "questions", "timeline"}
    assert {name.partition(":")[0] for name in remembered(brief)} == {"quote", "fact", "question", "event"}
    assert not any(remembered(brief).values())
    before = {path: path.stat().st_mtime_ns for path in brief.parent.rglob("*")}
    assert drafted(publication).proposals == ()
    assert {path: path.stat().st_mtime_ns for path in brief.parent.rglob("*")} == before


def test_decisions_stand_in_an_order_of_their_own(publication: Publication, brief: Path) -> None:
    """What is proposed later stands among what was before, by source and kind; no line that was there changes."""
    drafted(publication)
    path = brief.with_name("decisions.yml")
    before = path.read_text(encoding="utf-8").splitlines()
    (brief.parent / "sources/b.txt").write_text("The club has 9 boats on the lake.\n", encoding="utf-8")
    edited(brief, ("sources:\n", "sources:\n  - {id: b, file: b.txt, title: B, kind: report}\n"))
    drafted(publication)
    after = path.read_text(encoding="utf-8").splitlines()
    (new,) = (line for line in after if line not in before)
    assert "source: b" in new
    assert (after.index(new), [line for line in after if line != new]) == (before.index("proposals:") + 1, before)


def test_what_an_editor_removes_does_not_come_back(publication: Publication, brief: Path) -> None:
    """Not even without the cache, from another checkout; until somebody asks for it again."""
    drafted(publication)
    for key in ("quotes", "facts", "timeline", "actors"):
        without(brief, key)
    body = brief.read_text(encoding="utf-8")
    for _ in range(2):
        shutil.rmtree(publication.root / ".cache", ignore_errors=True)
        proposed = drafted(publication)
        assert (proposed.proposals, brief.read_text(encoding="utf-8")) == ((), body)
        assert proposed.removed == 4
    assert [name for name, is_rejected in remembered(brief).items() if not is_rejected] == ["question:known-why-boats-sank"]
    assert len(drafted(publication, again=True).proposals) == 5
    assert not any(remembered(brief).values())


@pytest.mark.parametrize(
    "changes",
    [
        [("    draft: true\n", "")],
        [("id: town-", "id: bridges-"), ("    draft: true\n", "")],
        [("quote: The town has 3 bridges over the river.", "quote: the club counted 30 boats")],
    ],
    ids=["accepted", "accepted under another id", "on other words"],
)
def test_what_an_editor_keeps_was_not_rejected(publication: Publication, brief: Path, changes: list[tuple[str, str]]) -> None:
    """An item that stands under its id, or on its words, is neither rejected nor proposed again."""
    drafted(publication)
    edited(brief, *changes)
    assert drafted(publication).proposals == ()
    assert not any(remembered(brief).values())


def test_what_comes_back_by_hand_was_not_rejected(publication: Publication, brief: Path) -> None:
    """Whoever takes back the removal of an item has not rejected it."""
    drafted(publication)
    body = brief.read_text(encoding="utf-8")
    without(brief, "questions")
    drafted(publication)
    assert [name for name, is_rejected in remembered(brief).items() if is_rejected] == ["question:known-why-boats-sank"]
    brief.write_text(body, encoding="utf-8")
    drafted(publication)
    assert not any(remembered(brief).values())


def test_what_an_editor_writes_into_decisions_stays(publication: Publication, brief: Path) -> None:
    """Comments and layout of decisions.yml outlive what the program writes into it."""
    drafted(publication)
    path = brief.with_name("decisions.yml")
    mine = (
        path.read_text(encoding="utf-8")
        .replace("proposals:\n", "proposals:  # mine\n  # the boats\n")
        .replace("river.}", "river.}  # why?")
    )
    path.write_text(mine, encoding="utf-8")
    without(brief, "facts")
    without(brief, "timeline")
    drafted(publication)
    after = path.read_text(encoding="utf-8")
    assert after.replace("rejected: 2026-02-10, ", "") == mine
    assert after.count("rejected: ") == 3


def test_broken_decisions_are_findings(publication: Publication, brief: Path) -> None:
    """A decisions.yml that cannot be read is found by `check` at its line, and keeps a draft from making what was rejected."""
    path = brief.with_name("decisions.yml")
    path.write_text("proposals:\n  - {kind: opinion, id: x}\n", encoding="utf-8")
    before = brief.read_bytes()
    found = drafted(publication).findings
    assert {(finding.span.path, finding.span.line) for finding in found} == {("briefs/bridges/decisions.yml", 2)}
    assert {finding.code for finding in check(publication, ["bridges"]).findings} >= {finding.code for finding in found}
    assert brief.read_bytes() == before


def saving(brief: Path, monkeypatch: pytest.MonkeyPatch, *, times: int) -> None:
    """An editor saves the brief while it is being drafted, some times over."""
    propose: Callable[..., Proposed] = desk.propose
    left = list(range(times))

    def slowly(*arguments: Any, **named: Any) -> Proposed:
        proposed = propose(*arguments, **named)
        if left:
            edited(brief, ("# to be written", f"# to be written, {left.pop()}"))
        return proposed

    monkeypatch.setattr(desk, "propose", slowly)


def test_what_is_saved_meanwhile_is_kept(publication: Publication, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that takes its time goes on from what an editor has saved meanwhile, without reading the sources again."""
    saving(brief, monkeypatch, times=2)
    read: list[str] = []
    monkeypatch.setattr(desk, "draft_text", lambda body, *rest: read.append(body) or draft_text(body, *rest))  # type: ignore[func-returns-value]
    assert drafted(publication).proposals
    assert len(read) == 1
    text = brief.read_text(encoding="utf-8")
    assert "# to be written, 0, 1\n" in text
    assert text.count("draft: true") == 6
    assert len(remembered(brief)) == 5


def test_a_draft_gives_way_to_an_editor(publication: Publication, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the brief never comes to rest, nothing is proposed, and that is said."""
    saving(brief, monkeypatch, times=100)
    with pytest.raises(PublicationError, match=r"briefs/bridges/brief\.yml: is being changed"):
        drafted(publication)
    assert "draft: true" not in brief.read_text(encoding="utf-8")
    assert not brief.with_name("decisions.yml").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_what_two_people_decide(publication: Publication, brief: Path, tmp_path: Path) -> None:
    """Two rejections of things that are not neighbours meet without a conflict, and both count."""
    drafted(publication)
    path = brief.with_name("decisions.yml")
    base, texts = path.read_bytes(), {}
    body = brief.read_bytes()
    for name, ref in (("ours", ItemRef("quote", "ann-lee-close-bridge")), ("theirs", ItemRef("question", "known-why-boats-sank"))):
        brief.write_bytes(body)
        path.write_bytes(base)
        assert not reject(publication, "bridges", ref).refused
        texts[name] = path.read_bytes()
    for name, content in {**texts, "base": base}.items():
        (tmp_path / name).write_bytes(content)
    merged = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, check=True).stdout
    path.write_bytes(merged)
    assert {name for name, is_rejected in remembered(brief).items() if is_rejected} == {
        "quote:ann-lee-close-bridge", "question:known-why-boats-sank",
    }  # fmt: skip


def test_the_default_model_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it rules draft, and a note says so; a model that is asked for by name must be there."""

    def missing(name: str) -> Parser:
        raise NoModelError(f"no {name}")

    monkeypatch.setattr(desk, "load_parser", missing)
    parser, note = parser_of(None)
    assert (parser, note.startswith(f"no {DEFAULT_MODEL}; ")) == (None, True)
    with pytest.raises(PublicationError, match="no mine"):
        parser_of("mine")


def test_bare_texts_are_drafted(tmp_path: Path) -> None:
    """Files give records, and one that cannot be read a reason; no publication is needed."""
    (tmp_path / "a.txt").write_text("“We came late,” said Ann Lee.\n", encoding="utf-8")
    good, bad = draft_files([str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")], None)
    assert good.record is not None
    assert [quote["text"] for quote in good.record["quotes"]] == ["“We came late,”"]
    assert (bad.record, bad.problem) == (None, "No such file or directory")
