"""One file, of whatever format, to an article: read in a process that may not take much, for what is in it is a stranger's."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

from generator.drafting.segments import find_segments
from generator.engine.confined import BrokenError, confined
from generator.engine.limits import LimitError, Limits
from generator.ingest.article import Article, IngestError, Known
from generator.ingest.formats import FORMATS, format_of
from generator.ingest.handed import article_of, as_data

MAX_CHARACTERS = 2_000_000  # three long books
LIMITS = Limits(seconds=5, megabytes=700)  # by the clock, for somebody waits; a command begins in one, on a busy machine in four
_PART = "copy the text that you need into a file, and import that"
_WRONG = "wrong"


def ingest(name: str, data: bytes, url: str | None = None) -> Article:
    """The article in a file, or an IngestError that says why there is none; `url` is where it was fetched from."""
    form = format_of("" if url else name, data)
    title = re.sub(r"[\s_-]+", " ", PurePosixPath(name).stem).strip() or "Untitled"
    try:
        told = confined(LIMITS, read, form.name, title, data)
    except LimitError as error:
        raise IngestError(f"{error} to be read; {_PART}, or try again when this machine is less busy") from None
    except BrokenError:
        raise IngestError(f"cannot be read: it is damaged, or needs more memory than a text does; {_PART}") from None
    if _WRONG in told:
        raise IngestError(told[_WRONG])
    article = article_of(told)
    return replace(article, url=Known(url, is_sure=True)) if url else article


# In the process


def read(form: str, title: str, data: bytes) -> dict[str, Any]:
    """The article as data, with the kinds of its lines; or why there is none."""
    try:
        reader = import_module(f"generator.ingest.{FORMATS[form].module}")  # some take long to load
        article: Article = reader.read(title, data)
        if not re.search(r"[^\W\d_]", article.text):
            raise IngestError(f"holds no text; {FORMATS[form].no_text}")
        if len(article.text) > MAX_CHARACTERS:
            raise IngestError(f"holds more than {MAX_CHARACTERS // 10**6} million characters; import the part that you need")
        return as_data(replace(article, segments=find_segments(article.text, article.told_by_form)))
    except RecursionError:
        return {_WRONG: "is nested deeper than any text is; copy its text into a file, and import that"}
    except IngestError as error:
        return {_WRONG: str(error)}
