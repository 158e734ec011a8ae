"""What mkdocs.yml gives to ordinary pages alone is said once."""

from __future__ import annotations

from pathlib import Path

from generator.desk.publication import open_publication
from generator.engine.markdown_extensions import own_ids

ABOUT = "../about.md#no-such-part"
FILES = {
    "about.md": "# About\n",
    "x/brief.yml": f"title: A title\nsummary: 'An [answer]({ABOUT}).'\n",
}


def found(root: Path, extensions: str) -> dict[str, str]:
    """The findings of a publication on disk, by their code."""
    (root / "mkdocs.yml").write_text(f"site_name: A\ndocs_dir: briefs\nplugins: [briefs]\nmarkdown_extensions: {extensions}\n")
    for name, content in FILES.items():
        path = root / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return {finding.code: finding.message for finding in open_publication(root / "mkdocs.yml").survey().findings}


def test_extensions_that_briefs_have_not_are_named_once(tmp_path: Path) -> None:
    """With or without options; those that change nothing in a brief are not named."""
    message = found(
        tmp_path, "[tables, def_list, footnotes, {pymdownx.tasklist: {custom_checkbox: true}}, {pymdownx.tabbed: {alternate_style: true}}]"
    )["B115"]
    assert message.endswith(": `def_list`, `pymdownx.tabbed`")
    assert "B115" not in found(tmp_path, "[tables, {toc: {permalink: true}}]")


def test_parts_of_pages_are_looked_for_where_their_ids_are_known(tmp_path: Path) -> None:
    """A part that is not there is found on the disk; ids that the publication makes itself are not judged."""
    assert "B334" in found(tmp_path, "[toc]")
    assert "B334" not in found(tmp_path, "[{toc: {separator: _}}]")
    assert own_ids({"markdown.extensions.toc": frozenset({"slugify"})})
