"""`mkdocs serve`: every edit reaches the browser by itself, and nothing that an editor does stops it."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from generator.desk.scaffold import new_brief
from tests.build.conftest import ENVIRONMENT, PATIENCE, TODAY, Tree, serving

BRIEF = "briefs/old-bridge/brief.yml"
SOURCE = "briefs/old-bridge/sources/press-release.txt"


def handout_text(content: bytes) -> str:
    """The words of a PDF, or nothing where there is none (yet)."""
    if not content.startswith(b"%PDF-"):
        return ""
    return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def test_every_kind_of_edit_reaches_the_browser(tree: Tree) -> None:
    """Edits to brief.yml, article.md, a source, shared files, a template and an ordinary page show without a restart."""
    tree.write("templates/sections/cite.html.j2", "<p>Template one</p>")
    tree.edit("briefs/old-bridge/brief.yml", ("kind: official", "kind: official\n    publish: full"), ("    sha256", "    # sha256"))
    with serving(tree) as server:
        server.shows("/old-bridge/", "Template one")
        edits = [
            (BRIEF, "title: \"Old bridge\"", 'title: "Older bridge"', "/old-bridge/", "Older bridge"),
            ("briefs/old-bridge/article.md", "The story in prose", "Our story in prose", "/old-bridge/", "Our story in prose"),
            (SOURCE, "eight kilometres", "nine kilometres", "/old-bridge/sources/press-release/", "nine kilometres"),
            ("briefs/actors.yml", "name: Rover", "name: Fido", "/old-bridge/", "Fido"),
            ("briefs/glossary.yml", "A low dam", "A high dam", "/old-bridge/", "A high dam"),
            ("templates/sections/cite.html.j2", "one", "two", "/old-bridge/", "Template two"),
            ("briefs/about.md", "An ordinary", "An extraordinary", "/about/", "An extraordinary"),
            ("mkdocs.yml", "site_name:", "site_description: Renamed\nsite_name:", "/about/", "about"),
        ]  # fmt: skip
        for path, old, new, address, shown in edits:
            tree.edit(path, (old, new))
            server.shows(address, shown)
        new_brief(tree.root / "briefs", "second-bridge", TODAY)
        server.shows("/", 'href="second-bridge/"')


def test_another_docs_dir(tree: Tree) -> None:
    """When mkdocs.yml names another folder its pages show, and so do edits there; while it names none that is there, that is said."""
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        tree.edit("mkdocs.yml", ("docs_dir: briefs", "docs_dir: dossiers"))
        end = time.monotonic() + PATIENCE
        while "dossiers' isn't an existing directory" not in server.log.read_text(encoding="utf-8"):
            assert time.monotonic() < end
            time.sleep(0.1)
        shutil.copytree(tree.root / "briefs", tree.root / "dossiers")
        tree.edit("mkdocs.yml", ("site_name:", "site_description: x\nsite_name:"))
        tree.edit("dossiers/old-bridge/brief.yml", ('title: "Old bridge"', 'title: "Older bridge"'))
        server.shows("/old-bridge/", "Older bridge")
        tree.edit("dossiers/old-bridge/brief.yml", ('title: "Older bridge"', 'title: "Oldest bridge"'))
        server.shows("/old-bridge/", "Oldest bridge")


def test_nothing_stays_of_a_server_that_is_ended(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who ends `serve` by a signal, as systems do at their end, leaves no folder with drafts among what is there for a while."""
    for_a_while = tmp_path / "for a while"
    for_a_while.mkdir()
    monkeypatch.setitem(ENVIRONMENT, "TMPDIR", str(for_a_while))
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        assert [*for_a_while.iterdir()]
        server.process.terminate()
        server.process.wait(PATIENCE)
    assert not [*for_a_while.iterdir()]


def test_a_page_reloads_itself(tree: Tree) -> None:
    """A page asks for what is newer than it, and is told after a save; an address without its slash leads on."""
    with serving(tree) as server:
        page = server.shows("/old-bridge/", "The Old Bridge closes")
        epoch = int(re.findall(r"data-epoch=\"(\d+)\"", page)[0])
        tree.edit(BRIEF, ('title: "Old bridge"', 'title: "Older bridge"'))
        assert int(server.get(f"/livereload/{epoch}/1")) > epoch
        assert "Older bridge" in server.get("/old-bridge/").decode()
        assert "Older bridge" in server.get("/").decode()
        assert b"Older bridge" in server.get("/old-bridge")
        assert server.get("/old-bridge/nowhere/") == b""
        assert server.get("/assets/briefs.css")


def test_a_broken_brief_shows_its_findings(tree: Tree) -> None:
    """A brief that breaks shows what is wrong in its own page while all others stay, and mending it heals the page."""
    mended = (tree.root / BRIEF).read_text(encoding="utf-8")
    with serving(tree) as server:
        server.shows("/old-bridge/", "The Old Bridge closes")
        for broken, shown in (
            (mended.replace("quote: the Old Bridge closes", "quote: the Old Bridge opens"), "B302"),
            ("title: [", "B102"),
            ("", "B106"),
        ):
            tree.write(BRIEF, broken)
            assert "Not shown" in server.shows("/old-bridge/", shown)
            server.shows("/first-brief/", "The Old Bridge closes")
        tree.write(BRIEF, mended)
        server.no_longer_shows("/old-bridge/", "Not shown")


def test_a_brief_that_is_broken_from_the_start(tree: Tree) -> None:
    """A broken brief does not stop the server from starting."""
    tree.write(BRIEF, b"\xff")
    with serving(tree) as server:
        server.shows("/old-bridge/", "B101")
        server.shows("/first-brief/", "The Old Bridge closes")


def test_drafts_show_with_a_mark(tree: Tree) -> None:
    """A draft has a page and a place in the list, and both say that it is one; MkDocs's own drafts show, too."""
    tree.brief("left-out", ('title: "Left out"', 'title: "Not in the built site"'))
    tree.edit("mkdocs.yml", ("docs_dir:", "draft_docs: left-out/\ndocs_dir:"))
    with serving(tree) as server:
        assert 'class="brief-mark mark-draft"' in server.shows("/first-brief/", "The Old Bridge closes")
        assert 'class="brief-mark mark-draft"' in server.shows("/", 'href="first-brief/"')
        server.shows("/left-out/", "Not in the built site")


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("briefs/actors.yml", "actors: ["),
        ("briefs/glossary.yml", b"\xff"),
        ("templates/sections/cite.html.j2", "{% if %}"),
        ("templates/sections/cite.html.j2", b"\xff"),
        ("mkdocs.yml", "site_name: ["),
        ("mkdocs.yml", "site_name: x\nplugins:\n  - briefs:\n      accent: yellow\n"),
        ("mkdocs.yml", "site_name: x\ndocs_dir: briefs\ntheme: {name: material}\nplugins:\n  - briefs:\n      accent: '#ffff00'\n"),
    ],
)
def test_nothing_that_breaks_stops_the_server(tree: Tree, path: str, broken: str | bytes) -> None:
    """A broken shared file, template or setting is said in the log; after it is mended edits show again."""
    tree.write("templates/sections/cite.html.j2", "<p>Template</p>")
    mended = (tree.root / path).read_bytes()
    with serving(tree) as server:
        server.shows("/old-bridge/", "Template")
        before = server.log.read_text(encoding="utf-8")
        tree.write(path, broken)
        end = time.monotonic() + PATIENCE
        while not re.search(r"ERROR|Aborted|Error", server.log.read_text(encoding="utf-8").removeprefix(before)):
            assert time.monotonic() < end
            time.sleep(0.1)
        tree.write(path, mended)
        tree.edit(BRIEF, ('title: "Old bridge"', 'title: "Healed bridge"'))
        server.shows("/old-bridge/", "Healed bridge")


def test_a_template_that_is_broken_from_the_start(tree: Tree) -> None:
    """The server starts with a broken template, and shows the site when it is mended."""
    tree.write("templates/sections/cite.html.j2", "{% if %}")
    with serving(tree) as server:
        server.shows("/about/", "About these briefs")
        tree.write("templates/sections/cite.html.j2", "<p>Template</p>")
        server.shows("/old-bridge/", "Template")


def test_handouts_come_later_by_themselves(tree: Tree) -> None:
    """The handout is made without being asked for, follows an edit, and is gone when the brief is no longer published."""
    shutil.rmtree(tree.root / ".cache")
    with serving(tree) as server:
        address = "/old-bridge/old-bridge.pdf"
        server.until(address, lambda content: "Old bridge" in handout_text(content), "a handout")
        tree.edit(BRIEF, ('title: "Old bridge"', 'title: "Older bridge"'))
        server.until(address, lambda content: "Older bridge" in handout_text(content), "the handout as edited")
        tree.edit(BRIEF, ("status: published", "status: review"))
        server.shows("/old-bridge/", "mark-review")
        assert server.get(address) == b""


def test_the_server_rests(tree: Tree) -> None:
    """Nothing that a build writes, handouts included, sets off another build; and Ctrl-C ends without a traceback."""
    shutil.rmtree(tree.root / ".cache")
    shutil.rmtree(tree.root / BRIEF.replace("brief.yml", "releases"))  # nothing is told of what has changed: no page comes with the edit
    with serving(tree) as server:
        server.until("/old-bridge/old-bridge.pdf", lambda content: content.startswith(b"%PDF-"), "a handout")
        tree.edit(BRIEF, ('title: "Old bridge"', 'title: "Older bridge"'))
        server.shows("/old-bridge/", "Older bridge")
        server.until("/old-bridge/old-bridge.pdf", lambda content: "Older bridge" in handout_text(content), "the handout as edited")
        time.sleep(2.5)  # the watcher looks twice a second
        log = server.log.read_text(encoding="utf-8")
        assert log.count("Detected file changes") == 1
    assert "Traceback" not in server.log.read_text(encoding="utf-8")
    assert tree.leftovers() == []
