"""Why a file cannot be verified."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that is no handout, in words."""
