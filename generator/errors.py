"""What goes wrong outside of briefs."""

from __future__ import annotations


class PublicationError(Exception):
    """A file or template that keeps the publication from being made, in words for whoever can mend it."""
