"""Whose frame stands around our pages, and what a Material site that is there already keeps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.doors.mkdocs.look import look_of
from generator.doors.mkdocs.page import valid
from tests.golden.test_golden import HERE as GOLDEN
from tests.support.golden import golden_copy

FURNISHED = {
    "theme": {
        "name": "material",
        "logo": "assets/logo.svg",
        "palette": [{"scheme": "default", "toggle": {"icon": "material/brightness-4", "name": "Dark"}}, {"scheme": "slate"}],
        "features": ["navigation.tabs", "navigation.indexes", "navigation.footer", "navigation.path", "content.action.edit"],
        "custom_dir": "overrides",
    },
    "repo_url": "https://code.example/desk",
    "edit_uri": "edit/main/briefs/",
    "copyright": "The desk",
    "extra_css": ["extra.css"],
    "extra": {
        "social": [{"icon": "material/rss", "link": "https://social.example/desk"}],
        "alternate": [{"name": "Deutsch", "link": "/de/", "lang": "de"}],
    },
    "markdown_extensions": ["admonition", {"toc": {"permalink": True}}],
    "nav": [
        {"Home": "index.md"},
        {"Handbook": ["handbook/index.md", {"Deeper": [{"Deepest": ["handbook/deep.md", {"Other": "handbook/other.md"}]}]}]},
        {"Elsewhere": "https://example.org/"},
    ],
}
BLOCKS = """{% extends "base.html" %}
{% block announce %}Hear, hear{% endblock %}
{% block extrahead %}<meta name="own" content="head">{% endblock %}
{% block site_meta %}<meta charset="utf-8">{% endblock %}
"""


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    """The golden publication as a Material site with a handbook and a template of its own."""
    files = {
        "overrides/main.html": BLOCKS,
        "briefs/handbook/index.md": "# Handbook\n\nWords.\n",
        "briefs/handbook/deep.md": '# Deep\n\n## A part\n\n!!! note "Mind"\n    Words.\n',
        "briefs/handbook/other.md": "# Other\n",
        "briefs/extra.css": "h1 {}\n",
        "briefs/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    }
    return golden_copy(tmp_path / "publication", files)


def built(root: Path, *plugins: object, **settings: object) -> dict[str, str]:
    """The pages of a site with these plugins, by path."""
    kept = yaml.safe_load((GOLDEN / "publication/mkdocs.yml").read_text(encoding="utf-8"))
    (root / "mkdocs.yml").write_text(yaml.safe_dump({**kept, **settings, "plugins": [*plugins]}), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return {path.relative_to(root / "site").as_posix(): path.read_text(encoding="utf-8") for path in (root / "site").rglob("*.html")}


def without_ours(page: str) -> list[str]:
    """The lines of a page but for what we say on every one: a stylesheet, a script, and where the feeds are."""
    files = r'<link rel="stylesheet" href="[./]*assets/briefs\.css">|<script src="[./]*assets/briefs\.js" async></script>'
    ours = rf'{files}|<link rel="alternate" type="application/[^>]*title="Exampleton Briefs">'
    return [line.strip() for line in re.sub(ours, "", page).splitlines() if line.strip()]


def test_the_favicon_is_ours_unless_the_site_names_one(publication: Path) -> None:
    """Our own look has a favicon in the accent of the publication; one that mkdocs.yml names stays, and so does the theme's in its look."""
    (publication / "overrides/main.html").unlink()
    ours = built(publication, {"briefs": {"handouts": False, "accent": "#123456", "look": "publication"}})
    assert '<link rel="icon" href="assets/favicon.svg">' in ours["index.html"]
    assert "#123456" in (publication / "site/assets/favicon.svg").read_text(encoding="utf-8")
    named = {"theme": {"name": "material", "favicon": "assets/logo.svg"}}
    assert "assets/logo.svg" in built(publication, {"briefs": {"handouts": False, "look": "publication"}}, **named)["index.html"]
    assert "assets/images/favicon.png" in built(publication, {"briefs": {"handouts": False, "look": "theme"}})["index.html"]


def test_a_furnished_site_keeps_its_pages(publication: Path) -> None:
    """With the plugin, and nothing set, an ordinary page of a working Material site is what it was, the head's own lines apart."""
    before = built(publication, "search", **FURNISHED)
    after = built(publication, "search", {"briefs": {"handouts": False}}, **FURNISHED)
    for path in ("handbook/index.html", "handbook/deep/index.html", "handbook/other/index.html"):
        assert without_ours(after[path]) == without_ours(valid(before[path])), path


def test_a_brief_stands_in_the_frame_of_the_site(publication: Path) -> None:
    """It has the site's header, navigation and footer, its own sections and items as contents, and the button that edits its brief.yml."""
    page = built(publication, "search", {"briefs": {"handouts": False}}, **FURNISHED)["old-bridge/index.html"]
    for part in ("md-tabs", "md-sidebar--primary", "md-footer", "Hear, hear", 'hreflang="de"', "md-social", 'data-md-component="palette"'):
        assert part in page, part
    assert 'href="https://code.example/desk/edit/main/briefs/old-bridge/brief.yml"' in page
    contents = page[page.index('data-md-component="toc"') : page.index("<article")]
    assert contents.index('href="#facts"') < contents.index('href="#fact-') < contents.index('href="#sources"')
    assert "masthead" not in page
    assert "href=../questions/" in page  # which the navigation leaves out


def test_a_page_of_ours_may_stand_in_the_navigation(publication: Path) -> None:
    """What `nav` names by its address has its place there, with the pages before and after it."""
    nav = [*FURNISHED["nav"][:1], {"Briefs": ["old-bridge/index.md", {"Questions": "questions/index.md"}]}]  # type: ignore[index]
    page = built(publication, "search", {"briefs": {"handouts": False}}, **{**FURNISHED, "nav": nav})["old-bridge/index.html"]
    assert '<link rel="next" href="../questions/">' not in page  # the site's own template fills that block
    assert re.search(r'href="../questions/" class="md-footer__link md-footer__link--next"', page)


def test_a_navigation_of_folders_has_our_pages_and_no_folders_of_them(publication: Path) -> None:
    """Where mkdocs.yml has no `nav`, a page across briefs stands there by its own title."""
    page = built(publication, "search", {"briefs": {"handouts": False, "look": "theme"}})["handbook/index.html"]
    sidebar = page[page.index("md-nav--primary") : page.index("<article")]
    assert re.search(
        r'<li class="md-nav__item">\s*<a href="../questions/" class="md-nav__link">\s*<span class="md-ellipsis">\s*What we', sidebar
    )
    assert "Questions" not in sidebar


@pytest.mark.parametrize("look", ["publication", "theme"])
def test_no_block_of_a_site_loses_noindex(publication: Path, look: str) -> None:
    """A site's own template fills single blocks, in either look, and evidence stays out of search engines."""
    theme = {"name": "material", "custom_dir": "overrides"}
    pages = built(publication, "search", {"briefs": {"handouts": False, "look": look}}, theme=theme)
    evidence = [path for path in pages if "/sources/" in path]
    assert evidence
    for path in evidence:
        head = pages[path].partition("</head>")[0]
        assert head.count('<meta name="robots" content="noindex">') == 1, path
        assert '<meta name="own" content="head">' in head
        assert "Hear, hear" in pages[path]
        assert ('class="md-header masthead"' in pages[path]) == (look == "publication")
    assert "noindex" not in pages["old-bridge/index.html"]


@pytest.mark.parametrize(
    ("settings", "look"),
    [
        ({}, "publication"),
        ({"theme": {"name": "material", "custom_dir": "overrides"}}, "publication"),
        ({"theme": {"name": "material", "palette": {"scheme": "slate"}, "features": ["navigation.top", "search.suggest"]}}, "publication"),
        ({"nav": ["index.md", {"About": ["handbook/index.md"]}]}, "publication"),
        ({"theme": {"name": "material", "logo": "assets/logo.svg"}}, "theme"),
        ({"theme": {"name": "material", "icon": {"logo": "material/library"}}}, "theme"),
        ({"theme": {"name": "material", "palette": [{"toggle": {"icon": "material/eye", "name": "Dark"}}]}}, "theme"),
        ({"theme": {"name": "material", "features": ["navigation.tabs"]}}, "theme"),
        ({"extra": {"alternate": [{"name": "Deutsch", "link": "/de/", "lang": "de"}]}}, "theme"),
        ({"repo_url": "https://code.example/desk"}, "theme"),
        ({"nav": ["index.md", {"About": ["about.md", {"More": ["handbook/index.md"]}]}]}, "theme"),
        ({"theme": {"name": "readthedocs"}}, "theme"),
    ],
)
def test_what_is_taken_where_no_look_is_named(publication: Path, settings: dict[str, object], look: str) -> None:
    """A site that furnishes what our own frame has no place for keeps its frame; what is named is taken."""
    config = load_config(str(publication / "mkdocs.yml"), **settings)
    assert look_of(config, None) == look
    if config.theme.name == "material":
        assert [look_of(config, named) for named in ("publication", "theme")] == ["publication", "theme"]
