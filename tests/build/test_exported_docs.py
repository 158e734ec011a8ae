"""What `briefs export --docs` writes, built by engines that know nothing of briefs: the pages of an ordinary build, at its addresses."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from generator.desk.exporting_docs import export_docs
from generator.desk.publication import open_publication
from tests.build.conftest import ENVIRONMENT, Tree

ROOT = Path(__file__).parents[2]
TITLE = "A \\*b\\* &amp; `c` &lt;i> {{ d }} \"q\" </title><script>alert('x')</script>"
STORY = """

## Signs of _Markdown_ & more {#id .class}

Stars \\*here\\*, under_scores_in_words, $5 and $6, {{ page.title }}, {% raw %}, \\[^1], `code with <b> & *stars*`, --8<-- "x" and :smile:.

    indented code

    after a blank line\tand a tab
    ```
    [x](y) </pre> <!-- &lt; &amp;lt;

- a list

  ```text
  fenced

  ## no heading
  ```
"""
ENGINES = {
    "material": ["mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"],
    "properdocs": ["properdocs", "build", "--quiet", "--strict", "--site-dir", "site"],
    "zensical": ["zensical", "build", "--strict"],
}

Told = tuple[str | None, list[tuple[str, dict[str, str], str, str]], set[tuple[str | None, ...]], list[str | None]]


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The example publication in the theme's frame, with a title and a story that Markdown and templates would read otherwise."""
    tree = Tree(tmp_path_factory.mktemp("exported") / "publication")
    shutil.copytree(ROOT / "briefs", tree.root / "briefs")
    shutil.copyfile(ROOT / "mkdocs.yml", tree.root / "mkdocs.yml")
    tree.edit("mkdocs.yml", ("handouts: {", "look: theme\n      handouts: false\n#"))
    brief = (tree.root / "briefs/leap-second/brief.yml").read_text(encoding="utf-8")
    title = next(line for line in brief.splitlines() if line.startswith("title: "))
    tree.edit("briefs/leap-second/brief.yml", (title, f"title: '{TITLE.replace(chr(39), chr(39) * 2)}'"))
    tree.edit("briefs/leap-second/article.md", ("\n", f"\n{STORY}\n"))
    tree.edit("briefs/about.md", ("## How", "A [brief](brief:leap-second).\n\n## How"))
    tree.built("--strict")
    assert not export_docs(open_publication(tree.root / "mkdocs.yml"), tree.root / "mkdocs.yml", tree.root / "out").refused
    return tree


def told(page: Path) -> Told:
    """What a page of ours says: its title, each element with its attributes and words, what its head says to machines, and its graph."""
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    ours = [part for part in tree.iter("article", "footer") if {"brief", "brief-foot"} & {*(part.get("class") or "").split()}]
    for each in tree.iter():
        each.attrib.pop("data-search-exclude", None)  # which Zensical follows, and removes
    content = [
        (each.tag, {**each.attrib}, _words(each.text), "" if each in ours else _words(each.tail)) for part in ours for each in part.iter()
    ]
    said = ("alternate", "canonical")
    head = {(each.get("rel"), each.get("href"), each.get("title")) for each in tree.iter("link") if each.get("rel") in said}
    names = ((each.get("name") or each.get("property"), each.get("content")) for each in tree.iter("meta"))
    head |= {(name, content) for name, content in names if name not in (None, "generator")}
    return (
        tree.findtext(".//title"),
        content,
        head,
        [each.text for each in tree.iter("script") if each.get("type") == "application/ld+json"],
    )


def _words(text: str | None) -> str:
    """A text, but for a line's end after it: that stands elsewhere in a page whose end tags are left out."""
    return re.sub(r"\s*\n\s*\Z", "", text or "")


def as_exported(said: Told) -> Told:
    """The same with the one address that is another: engines make pages of files that end with `.md`."""
    title, content, head, graph = said
    for _, attributes, _, _ in content:
        if attributes.get("href") == "index.md":
            attributes["href"] = "index.md.txt"
    return title, content, {tuple("index.md.txt" if each == "index.md" else each for each in one) for one in head}, graph


def pages(tree: Tree) -> Iterator[str]:
    """The pages of the site that are not written by hand."""
    by_hand = ("index.html", "404.html", "about/index.html")
    yield from (path for path in tree.files() if path.endswith(".html") and path not in by_hand)


@pytest.mark.parametrize("engine", ENGINES)
def test_other_engines_build_the_same_pages(publication: Tree, tmp_path: Path, engine: str) -> None:
    """Titles, ids, words, links and what the head says are those of an ordinary build, on every page, whatever stands in them."""
    command = ENGINES[engine]
    if importlib.util.find_spec(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    shutil.copytree(publication.root / "out", tmp_path / "out")
    words = [sys.executable, "-m", *command]
    done = subprocess.run(words, cwd=tmp_path / "out", env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    built, listed = tmp_path / "out/site", [*pages(publication)]
    assert len(listed) > 90
    for path in listed:
        assert told(built / path) == as_exported(told(publication.site / path)), path
    assert "../leap-second/" in (built / "about/index.html").read_text(encoding="utf-8")
    assert 'href="leap-second/"' in (built / "index.html").read_text(encoding="utf-8")
    lost = {
        path for path in publication.files() if not path.endswith((".html", "index.md")) and not path.startswith(("assets/", "search/"))
    }
    assert {path for path in lost if not (built / path).is_file()} <= {"manifest.json", "sitemap.xml.gz"}
