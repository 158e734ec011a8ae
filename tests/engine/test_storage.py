"""What is read of a publication's tree."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.engine import storage

PNG = Path(__file__).parents[2] / "docs/page.png"


def written(root: Path, *names: str, text: str = "") -> Path:
    """A folder with some files."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text or name, encoding="utf-8")
    return root


def test_of_a_brief_everything_is_read_that_may_become_part_of_it(tmp_path: Path) -> None:
    """Texts and images; no original, map, hidden file or hidden folder, and of `media` nothing but images."""
    folder = written(
        tmp_path / "briefs/x",
        "brief.yml", "article.md", "releases/r.json", "sources/s.txt", "sources/s.map.json", "sources/original/s.html", ".env",
        "sources/.s.txt.swp", ".git/config", "media/notes.txt",
    )  # fmt: skip
    (folder / "media/deep").mkdir()
    (folder / "media/deep/page.png").write_bytes(PNG.read_bytes())
    read = storage.read_folder(tmp_path, folder)
    assert {name: content.decode() for name, content in read.files.items()} == {
        name: name for name in ("article.md", "brief.yml", "releases/r.json", "sources/s.txt")
    }
    assert (read.slug, read.path, set(read.media), read.original) == ("x", "briefs/x", {"deep/page.png"}, None)
    assert (tmp_path / ".cache/images").is_dir()


def test_a_translation_is_read_with_its_original(tmp_path: Path) -> None:
    """The folder beside it, unless that is a link, has no brief.yml, or one that may not be read."""
    folder = written(tmp_path / "briefs/x", "brief.yml", text="translation_of: y\n")

    def original() -> str | None:
        found = storage.read_folder(tmp_path, folder).original
        return found and found.path

    assert original() is None
    written(tmp_path / "briefs/y", "article.md")
    assert original() is None
    (tmp_path / "briefs/y/brief.yml").symlink_to(written(tmp_path, "outside.yml") / "outside.yml")
    assert original() is None
    (tmp_path / "briefs/y/brief.yml").unlink()
    written(tmp_path / "briefs/y", "brief.yml")
    assert original() == "briefs/y"
    (tmp_path / "briefs/y").rename(tmp_path / "briefs/z")
    (tmp_path / "briefs/y").symlink_to("z")
    assert original() is None


def test_folders_of_briefs(tmp_path: Path) -> None:
    """Those that hold a brief.yml, in order, or those of some names; no deeper one, no link, and none whose brief.yml is not wanted."""
    docs = written(tmp_path, "b/brief.yml", "a/brief.yml", "c/other.md", "d/deep/brief.yml", "e/brief.yml")
    (docs / "link").symlink_to("a")
    asked: list[str] = []

    def wanted(path: str) -> bool:
        asked.append(path)
        return path != "e/brief.yml"

    assert storage.wanted_folders(docs, wanted) == [docs / "a", docs / "b"]
    assert asked == ["a/brief.yml", "b/brief.yml", "e/brief.yml", "link/brief.yml"]
    assert storage.wanted_folders(docs, wanted, ["e", "link", "b", "none", "c"]) == [docs / "b"]


def test_templates_of_a_publication_come_before_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours are those in the package where it has some (a wheel), else those beside it; the publication's own may be the same folder."""
    ours = storage.CHECKOUT_TEMPLATES
    assert storage.template_folders(tmp_path) == (ours,)
    own = written(tmp_path, "templates/x.html.j2") / "templates"
    assert storage.template_folders(tmp_path) == (own, ours)
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout/templates").symlink_to(ours)
    assert storage.template_folders(tmp_path / "checkout") == (ours,)
    monkeypatch.setattr(storage, "PACKAGED_TEMPLATES", own)
    assert storage.template_folders(tmp_path / "elsewhere") == (own,)


def test_templates_are_texts(tmp_path: Path) -> None:
    """Templates, styles, scripts and catalogues, by their path, of the first folder that has one; with line feeds for line ends."""
    one = written(tmp_path / "one", "x.html.j2", "deep/x.css", "notes.txt", "x.html", text="one\r\n")
    other = written(tmp_path / "other", "x.html.j2", "y.html.j2", "x.js", "locale/de.po", text="other")
    (other / "folder.css").mkdir()
    assert storage.read_templates((one, other)) == {
        "x.html.j2": "one\n", "deep/x.css": "one\n", "y.html.j2": "other", "x.js": "other", "locale/de.po": "other",
    }  # fmt: skip
    (one / "bad.css").write_bytes(b"\xff")
    with pytest.raises(OSError, match="UTF-8") as caught:
        storage.read_templates((one, other))
    error = caught.value
    assert (error.errno, error.strerror, error.filename) == (errno.EILSEQ, "is not UTF-8", str(one / "bad.css"))


def test_a_scaffold_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """All of its files, or none and the name of the first that is there already."""
    assert storage.write_new(tmp_path, {"of/a": b"1", "b": b"2"}) == [tmp_path / "of/a", tmp_path / "b"]
    assert [(tmp_path / name).read_bytes() for name in ("of/a", "b")] == [b"1", b"2"]
    with pytest.raises(FileExistsError) as caught:
        storage.write_new(tmp_path, {"c": b"3", "of/a": b"4", "b": b"5"})
    error = caught.value
    assert (error.errno, error.strerror, error.filename) == (errno.EEXIST, "exists already", str(tmp_path / "of/a"))
    assert not (tmp_path / "c").exists()
    assert (tmp_path / "of/a").read_bytes() == b"1"


def test_what_lies_in_a_folder_is_told_with_all_links_followed(tmp_path: Path) -> None:
    """From either side."""
    home = written(tmp_path, "home/a", "b") / "home"
    (home / "out").symlink_to(tmp_path)
    (tmp_path / "in").symlink_to(home)
    inside = {
        path: storage.is_inside(path, home) for path in (home / "a", home / "none", tmp_path / "in/a", tmp_path / "b", home / "out/b")
    }
    assert list(inside.values()) == [True, True, True, False, False]
    assert storage.is_inside(home / "a", tmp_path / "in")


def test_shared_files_are_read_where_they_are(tmp_path: Path) -> None:
    """Actors, glossary and topics; no link out of the publication."""
    docs = written(tmp_path / "briefs", "actors.yml", "other.yml")
    (docs / "topics.yml").symlink_to(written(tmp_path, "topics.yml") / "topics.yml")
    assert storage.read_shared(docs) == {"actors.yml": b"actors.yml"}
