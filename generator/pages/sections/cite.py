"""How to cite a brief, and each of its items."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.items import Brief
from generator.library.library import Site
from generator.text import markdown, quotation_marks
from generator.text.moments import day_of
from generator.wording.labels import N_
from generator.wording.wording import Wording

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON", "txt": N_("plain text")}
"""The forms of records for reference managers, by the ending of their files."""


def content(viewing: Viewing) -> str:
    """The sentence that cites the brief; in a line that runs to the left its address keeps its own order, the last slash with it."""
    site = viewing.site
    address = f"{site.url}{viewing.shown.slug}/" if site.url else ""
    isolated = f"\u2066{address}\u2069" if address and viewing.wording.direction == "rtl" else address
    return citation(viewing.brief, site, viewing.wording, address=isolated)


def citation(brief: Brief, site: Site, wording: Wording, *, item: str = "", version: str = "", address: str = "") -> str:
    """Authors, the words of an item in its marks where one is cited, title, publication, its days, state of knowledge, version, address."""
    published, updated = (day_of(day, site.zone) if day else None for day in (brief.published, brief.updated))
    days = {
        N_("Published {date}"): published,
        N_("Updated {date}"): updated if updated != published else None,
        N_("As of {date}"): brief.as_of,
    }
    parts = [
        ", ".join(author.name for author in brief.authors),
        item,
        wording.quoted(markdown.plain(brief.title)),
        site.name,
        *(wording.gettext(said, date=_words(day, wording)) for said, day in days.items() if day),
        wording.gettext("Version {version}", version=version) if version else "",
    ]
    return " ".join([*(part if _ENDED.search(part) else f"{part}." for part in parts if part), *([address] if address else [])])


_ENDED = re.compile(f"[.!?…。！？؟।][{quotation_marks.CLOSING}\u202f]*$")


def _words(day: date, wording: Wording) -> str:
    said = wording.day(day)
    turns = wording.direction != wording.spoken_direction  # then its words would turn around in a sentence of another language
    return (said.iso if turns else said.words) if said else ""
