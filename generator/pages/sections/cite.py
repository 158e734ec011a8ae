"""How to cite a brief, and each of its items."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.items import Brief
from generator.library.library import Site
from generator.text import markdown
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
    """Authors, the words of an item in its marks where one is cited, title, publication, state of knowledge, version, address."""
    day = wording.day(_known(brief, site))
    turns = wording.direction != wording.spoken_direction  # then its words would turn around in a sentence of another language
    as_of = (day.iso if turns else day.words) if day else ""
    parts = [
        ", ".join(author.name for author in brief.authors),
        item,
        wording.quoted(markdown.plain(brief.title)),
        site.name,
        wording.gettext("As of {date}", date=as_of) if as_of else "",
        wording.gettext("Version {version}", version=version) if version else "",
    ]
    return ". ".join(part for part in parts if part) + (f". {address}" if address else ".")


def _known(brief: Brief, site: Site) -> date | None:
    day = brief.as_of or brief.updated or brief.published
    return day_of(day, site.zone) if day else None
