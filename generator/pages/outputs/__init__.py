"""What is made of briefs, one module for each output: a function that makes its artifacts, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.pages.artifacts import Artifact
from generator.pages.outputs.actor_index import actor_index
from generator.pages.outputs.brief_page import brief_page
from generator.pages.outputs.data_files import data_files
from generator.pages.outputs.handout import handouts
from generator.pages.outputs.home import brief_list
from generator.pages.outputs.ready import Collection, Ready
from generator.pages.outputs.source_pages import source_pages

OF_BRIEF: tuple[Callable[[Ready], Iterable[Artifact]], ...] = (brief_page, source_pages, data_files, handouts)
"""What is made of each brief; it is kept until the brief changes."""

OF_COLLECTION: tuple[Callable[[Collection], Iterable[Artifact]], ...] = (brief_list, actor_index)
"""What is made of all of them: lists, indexes, feeds."""
