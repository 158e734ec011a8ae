"""What `serve` answers by itself is what a build writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.doors.mkdocs.plugin import BriefsPlugin, plugin_of
from tests.golden.test_golden import HERE as GOLDEN

URL = "https://example.org/x/"


@pytest.fixture
def publication(tmp_path: Path) -> Iterator[Path]:
    """The published briefs of the golden publication, with feeds, without proposals and handouts."""
    root = tmp_path / "publication"
    shutil.copytree(GOLDEN / "publication", root)
    for brief in root.glob("*/*/brief.yml"):
        written = yaml.safe_load(brief.read_text(encoding="utf-8"))
        if written["status"] != "published":
            shutil.rmtree(brief.parent)
            continue
        decided = {
            key: [one for one in of if not (isinstance(one, dict) and "draft" in one)] if isinstance(of, list) else of
            for key, of in written.items()
        }
        brief.write_text(yaml.safe_dump(decided, sort_keys=False, allow_unicode=True), encoding="utf-8")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"site_url": URL, "plugins": ["search", {"briefs": {"handouts": False}}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    yield root
    plugin_of(load_config(str(root / "mkdocs.yml"))).on_shutdown()  # MkDocs keeps one instance in a process


def built(root: Path) -> dict[str, bytes]:
    """The files of a site that was built, by path."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    files = {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    return {path: content for path, content in files.items() if path != "manifest.json"}


def previewed(root: Path, **asked: object) -> tuple[BriefsPlugin, Path]:
    """The plugin and the folder of a site as `serve` builds it, with some options."""
    folder = root.parent / "served"
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), dev_addr="127.0.0.1:0")
    with click.Context(click.Command("serve")) as context:
        context.params |= asked
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=URL)
    return plugin_of(config), folder


def served(plugin: BriefsPlugin, folder: Path, path: str) -> bytes | None:
    """What is answered for a path of the site, but for the script that reloads it."""
    content = plugin.served.preview.content(path, known=(folder / path).is_file())
    return (folder / path).read_bytes() if content is None and (folder / path).is_file() else content


def differing(plugin: BriefsPlugin, folder: Path, files: dict[str, bytes]) -> list[str]:
    """The files of a built site that are served otherwise."""
    return [path for path in files if path != "sitemap.xml.gz" and served(plugin, folder, path) != files[path]]


def retitled(root: Path, slug: str) -> None:
    """Give a brief another title."""
    path = root / "briefs" / slug / "brief.yml"
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**written, "title": "Quite another title"}, sort_keys=False, allow_unicode=True), encoding="utf-8")


def test_what_is_served_is_what_is_built(publication: Path) -> None:
    """At every address of a built site the same bytes are served, at first and after a brief was changed; pages of ours are not written."""
    slug = "old-bridge"
    before = built(publication)
    later = shutil.copytree(publication, publication.parent / "later", ignore=shutil.ignore_patterns("site"))
    retitled(later, slug)
    after = built(later)
    assert sum(after[path] != before[path] for path in before) > 10
    plugin, folder = previewed(publication)
    assert differing(plugin, folder, before) == []
    ours = [page.address for page in plugin.rendered.pages]
    assert len(ours) > 10
    assert not any((folder / address / "index.html").exists() for address in ours)
    retitled(publication, slug)
    assert plugin.served.briefs_in([publication / "briefs" / slug / "brief.yml"]) == {slug}
    assert plugin.served.refresh({slug})
    plugin.served.refreshing = True
    assert not plugin.served.settle()
    assert not plugin.served.settled  # it gives way to the change that is followed
    plugin.served.refreshing = False
    assert differing(plugin, folder, after) == []
    assert not plugin.served.settle()
    assert plugin.served.settled


def test_a_brief_that_breaks_is_shown_as_it_was(publication: Path) -> None:
    """Its findings stand over the page as it was; it stays on the home page; what was never whole is named there, too."""
    plugin, _ = previewed(publication)
    path = publication / "briefs/old-bridge/brief.yml"
    mended = path.read_text(encoding="utf-8")
    written = yaml.safe_load(mended)
    broken = {**written, "title": "Broken title", "summary": "A [fact](fact:nowhere)."}
    path.write_text(yaml.safe_dump(broken, sort_keys=False, allow_unicode=True), encoding="utf-8")
    (publication / "briefs/never-whole").mkdir()
    (publication / "briefs/never-whole/brief.yml").write_text("title: Never whole\n", encoding="utf-8")
    assert plugin.served.refresh({"old-bridge", "never-whole"})
    page, home = (plugin.served.preview.content(name) or b"" for name in ("old-bridge/index.html", "index.html"))
    order = [page.index(words) for words in (b"Not shown:", b"fact:nowhere", b"Broken: shown as it was before", b"id=facts")]
    assert order == sorted(order)
    assert home.index(b"Broken: shown as it was before") < home.index(b'<h2><a href="old-bridge/"')
    assert home.index(b"Not shown: it has errors") < home.index(b'<h2><a href="never-whole/"')
    path.write_text(mended, encoding="utf-8")
    assert plugin.served.refresh({"old-bridge"})
    assert b"Not shown:" not in (plugin.served.preview.content("old-bridge/index.html") or b"")
    assert plugin.served.settle()  # there is a page that MkDocs does not know


def test_a_brief_that_is_broken_leads_to_what_is_there_now(publication: Path) -> None:
    """Of a link to a brief that has gone, words stay on the page as it was; they lead there again when that is back."""
    keys = {"title": "See there", "summary": "See [the other](brief:alte-bruecke).", "as_of": "2026-02-03", "published": "2026-02-03"}
    path, other, aside = (publication / name for name in ("briefs/leading/brief.yml", "briefs/alte-bruecke", "aside"))
    path.parent.mkdir()
    path.write_text(yaml.safe_dump({**keys, "status": "published"}), encoding="utf-8")
    plugin, _ = previewed(publication)
    path.write_text("title: Broken\n", encoding="utf-8")
    assert plugin.served.refresh({"leading"})
    leads = lambda: b"href=../alte-bruecke/" in (plugin.served.preview.content("leading/index.html") or b"")  # noqa: E731
    assert leads()
    other.rename(aside)
    assert plugin.served.refresh({other.name})
    assert not leads()
    aside.rename(other)
    assert plugin.served.refresh({other.name})
    assert leads()


def test_what_breaks_while_all_is_built_again_is_shown_as_it_was(publication: Path) -> None:
    """Where MkDocs builds everything again, too."""
    previewed(publication)
    path = publication / "briefs/old-bridge/brief.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    plugin, _ = previewed(publication)
    page = plugin.served.preview.content("old-bridge/index.html") or b""
    assert page.index(b"Not shown:") < page.index(b"id=facts")


HOOK = "def on_page_content(html, **_):\n    return html + '<p>Hooked</p>'\n"


def test_who_hears_of_pages_hears_of_all(publication: Path) -> None:
    """Where a hook or another plugin changes pages, or where MkDocs alone answers, ours are built and written as all are."""
    _, folder = previewed(publication, livereload=False)
    assert (folder / "old-bridge/index.html").is_file()
    settings = yaml.safe_load((publication / "mkdocs.yml").read_text(encoding="utf-8"))
    (publication / "hook.py").write_text(HOOK, encoding="utf-8")
    (publication / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "hooks": ["hook.py"]}), encoding="utf-8")
    plugin, folder = previewed(publication)
    assert b"Hooked" in (folder / "old-bridge/index.html").read_bytes()
    assert plugin.served.preview.content("old-bridge/index.html") is None
    assert plugin.served.briefs_in([publication / "briefs/old-bridge/brief.yml"]) is None


def test_what_is_no_briefs_is_left_to_mkdocs(publication: Path) -> None:
    """A change of an ordinary page or of a setting, be it one of many, is followed by a build of everything."""
    plugin, _ = previewed(publication)
    docs = publication / "briefs"
    for path in (docs / "index.md", docs / "new.md", publication / "mkdocs.yml", publication / "templates/x.j2", docs, Path()):
        assert plugin.served.briefs_in([docs / "old-bridge/article.md", path]) is None, path
    assert plugin.served.briefs_in([docs / "old-bridge/article.md", docs / "actors.yml"]) == {"old-bridge"}


def test_a_draft_shows_its_proposals_before_it_is_whole(publication: Path) -> None:
    """Of a draft whose summary and kinds of sources are empty everything else is shown, under what it lacks; not of a broken one."""
    plugin, _ = previewed(publication)
    path = publication / "briefs/storm/brief.yml"
    (path.parent / "sources").mkdir(parents=True)
    (path.parent / "sources/log.txt").write_text("The river rose to 4 metres.\n", encoding="utf-8")
    path.write_text(UNFINISHED, encoding="utf-8")
    assert plugin.served.refresh({"storm"})
    page = plugin.served.preview.content("storm/index.html") or b""
    order = [page.index(words) for words in (b"as far as it goes", b"`summary` is empty", b"Draft: not published", b"id=fact-rose")]
    assert order == sorted(order)
    assert b'<h2><a href="storm/"' in (plugin.served.preview.content("index.html") or b"")
    path.write_text(UNFINISHED.replace("rose to 4", "fell to 4"), encoding="utf-8")
    assert plugin.served.refresh({"storm"})
    page = plugin.served.preview.content("storm/index.html") or b""
    assert b"`summary` is empty" in page
    assert b"as far as it goes" not in page


UNFINISHED = """\
title: The storm
summary:  # the answer
status: draft
sources:
  - id: log
    file: sources/log.txt
    title: The log
    kind: # check
facts:
  - id: rose
    text: The river rose.
    status: reported
    evidence: [{source: log, quote: The river rose to 4 metres.}]
    draft: true
"""
