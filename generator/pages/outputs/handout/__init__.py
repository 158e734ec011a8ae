"""Handouts: the same sections and view as the page, laid out for paper, in several forms and sizes."""

from generator.pages.outputs.handout.booklet import booklet
from generator.pages.outputs.handout.document import handout, handouts

__all__ = ["booklet", "handout", "handouts"]
