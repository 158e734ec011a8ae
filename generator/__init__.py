"""Explainer briefs: structured, word-exact explainer pages as a static site and PDF handouts."""

__version__ = "0.1.0"
