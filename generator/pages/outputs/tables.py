"""All facts, quotes and questions as tables: `/facts.csv`, `/quotes.csv`, `/questions.csv` (RFC 4180, UTF-8).

Every cell is in quotation marks. One that a spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV Injection): the
words of sources are those of strangers. Several values of one cell are separated by semicolons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.items import ItemRef
from generator.pages.addresses import permalink
from generator.pages.artifacts import DataFile
from generator.pages.nodes import Date, Link, PartPlace, Rich
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.views import ItemView

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = Mapping[str, Any]


def tables(collection: Collection) -> Iterator[DataFile]:
    """The tables, a row for each item of the briefs that are listed, the newest brief first."""
    for section, (columns, _) in TABLES.items():
        parts = (record.rows[section] for record in collection.listed)
        yield DataFile(f"{section}.csv", "".join((_line((*COMMON, *columns)), *parts)).encode())


def rows_of(ready: Ready) -> Mapping[str, str]:
    """The rows of a brief in each table."""
    return {section: _rows(ready, section) for section in TABLES}


def _rows(ready: Ready, section: str) -> str:
    columns, row = TABLES[section]
    rows = ({**_common(ready, item), **row(ready, item)} for item in ready.view.section(section))
    return "".join(_line([_cell(values[column]) for column in (*COMMON, *columns)]) for values in rows)


def _common(ready: Ready, item: ItemView) -> Row:
    site, view = ready.site, ready.view
    return {"url": permalink(site.url, item.place), "brief": view.slug, "title": view.title, "language": view.language, "id": item.ref.key}


def _fact(ready: Ready, fact: ItemView) -> Row:
    names = {"status": fact["status"], "confidence": fact["confidence"], "as_of": fact["as_of"] or ready.view.as_of}
    return {"text": fact["text"], **names, "by": fact["by"], "via": fact["via"], "note": fact["note"], **_evidence(fact)}


def _quote(ready: Ready, quote: ItemView) -> Row:
    said = {"text": quote["text"], "text_language": quote.text.language}  # type: ignore[attr-defined]
    speaker = {"speaker": quote["speaker"], "speaker_id": _key(quote["speaker"])}
    around = {key: quote[key] for key in ("said", "where", "context", "via", "translated")}
    return {**said, **speaker, **around, **_evidence(quote)}


def _question(ready: Ready, question: ItemView) -> Row:
    told = {key: question[key] for key in ("question", "status", "why", "known", "watch_for")}
    return {**told, "answered_by": [_key(fact) for fact in question["answered_by"]], **_evidence(question)}


def _evidence(item: ItemView) -> Row:
    """The sources of an item and the exact words there, in the same order; none of words that are withheld."""
    return {
        "sources": [passage.source.title for passage in item.evidence],
        "source_urls": [passage.source["url"] or "" for passage in item.evidence],
        "words": [" […] ".join(piece.text for piece in passage.pieces) for passage in item.evidence],
    }


def _key(link: Link) -> str:
    place = link.to
    return place.part.key if isinstance(place, PartPlace) and isinstance(place.part, ItemRef) else ""


_EVIDENCE = ("sources", "source_urls", "words")
COMMON = ("url", "brief", "title", "language", "id")
TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Ready, Any], Row]]] = {
    "facts": (("text", "status", "confidence", "as_of", "by", "via", "note", *_EVIDENCE), _fact),
    "quotes": (
        ("text", "text_language", "speaker", "speaker_id", "said", "where", "context", "via", "translated", *_EVIDENCE),
        _quote,
    ),
    "questions": (("question", "status", "why", "known", "watch_for", "answered_by", *_EVIDENCE), _question),
}
"""The tables by the sections that they are made of: their columns beside the common ones, and what a row holds."""


def _line(cells: Iterable[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"


def _cell(value: Any) -> str:
    words = _words(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def _words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_words(entry) for entry in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Rich):
        return value.words.text
    return value.iso if isinstance(value, Date) else "" if value is None else " ".join(str(value).split())
