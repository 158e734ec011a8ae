"""Every reader of bytes in the program, with what it is to read and what it may refuse, and how such bytes go wrong.

`tests/property/test_readers.py` tries each of them a little every time, `make fuzz` for as long as it is given.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import strategies as st

from generator.desk.publication import explained
from generator.dossier.manifest import manifest
from generator.dossier.signature import KeyProblemError, public_keys, signing_key
from generator.engine.cache import Cache
from generator.engine.configuration import read_configuration
from generator.errors import PublicationError
from generator.images import ImageError, image
from generator.ingest import IngestError, ingest, maps
from generator.parsing import DECISIONS, Folder, parse_decisions
from generator.parsing.releases import parse_releases
from generator.parsing.yaml_file import decode
from generator.text.yamltree import compose
from generator.verifying.judging import judged
from generator.verifying.site import verify_site
from generator.verifying.verdict import NOTHING
from tests.ingest.files import PAGE, archive, docx, epub, odt, pdf
from tests.support.handouts import GOLDEN
from tests.support.publication import HEAD, check_all, reported

_BRIEF, _EXPECTED = GOLDEN / "briefs/old-bridge", GOLDEN.parent / "expected/old-bridge"
_RELEASE = "releases/2026-02-03.json"
_SOURCE = "sources: [{id: page, file: page.txt, title: A page, kind: report}]\n"
_QUOTES = 'quotes: [{id: late, text: "The ferry is late", speaker: kari, source: page}]\n'


@dataclass(frozen=True)
class Reader:
    """What reads bytes: its name, bytes that it can read, how it is called, and what it may raise; findings and verdicts are values.

    `is_slow` says that it takes a process of its own for each file.
    """

    name: str
    seed: Callable[[], bytes]
    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = ()
    is_slow: bool = False

    def outcome(self, data: bytes) -> object:
        """What is read, or the refusal."""
        try:
            return self.read(data)
        except self.refusals as refusal:
            return refusal


# What is read


def _in_brief(name: str, data: bytes) -> object:
    given = {path.relative_to(_BRIEF).as_posix(): path.read_bytes() for path in (_BRIEF / "sources").iterdir()}
    return reported(check_all({"x": given | {"brief.yml": (_BRIEF / "brief.yml").read_bytes()} | {name: data}}))


def _source(data: bytes) -> object:
    return reported(check_all({"x": {"brief.yml": HEAD + _SOURCE + _QUOTES, "sources/page.txt": data}}))


def _shared(name: str, data: bytes) -> object:
    return reported(check_all({"x": {"brief.yml": HEAD}}, {name: data}))


def _tree(data: bytes) -> object:
    text, found = decode("x.yml", data)
    return compose(text) if text else found


def _settings(data: bytes) -> object:
    with TemporaryDirectory() as folder, explained():
        Path(folder, "briefs").mkdir()
        path = Path(folder, "mkdocs.yml")
        path.write_bytes(data)
        return read_configuration(path)


def _map(data: bytes) -> object:
    return maps.pieces_in(data, ingest("a.html", PAGE.encode()).text)


def _cached(data: bytes) -> object:
    """An entry of a cache that somebody else has written."""
    with TemporaryDirectory() as folder:
        kept = Cache(Path(folder, "kept"))
        entry = kept.path("aabb")
        assert entry
        entry.parent.mkdir(parents=True)
        entry.write_bytes(data)
        found = kept.get("aabb")
        assert found is None or data.endswith(found)
        return found


def _verified(name: str, data: bytes) -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return judged(path, NOTHING)


def _verified_site(data: bytes) -> object:
    with TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "old-bridge").mkdir()
        (site / "manifest.json").write_bytes(data)
        (site / "old-bridge/evidence.json").write_bytes((_EXPECTED / "evidence.json").read_bytes())
        return verify_site(site, NOTHING)


# What they can read


def _example(path: Path) -> Callable[[], bytes]:
    return path.read_bytes


def _words(words: str) -> Callable[[], bytes]:
    return words.encode


def _cache_entry() -> bytes:
    with TemporaryDirectory() as folder:
        kept = Cache(Path(folder, "kept"))
        kept.put("aabb", b"what was put there")
        entry = kept.path("aabb")
        assert entry
        return entry.read_bytes()


def _manifest() -> bytes:
    evidence = (_EXPECTED / "evidence.json").read_bytes()
    files = {"index.html": (4, "0" * 64), "old-bridge/evidence.json": (len(evidence), "1" * 64)}
    return manifest(
        files, [("old-bridge/evidence.json", evidence)], ["old-bridge/old-bridge.pdf"], program="briefs", url="https://a.example/"
    )


def _unpacked_pdf() -> bytes:
    return _plain(
        pikepdf.open(io.BytesIO(pdf([["# The ferry", "The ferry Alma is late again, and", "nobody knows why.", "", "So it is."]])))
    )


def _handout() -> bytes:
    """A tagged PDF with the attachments of a handout, small and not packed, so that what is changed lies in them."""
    document = pikepdf.open(io.BytesIO(pdf([["AB"]])))
    page = document.pages[0]
    page.Contents = document.make_stream(b"/P <</MCID 0>> BDC BT /F1 9 Tf <00410042> Tj ET EMC /Artifact BMC BT <0041> Tj ET EMC")
    page.Resources.Font.F1.ToUnicode = document.make_stream(
        b"2 beginbfchar <0041> <0041> <0042> <D83DDE00> endbfchar 1 beginbfrange <0043> <0045> <0043> endbfrange"
    )
    element = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, Pg=page.obj, K=pikepdf.Array([0]))
    document.Root.StructTreeRoot = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=element))
    document.Root.Lang = pikepdf.String("en")
    for name in ("brief.json", "evidence.json"):
        document.attachments[name] = pikepdf.AttachedFileSpec(document, (_EXPECTED / name).read_bytes(), filename=name)
    return _plain(document)


def _plain(document: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    document.save(stream, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, static_id=True)
    return stream.getvalue()


def _public_key() -> bytes:
    key = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "kid": "a", "alg": "EdDSA"}
    return json.dumps({"keys": [key]}).encode()


def _private_key() -> bytes:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


_ACTORS = (
    "actors:\n  - {id: kari, name: Kari Moe, kind: person, of: ferry, role: captain, aliases: [K. Moe]}\n"
    "  - {id: ferry, name: The ferry, kind: organisation}\n"
)
_GLOSSARY = "terms:\n  - {term: diversion, definition: A way *around*., aliases: [detour]}\n"
_TOPICS = "topics:\n  - {topic: Traffic, description: Cars and *ferries*., aliases: [Transport]}\n"
_DECISIONS = (
    "proposals:\n  - {rejected: 2026-02-03, kind: quote, id: late, source: page, proposed: 2026-02-02, words: The ferry is late}\n"
    "  - {kind: fact, id: again, source: page, proposed: 2026-02-02, words: It is late}\n"
)
_MKDOCS = (
    "site_name: Briefs\nsite_url: https://briefs.example.org/\ndocs_dir: briefs\nexclude_docs: |\n  drafts/*\n"
    "theme: {name: material, language: en}\nplugins:\n  - search\n  - briefs: {timezone: Europe/Berlin, rules: {B401: error}}\n"
)
_RTF = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}{\info{\title The toll}{\creatim\yr2024\mo5}}"
_RTF += r"\f0 The ferry\par \u8220?Late\u8221? {\b again}\'e9\par {\*\x gone}\trowd A\cell B\cell\row}"
_EML = (
    "From: Kari Moe <kari@example.org>\r\nTo: ada@example.org\r\nSubject: =?utf-8?q?The_f=C3=A9rry?=\r\n"
    "Date: Fri, 3 May 2024 10:00:00 +0200\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry is late=2E\r\n> So?\r\n--b\r\nContent-Type: text/html\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIGZlcnJ5IGlzIGxhdGUuPC9wPg==\r\n--b--\r\n"
)
_VTT = (
    "WEBVTT\n\nNOTE by hand\n\n00:00:01.000 --> 00:00:04.000 align:start\n<v Kari Moe>The ferry is late.\n\n05:00.000 --> 05:01.500\nSo?\n"
)
_SRT = "1\n00:00:01,000 --> 00:00:04,000\nKARI: The ferry is late.\n\n2\n00:00:05,000 --> 00:00:07,500\n<i>So?</i>\n"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9mm"><title>A</title><style>.a{fill:red}</style>'
    '<g transform="scale(2)"><path class="a" d="M0 0L9 9z"/><use href="#b"/><text id="b" x="1">Ferry</text></g></svg>'
)
_WORD = "It is late.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nobody</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>"
_ODT = "<text:h>Ferry</text:h><text:p>Late <text:span>again</text:span><text:s text:c='2'/></text:p>"
_ODT += "<text:list><text:list-item><text:p>So</text:p></text:list-item></text:list>"
_ODT += "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>"


def _importing(name: str, seed: Callable[[], bytes], *, is_slow: bool = False) -> Reader:
    return Reader(name, seed, partial(ingest, f"a{name}"), (IngestError,), is_slow)


READERS = (
    Reader(
        "YAML tree", _words("a: &a [x, 'y', \"\\u00e9\"]\nb: {c: *a, 2024-10-24: ~}\nd: >-\n  one\n\n  two\n# e\n? f\n: |\n  g\n"), _tree
    ),
    Reader("brief.yml", _example(_BRIEF / "brief.yml"), partial(_in_brief, "brief.yml")),
    Reader("article.md", _example(_BRIEF / "article.md"), partial(_in_brief, "article.md")),
    Reader("source text", _words("The ferry is late.\r\n\nKari said so: “The ferry\nis late” … [sic] café\n"), _source),
    Reader("actors.yml", _words(_ACTORS), partial(_shared, "actors.yml")),
    Reader("glossary.yml", _words(_GLOSSARY), partial(_shared, "glossary.yml")),
    Reader("topics.yml", _words(_TOPICS), partial(_shared, "topics.yml")),
    Reader("decisions.yml", _words(_DECISIONS), lambda data: parse_decisions(Folder("x", "briefs/x", {DECISIONS: data}, {}))),
    Reader("release", _example(_BRIEF / _RELEASE), lambda data: parse_releases(Folder("x", "briefs/x", {_RELEASE: data}, {}))),
    Reader("mkdocs.yml", _words(_MKDOCS), _settings, (PublicationError,)),
    _importing(".html", _words(PAGE)),
    _importing(".docx", lambda: docx(["The ferry", _WORD])),
    _importing(".pdf", _unpacked_pdf, is_slow=True),
    _importing(".odt", lambda: odt(_ODT)),
    _importing(".epub", lambda: epub({"one.xhtml": "<h1>The ferry</h1><p>It is late.</p>", "two.xhtml": "<p>So?</p>"})),
    _importing(".rtf", _words(_RTF)),
    _importing(".eml", _words(_EML)),
    _importing(".vtt", _words(_VTT)),
    _importing(".srt", _words(_SRT)),
    _importing(".txt", _words("The ferry\n=========\n\nIt is late, *again*.\n")),
    Reader("map of a source", lambda: maps.as_json(ingest("a.html", PAGE.encode()), "sources/original/a.html"), _map),
    Reader("picture", _example(_BRIEF / "media/bridge.png"), partial(image, "a.png"), (ImageError,)),
    Reader("drawing", _words(_SVG), partial(image, "a.svg"), (ImageError,)),
    Reader("entry of a cache", _cache_entry, _cached),
    Reader("public keys", _public_key, public_keys, (KeyProblemError,)),
    Reader("private key", _private_key, signing_key, (KeyProblemError,)),
    Reader("brief.json", _example(_EXPECTED / "brief.json"), partial(_verified, "brief.json")),
    Reader("evidence.json", _example(_EXPECTED / "evidence.json"), partial(_verified, "evidence.json")),
    Reader("manifest.json", _manifest, _verified_site),
    Reader("handout", _handout, partial(_verified, "handout.pdf"), is_slow=True),
)


# How it goes wrong

_TOKEN = re.compile(rb'"(?:[^"\\\n]|\\.)*"|[\w.+-]+|<[^<>]*>|\s+|.', re.DOTALL)
_ODD = (
    b"", b"\0", b"\xff", b"\xed\xa0\x80", b"null", b"true", b"-1", b"0", b"1e999", b"NaN", b"9" * 5000, b"[]", b"{}", b'""', b'"\\ud800"',
    b"[[1]]", b'{"a": 1}', b"&a", b"*a", b"!!binary", b"!x", b"? ", b"---\n", b"%", b"\\", b"<", b">", b"&#0;", b"&#x110000;", b"\r", b"\t",
    b"0001-01-01", b"9999-99-99", b"../..", b"//", b"https://[", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"(" * 300, b"[" * 300,
)  # fmt: skip


@st.composite
def _changed(draw: st.DrawFn, content: bytes) -> bytes:
    """Content in which some tokens or bytes are others, are missing, or stand twice."""
    tokens = _TOKEN.findall(content) or [b""]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(tokens) - 1))
        token, other = tokens[at], st.sampled_from(tokens)
        tokens[at] = draw(st.sampled_from(_ODD) | other | other.map(token.__add__) | st.binary(max_size=4).map(token.__add__))
    end = draw(st.none() | st.integers(0, len(content)))
    return b"".join(tokens)[:end]


@st.composite
def _repacked(draw: st.DrawFn, content: bytes) -> bytes:
    """An archive with one part changed: what is changed outside of them is a damaged archive at once."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts: dict[str, Any] = {name: packed.read(name) for name in packed.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    return archive(parts | {name: draw(_changed(parts[name]))})


@cache
def inputs(reader: Reader) -> st.SearchStrategy[bytes]:
    """Bytes for a reader: what it can read, that with changes, and any."""
    seed = reader.seed()
    near = _repacked(seed) | _changed(seed) if seed.startswith(b"PK") else _changed(seed)
    return near | near | near | st.just(seed) | st.binary(max_size=200)
