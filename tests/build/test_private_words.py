"""What is not published stands in no byte of the site: docs/published.md says what may, and this holds it."""

from __future__ import annotations

import gzip
import io
import json
import re
import sqlite3
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.build.conftest import Tree

PLACES = (
    "reason", "comment", "segment", "uncited", "filename", "original", "map", "exif", "pngtext", "behind", "unshown", "decision",
    "rawfolder", "misnamed", "backup", "hidden", "draftbrief", "draftitem", "review", "withheld", "embargoed", "withdrawn", "deeper",
    "prefix", "articlecomment", "fieldcomment", "unusedlink", "linktitle", "figure", "drawing", "jpeg", "gif", "webp", "unnamed",
    "language", "drafttranslation",
    "releasedquote", "releasedraft", "releasewithdrawn", "releasenotes", "goneid", "gonetitle", "slug", "navigation",
    "theme", "template", "draftpage", "excluded",
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
        "capital/Brief.yml": secret("misnamed"),
        "capital/article.md": secret("misnamed"),
        "former/brief.yml.orig": secret("misnamed"),
        "former/article.md": secret("misnamed"),
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


DAM = f"""\
title: A dam
summary: "It [holds](fact:holds), they [say](fact:{secret("draftitem")} '{secret("linktitle")}')."
status: published
published: 2026-01-01
updated: 2026-02-01
as_of: 2026-01-01
topics: [Water]
redirects: [{{from: 'quote:old', to: 'quote:never'}}, {{from: 'quote:older', to: 'quote:never'}}]
figures:
  - id: {secret("figure")}
    file: media/unshown.png
    alt: {secret("figure")}
    caption: {secret("figure")}
    credit: {secret("figure")}
    licence: {secret("figure")}
    source: https://{secret("figure")}.example/
sources:
  - {{id: press, file: press.txt, title: A source, kind: transcript, segments: [{{lines: 4, kind: satire, note: {secret("segment")}}}]}}
  - {{id: letter, file: {secret("filename")}.txt, title: A letter, kind: report, publish: none}}
  - {{id: {secret("draftitem")}-source, file: other.txt, title: {secret("draftitem")}, kind: report}}
actors:
  - id: ada
    name: Ada Example
    kind: person
    existence: verified
    translations: [{{language: fr, name: {secret("language")}, about: {secret("language")}}}]
  - {{id: {secret("draftitem")}-actor, draft: true, name: {secret("draftitem")}, kind: person, existence: verified}}
facts:
  - id: holds
    text: The dam holds.
    status: confirmed
    by: [ada, {secret("draftitem")}-actor]
    accept: {{B303: {secret("reason")}}}
    note: "It [does][d].\\n\\n[d]: https://d.example\\n[//]: # ({secret("fieldcomment")})"
    evidence:
      - {{source: press, quote: The dam holds, prefix: "Alpha {secret("prefix")} stands."}}
      - {{source: letter, quote: {secret("withheld")} holds, prefix: {secret("withheld")}}}
  - id: {secret("draftitem")}
    draft: true
    text: {secret("draftitem")}.
    status: claimed
    evidence: [{{source: {secret("draftitem")}-source, quote: hidden words}}]
quotes:
  - {{id: never, text: It will never break, speaker: ada, source: press}}
timeline:
  - {{date: 2026-01-01, fact: {secret("draftitem")}}}
terms:
  - {{term: Dam, definition: A wall., translations: [{{language: fr, term: {secret("language")}, definition: {secret("language")}}}]}}
corrections:
  - date: 2026-01-03
    text: "Not [so](fact:{secret("draftitem")}), and [not](brief:{secret("slug")}) there."
    kind: correction
    item: fact:{secret("draftitem")}
"""
PRESS = f"""\
Alpha {secret("prefix")} stands.

The dam holds. “It will never break,” said Ada Example.
A joke of {secret("uncited")}.

Apart stands {secret("uncited")}.
"""
STORY = f"""\
Of [dams](term:dam), ![a](media/a.jpg) ![b](media/b.gif) ![c](media/c.webp) ![d](media/d.svg),
[that](fact:{secret("draftitem")}), [there](brief:{secret("slug")} "{secret("linktitle")}").

[//]: # ({secret("articlecomment")})

[unused]: https://{secret("unusedlink")}.example/ "{secret("unusedlink")}"
"""
GONE = f"""\
title: Gone with [it](fact:{secret("goneid")})
summary: {secret("withdrawn")}.
status: withdrawn
published: 2026-01-01
as_of: 2026-01-01
topics: [{secret("withdrawn")}]
authors: [{secret("withdrawn")}]
sources: [{{id: s, file: s.txt, title: {secret("withdrawn")}, kind: report}}]
facts: [{{id: {secret("goneid")}, text: {secret("withdrawn")}, status: claimed, evidence: [{{source: s, quote: {secret("withdrawn")}}}]}}]
corrections:
  - date: 2026-01-03
    kind: correction
    text: Not [so](brief:{secret("slug")}), [nor](fact:{secret("goneid")} "{secret("gonetitle")}") [there](fact:{secret("slug")}/x).
    item: fact:{secret("goneid")}
"""
DRAWING = f"""\
<!-- {secret("drawing")} --><?x {secret("drawing")}?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://i.example/" viewBox="0 0 9 9"
i:name="{secret("drawing")}" data-x="{secret("drawing")}">
<metadata>{secret("drawing")}</metadata><i:note>{secret("drawing")}</i:note><style>/* {secret("drawing")} */ rect {{fill: red}}</style>
<title>{secret("drawing")}</title><desc>{secret("drawing")}</desc><style>.{secret("drawing")} {{display: none}}</style>
<defs><text>{secret("drawing")}</text></defs><g class="{secret("drawing")}"><text>{secret("drawing")}</text></g>
<text opacity="0">{secret("drawing")}</text><g id="{secret("drawing")}"><rect/></g><use href="#{secret("drawing")}"/>
<rect width="4" height="4" aria-label="{secret("drawing")}" style="/* {secret("drawing")} */ stroke: red"/></svg>
"""
PAGE = f"""\
# A page

[a](brief:{secret("slug")}) [b]({secret("slug")}/index.md) [c](../{secret("slug")}/) [d](/{secret("slug")}/#facts)
[e](https://briefs.example.org/{secret("slug")}/) [f]({secret("slug")}/brief.yml) [home](index.md)
![g]({secret("slug")}/media/g.png) <a href='{secret("slug")}/'>h</a> <a href={secret("slug")}/>i</a>
<img alt="j" src='../{secret("slug")}/media/j.png' srcset="{secret("slug")}/media/j.png 2x">

<video src="/{secret("slug")}/media/k.mp4"></video>
"""
NAV = f"""
nav:
  - index.md
  - {secret("navigation")}: {secret("slug")}/index.md
  - More: [{secret("slug")}/brief.yml, {{{secret("navigation")}: /{secret("slug")}/}}, about.md, page.md]
draft_docs: draft.md
exclude_docs: excluded.md
"""


def release(title: str, status: str, *items: tuple[str, str, str]) -> str:
    """A record of what was published: quotes by id, words and source."""
    quotes = [{"kind": "quote", "id": name, "text": text, "source": source, "sha256": "0" * 64} for name, text, source in items]
    head = {"format": "explainer-brief-release/1", "recorded": "2026-01-02", "version": "0" * 12, "status": status}
    return json.dumps({**head, "title": title, "summary": "", "items": quotes})


def noted(kind: str, place: str, **options: object) -> bytes:
    """A picture with a word in its notes, its profile and behind its end."""
    exif = Image.Exif()
    exif[0x010E] = secret(place)
    stored = io.BytesIO()
    own: dict[str, dict[str, object]] = {"GIF": {"comment": secret(place)}, "JPEG": {"comment": secret(place), "exif": exif}}
    Image.new("RGB", (900, 9)).save(stored, kind, **(own.get(kind) or {"exif": exif, "xmp": secret(place).encode()}), **options)
    return stored.getvalue() + secret(place).encode()


@pytest.fixture
def filled_with_secrets(planted: Tree) -> Tree:
    """The same with a word in what is left of a withdrawn brief, in old releases, in what a theme and a navigation name, and more."""
    head = "summary: It rained.\npublished: 2026-01-01\nas_of: 2026-01-01\n"
    words = secret("withheld")
    shown = release("A dam before", "published", ("old", secret("releasedquote"), "letter"), ("older", secret("releasedquote"), "none"))
    for path, content in {
        "dam/brief.yml": DAM,
        "dam/article.md": STORY,
        "dam/sources/press.txt": PRESS,
        "dam/sources/other.txt": "hidden words",
        f"dam/sources/{secret('filename')}.txt": f"So {words} {words} holds now.\n\n{words}\n",
        "dam/media/a.jpg": noted("JPEG", "jpeg", icc_profile=secret("jpeg").encode()),
        "dam/media/b.gif": noted("GIF", "gif"),
        "dam/media/c.webp": noted("WEBP", "webp"),
        "dam/media/d.svg": DRAWING,
        "dam/media/unshown.png": noted("PNG", "figure"),
        "dam/releases/2026-01-02.json": shown,
        "dam/releases/2026-01-02-2.json": release(secret("releasedraft"), "draft"),
        "dam/releases/2026-01-02-3.json": release(secret("releasewithdrawn"), "withdrawn"),
        "dam/releases/notes.txt": secret("releasenotes"),
        "gone/brief.yml": GONE,
        "gone/article.md": secret("withdrawn"),
        "gone/sources/s.txt": secret("withdrawn"),
        "gone/releases/2026-01-02.json": release(secret("withdrawn"), "published", (secret("goneid"), secret("withdrawn"), "s")),
        f"{secret('slug')}/brief.yml": f"title: {secret('draftbrief')}\n{head}status: draft\ntopics: [{secret('draftbrief')}]\n"
        f"sources: [{{id: s, file: s.txt, title: A, kind: report}}]\nfacts: [{{id: x, text: It rained., status: claimed, "
        "evidence: [{source: s, quote: It rained}]}]\n",
        f"{secret('slug')}/sources/s.txt": "It rained.",
        f"{secret('drafttranslation')}/brief.yml": f"title: {secret('drafttranslation')}\n{head}status: draft\n"
        "translation_of: dam\nlanguage: de\n",
        "topics.yml": f"topics:\n  - {{topic: {secret('unnamed')}, description: {secret('unnamed')}, aliases: [{secret('unnamed')}-too]}}\n"
        f"  - {{topic: Water, aliases: [{secret('unnamed')}-also], description: 'See [this](brief:{secret('slug')})'}}\n",
        "page.md": PAGE,
        "draft.md": f"# {secret('draftpage')}\n",
        "excluded.md": f"# {secret('excluded')}\n",
    }.items():
        planted.write(f"briefs/{path}", content)
    named = f"  - {{id: {secret('unnamed')}, name: {secret('unnamed')}, kind: person, existence: verified}}\n"
    planted.edit("briefs/actors.yml", ("actors:\n", f"actors:\n{named}"))
    planted.edit("briefs/glossary.yml", ("terms:\n", f"terms:\n  - {{term: {secret('unnamed')}, definition: {secret('unnamed')}}}\n"))
    planted.edit("mkdocs.yml", ("  name: material", "  custom_dir: overrides\n  name: material"))
    planted.write("mkdocs.yml", (planted.root / "mkdocs.yml").read_text(encoding="utf-8") + NAV)
    for name in (
        "main.html~",
        "main.html.orig",
        ".main.html.swp",
        ".env",
        "notes.txt",
        "partials/x.html.bak",
        "sub/secret.yml",
        "NOTES.md",
    ):
        planted.write(f"overrides/{name}", secret("theme"))
    planted.write("overrides/ours.css", "a {}")
    planted.write("templates/theme/notes.txt", secret("template"))
    planted.write("templates/brief.html.j2~", secret("template"))
    return planted


def unpacked(path: Path) -> bytes:
    """All that is in a file: of a PDF its words and every object, of a database its rows."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(content)
    if path.suffix == ".sqlite":
        return content + "\n".join(sqlite3.connect(path).iterdump()).encode()
    if path.suffix != ".pdf":
        return content
    written = io.BytesIO()
    with pikepdf.open(path) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        attached = [attachment.get_file().read_bytes() for attachment in pdf.attachments.values()]
        pdf.save(written, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        raw = [stream.read_raw_bytes() for stream in streams]
    words = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout
    return b"\n".join([words, written.getvalue(), *raw, *attached])


def told(folder: Path) -> list[tuple[str, str]]:
    """Which files in a folder tell which secret."""
    return [
        (path.relative_to(folder).as_posix(), place)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for content in [unpacked(path)]
        for place in PLACES
        if secret(place) in path.relative_to(folder).as_posix()
        or any(secret(place).encode(coded) in content for coded in ("utf-8", "utf-16-be"))
    ]


def test_no_byte_of_the_site_has_a_private_word(filled_with_secrets: Tree) -> None:
    """A word planted in each thing that is not public is in no page, data, index, image or part of a handout, nor in a file's name."""
    tree = filled_with_secrets
    tree.built()
    files = tree.files()
    assert {"old-bridge/media/dot.png", "old-bridge/old-bridge.pdf", "b-withheld/b-withheld.pdf", "b-withdrawn/index.html"} <= set(files)
    assert {"dam/changes/index.html", "dam/media/a.jpg", "gone/brief.json", "page/index.html", "ours.css"} <= set(files)
    assert "old-bridge/media/other.png" not in files
    assert {"feed.xml", "facts.csv", "llms.txt", "briefs.json", "old-bridge/index.md", "old-bridge/annotations.json"} <= set(files)
    assert b'<script type="application/ld+json">{"' in files["old-bridge/index.html"]
    assert b"before" in unpacked(tree.site / "dam/changes/index.html")
    assert b"The dam holds" in unpacked(tree.site / "dam/dam.pdf")
    assert told(tree.site) == []


def test_no_byte_of_what_is_exported_has_a_private_word(filled_with_secrets: Tree) -> None:
    """Neither the folder for other engines nor the database has one."""
    tree = filled_with_secrets
    for words in (("--docs", "out/docs"), ("--sqlite", "out/briefs.sqlite")):
        done = tree.command("briefs", "export", *words)
        assert done.returncode == 0, done.stdout
    files = {path.relative_to(tree.root / "out").as_posix() for path in (tree.root / "out").rglob("*")}
    assert {"briefs.sqlite", "docs/docs/dam/dam.pdf", "docs/docs/page.md", "docs/overrides/ours.css", "docs/docs/gone/brief.json"} <= files
    assert told(tree.root / "out") == []


@pytest.mark.parametrize("place", ["prefix", "goneid", "slug"])
def test_a_word_that_is_told_is_found(tmp_path: Path, place: str) -> None:
    """In a page, in the name of a file, in a packed one, and in a row of a database."""
    (tmp_path / secret(place)).touch()
    (tmp_path / "page.html").write_text(secret(place), encoding="utf-8")
    (tmp_path / "packed.gz").write_bytes(gzip.compress(secret(place).encode()))
    with sqlite3.connect(tmp_path / "a.sqlite") as rows:
        rows.execute("CREATE VIRTUAL TABLE t USING fts5 (x, detail=none)")
        rows.execute("INSERT INTO t VALUES (?)", [secret(place)])
    rows.close()
    assert told(tmp_path) == [(name, place) for name in ("a.sqlite", "packed.gz", "page.html", secret(place))]
