"""How to cite a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.text import markdown

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""The forms of records for reference managers, by the ending of their files."""


def content(viewing: Viewing) -> str:
    """Authors, title, publication, state of knowledge, address."""
    brief, site, wording = viewing.brief, viewing.site, viewing.wording
    authors = ", ".join(author.name for author in brief.authors)
    day = viewing.day(brief.as_of or brief.updated or brief.published)
    turns = wording.direction != wording.spoken_direction  # then its words would turn around in a sentence of another language
    as_of = (day.iso if turns else str(day)) if day else ""
    opening, closing = wording.marks
    parts = [
        authors,
        f"{opening}{markdown.plain(brief.title)}{closing}",
        site.name,
        wording.gettext("As of {date}", date=as_of) if as_of else "",
    ]
    address = f"{site.url}{viewing.shown.slug}/" if site.url else ""
    return ". ".join(part for part in parts if part) + (f". {address}" if address else ".")
