"""One file, of whatever format, to an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from generator.ingest import pdf_pages, plain, web_page, word
from generator.ingest.article import Article, IngestError, Known
from generator.ingest.formats import format_of

_READERS: dict[str, Callable[[str, bytes], Article]] = {
    "html": web_page.read,
    "docx": word.read,
    "pdf": pdf_pages.read,
    "text": plain.read,
}
_NO_TEXT = {
    "pdf": "it may be a scan: run text recognition on it, and import the result",
    "html": "a script may put it there: copy the text into a file, and import that",
}
MAX_CHARACTERS = 5_000_000


def ingest(name: str, data: bytes, url: str | None = None) -> Article:
    """The article in a file, or an IngestError that says why there is none; `url` is where it was fetched from."""
    form = format_of("" if url else name, data)
    title = re.sub(r"[\s_-]+", " ", PurePosixPath(name).stem).strip() or "Untitled"
    try:
        article = _READERS[form](title, data)
    except RecursionError:
        raise IngestError("is nested deeper than any text is; copy its text into a file, and import that") from None
    if not re.search(r"[^\W\d_]", article.text):
        raise IngestError(f"holds no text; {_NO_TEXT.get(form, 'look at what it is')}")
    if len(article.text) > MAX_CHARACTERS:
        raise IngestError(f"holds more than {MAX_CHARACTERS // 10**6} million characters; import the part that you need")
    return replace(article, url=Known(url, is_sure=True) if url else article.url)
