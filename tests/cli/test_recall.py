"""`briefs check` recalls what it said where nothing has changed, and only there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.doors.cli import run_check
from generator.engine import recall
from tests.cli.conftest import Run

BRIEF = "briefs/first-brief/brief.yml"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One entry for each time that a publication was checked indeed."""
    made: list[None] = []
    report = run_check.report

    def counted(*arguments: object, **named: object) -> recall.Answer:
        made.append(None)
        return report(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(run_check, "report", counted)
    return made


def test_an_unchanged_publication_is_checked_once(publication: Path, run: Run, checks: list[None]) -> None:
    """The second of two equal commands says the same with the same exit status, without checking anything."""
    path = publication / BRIEF
    path.write_text(path.read_text(encoding="utf-8").replace("quote: the Old", "quote: the New"), encoding="utf-8")
    first, second = run("check"), run("check")
    assert (first.output, first.exit_code) == (second.output, second.exit_code)
    assert first.exit_code == 1
    assert len(checks) == 1


def _append(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def _exchange_a_letter(root: Path) -> None:
    path = root / BRIEF
    path.write_bytes(path.read_bytes().replace(b"Old", b"old", 1))


def _add_file(root: Path) -> None:
    (root / "briefs/first-brief/media").mkdir()
    (root / "briefs/first-brief/media/a.png").write_bytes(b"")


def _rename_brief(root: Path) -> None:
    (root / "briefs/first-brief").rename(root / "briefs/second-brief")


def _link_a_folder(root: Path) -> None:
    (root / "briefs/linked").symlink_to("first-brief")


def _lead_out(root: Path) -> None:
    source = root / "briefs/first-brief/sources/press-release.txt"
    source.rename(root.parent / "outside.txt")
    source.symlink_to(root.parent / "outside.txt")


def _empty(root: Path) -> None:
    (root / "briefs/first-brief/article.md").write_bytes(b"")


def _remove(root: Path) -> None:
    (root / "briefs/first-brief/article.md").unlink()


def _move_between_files(root: Path) -> None:
    """Of two files that follow each other, the end of the first becomes the beginning of the second."""
    article, brief = root / "briefs/first-brief/article.md", root / "briefs/first-brief/brief.yml"
    words = article.read_bytes()
    article.write_bytes(words[:-1])
    brief.write_bytes(words[-1:] + brief.read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        _append(BRIEF),
        _append("briefs/first-brief/sources/press-release.txt"),
        _append("briefs/first-brief/article.md"),
        _append("mkdocs.yml"),
        _exchange_a_letter,
        _add_file,
        _append("briefs/actors.yml"),
        _rename_brief,
        _link_a_folder,
        _lead_out,
        _empty,
        _remove,
        _move_between_files,
    ],
)
def test_any_change_of_a_file_asks_for_a_new_check(publication: Path, run: Run, checks: list[None], change: Callable[[Path], None]) -> None:
    """After a change to any file or link that a check looks at, it is made again."""
    (publication / "briefs/actors.yml").write_text("actors:\n", encoding="utf-8")
    assert "in 1 brief" in run("check").output
    change(publication)
    run("check")
    assert len(checks) == 2


def test_an_edit_while_a_check_runs_asks_for_a_new_one(
    publication: Path, run: Run, checks: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found in files that change meanwhile is not kept as an answer about the changed ones."""
    report = run_check.REPORTS["text"]

    def late(*arguments: Any) -> str:
        _append(BRIEF)(publication)
        return report(*arguments)

    monkeypatch.setitem(run_check.REPORTS, "text", late)
    run("check")
    monkeypatch.setitem(run_check.REPORTS, "text", report)
    run("check")
    run("check")
    assert len(checks) == 2


def test_two_configurations_in_one_folder_are_two_questions(publication: Path, run: Run) -> None:
    """What is said of one mkdocs.yml is not believed of another beside it, however alike they are."""
    config = publication / "mkdocs.yml"
    (publication / "other.yml").write_bytes(config.read_bytes())
    same = run("check").output
    assert run("-f", "other.yml", "check").output == same
    (publication / "other.yml").write_text(config.read_text(encoding="utf-8") + "exclude_docs: first-brief/\n", encoding="utf-8")
    assert run("-f", "other.yml", "check").output != same
    assert run("check").output == same


def test_options_and_the_day_are_part_of_the_question(
    publication: Path, run: Run, checks: list[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another format, another strictness, another brief or another day is another question."""
    for words in (("check",), ("check", "--strict"), ("check", "--format", "json"), ("check", "--accepted"), ("check", "first-brief")):
        run(*words)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    run("check")
    assert len(checks) == 6


@pytest.mark.parametrize(("epoch", "made"), [("1770735599", 1), ("1770735600", 2), ("1770649200", 1), ("1770649199", 2)])
def test_an_answer_is_for_a_day_in_the_publications_zone(
    publication: Path, run: Run, checks: list[None], monkeypatch: pytest.MonkeyPatch, epoch: str, made: int
) -> None:
    """From the first second of the day to its last an answer is recalled, whatever day it is elsewhere."""
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("accent:", "timezone: Asia/Tokyo\n      accent:"), encoding="utf-8")
    run("check")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    run("check")
    assert len(checks) == made


def test_another_program_or_package_asks_for_a_new_check(
    publication: Path, run: Run, checks: list[None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What an older version of the program, of a package beside it or of Python has said is not believed."""
    run("check")
    package = tmp_path / "package"
    package.mkdir()
    (package / "rule.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(recall, "PACKAGE", package)
    run("check")
    site_packages = tmp_path / "site-packages"
    (site_packages / "yaml-7.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(recall, "INSTALLED", site_packages)
    run("check")
    monkeypatch.setattr(recall.sys, "version", "4.0")
    run("check")
    run("check")
    assert len(checks) == 4


@pytest.mark.parametrize("line", ["INHERIT: other.yml\n", "copyright: !ENV [OWNER, nobody]\n"])
def test_a_configuration_that_reads_more_is_always_checked(publication: Path, run: Run, checks: list[None], line: str) -> None:
    """Where mkdocs.yml takes something from another file or the environment, nothing is recalled."""
    (publication / "other.yml").write_text("site_description: Birds\n", encoding="utf-8")
    path = publication / "mkdocs.yml"
    path.write_text(line + path.read_text(encoding="utf-8"), encoding="utf-8")
    run("check")
    run("check")
    assert len(checks) == 2


def _plant(answer: str) -> Callable[[Path], None]:
    """As somebody else would, who knows how answers are kept: with the right digest, in the right place, without the secret."""

    def change(kept: Path) -> None:
        content = json.loads(kept.read_bytes()[32:])
        content["answer"] = {"output": answer, "status": 0}
        forged = json.dumps(content).encode()
        kept.write_bytes(hashlib.sha256(forged).digest() + forged)

    return change


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: kept.write_bytes(b"{"),
        lambda kept: kept.write_bytes(b"[" * 1_000_000),
        lambda kept: kept.write_bytes(b"\0" * 32 + b"[" * 1_000_000),
        lambda kept: (kept.unlink(), kept.symlink_to("/etc/passwd")),
        _plant("no findings in 1 briefs"),
    ],
    ids=["no JSON", "deep JSON", "deep JSON, sealed with nothing", "a link", "planted"],
)
def test_a_spoilt_memory_is_no_matter(publication: Path, run: Run, checks: list[None], spoil: Callable[[Path], None]) -> None:
    """A kept answer that is damaged or forged is made again, and a planted one never hides what is wrong."""
    path = publication / BRIEF
    path.write_text(path.read_text(encoding="utf-8").replace("quote: the Old", "quote: the New"), encoding="utf-8")
    said = run("check").output
    assert "B302" in said
    (kept,) = (publication / ".cache/answers").glob("*/*")
    spoil(kept)
    assert run("check").output == said
    assert len(checks) == 2


def test_without_a_cache_nothing_is_recalled(publication: Path, run: Run, checks: list[None], monkeypatch: pytest.MonkeyPatch) -> None:
    """`--no-cache` and the variable neither read nor write what is kept, and end with their command."""
    run("check", "--no-cache")
    monkeypatch.setenv("BRIEFS_NO_CACHE", "1")
    run("check")
    assert not (publication / ".cache").exists()
    monkeypatch.delenv("BRIEFS_NO_CACHE")
    run("check")
    run("check", "--no-cache")
    assert len(checks) == 4
    run("check")
    assert len(checks) == 4
