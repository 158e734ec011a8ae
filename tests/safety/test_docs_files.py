"""Below docs_dir only what somebody meant to publish goes out, and what stays behind is told of."""

from __future__ import annotations

import os
import re
import socket
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from pathspec import GitIgnoreSpec

from generator.desk.publication import Publication
from generator.engine.configuration import Configuration
from generator.engine.docs_files import is_of_theme, read_page
from generator.items.settings import Settings
from generator.library.library import Site
from generator.text.finding import Severity

BRIEF = "title: x\nsummary: y\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n"


def publication(root: Path, *also: str) -> Publication:
    """A publication with one brief, and an ordinary page and image beside it."""
    made = Publication(Configuration(root, root / "briefs", Site("Site", "", "en"), Settings(publish_also=also)))
    for path in ("x/sources/s.txt", "x/decisions.yml", "x/notes.docx", "actors.yml", "index.md", "img/dot.png"):
        write(made, path)
    write(made, "x/brief.yml", BRIEF)
    return made


def write(made: Publication, path: str, text: str = "") -> None:
    """Put a file below docs_dir."""
    (made.docs / path).parent.mkdir(parents=True, exist_ok=True)
    (made.docs / path).write_text(text, encoding="utf-8")


def found(made: Publication) -> dict[str, str]:
    """The codes that are told of files, by path; all of them in a survey, too."""
    findings = made.docs_files().findings
    assert set(findings) <= set(made.survey().shared_findings)
    return {finding.span.path.removeprefix("briefs/"): finding.code for finding in findings}


def test_pages_and_assets_are_published(tmp_path: Path) -> None:
    """Pages, images, the names that hosts ask for: published without a word; a brief's own files and shared ones are neither."""
    made = publication(tmp_path)
    for path in ("CNAME", "robots.txt", "deeper/PAGE.MD", "style.css", "paper.pdf"):
        write(made, path)
    assert made.docs_files().published == {"index.md", "img/dot.png", "CNAME", "robots.txt", "deeper/PAGE.MD", "style.css", "paper.pdf"}
    assert found(made) == {}


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["deep/er/brief.yml", "deep/er/article.md", "deep/er/media/a.png"], "deep/er"),
        (["y/brief.yaml", "y/article.md"], "y"),
        (["y/sources/page.md", "y/sources/original/page.html", "y/media/a.png"], "y"),
        (["y/Sources/page.md"], "y"),
        (["y/Brief.yml", "y/article.md"], "y"),
        (["y/brief.YAML", "y/article.md"], "y"),
        (["y/brief.yml.bak", "y/article.md"], "y"),
        (["y/brief (1).yml", "y/article.md"], "y"),
        (["y/.brief.yml.swp", "y/article.md"], "y"),
        (["y/old-brief.yml", "y/article.md"], "y"),
        (["y/decisions.yml", "y/article.md"], "y"),
        (["actors.yaml"], "actors.yaml"),
        (["secrets.txt"], "secrets.txt"),
        (["index.md~"], "index.md~"),
        (["page.md.bak"], "page.md.bak"),
        ([".index.md.swp"], ".index.md.swp"),
        (["page.orig"], "page.orig"),
        ([".DS_Store"], ".DS_Store"),
        ([".env"], ".env"),
        ([".git/config", ".git/refs/head.md"], ".git"),
    ],
)
def test_the_rest_is_told_of(tmp_path: Path, paths: list[str], told: str) -> None:
    """Whatever else is there stays behind, and one finding says how to publish it: the setting that it names does, and ends the finding."""
    made = publication(tmp_path)
    for path in paths:
        write(made, path)
    assert made.docs_files().published == {"index.md", "img/dot.png"}
    assert found(made) == {told: "B209"}
    named = publication(tmp_path, f"{told}/**" if (made.docs / told).is_dir() else told)
    assert named.docs_files().published == {"index.md", "img/dot.png", *paths}
    assert found(named) == {}


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.txt", "s.txt", "sources/", "*"])
def test_a_kind_of_files_is_not_published_out_of_closed_folders(tmp_path: Path, pattern: str) -> None:
    """The sources of a brief that is not written yet, and what is hidden, are published where a pattern names their place only."""
    made = publication(tmp_path, pattern)
    write(made, "y/sources/s.txt")
    write(made, ".hidden/s.txt")
    write(made, "open/s.txt")
    assert not {"y/sources/s.txt", ".hidden/s.txt"} & made.docs_files().published
    assert ("open/s.txt" in made.docs_files().published) == (pattern != "sources/")
    named = publication(tmp_path, "y/**", "!s.txt")
    write(named, "y/page.md")
    assert "y/page.md" in named.docs_files().published
    assert "y/sources/s.txt" not in named.docs_files().published


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("deep/er/brief.yml", "move it up, for a brief's folder stands directly in briefs/"),
        ("y/brief.yaml", "call brief.yaml brief.yml"),
        ("y/Brief.yml", "call Brief.yml brief.yml"),
        ("y/sources/s.txt", "write its brief.yml"),
    ],
)
def test_a_folder_that_is_no_brief_yet_is_told_what_it_lacks(tmp_path: Path, path: str, fix: str) -> None:
    """With what makes it a brief or publishes it; of folders in a brief nothing is said, and a hidden one is told of once."""
    made = publication(tmp_path)
    for each in (path, "x/inner/brief.yml", ".hidden/inner/sources/s.txt"):
        write(made, each)
    (hidden, told) = sorted(made.docs_files().findings, key=lambda finding: str(finding.span.path))
    folder = path.removesuffix("/sources/s.txt").lower().rpartition("/brief")[0] or "y"
    assert (str(hidden.span.path), str(told.span.path)) == ("briefs/.hidden", f"briefs/{folder}")
    assert told.fix == f'{fix}, or publish it: `publish_also: ["{folder}/**"]` in the plugin’s settings'


@pytest.mark.parametrize("name", ["brief.yml", "brief.yaml", "Brief.yml"])
def test_a_brief_without_a_folder_of_its_own(tmp_path: Path, name: str) -> None:
    """Nothing of a brief that stands in docs_dir itself is published, ordinary pages beside it are; one finding says where to put it."""
    made = publication(tmp_path)
    for path in (name, "article.md", "sources/page.md", "media/a.png", "releases/2026-01-01.md"):
        write(made, path)
    assert made.docs_files().published == {"index.md", "img/dot.png"}
    assert found(made) == {name: "B209"}
    (told,) = made.docs_files().findings
    assert told.fix == "make a folder for it and what belongs to it: briefs/…/brief.yml"


@pytest.mark.parametrize("name", ["article.md", "decisions.yml"])
def test_a_folder_by_the_name_of_a_briefs_file(tmp_path: Path, name: str) -> None:
    """It is told of, for nothing is read of it."""
    made = publication(tmp_path)
    (made.docs / "x" / name).unlink(missing_ok=True)
    write(made, f"x/{name}/page.md")
    write(made, f"y/{name}/page.md")  # an ordinary folder
    assert found(made)[f"x/{name}"] == "B211"
    assert f"y/{name}" not in found(made)


@pytest.mark.parametrize("name", ["debrief.yml", "briefs.yml", "briefing.yml.md", "resources", "brief.md"])
def test_other_names_close_no_folder(tmp_path: Path, name: str) -> None:
    """What only begins or ends like the name of a brief's file is none of it."""
    made = publication(tmp_path)
    write(made, f"y/{name}/a.md" if "." not in name else f"y/{name}")
    write(made, "y/page.md")
    assert "y/page.md" in made.docs_files().published


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """Its place is told as far as it can be said, and nothing of it is published."""
    made = publication(tmp_path)
    (made.docs / os.fsdecode(b"caf\xe9.md")).touch()
    (told,) = made.docs_files().findings
    assert (told.code, told.severity, told.fix) == ("B122", Severity.ERROR, "rename it")
    assert made.docs_files().published == {"index.md", "img/dot.png"}


def test_names_that_editors_leave_behind(tmp_path: Path) -> None:
    """Backups are told of by the way, each by its ending; a shared file by a wrong name is told its right one."""
    made = publication(tmp_path)
    for ending in ("~", ".bak", ".swp", ".swo", ".orig", ".rej", ".tmp"):
        write(made, f"page{ending}")
    assert {finding.severity for finding in made.docs_files().findings} == {Severity.INFO}
    assert len(found(made)) == 7
    for name in ("actors", "glossary", "topics"):
        other = publication(tmp_path / name)
        write(other, f"{name}.yaml")
        assert [finding.fix for finding in other.docs_files().findings] == [f"call it {name}.yml"]


def test_no_setting_publishes_a_briefs_folder(tmp_path: Path) -> None:
    """What goes out of a brief's folder is decided by its brief.yml, and shared files are data."""
    assert publication(tmp_path, "*").docs_files().published == {"index.md", "img/dot.png"}


def test_what_the_publisher_excludes_is_not_told_of(tmp_path: Path) -> None:
    """MkDocs's own `exclude_docs` says enough, and a folder `templates` it leaves alone by itself."""
    made = publication(tmp_path)
    write(made, "secrets.txt")
    write(made, "templates/page.md")
    write(made, "templates/deep/page.txt")
    made.configuration = replace(made.configuration, excluded=GitIgnoreSpec.from_lines(["secrets.*"]))
    assert found(made) == {}
    assert made.docs_files().published == {"index.md", "img/dot.png"}


def test_drafts_of_pages_are_looked_at(tmp_path: Path) -> None:
    """What `draft_docs` names is shown in a preview, so that it counts here, too: what would not be published then is told of."""
    made = publication(tmp_path)
    for path in ("draft.md", "draft.txt", ".draft/x.md"):
        write(made, path)
    made.configuration = replace(made.configuration, drafts=GitIgnoreSpec.from_lines(["draft.*", ".draft/"]))
    assert made.docs_files().published == {"index.md", "img/dot.png", "draft.md"}
    assert found(made) == {"draft.txt": "B209", ".draft": "B209"}


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("leak.md", "../../secret.md"),
        ("leak.md", "x/sources/s.md"),
        ("leak.md", "index.txt"),
        ("leak.md", "img/dot.png"),
        ("also.txt", "index.txt"),
        ("leak.png", "../.env"),
        ("x/media/leak.png", "../sources/s.txt"),
        ("x/media/leak.png", "../sources/s.png"),
        ("x/media/leak.png", "../.hidden.png"),
        ("x/media/leak.yml", "../brief.yml"),
        ("x/sources/leak.txt", "original/s.txt"),
        ("x/article.md", "../index.md"),
        ("glossary.yml", "x/brief.yml"),
        ("round.md", "round.md"),
        ("nowhere.md", "absent.md"),
    ],
)
def test_links_that_lead_astray(tmp_path: Path, link: str, target: str) -> None:
    """A link out of docs_dir, to another kind of file, in a circle or to nothing is told of, and neither read nor published."""
    made = publication(tmp_path / "site")
    for path in (
        "../../secret.md",
        "../.env",
        "index.txt",
        "x/sources/s.md",
        "x/sources/s.png",
        "x/sources/original/s.txt",
        "x/.hidden.png",
    ):
        write(made, path, "Zanzibar")
    (made.docs / link).parent.mkdir(exist_ok=True)
    (made.docs / link).symlink_to(target)
    assert found(made)[link] == "B210"
    assert link not in made.docs_files().published
    folder = made.read(made.docs / "x")
    assert link.removeprefix("x/") not in folder.files
    assert folder.media == {}
    assert "glossary.yml" not in made.shared_files()


def test_links_that_stay(tmp_path: Path) -> None:
    """A link to a page or an image that is published itself, or inside of a brief to a file of its kind, is as good as the file."""
    made = publication(tmp_path)
    (made.docs / "again.md").symlink_to("index.md")
    (made.docs / "dot.png").symlink_to("img/dot.png")
    (made.docs / "x/sources/t.txt").symlink_to("s.txt")
    assert found(made) == {}
    assert {"again.md", "dot.png"} <= made.docs_files().published
    assert "sources/t.txt" in made.read(made.docs / "x").files


@pytest.mark.parametrize("target", ["..", ".", "/", "img", "x"])
def test_no_link_leads_to_a_folder(tmp_path: Path, target: str) -> None:
    """A link to a folder, be it a circle, is an error of its own: MkDocs would walk through it."""
    made = publication(tmp_path)
    (made.docs / "around").symlink_to(target)
    assert found(made) == {"around": "B213"}
    assert [finding.code for finding in made.docs_files().walked] == ["B213"]


@pytest.mark.parametrize("folder", ["x", "y"])
def test_no_path_is_longer_than_systems_open(tmp_path: Path, folder: str) -> None:
    """What has a longer path than 1,000 bytes below docs_dir is not read, and neither is a folder looked into; all others are."""
    made = publication(tmp_path)
    deep = "/".join([folder, *["d" * 199] * 4])
    longest, beyond = f"{deep}/{'é' * 97}a.md", f"{deep}/{'é' * 98}.md"
    for path in (longest, beyond, f"{deep}/{'e' * 199}/deeper.md"):
        write(made, path)
    assert [len(path.encode()) for path in (longest, beyond)] == [1000, 1001]
    assert found(made) == {deep: "B111"}
    looked = made.docs_files()
    assert [finding.severity for finding in looked.walked] == [Severity.ERROR]
    assert {path for path in looked.published if "d" * 199 in path} == ({longest} if folder == "y" else set())  # `x` is a brief
    read = {name for name in made.read(made.docs / folder).files if "d" * 199 in name}
    assert read == {longest.removeprefix(f"{folder}/")}


def test_what_is_told_word_for_word(tmp_path: Path) -> None:
    """Of each thing that stays behind: where, how grave it is, what it is and what to do; files have no text in a finding."""
    made = publication(tmp_path)
    for path in (".env", "notes.txt", ".git/config", "actors.yaml", "deep/er/brief.yml", "exact.md", "img/.dot.png"):
        write(made, path)
    write(made, "exact.md", "x" * 2_000_000)
    write(made, "long.md", "x" * 2_000_001)
    (made.docs / "y/brief.yml").mkdir(parents=True)
    (made.docs / os.fsdecode(b"caf\xe9.md")).touch()
    os.mkfifo(made.docs / "pipe.md")
    (made.docs / "around").symlink_to("img")
    (made.docs / "astray.md").symlink_to("../secret.md")
    hidden = "hidden files and backups are not published"

    def also(path: str) -> str:
        return f'publish it: `publish_also: ["{path}"]` in the plugin’s settings'

    told = [
        ("caf\udce9.md", "B122", "ERROR", "this name is no UTF-8 text, and nothing of it is read or published", "rename it"),
        (".env", "B209", "INFO", hidden, f"remove it, or {also('.env')}"),
        (".git", "B209", "INFO", hidden, also(".git/**")),
        ("actors.yaml", "B209", "WARNING", "this is neither read nor published: it is not called actors.yml", "call it actors.yml"),
        ("around", "B213", "ERROR", "this link leads to a folder, and is not followed", "put the files themselves there"),
        (
            "astray.md", "B210", "WARNING", "this link leads out of its folder, nowhere, or to a file of another kind, and is not followed",
            "put the file itself there",
        ),
        (
            "deep/er", "B209", "WARNING", "this folder has what a brief is made of and is none: nothing of it is read or published",
            f"move it up, for a brief's folder stands directly in briefs/, or {also('deep/er/**')}",
        ),
        ("img/.dot.png", "B209", "INFO", hidden, f"remove it, or {also('img/.dot.png')}"),
        ("long.md", "B111", "ERROR", "the page has more than 2,000,000 bytes", "split it"),
        (
            "notes.txt", "B209", "WARNING", "this is no page and no asset of a known type, and is not published",
            f"{also('notes.txt')}, or move it out of briefs/",
        ),
        ("pipe.md", "B211", "WARNING", "this is a pipe, a socket or a device, and is not opened", "remove it"),
        ("y/brief.yml", "B211", "WARNING", "this is a folder by the name of a file: nothing is read of it", "rename it"),
    ]  # fmt: skip
    assert sorted(
        (finding.span.path.removeprefix("briefs/"), finding.code, finding.severity.name, finding.message, finding.fix)
        for finding in made.docs_files().findings
    ) == sorted(told)
    assert {finding.span.text.body for finding in made.docs_files().findings} == {""}
    assert made.docs_files().published == {"index.md", "img/dot.png", "exact.md"}


def test_a_pattern_of_a_folder_names_a_place_whatever_it_is_called(tmp_path: Path) -> None:
    """A slash at its end or beginning names none, one inside of it does."""
    for pattern, is_published in (("X/**", True), ("/s.txt/", False)):
        made = publication(tmp_path / str(is_published), pattern)
        write(made, "X/sources/s.txt")
        assert ("X/sources/s.txt" in made.docs_files().published) is is_published


@pytest.mark.parametrize(
    ("path", "is_ours"),
    [
        ("main.html", True), ("partials/x.html", True), ("sitemap.xml", True), ("ours.css", True), (".icons/x/y.svg", True),
        ("main.html~", False), (".main.html.swp", False), ("x/.hidden/y.html", False), (".icons/.x.svg", False), ("NOTES.md", False),
        ("notes.txt", False), ("x.HTML", False),
    ],
)  # fmt: skip
def test_a_theme_is_made_of_templates_and_assets(path: str, is_ours: bool) -> None:
    """Of the folder of a theme nothing else goes anywhere."""
    assert is_of_theme(path) is is_ours


def test_an_ordinary_page_is_read_whatever_it_holds(tmp_path: Path) -> None:
    """What is no UTF-8 in it is told of elsewhere, and of a long one no more is read than shows that."""
    (tmp_path / "page.md").write_bytes(b"caf\xe9")
    assert read_page(tmp_path / "page.md") == "caf\ufffd"
    (tmp_path / "page.md").write_bytes(b"x" * 3_000_000)
    assert len(read_page(tmp_path / "page.md")) == 2_000_001


def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe, a socket, and a folder by the name of a file are told of, and wait for nobody."""
    made = publication(tmp_path)
    os.mkfifo(made.docs / "pipe.md")
    os.mkfifo(made.docs / "x/article.md")
    os.mkfifo(made.docs / "glossary.yml")
    (made.docs / "y/brief.yml").mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(made.docs / "socket.png"))
    assert {path for path, code in found(made).items() if code == "B211"} == {
        "pipe.md", "x/article.md", "glossary.yml", "y/brief.yml", "socket.png",
    }  # fmt: skip
    assert made.docs_files().published == {"index.md", "img/dot.png"}


TABLE = """\
---
title: "a | b"
---
| Bridge | Closed |
| ------ | ------ |
| Old    | March  | to cars only |
| `a|b`  | {{ c | d }} |
| ``a|`b`` | c \\| d |
| a ` b  | c | d |

<!--
| A | B |
|---|---|
| 1 | 2 | 3 |
-->

> | A | B |
> |---|---|
> | 1 | 2 | 3 |
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_cell_without_a_column_is_told_of_in_ordinary_pages(tmp_path: Path, ends: str) -> None:
    """What MkDocs's tables drop has its place; what they do not divide, and what is no table to them, is no finding."""
    made = publication(tmp_path)
    write(made, "about.md", TABLE.replace("\n", ends))
    assert [(str(one.span.path), one.span.line, one.span.column, one.span.words, one.code) for one in made.survey().shared_findings] == [
        ("briefs/about.md", 6, 21, "to cars only", "B124"),
        ("briefs/about.md", 9, 16, "d", "B124"),
        ("briefs/about.md", 19, 13, "3", "B124"),
    ]
    cells = re.findall(r"<td>(.*?)</td>", markdown.markdown(TABLE, extensions=["tables", "meta"]))
    assert [cell for cell in cells if cell in ("to cars only", "d", "3")] == []


def test_tables_of_long_pages_are_not_looked_at(tmp_path: Path) -> None:
    """A page that is longer than an article may be has no finding, for reading it takes too long."""
    made = publication(tmp_path)
    write(made, "about.md", TABLE + "- a\n" * 125_000)
    assert made.survey().shared_findings == ()
