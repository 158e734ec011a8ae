"""How to cite a brief and each of its items, as files: `/<slug>/cite.json`, `cite.bib`, `cite.ris` and `cite.txt`.

All say the same: CSL-JSON (the data schema of the Citation Style Language 1.0.2), BibTeX, RIS (Research Information Systems), and a line of
plain text for each. Each record has the version of the brief's data, and the permalink of what it cites. It was issued on the day of that
version; where the brief was published before, that day stands beside it. The words of a quote bear the name of who said them, for the
authors are those of the brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate
from typing import Any

from generator.pages.addresses import id_of, page_of, permalink
from generator.pages.artifacts import DataFile
from generator.pages.nodes import FilePlace, Place
from generator.pages.outputs.ready import Ready
from generator.pages.search import named
from generator.pages.sections.cite import citation
from generator.pages.sections.quotes import QuoteView
from generator.pages.views import ItemView
from generator.text.indented_json import indented
from generator.text.moments import day_of
from generator.text.replacing import replacing

CITED = ("facts", "quotes", "questions")
"""The sections whose items have records of their own."""

Record = Mapping[str, Any]


def citation_files(ready: Ready) -> Iterator[DataFile]:
    """The files of a brief; none of one that was withdrawn."""
    if ready.view.withdrawn:
        return
    records = list(_records(ready))
    forms = {
        "json": indented(records, 1) + "\n",
        "bib": _bibtex(records),
        "ris": _ris(records),
        "txt": "".join(f"{_line(sentence)}\n" for sentence in _sentences(ready, records)),
    }
    for ending, content in forms.items():
        yield DataFile(page_of(FilePlace(ready.view.slug, f"cite.{ending}")), content.encode())


def _records(ready: Ready) -> Iterator[Record]:
    """The brief, then its items, as CSL-JSON."""
    view, site, brief = ready.view, ready.site, ready.dossier.shown.brief
    first, day = (day_of(when, site.zone) if when else None for when in (brief.published, brief.updated or brief.published or brief.as_of))
    house = _line(site.name) or view.slug  # words may be nothing but signs that no line holds
    shared = {
        "type": "webpage",
        "author": [{"literal": _line(author.name)} for author in brief.authors],
        "issued": _parts(day),
        "original-date": _parts(first if first != day else None),
        "publisher": house,
        "version": ready.dossier.version,
        "language": view.language,
    }
    title = _line(view.title.words.text) or view.slug

    def record(name: str, words: str, container: str, place: Place) -> Record:
        address = permalink(site.url, place) if site.url else ""
        return _filled({"id": name, **shared, "title": words, "container-title": container, "URL": address})

    yield record(view.slug, title, house, view.place)
    for section in view.sections:
        for item in section.items if section.id in CITED else ():
            anchor = id_of(item.place)
            yield record(f"{view.slug}-{anchor}", _line(_cited(item)) or anchor, title, item.place)


def _cited(item: ItemView) -> str:
    """An item's words; of a quote with its marks, after the name of who said them."""
    return f"{item['speaker']}: {item.text.text}" if isinstance(item, QuoteView) else named(item)


def _sentences(ready: Ready, records: Iterable[Record]) -> Iterator[str]:
    """The sentence that cites each record."""
    brief, site, wording = ready.dossier.shown.brief, ready.site, ready.wording
    of_brief, quotes = ready.view.slug, f"{ready.view.slug}-quote-"  # whose words have their marks already
    for record in records:
        name, words = record["id"], record["title"]
        item = "" if name == of_brief else words if name.startswith(quotes) else wording.quoted(words)
        yield citation(brief, site, wording, item=item, version=record["version"], address=record.get("URL", ""))


def meta_tags(ready: Ready) -> tuple[tuple[str, str], ...]:
    """What reference managers read from the head of a page (the tags of Google Scholar and Zotero)."""
    record = next(iter(_records(ready)))
    parts = record.get("original-date", record.get("issued", {})).get("date-parts", [[]])[0]
    tags = [("citation_title", record["title"]), *(("citation_author", author["literal"]) for author in record.get("author", ()))]
    tags += [("citation_publication_date", "/".join(f"{part:02}" for part in parts))] if parts else []
    return (*tags, ("citation_publisher", record["publisher"]), ("citation_language", record["language"]))


def _filled(record: Mapping[str, Any]) -> Record:
    return {key: value for key, value in record.items() if value}


def _line(words: str) -> str:
    """Words on one line, without what a line cannot hold."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", words).split())


_SIGNS = {"\\": "backslash", "~": "asciitilde", "^": "asciicircum"}
_ESCAPED = {sign: rf"\text{name}{{}}" for sign, name in _SIGNS.items()} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
_in_pairs = replacing(_ESCAPED)
_alone = replacing(_ESCAPED | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})


def _tex(words: str) -> str:
    """Words for TeX. BibTeX counts braces, also those behind a backslash: ones that are no pairs are named, which fewer programs read."""
    depths = [*accumulate((character == "{") - (character == "}") for character in words)] or [0]
    return _in_pairs(words) if min(depths) >= 0 == depths[-1] else _alone(words)


def _parts(day: date | None) -> Mapping[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}


def _day(record: Record, name: str = "issued") -> date | None:
    parts = record.get(name, {}).get("date-parts")
    return date(*parts[0]) if parts else None


def _bibtex(records: Iterable[Record]) -> str:
    """Entries of BibTeX; braces keep titles and names as they are written."""
    return "\n".join(_entry(record) for record in records)


def _entry(record: Record) -> str:
    day, first = _day(record), _day(record, "original-date")
    within = dict.fromkeys(f"{{{_tex(record[name])}}}" for name in ("container-title", "publisher"))
    fields = {
        "author": " and ".join(f"{{{_tex(author['literal'])}}}" for author in record.get("author", ())),
        "title": f"{{{_tex(record['title'])}}}",
        "howpublished": ", ".join(within),  # what all styles print of such an entry
        "year": str(day.year) if day else "",
        "date": day.isoformat() if day else "",
        "origdate": first.isoformat() if first else "",
        "url": record.get("URL", ""),
        "language": record["language"],
        "version": record["version"],
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{record['id']},\n{lines}}}\n"


def _ris(records: Iterable[Record]) -> str:
    """Records of RIS; lines end as its specification asks for."""
    lines = (f"{tag}  - {value}" for record in records for tag, value in _tags(record))
    return "".join(f"{line}\r\n" for line in lines)


def _tags(record: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", record["id"]
    yield from (("AU", author["literal"]) for author in record.get("author", ()))
    yield "TI", record["title"]
    yield "T2", record["container-title"]
    yield "PB", record["publisher"]
    day = _day(record)
    if day:
        yield "PY", str(day.year)
        yield "DA", f"{day:%Y/%m/%d}"
    if "URL" in record:
        yield "UR", record["URL"]
    yield "LA", record["language"]
    yield "ET", record["version"]
    yield "ER", ""
