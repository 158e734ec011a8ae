"""A site built by MkDocs of hostile briefs: the theme around them, the search index and the data do no harm either."""

from __future__ import annotations

import base64
import html
import json
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.images import image
from tests.safety.hostile import PAYLOADS, as_yaml, brief, elements, harm, is_safe

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
NAME = "a\" onerror='alert(1)' <script>alert(1)<.png"
HEAD = {"script", "style", "link", "meta", "base", "iframe", "object", "embed", "title", "svg", "form", "input"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a harmless brief, and of one brief for each payload."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "mkdocs.yml").write_text(
        "site_name: Site\nsite_url: https://briefs.example.org/\ndocs_dir: briefs\ntheme: {name: material}\n"
        "plugins: [search, {briefs: {handouts: false}}]\n",
        encoding="utf-8",
    )
    for number, payload in enumerate(["harmless", *PAYLOADS]):
        folder = root / f"briefs/b{number}"
        data, source = brief([payload])
        text = as_yaml(data).replace("actor-0", f"actor-{number}")  # an actor's id stands once in a publication
        for path, content in (("brief.yml", text.encode()), ("sources/source.txt", source.encode()), (f"media/{NAME}", DOT)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        image = f"![dot](media/{quote(NAME)})"
        (folder / "article.md").write_text(f"{payload}\n\n{image if number else ''}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def head(page: Path) -> Counter[tuple[str, str]]:
    """The elements of a page that load or do something, without the words that differ from page to page."""
    names = ("src", "type", "rel", "http-equiv", "name", "property")
    return Counter(
        (tag, " ".join(attributes.get(name, "") for name in names))
        for tag, attributes in elements(page.read_text(encoding="utf-8"))
        if tag in HEAD
    )


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_the_theme_adds_nothing_for_a_hostile_brief(site: Path, number: int) -> None:
    """A hostile brief's pages have the scripts, styles and forms of a harmless one's, and no other."""
    for path in ("index.html", "sources/source/index.html"):
        assert head(site / f"b{number}" / path) == head(site / "b0" / path)


def test_no_page_has_a_handler_or_asks_another_host(site: Path) -> None:
    """No element of any page has an event handler, and what a browser fetches by itself comes from the site."""
    fetching = {"script": "src", "img": "src", "iframe": "src", "object": "data", "embed": "src", "source": "srcset", "use": "href"}
    for page in site.rglob("*.html"):
        for tag, attributes in elements(page.read_text(encoding="utf-8")):
            assert [name for name in attributes if name.startswith("on")] == [], page
            address = attributes.get(fetching.get(tag, ""), "")
            assert is_safe("script", address), f"{page}: {tag} {address}"
            if tag == "link" and attributes.get("rel") not in ("canonical", "next", "prev"):
                assert is_safe("link", attributes["href"]), f"{page}: {attributes}"


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_titles_and_descriptions_are_the_words(site: Path, number: int) -> None:
    """The title and the description of a page are the brief's own words, whatever they look like; they are told as those, too."""
    page = (site / f"b{number}/index.html").read_text(encoding="utf-8")
    first = page.index("<title>") + len("<title>")
    written = page[first : page.index("</title>", first)]
    assert "<" not in written
    told = {a.get("name") or a.get("property"): a["content"] for tag, a in elements(page) if tag == "meta" and "content" in a}
    assert told["og:description"] == told["description"] != ""
    assert told["og:title"] == " ".join(html.unescape(written).removesuffix(" – Site").split())


def test_a_title_is_shown_letter_for_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ampersands and angle brackets in a title are escaped once: neither swallowed nor shown as escapes."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    (tmp_path / "briefs/x").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Site\ndocs_dir: briefs\ntheme: {name: material}\nplugins: [search, {briefs: {handouts: false}}]\n", encoding="utf-8"
    )
    (tmp_path / "briefs/x/brief.yml").write_text(
        "title: Is 1 < 2 & 3 > 2?\nsummary: Yes & no, “< is less”.\nstatus: published\npublished: 2026-01-01\nas_of: 2026-01-01\n",
        encoding="utf-8",
    )
    build(load_config(str(tmp_path / "mkdocs.yml")))
    page = (tmp_path / "site/x/index.html").read_text(encoding="utf-8")
    assert "<title>Is 1 &lt; 2 &amp; 3 &gt; 2? – Site</title>" in page
    (description,) = [a["content"] for tag, a in elements(page) if tag == "meta" and a.get("name") == "description"]
    assert description == "Yes & no, “< is less”."


def test_the_search_shows_no_markup_of_theirs(site: Path) -> None:
    """Whatever the search puts into its results as HTML does no harm."""
    for entry in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        assert harm(entry["title"]) == []
        assert harm(entry["text"]) == []


def test_the_data_is_the_words_as_they_are(site: Path) -> None:
    """JSON is data: it holds the words as they were written."""
    for number, payload in enumerate(PAYLOADS, 1):
        assert json.loads((site / f"b{number}/brief.json").read_text(encoding="utf-8"))["facts"][0]["text"].strip() == payload.strip()


def test_media_keep_their_names(site: Path) -> None:
    """An image with a hostile name is published under it, and its address is escaped."""
    assert (site / "b1/media" / NAME).read_bytes() == image("dot.png", DOT)
    images = [
        a["src"]
        for tag, a in elements((site / "b1/index.html").read_text(encoding="utf-8"))
        if tag == "img" and "media/" in a.get("src", "")
    ]
    assert [unquote(image) for image in images] == [f"media/{NAME}"]
