"""The theme around finished pages: rendered once where it is the same, by MkDocs where somebody else has a say in it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.doors.mkdocs import shell
from tests.golden.test_golden import HERE as GOLDEN


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    """The golden publication, with feeds and without handouts."""
    root = tmp_path / "publication"
    shutil.copytree(GOLDEN / "publication", root)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"site_url": "https://example.org/x/", "plugins": ["search", {"briefs": {"handouts": False}}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return root


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the finished pages around which the shell put its theme."""
    framed: list[str] = []
    render = shell.Shell.render

    def noted(self: shell.Shell, context: Mapping[str, object]) -> str:
        framed.append(context["page"].url)  # type: ignore[attr-defined]
        return render(self, context)

    monkeypatch.setattr(shell.Shell, "render", noted)
    return framed


def built(root: Path, **settings: object) -> dict[str, bytes]:
    """The files of a site, by path."""
    build(load_config(str(root / "mkdocs.yml"), **settings))
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}


@pytest.mark.parametrize("look", ["publication", "theme"])
@pytest.mark.parametrize("folders", [True, False])
def test_a_shared_theme_is_what_mkdocs_would_write(
    publication: Path, frames: list[str], monkeypatch: pytest.MonkeyPatch, folders: bool, look: str
) -> None:
    """Every file of the site has the same bytes, whether the theme was rendered once or around each page."""
    settings = yaml.safe_load((publication / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"plugins": ["search", {"briefs": {"handouts": False, "look": look}}]}
    (publication / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    shared = built(publication, use_directory_urls=folders)
    assert len(frames) > 10
    monkeypatch.setattr(shell, "is_shared", lambda *_: False)
    alone = built(publication, use_directory_urls=folders)
    assert [path for path in shared.keys() | alone.keys() if shared.get(path) != alone.get(path)] == []


def test_a_page_in_the_shared_theme_loads_faces_for_its_letters(publication: Path, frames: list[str]) -> None:
    """Whether a page has letters of a sheet of their own depends on its words, not on those of the page that the theme was rendered for."""
    brief = publication / "briefs/old-bridge/brief.yml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("The Old Bridge *closes*", "Η παλιά γέφυρα"), encoding="utf-8")
    site = built(publication)
    assert {"old-bridge/", "withdrawn-claim/"} <= {*frames}
    assert b"assets/letters.css" in site["old-bridge/index.html"]
    assert b"assets/letters.css" not in site["withdrawn-claim/index.html"]


def test_a_theme_that_is_overridden_is_rendered_around_each_page(publication: Path, frames: list[str]) -> None:
    """Where a publication has templates of its own they may ask for anything of a page, so each page is rendered."""
    (publication / "overrides/partials").mkdir(parents=True)
    (publication / "overrides/partials/colophon.html").write_text("<footer>This is {{ page.title }}.</footer>", encoding="utf-8")
    site = built(publication, theme={"name": "material", "custom_dir": str(publication / "overrides")})
    assert frames == []
    assert any(b"<footer>This is Sources.</footer>" in content for content in site.values())


def test_a_plugin_that_changes_what_templates_are_given_sees_each_page(publication: Path, frames: list[str]) -> None:
    """Where another plugin or a hook listens to `page_context`, MkDocs renders each page."""
    (publication / "hook.py").write_text("def on_page_context(context, **_):\n    context['lang'] = None\n", encoding="utf-8")
    settings = yaml.safe_load((publication / "mkdocs.yml").read_text(encoding="utf-8"))
    (publication / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "hooks": ["hook.py"]}), encoding="utf-8")
    built(publication)
    assert frames == []


def test_who_hears_of_pages_gets_their_content(publication: Path) -> None:
    """A hook that changes the content of pages changes that of ours, too: only where nobody asks is it left packed until it is written."""
    (publication / "hook.py").write_text(
        "def on_page_content(html, **_):\n    return html.replace('<h1', '<h1 data-heard')\n", encoding="utf-8"
    )
    settings = yaml.safe_load((publication / "mkdocs.yml").read_text(encoding="utf-8"))
    (publication / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "hooks": ["hook.py"]}), encoding="utf-8")
    site = built(publication)
    assert b"<h1 data-heard" in site["old-bridge/index.html"]


def test_search_has_each_item_where_it_stands(publication: Path) -> None:
    """Search leads to the anchors of items that are on the page, once each, and says what they say."""
    site = built(publication)
    entries = json.loads(site["search/search_index.json"])["docs"]
    locations = [entry["location"] for entry in entries]
    assert len(locations) == len(set(locations))
    for location in locations:
        page, _, anchor = location.partition("#")
        assert not anchor or re.search(rf'id="?{anchor}["\s>]'.encode(), site[f"{page}index.html"]), location
    listed = [entry for entry in entries if not entry["location"] and "As of" in entry["text"]]
    assert listed == []  # of the home page, for each brief is found where it stands
    facts = [entry for entry in entries if "#fact-" in entry["location"]]
    assert facts
    assert all(entry["title"] and entry["text"] for entry in facts)
