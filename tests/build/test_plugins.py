"""Plugins of MkDocs that are widely used beside ours, named before it or after it; `make plugins` installs those that are not here."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.build.conftest import DOT
from tests.golden.test_golden import HERE as GOLDEN
from tests.support.golden import golden_copy

INSTALLED = {each.name.removeprefix("material/") for each in entry_points(group="mkdocs.plugins")}
FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True)
class Case:
    """Options of a plugin, files below docs_dir for it, and words by the page or file that it has to do with."""

    made: Mapping[str, str]
    options: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()  # warnings of its own
    needs: str = ""  # what else must be installed

    def missing(self, name: str) -> str:
        """Why it cannot be tried here."""
        if name not in INSTALLED:
            return f"the plugin {name} is not installed"
        if self.needs and not find_spec(self.needs):
            return f"{self.needs} is not installed"
        return "" if name != "social" or [*FONTS.rglob("*.ttf")] else "no font is here, and it would ask Google for one"


CASES = {
    "search": Case({"search/search_index.json": "old-bridge/#fact-closes"}),
    "tags": Case({"tags/index.html": "../handbook/"}, files={"tags.md": "# Tags\n\n<!-- material/tags -->\n"}),
    "blog": Case(
        {"blog/2026/01/01/first/index.html": "A post", "blog/index.html": "../old-bridge/"},
        files={
            "blog/index.md": "# Blog\n",
            "blog/posts/first.md": "---\ndate: 2026-01-01\n---\n# First\n\nA post [of](../../old-bridge/index.md)\n",
        },
    ),
    "social": Case({"old-bridge/index.html": 'property="og:image"', "assets/images/social/old-bridge/index.png": ""}, needs="cairosvg"),
    "offline": Case({"old-bridge/index.html": "../actors/index.html", "search/search_index.js": "old-bridge/index.html#fact-closes"}),
    "privacy": Case({}, {"assets_exclude": ["unpkg.com/*"]}),
    "rss": Case({"feed_rss_created.xml": "/old-bridge/</link>", "feed_json_updated.json": "/old-bridge/"}, {"length": 99}),
    "i18n": Case(
        {
            "de/handbook/index.html": "Hallo",
            "sitemap.xml": "<loc>https://briefs.example.org/old-bridge/</loc>",
            "search/search_index.json": "old-bridge/#fact-closes",
        },
        {"languages": [{"locale": "en", "default": True, "name": "English"}, {"locale": "de", "name": "Deutsch"}]},
        {"handbook.de.md": "# Handbuch\n\nHallo [hier](old-bridge/index.md)\n"},
    ),
    "redirects": Case({"older/index.html": "../old-bridge/"}, {"redirect_maps": {"older.md": "old-bridge/index.md"}}),
    "minify": Case({}, {"minify_html": True, "minify_js": True, "minify_css": True}),
    "macros": Case({"sum/index.html": "42 in all"}, files={"sum.md": "# Sum\n\n{{ 6 * 7 }} in all\n"}),
    "awesome-nav": Case({"handbook/index.html": "The handbook"}, files={".nav.yml": "nav:\n- index.md\n- The handbook: handbook.md\n"}),
    "git-revision-date-localized": Case({"handbook/index.html": "md-source-file__fact"}),
    "include-markdown": Case(
        {"whole/index.html": "Words of a part"},
        {"opening_tag": "{!", "closing_tag": "!}"},
        {"whole.md": '# Whole\n\n{! include-markdown "part.md" !}\n', "part.md": "Words of a part\n"},
    ),
    "glightbox": Case({"picture/index.html": 'class="glightbox"'}, files={"picture.md": "# Picture\n\n![A dot](dot.png)\n"}),
    "print-site": Case({"print_page/index.html": "Hello there"}, said=("should be defined as the *last* plugin",)),
}


@pytest.fixture
def publication(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The golden publication with a handbook and what a plugin asks for, in a repository."""
    handbook = "---\ntags: [Rules]\n---\n# Handbook\n\nHello there. [A brief](old-bridge/index.md)\n"
    files = {"handbook.md": handbook, **request.getfixturevalue("case").files}
    root = golden_copy(tmp_path / "publication", {f"briefs/{path}": text for path, text in files.items()})
    (root / "briefs/dot.png").write_bytes(DOT)
    for arguments in (("init", "-q"), ("add", "-A"), ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "commit", "-qm", "All")):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
    fonts = root / ".cache/plugin/social/fonts/Roboto"  # where `social` keeps what it has once fetched
    for font in [*FONTS.rglob("*.ttf")][:1]:
        fonts.mkdir(parents=True)
        for style in ("Regular", "Bold"):
            shutil.copy(font, fonts / f"{style}.ttf")
    return root


@pytest.mark.filterwarnings("ignore")  # theirs
@pytest.mark.parametrize(("first", "look"), [(True, "publication"), (False, "theme")], ids=["first", "last"])
@pytest.mark.parametrize(("name", "case"), [pytest.param(name, case, id=name) for name, case in CASES.items()])
def test_a_plugin_works_beside_ours(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture, name: str, case: Case, first: bool, look: str
) -> None:
    """Wherever it is named, what it makes is there, our pages are whole, and nobody warns of anything."""
    if missing := case.missing(name):
        pytest.skip(missing)
    root: Path = request.getfixturevalue("publication")
    ours, other = {"briefs": {"handouts": False, "look": look}}, {name: dict(case.options)}
    plugins = [*([] if name == "search" else ["search"]), *([ours, other] if first else [other, ours])]
    settings = yaml.safe_load((GOLDEN / "publication/mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"plugins": plugins, "theme": {"name": "material", "font": False}, "repo_url": "https://code.example/desk"}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)

    warnings = [record.getMessage() for record in caplog.records if record.name.startswith("mkdocs") and record.levelname != "INFO"]
    assert [each for each in warnings if not any(words in each for words in case.said)] == []
    site = root / "site"
    for path, words in case.made.items():
        assert words in (site / path).read_bytes().decode("utf-8", "replace"), path
    assert 'id="fact-closes"' in (site / "old-bridge/index.html").read_text(encoding="utf-8").replace("id=fact-closes", 'id="fact-closes"')
    evidence = [path.read_text(encoding="utf-8") for path in site.glob("*/sources/*/index.html")]
    assert evidence
    assert all("noindex" in page for page in evidence)
    assert not (site / "de/old-bridge").exists()
