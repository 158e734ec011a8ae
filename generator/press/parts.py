"""The digests of a PDF's parts: what eyes see, what programs read, and what the file says of itself.

They stay the same when a program saves the file anew and changes nothing in it: an object counts by what it holds and leads to, never
by its number, by how often it is kept or by how it is packed; drawing instructions count by their words, never by the space between
them; numbers count to as many digits as every program keeps. The evidence is left out, because it holds these digests.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator, Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf

from generator.press.instructions import canonical, number

EVIDENCE = "evidence.json"

# In an object as qpdf writes it: strings, and the names of ways back up, may hold what looks like a reference or a number.
_TOKEN = re.compile(
    rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>|(?P<up>/(?:P|Parent|Prev) \d+ \d+ R\b)|/[^\s()<>\[\]{}/%]*"
    rb"|\b(?P<object>\d+) (?P<generation>\d+) R\b|(?P<real>-?\d*\.\d*)",
    re.DOTALL,
)
_PACKING = {"/Length", "/Filter", "/DecodeParms"}
# Of the catalogue: what a program may write otherwise, and the pages, which count one by one.
_OF_FILE = {"/Version", "/Extensions", "/PageMode", "/Pages"}
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")  # a page has them of the nodes above it where it says nothing itself
_METADATA = re.compile(rb"<x:xmpmeta.*</x:xmpmeta>", re.DOTALL)
_NOTHING = b"<< >>"
_DEEPEST = 100  # nodes of pages above one another

Number = tuple[int, int]  # of an object
Step = Generator[Number, bytes, bytes]  # asks for what stands for other objects, and returns it for one


def digests(pdf: pikepdf.Pdf) -> dict[str, str]:
    """SHA-256 of each part of a document: its pages one by one, and by name what they share."""
    book = _Book(pdf)
    found = {name: book.digest(_page(page)) for name, page in book.pages.items()}
    tags = pdf.Root.get("/StructTreeRoot")
    found["tags"] = book.digest(tags) if isinstance(tags, pikepdf.Dictionary) else ""
    found["properties"] = book.digest(_properties(pdf))
    return found | {"fonts": hashlib.sha256(b" ".join(book.fonts)).hexdigest()}


def _page(page: Any) -> pikepdf.Dictionary:
    """A page with what it inherits, and what is drawn on it as one stream."""
    # A key with an underscore is some program's own (ISO 32000-1, annex E).
    found = {name: value for name, value in page.items() if name != "/Contents" and "_" not in name}
    for name in _INHERITED:
        node, depth = page, 0
        while name not in node and isinstance(node.get("/Parent"), pikepdf.Dictionary) and depth < _DEEPEST:
            node, depth = node.Parent, depth + 1
        if name in node:
            found[name] = node[name]
    contents = page.get("/Contents", pikepdf.Array())
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    drawn = canonical(b"\n".join(stream.read_bytes() for stream in streams))
    of_streams = b"".join(about for stream in streams if (about := _words(stream)) != _NOTHING)
    return pikepdf.Dictionary(found | {"/Contents": pikepdf.String(hashlib.sha256(drawn + b"\0" + of_streams).digest())})


def _properties(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """What a document says of itself."""
    root = {name: value for name, value in pdf.Root.items() if name not in _OF_FILE}
    return pikepdf.Dictionary({"/Root": pikepdf.Dictionary(root), "/Info": pdf.trailer.get("/Info", pikepdf.Dictionary())})


class _Book:
    """The objects of a document, each with the digest of what it holds and leads to, up to what is counted elsewhere."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = {f"page {number}": page.obj for number, page in enumerate(pdf.pages, 1)}
        elsewhere = {page.objgen: name for name, page in self.pages.items()} | {pdf.Root.Pages.objgen: "pages"}
        if "/StructTreeRoot" in pdf.Root:
            elsewhere[pdf.Root.StructTreeRoot.objgen] = "tags"
        elsewhere |= {attached.obj.EF.F.objgen: name for name, attached in pdf.attachments.items() if name.endswith(EVIDENCE)}
        self.known = {objgen: f"[{name}]".encode() for objgen, name in elsewhere.items()}
        self.fonts: dict[bytes, bytes] = {}  # digests of fonts, with how objects that lead to them name them

    def digest(self, start: Any) -> str:
        """SHA-256 of an object and of all that it leads to; without recursion, because a file may lead on for ever."""
        steps, open_now = [(start.objgen, self._steps(start))], {start.objgen}
        answer: bytes | None = None
        while True:
            objgen, step = steps[-1]
            try:
                wanted = next(step) if answer is None else step.send(answer)
            except StopIteration as done:
                steps.pop()
                open_now.discard(objgen)
                if not steps:
                    return str(done.value.hex())
                answer = self.known[objgen] = done.value
                continue
            answer = self.known.get(wanted, b"[cycle]" if wanted in open_now else None)
            if answer is None:
                open_now.add(wanted)
                steps.append((wanted, self._steps(self.pdf.get_object(wanted))))

    def _steps(self, thing: Any) -> Step:
        """What an object holds, with digests in place of what it leads to."""
        digest = hashlib.sha256()
        for part in _content(thing):
            digest.update(b"%d %b" % (len(part), part))
        written = _words(thing)
        leads_to: dict[Number, bytes] = {}
        for found in _TOKEN.finditer(written):
            if found["object"] is not None:
                wanted = int(found["object"]), int(found["generation"])
                leads_to[wanted] = yield wanted

        def rewritten(found: re.Match[bytes]) -> bytes:
            if found["object"] is not None:
                return leads_to[int(found["object"]), int(found["generation"])]
            return b"" if found["up"] else number(found[0]) if found["real"] else found[0]

        text = _TOKEN.sub(rewritten, written)
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            return text  # where something leads to an array or a number, it might as well stand there itself
        digest.update(text)
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            return self.fonts.setdefault(digest.digest(), b"[font %d]" % len(self.fonts))
        return digest.digest()


def _words(thing: Any) -> bytes:
    """An object as PDF writes it."""
    if isinstance(thing, pikepdf.Stream):
        thing = pikepdf.Dictionary({name: value for name, value in thing.stream_dict.items() if name not in _PACKING})
    return bytes(thing.unparse(resolved=True))


def _content(thing: Any) -> Iterator[bytes]:
    """What a stream holds, unpacked; an image in a format of its own stays in it."""
    if not isinstance(thing, pikepdf.Stream):
        return
    try:
        content = thing.read_bytes()
    except pikepdf.PdfError:
        content = thing.read_raw_bytes()
    if thing.get("/Subtype") == "/Form" or "/PatternType" in thing:
        yield canonical(content)
        return
    metadata = _METADATA.search(content) if thing.get("/Subtype") == "/XML" else None
    try:
        yield ElementTree.canonicalize(metadata[0].decode(), strip_text=True).encode() if metadata else content
    except (ElementTree.ParseError, UnicodeDecodeError):
        yield content
