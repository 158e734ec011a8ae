"""Setting one document as PDF with WeasyPrint, without network and without disk.

Runs in a worker, which has prepared itself with `start`. The fetcher hands out a document's own files and the fonts, nothing else.
"""

from __future__ import annotations

import atexit
import logging
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from generator.engine.digest import digest_of
from generator.pages.artifacts import Card, Print
from generator.press.archive import VARIANT, say_accessible
from generator.press.fitting import longest_that_fits
from generator.press.fonts import FontFile, print_stylesheet

if TYPE_CHECKING:
    from weasyprint import CSS, Attachment, Document
    from weasyprint.text.fonts import FontConfiguration

BASE = "https://brief.invalid/"  # a name that no network resolves (RFC 6761); the fetcher asks none anyway

# PDF/A forbids images that a reader is to smooth. Of two characters with one glyph a PDF knows one: the hyphen that people type.
HOUSE_RULES = 'img, svg { image-rendering: crisp-edges } html { hyphenate-character: "-" }'

_DECORATION = "has no required alt description"  # an image without a description is decoration, and becomes an artifact
_IMAGE = re.compile(rf"^Failed to load image at '{re.escape(BASE)}([^']*)': (?:\w+: )?")
_ATTACHED = {"brief.json": ("Source", "The brief as data"), "evidence.json": ("Data", "The exact words that facts and quotes rest on")}

_fonts: dict[str, bytes] = {}
_font_rules = ""


class UnsetError(Exception):
    """A document could not be set as it should be."""


def start(fonts: Iterable[FontFile]) -> None:
    """Prepare a process: what all its documents share is made once."""
    global _font_rules  # noqa: PLW0603 - a process has one set of fonts
    fonts = tuple(fonts)
    _fonts.update({f"{BASE}fonts/{file.name}.ttf": file.truetype for file in fonts})
    _font_rules = print_stylesheet(fonts, f"{BASE}fonts/")
    _styles.cache_clear()
    logging.getLogger("fontTools").setLevel(logging.ERROR)


def set_document(document: Print) -> bytes:
    """The PDF of a document, the picture of a card; raises what WeasyPrint raises, and UnsetError for what it only logs."""
    from generator.press.glyphs import meanings_kept, tell_meanings
    from generator.press.held import tell_evidence
    from generator.press.origins import elements_kept
    from generator.press.structure import Structure

    with _complaints_raised():
        laid_out = _layout(document)
        if isinstance(document, Card):
            from generator.press.drawing import drawn

            return drawn(laid_out, document.path.rpartition(".")[2])
        text = "".join(printed_text(laid_out))
        with elements_kept() as origins, meanings_kept() as meanings:

            def finish(_: Document, pdf: Any) -> None:
                Structure(pdf, origins).mend()
                tell_meanings(pdf, meanings)
                say_accessible(pdf)
                tell_evidence(pdf, text)

            with warnings.catch_warnings(
                action="ignore", category=ResourceWarning
            ):  # WeasyPrint leaves closing its colour profile to Python
                pdf = laid_out.write_pdf(
                    attachments=list(_attachments(document)),
                    pdf_variant=VARIANT,
                    pdf_identifier=digest_of(document.html, *document.shorter).encode()[:16],
                    finisher=finish,
                )
    return bytes(pdf)


def _layout(document: Print) -> Document:
    """The pages of a document: of the longest of its versions that fits."""
    from weasyprint import HTML

    fetcher = _fetcher({f"{BASE}{name}": content for name, content in document.files.items()})
    _fonts.update({f"{BASE}{name}": content for name, content in document.files.items() if name.startswith("fonts/")})  # of other scripts
    styles, configuration = _styles(document.css)

    @cache
    def rendered(html: str) -> Document:
        return HTML(string=html, base_url=BASE, url_fetcher=fetcher).render(stylesheets=[styles], font_config=configuration)

    def fits(html: str) -> bool:
        return document.max_pages is None or len(rendered(html).pages) <= document.max_pages

    return rendered(longest_that_fits((document.html, *document.shorter), fits))


def printed_text(laid_out: Document) -> Iterator[str]:
    """The text of all pages, without their headers and footers, in reading order."""
    for page in laid_out.pages:
        yield from _text(page._page_box)


def _text(box: Any) -> Iterator[str]:
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.TextBox):
        yield box.text
    elif isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _text(child)


def _attachments(document: Print) -> Iterator[Attachment]:
    from weasyprint import Attachment

    moment = datetime.fromisoformat(document.stamp).replace(tzinfo=UTC)
    for name, content in sorted(document.attachments.items()):
        relationship, description = next((known for ending, known in _ATTACHED.items() if name.endswith(ending)), ("Data", name))
        yield Attachment(string=content, name=name, description=description, relationship=relationship, created=moment, modified=moment)


@contextmanager
def _complaints_raised() -> Iterator[None]:
    """Raise what WeasyPrint only logs, such as an image that it could not load: a handout has all its parts or is none."""
    failures: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: failures.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    failures = [_IMAGE.sub(r"the image \1 cannot be shown: ", failure) for failure in failures if not failure.endswith(_DECORATION)]
    if failures:
        raise UnsetError("; ".join(dict.fromkeys(failures)))


@lru_cache(maxsize=16)
def _styles(css: str) -> tuple[CSS, FontConfiguration]:
    """Parsed styles with their fonts, shared by all documents of a process that use them."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    sheet = f"{_font_rules}\n{HOUSE_RULES}\n{css}"
    return CSS(string=sheet, base_url=BASE, url_fetcher=_fetcher({}), font_config=configuration), configuration


atexit.register(_styles.cache_clear)  # while WeasyPrint’s modules are still there to take its fonts down


def _fetcher(files: Mapping[str, bytes]) -> Any:
    """A fetcher that knows some files and the fonts, by address; anything else does not exist for it."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    from generator.press.images import showable

    @cache
    def shown(url: str) -> bytes:  # once, however often a document is laid out until it fits
        return showable(files[url])

    class OnlyThese(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            if url in files and url not in _fonts:
                return URLFetcherResponse(url, body=shown(url))
            if url not in _fonts:
                raise ValueError(f"a handout shows nothing but its brief's own media: {url[:200]}")
            return URLFetcherResponse(url, body=_fonts[url])

    return OnlyThese()
