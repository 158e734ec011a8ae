"""Plain text and Markdown: the lines stay as they are, so that their numbers are those of the file."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.article import Article, IngestError, Known, Origin, Paragraph, described, iso_day, known, tidy
from generator.items.base import LANGUAGE_PATTERN
from generator.parsing.yaml_file import plain_data
from generator.text.places import Text
from generator.text.yamltree import Mapping, compose

_FRONT_MATTER = re.compile(r"---\n(?P<yaml>(?:.*\n){1,40}?)---\n")
_LONGEST_LINE, _MOST_LINES = 1_000_000, 100_000


def read(name: str, data: bytes) -> Article:
    """A text file; its first lines may say what it is."""
    text = tidy(decoded(data))
    lines = text.removesuffix("\n").split("\n")
    if max(map(len, lines)) > _LONGEST_LINE:
        raise IngestError(f"has a line of more than {_LONGEST_LINE:,} characters; is it a text?")
    if len(lines) > _MOST_LINES:
        raise IngestError(f"has more than {_MOST_LINES:,} lines; import the part that you need")
    pieces = tuple(Paragraph(line, Origin(number=number)) for number, line in enumerate(lines, 1))
    article = described(Article(pieces, between="\n"), name)
    matter = _FRONT_MATTER.match(text)
    return _with_front_matter(article, matter["yaml"]) if matter else article


def _with_front_matter(article: Article, source: str) -> Article:
    """The article with what it says of itself between two lines of `---`, as Markdown files do."""
    tree, _ = compose(Text("", source))
    found = plain_data(tree) if isinstance(tree, Mapping) else {}
    authors = found.get("author") or found.get("authors") or ()
    names = [authors] if isinstance(authors, str) else authors if isinstance(authors, list) else []
    day = iso_day(str(found.get("date") or found.get("published") or ""))
    language = str(found.get("lang") or found.get("language") or "")
    return replace(
        article,
        title=known(_words(found.get("title")), is_sure=True) or article.title,
        authors=tuple(author for name in names if (author := known(_words(name), is_sure=True))) or article.authors,
        published=Known(day, is_sure=True) if day else article.published,
        language=Known(language, is_sure=True) if re.fullmatch(LANGUAGE_PATTERN, language) else article.language,
    )


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IngestError(f"is not {encoding.upper()} (byte {error.start}); save it in the encoding UTF-8, and import it again") from None
    if "\0" in text:
        raise IngestError("holds NUL bytes, so it is no text; look at what it is")
    return text
