"""What is made of briefs, one module for each output: a function that makes its artifacts, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.pages.artifacts import Artifact
from generator.pages.outputs.annotations import annotation_file
from generator.pages.outputs.brief_page import brief_page
from generator.pages.outputs.cards import social_card
from generator.pages.outputs.changes_page import changes_page
from generator.pages.outputs.citation_files import citation_files
from generator.pages.outputs.data_files import catalogue, data_files
from generator.pages.outputs.feeds import feeds
from generator.pages.outputs.handout import handouts
from generator.pages.outputs.home import home_page
from generator.pages.outputs.indexes.actors import actors
from generator.pages.outputs.indexes.briefs import briefs
from generator.pages.outputs.indexes.corrections import corrections
from generator.pages.outputs.indexes.questions import questions
from generator.pages.outputs.indexes.quotes import quotes
from generator.pages.outputs.indexes.sources import sources
from generator.pages.outputs.indexes.timeline import timeline
from generator.pages.outputs.indexes.topics import topics
from generator.pages.outputs.llms_txt import llms_txt
from generator.pages.outputs.markdown_twin import markdown_twin
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.outputs.search_page import search_page
from generator.pages.outputs.source_pages import source_pages
from generator.pages.outputs.tables import tables

OF_BRIEF: tuple[Callable[[Ready], Iterable[Artifact]], ...] = (
    brief_page,
    source_pages,
    changes_page,
    data_files,
    annotation_file,
    markdown_twin,
    citation_files,
    handouts,
    social_card,
)
"""What is made of each brief; it is kept until the brief changes."""

OF_COLLECTION: tuple[Callable[[Collection], Iterable[Artifact]], ...] = (
    home_page,
    briefs,
    topics,
    questions,
    actors,
    quotes,
    timeline,
    sources,
    corrections,
    feeds,
    catalogue,
    tables,
    llms_txt,
    search_page,
)
"""What is made of all of them: lists, indexes, feeds."""
