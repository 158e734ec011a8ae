"""What a page says of itself where somebody shares its address."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image

from tests.safety.hostile import elements
from tests.support.golden import golden_copy

ROOT = "https://example.org/x/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden publication as a site, with an address and without handouts."""
    root = golden_copy(tmp_path_factory.mktemp("shared") / "publication")
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"site_url": ROOT, "plugins": ["search", {"briefs": {"handouts": False, "social_cards": True}}]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def told(page: Path) -> dict[str, list[str]]:
    """The tags of a page for whoever shows its address, and what it leads to in other forms, by media type."""
    found = defaultdict(list)
    for tag, attributes in elements(page.read_text(encoding="utf-8")):
        name = attributes.get("property") or attributes.get("name", "")
        if tag == "meta" and name.startswith(("og:", "article:", "twitter:")):
            found[name].append(attributes["content"])
        if tag == "link" and attributes.get("type") in ("text/markdown", "application/json"):
            found[attributes["type"]].append(attributes["href"])
    return dict(found)


def test_a_brief_tells_what_it_is(site: Path) -> None:
    """The page of a brief has each tag once, with what brief.yml says in plain words; and leads to its twins, which are there."""
    listed = json.loads((site / "briefs.json").read_text(encoding="utf-8"))["briefs"]
    known = next(brief for brief in listed if brief["slug"] == "old-bridge")
    tags = told(site / "old-bridge/index.html")
    assert {name: words for name, (words,) in tags.items()} == {
        "og:type": "article",
        "og:title": known["title"],
        "og:description": known["summary"],
        "og:url": f"{ROOT}old-bridge/",
        "og:site_name": "Exampleton Briefs",
        "og:locale": "en_GB",
        "article:published_time": known["published"],
        "article:modified_time": known["updated"],
        "twitter:card": "summary_large_image",
        "og:image": f"{ROOT}old-bridge/card.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"Exampleton Briefs: {known['title']}",
        "text/markdown": "index.md",
        "application/json": "brief.json",
    }
    assert (site / "old-bridge/index.md").is_file()
    assert told(site / "alte-bruecke/index.html")["og:locale"] == ["de_DE"]


def test_other_pages_tell_less_and_hidden_ones_nothing(site: Path) -> None:
    """A page across briefs and the home page have the plain tags; evidence and what is withdrawn have none."""
    plain = {"og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale", "twitter:card"}
    assert told(site / "quotes/index.html").keys() == plain
    assert told(site / "index.html").keys() >= plain - {"og:description"}
    assert told(site / "index.html")["og:title"] == ["Exampleton Briefs"]
    hidden = [*site.glob("*/sources/*/index.html"), site / "withdrawn-claim/index.html", site / "search/index.html"]
    assert len(hidden) > 3
    assert [page for page in hidden if told(page)] == []


def test_the_card_is_there_and_no_other(site: Path) -> None:
    """Each brief that is listed has a card of the size that its page says, which the manifest lists as a file and not as a handout."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("card.*"))
    assert found == ["alte-bruecke/card.png", "old-bridge/card.png"]
    with Image.open(site / found[0]) as card:
        assert (card.size, card.format) == ((1200, 630), "PNG")
    manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert {file["path"] for file in manifest["files"]} >= {*found}
    assert [brief["handouts"] for brief in manifest["briefs"] if brief["handouts"]] == []
