"""How to cite a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import wording
from generator.text import markdown
from generator.text.quotation_marks import marks

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


def content(viewing: Viewing) -> str:
    """Authors, title, publication, state of knowledge, address."""
    brief, site = viewing.brief, viewing.site
    authors = ", ".join(author.name for author in brief.authors)
    day = viewing.day(brief.as_of or brief.updated or brief.published)
    turns = wording.direction(viewing.language) == "rtl"  # then its words would turn around in an English sentence
    as_of = (day.iso if turns else str(day)) if day else ""
    opening, closing = marks(viewing.language)
    parts = [authors, f"{opening}{markdown.plain(brief.title)}{closing}", site.name, f"As of {as_of}" if as_of else ""]
    address = f"{site.url}{viewing.shown.slug}/" if site.url else ""
    return ". ".join(part for part in parts if part) + (f". {address}" if address else ".")
