"""One file, of whatever format, to an article."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath

from generator.ingest.article import Article, IngestError, Known
from generator.ingest.formats import format_of

MAX_CHARACTERS = 5_000_000


def ingest(name: str, data: bytes, url: str | None = None) -> Article:
    """The article in a file, or an IngestError that says why there is none; `url` is where it was fetched from."""
    form = format_of("" if url else name, data)
    title = re.sub(r"[\s_-]+", " ", PurePosixPath(name).stem).strip() or "Untitled"
    reader = import_module(f"generator.ingest.{form.module}")  # some take long to load
    try:
        article: Article = reader.read(title, data)
    except RecursionError:
        raise IngestError("is nested deeper than any text is; copy its text into a file, and import that") from None
    if not re.search(r"[^\W\d_]", article.text):
        raise IngestError(f"holds no text; {form.no_text}")
    if len(article.text) > MAX_CHARACTERS:
        raise IngestError(f"holds more than {MAX_CHARACTERS // 10**6} million characters; import the part that you need")
    return replace(article, url=Known(url, is_sure=True) if url else article.url)
