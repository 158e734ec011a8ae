"""A build that follows another makes what has changed, and the site is that of a build that knows nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from generator.desk import building
from generator.doors.mkdocs.plugin import plugin_of
from generator.engine import growing
from generator.engine.cache import NO_CACHE
from generator.engine.clock import EPOCH
from generator.library import survey
from generator.parsing import parse_brief
from generator.press.fonts import font_files
from tests.property.test_edits import EDITS, START, Desk, compiled_once, linked_publication

SEED, MADE = 3, 24
BREAKS = ("a_brief_breaks", "a_brief_links_to_nothing", "a_shared_file_breaks", "a_source_is_not_what_was_pinned")  # no site is built then
OF_BRIEF = "old-bridge/index.html", "old-bridge/brief.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The golden publication with briefs that lead to each other, without handouts."""
    root = linked_publication(tmp_path / "publication", handouts=False)
    fonts = font_files()
    monkeypatch.setattr(building, "font_files", lambda *_: fonts)  # they are the machine's, and the same for all
    monkeypatch.setattr(Environment, "compile", compiled_once())
    monkeypatch.setenv(EPOCH, str(START))
    yield root
    plugin_of(load_config(str(root / "mkdocs.yml"))).on_shutdown()  # MkDocs keeps one instance in a process


def built(root: Path) -> dict[str, bytes]:
    """The site of one more build."""
    build(load_config(str(root / "mkdocs.yml")))
    return files(root / "site")


def afresh(root: Path) -> dict[str, bytes]:
    """The site of a build elsewhere, which finds nothing that others have kept."""
    site = root.parent / "afresh"
    shutil.rmtree(site, ignore_errors=True)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(NO_CACHE, "1")
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site)))
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    """The files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that two sites do not have alike."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what is made and written, and not there already."""
    paths: list[str] = []
    put = growing.Growing.put

    def noted(self: growing.Growing, path: str, content: bytes, made_of: str = "") -> None:
        paths.append(path)
        put(self, path, content, made_of)

    monkeypatch.setattr(growing.Growing, "put", noted)
    return paths


def test_what_grows_is_what_is_built_afresh(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is edited (items, files, what briefs share, dates, names, templates, settings, ordinary pages), byte for byte."""
    desk = Desk(root, random.Random(SEED), monkeypatch)
    built(root)
    compared = []
    for name in desk.chance.sample([name for name in EDITS if name not in BREAKS], MADE):
        desk.keep()
        changed = getattr(desk, name)()
        try:
            fresh = afresh(root)
        except (Abort, PluginError):  # it breaks a link of another brief
            desk.undo()
            continue
        compared.append(name)
        assert differing(built(root), fresh) == [], (name, [path.name for path in changed])
    assert len(compared) > MADE // 2


def test_only_what_an_edit_concerns_is_made(root: Path, written: list[str]) -> None:
    """A brief that nobody has edited is not put into the theme again, nor are its files."""
    built(root)
    first, settings = set(written), root / "briefs/old-bridge/brief.yml"
    assert {"withdrawn-claim/index.html", "linked/index.html", "linked/brief.json", *OF_BRIEF} <= first
    settings.write_text(settings.read_text(encoding="utf-8").replace("The Old Bridge *closes*", "The Old Bridge *opens*"), encoding="utf-8")
    written.clear()
    assert differing(built(root), afresh(root)) == []
    assert set(OF_BRIEF) <= set(written)
    assert not {"withdrawn-claim/index.html", "linked/brief.json"} & set(written[: written.index("manifest.json")])


def test_records_of_what_is_there_make_nothing_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first build after one that has recorded a brief for the first time reads it again only if it was edited."""
    shutil.rmtree(root / "briefs/old-bridge/releases")
    built(root)
    assert {path.parts[-3] for path in root.glob("briefs/*/releases/*")} >= {"linked", "old-bridge"}
    read: list[str] = []
    monkeypatch.setattr(survey, "parse_brief", lambda folder: (read.append(folder.slug), parse_brief(folder))[1])
    page = root / "briefs/linked/brief.yml"
    page.write_text(page.read_text(encoding="utf-8").replace("is signposted", "is marked"), encoding="utf-8")
    site = built(root)
    assert read == ["linked"]
    assert differing(site, afresh(root)) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("mkdocs.yml", "site_url: https://example.org/x/", "site_url: https://example.org/y/"),
        ("mkdocs.yml", "plugins:", "extra_css: [more.css]\nplugins:"),
        ("mkdocs.yml", "plugins:", "copyright: Somebody\nplugins:"),
        ("mkdocs.yml", "handouts: false", "handouts: false\n    accent: '#8a1c1c'"),
        ("mkdocs.yml", "plugins:", "nav: [index.md, {More: 'https://example.org/'}]\nplugins:"),
    ],
)
def test_what_is_around_all_pages_changes_all(root: Path, path: str, old: str, new: str) -> None:
    """Where the theme around pages is another, they are."""
    (root / "briefs/more.css").write_text("b {}", encoding="utf-8")
    built(root)
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    assert differing(built(root), afresh(root)) == []


def test_another_program_makes_all_again(root: Path, written: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the program has made does not stay."""
    built(root)
    written.clear()
    monkeypatch.setattr("generator.doors.mkdocs.plugin.program", lambda: "another")
    built(root)
    assert {"withdrawn-claim/index.html", *OF_BRIEF} <= set(written)


def test_a_site_that_somebody_has_changed_is_whole_again(root: Path) -> None:
    """Files of the site and of what is kept of the one before that were changed, removed or added, are as they should be."""
    built(root)
    about = root / "briefs/about.md"
    for number in range(3):
        about.write_text(f"# About, {number}\n", encoding="utf-8")
        (spare,) = (root / ".cache/site").glob("spare-*") if number else [root / "site"]
        for folder in {root / "site", spare}:
            page = folder / "withdrawn-claim/index.html"
            page.write_bytes(page.read_bytes().replace(b"e", b"a"))
            (folder / "linked/index.html").unlink(missing_ok=True)  # the spare lacks what was missing here
            (folder / "stray.html").write_text("stray", encoding="utf-8")
        assert differing(built(root), afresh(root)) == []


def test_who_hears_of_pages_hears_of_all_again(root: Path) -> None:
    """A hook that begins to listen to page events gets each page, however often it was built before; and no site is kept any more."""
    built(root)
    built(root)
    assert [*(root / ".cache/site").glob("spare-*")]
    (root / "hook.py").write_text("def on_post_page(output, **_):\n    return output + '<!-- heard -->'\n", encoding="utf-8")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    (root / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "hooks": ["hook.py"]}), encoding="utf-8")
    site = built(root)
    assert all(site[path].endswith(b"<!-- heard -->") for path in ("old-bridge/index.html", "linked/index.html", "index.html"))
    assert [*(root / ".cache/site").glob("spare-*")] == []
