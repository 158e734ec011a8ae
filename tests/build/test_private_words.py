"""What is not published stands in no byte of the site: docs/published.md says what may, and this holds it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.build.conftest import Tree
from tests.build.test_mkdocs_build import unpacked_bytes

DOCUMENTATION = Path(__file__).parents[2] / "docs/published.md"
PLACES = (
    "reason", "comment", "segment", "uncited", "filename", "original", "map", "exif", "pngtext", "behind", "unshown", "decision",
    "rawfolder", "misnamed", "backup", "hidden", "draftbrief", "draftitem", "review", "withheld", "embargoed", "withdrawn", "deeper",
)  # fmt: skip


def secret(place: str) -> str:
    """A word that stands in one place only."""
    return f"zq{place}word"


def noted_picture() -> bytes:
    """A picture with a word in its EXIF, in its text, and behind its end."""
    text, exif = PngInfo(), Image.Exif()
    text.add_text("Comment", secret("pngtext"))
    exif[0x010E] = secret("exif")
    stored = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stored, "PNG", pnginfo=text, exif=exif)
    return stored.getvalue() + secret("behind").encode()


@pytest.fixture
def planted(tree: Tree) -> Tree:
    """A publication with a word in everything that is not public, next to a brief that is; it has an address, and so feeds and graphs."""
    tree.edit("mkdocs.yml", ("# site_url:", "site_url:"))
    brief = "briefs/old-bridge/brief.yml"
    text = (tree.root / brief).read_text(encoding="utf-8").replace("between ourselves", secret("reason"))
    evidence = "evidence: [{source: press-release, quote: the Old Bridge closes}]"
    draft = f"  - {{id: proposed, draft: true, text: It {secret('draftitem')}., status: claimed, {evidence}}}"
    text = text.replace("\nfacts:\n", f"\nfacts: # {secret('comment')}\n{draft}\n", 1)
    name = f"sources/{secret('filename')}.txt"
    old = next(re.finditer(r"file: (sources/)?([\w-]+\.txt)", text))
    source = tree.root / "briefs/old-bridge/sources" / old[2]
    words = source.read_text(encoding="utf-8")
    source.unlink()
    text = re.sub(r"\n +sha256: .*|, sha256: \w+|sha256: \w+, ", "", text.replace(old[0], f"file: {name}", 1))
    last = len(words.splitlines()) + 2
    boilerplate = "        kind: boilerplate\n"
    text = text.replace(boilerplate, f"{boilerplate}      - {{lines: {last}, kind: satire, note: {secret('segment')}}}\n", 1)
    assert all(secret(place) in text for place in ("reason", "comment", "draftitem", "filename", "segment"))
    tree.write(brief, text)
    tree.write(f"briefs/old-bridge/{name}", f"{words}\n{secret('uncited')}\n")
    tree.write("briefs/old-bridge/media/dot.png", noted_picture())
    tree.write("briefs/old-bridge/media/other.png", noted_picture() + secret("unshown").encode())
    rejected = f"{{rejected: 2026-02-02, kind: fact, id: x, source: s, proposed: 2026-02-01, words: {secret('decision')}}}"
    for path, content in {
        "old-bridge/sources/original/press.html": secret("original"),
        "old-bridge/sources/press.map.json": secret("map"),
        "old-bridge/decisions.yml": f"proposals:\n  - {rejected}\n",
        "coming/sources/page.md": secret("rawfolder"),
        "coming/sources/original/page.html": secret("rawfolder"),
        "almost/brief.yaml": secret("misnamed"),
        "almost/article.md": secret("misnamed"),
        "about.md~": secret("backup"),
        ".env": secret("hidden"),
        "deep/er/brief.yml": secret("deeper"),
        "deep/er/article.md": secret("deeper"),
    }.items():
        tree.write(f"briefs/{path}", content)
    head = "summary: It rained.\npublished: 2026-01-01\nas_of: 2026-01-01\n"
    for place, lines in {
        "draftbrief": "status: draft", "review": "status: review", "embargoed": "status: published\nembargo: 2999-01-01",
    }.items():  # fmt: skip
        tree.write(f"briefs/b-{place}/brief.yml", f"title: {secret(place)}\n{head}{lines}\n")
    tree.write("briefs/b-withdrawn/brief.yml", f"title: Gone\n{head.replace('It rained', secret('withdrawn'))}status: withdrawn\n")
    withheld = "sources:\n  - {id: w, file: w.txt, title: A letter, kind: report, publish: none}\nfacts:\n"
    fact = f"  - {{id: f, text: It rained., status: claimed, evidence: [{{source: w, quote: {secret('withheld')}}}]}}\n"
    tree.write("briefs/b-withheld/brief.yml", f"title: Rain\n{head}status: published\n{withheld}{fact}")
    tree.write("briefs/b-withheld/sources/w.txt", f"{secret('withheld')} it said.\n")
    return tree


def test_no_byte_of_the_site_has_a_private_word(planted: Tree) -> None:
    """A word planted in each thing that is not public is in no page, data, index, image or part of a handout, nor in a file's name."""
    planted.built()
    files = {path: unpacked_bytes(path, content) for path, content in planted.files().items()}
    assert {"old-bridge/media/dot.png", "old-bridge/old-bridge.pdf", "b-withheld/b-withheld.pdf", "b-withdrawn/index.html"} <= set(files)
    assert "old-bridge/media/other.png" not in files
    assert {"feed.xml", "facts.csv", "llms.txt", "briefs.json", "old-bridge/index.md", "old-bridge/annotations.json"} <= set(files)
    assert b'<script type="application/ld+json">{"' in files["old-bridge/index.html"]
    found = [
        (path, place)
        for path, content in files.items()
        for place in PLACES
        for coded in ("utf-8", "utf-16-be")
        if secret(place).encode(coded) in content or secret(place) in path
    ]
    assert found == []
