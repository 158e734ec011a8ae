"""HTML, read by trafilatura: the text without what stands around it, and the metadata of the page's head."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]

from generator.ingest.article import Article, IngestError, Known, Paragraph, iso_day, known, one_line, told_by
from generator.items.base import LANGUAGE_PATTERN

_CHARSET = re.compile(rb"(?:<meta[^>]{0,200}?charset|\A\s*<\?xml[^>]{0,200}?\sencoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MAX_BYTES = 20_000_000
_MAX_ELEMENTS = 50_000
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='date' or @name='DC.date' or @name='dc.date' or @name='pubdate']/@content",
    "//time[@itemprop='datePublished']/@datetime",
)
# Old pages part their paragraphs by empty lines; the extraction then loses the loose words at the start of a box.
_EMPTY_LINE = re.compile(r"(?:<br\b[^>]*>\s*){2,}", re.IGNORECASE)
_LOOSE = re.compile(
    r"(<(?:body|main|article|section|div|center)\b[^>]*>(?:\s*<(?:font|span|b|strong|i|em)\b[^>]*>)*)(?=\s*[^<\s])", re.IGNORECASE
)
_IN_SCRIPT = re.compile(r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d)")
_BLOCKS = " | ".join(f"//body//{tag}" for tag in ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "td", "pre", "figcaption"))


def read(name: str, data: bytes) -> Article:
    """A web page; what its head says is sure, what is guessed from its words is not."""
    if len(data) > _MAX_BYTES:
        raise IngestError(f"is a web page of more than {_MAX_BYTES // 10**6} MB; save the text alone, and import that")
    page = decoded(data)
    tree = _tree(page)
    try:
        found: Any = trafilatura.bare_extraction(
            _without_layout_tables(_tree(_in_paragraphs(page))),
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
        )
    except Exception:  # whatever a broken page makes it raise, the page's paragraphs are still there
        found = None
    blocks = (found.text or "").split("\n") if found is not None else []
    told = told_by(map(Paragraph, blocks if any(block.strip() for block in blocks) else _all_blocks(tree)), name)
    return _described(tree, page, told, found)


def _described(tree: Any, page: str, told: Article, found: Any) -> Article:
    """The article with what the page's head says of it."""
    published, is_sure = _published(tree, page), True
    if published is None:
        published, is_sure = iso_day(getattr(found, "date", None)), False
    title = known(_meta(tree, "og:title"), is_sure=True) or known(getattr(found, "title", None)) or told.title
    site = known(_meta(tree, "og:site_name"), is_sure=True) or known(getattr(found, "sitename", None))
    language = one_line((tree.xpath("string(/html/@lang)") or tree.xpath("string(/html/@*[name()='xml:lang'])")).strip().replace("_", "-"))
    address = one_line(tree.xpath("string(//link[@rel='canonical']/@href)") or _meta(tree, "og:url"), 2000)
    return replace(
        told,
        title=title,
        authors=_authors(tree, getattr(found, "author", None)) or told.authors,
        publisher=site,
        published=Known(published, is_sure) if published else told.published,
        language=Known(language, is_sure=True) if language and re.fullmatch(LANGUAGE_PATTERN, language) else told.language,
        url=Known(address) if address and re.fullmatch(r"https?://[^\s/?#@]+([/?#]\S*)?", address) else None,
    )


def decoded(data: bytes) -> str:
    """Bytes as text, by their mark, by what the page says, else UTF-8."""
    marked = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    named = _CHARSET.search(data[:4096])
    encoding = next((name for mark, name in marked.items() if data.startswith(mark)), named[1].decode() if named else "utf-8")
    # What pages call Latin-1 is Windows-1252 (encoding.spec.whatwg.org).
    encoding = "cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else encoding
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        what = f"says that it is {encoding}, and is not" if named else "does not say its encoding, and is not UTF-8"
        raise IngestError(f"{what}; open it in a browser, and save it again") from None
    return text.replace("\0", "")


def _in_paragraphs(page: str) -> str:
    """A page whose paragraphs are parted by empty lines, with marks of paragraphs in their place."""
    return _LOOSE.sub(r"\1<p>", _EMPTY_LINE.sub("<p>", page)) if _EMPTY_LINE.search(page) else page


def _without_layout_tables(tree: Any) -> Any:
    """A page whose tables that only place its parts are boxes: those without headers whose cells hold paragraphs, headings or tables."""
    for table in tree.xpath("//table[not(.//th) and not(caption) and (.//td//p or .//td//h1 or .//td//h2 or .//td//h3 or .//td//table)]"):
        for part in [table, *table.iterdescendants("tbody", "tr", "td")]:
            part.tag = "div"
    return tree


def _tree(page: str) -> Any:
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page), parser=html.HTMLParser(huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        raise IngestError("is no web page that can be read; copy its text into a file, and import that") from None
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        raise IngestError(f"is a web page of more than {_MAX_ELEMENTS:,} elements; save the text alone, and import that")
    if next(tree.iterdescendants(), None) is None:
        raise IngestError("is no web page that can be read; copy its text into a file, and import that")
    return tree


def _all_blocks(tree: Any) -> list[str]:
    """All paragraphs of a page outside of what surely stands around the text."""
    blocks: list[str] = []
    for element in tree.xpath(_BLOCKS):
        around = {ancestor.tag for ancestor in element.iterancestors()}
        if around & {"nav", "footer", "aside", "script", "style", "form", "noscript"} or (around & {"p", "li", "blockquote", "td", "pre"}):
            continue
        blocks.append(" ".join("".join(element.itertext()).split()))
    return blocks


def _published(tree: Any, page: str) -> str | None:
    for path in _PUBLISHED:
        for written in tree.xpath(path):
            if day := iso_day(str(written).strip()):
                return day
    match = _IN_SCRIPT.search(page)
    return iso_day(match[1]) if match else None


def _meta(tree: Any, name: str) -> str | None:
    return unescape(str(tree.xpath("string((//meta[@property=$name or @name=$name])[1]/@content)", name=name))) or None


def _authors(tree: Any, guessed: str | None) -> tuple[Known, ...]:
    named = [
        known(str(name), is_sure=True) for name in tree.xpath("//meta[@name='author' or @name='dc.creator' or @name='DC.creator']/@content")
    ]
    sure = tuple(dict.fromkeys(name for name in named if name and not name.value.startswith("http")))
    return sure or tuple(filter(None, (known(name) for name in (guessed or "").split(";")[:8])))
