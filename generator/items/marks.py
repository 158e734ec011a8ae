"""What the texts of items are, as marks on their types: prose that is rendered, words that a source must have, names of other items.

A field without a mark is plain text, a date or a choice. What reads the marks stands in `fields`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.text.ref import Kind


class Mark:
    """What a text is."""


@dataclass(frozen=True)
class Prose(Mark):
    """CommonMark, on one line or in blocks: its links are held to items, and it is never printed unrendered."""

    form: Literal["inline", "block"]


@dataclass(frozen=True)
class Cites(Mark):
    """Words that stand in the `source` that is named beside them, between the `prefix` and the `suffix` that are given there."""


@dataclass(frozen=True)
class Refers(Mark):
    """The name of something that must be there, of one of these kinds.

    It is written as a key (`troops-1500`); as an `address`, which may also be a key (`fact:troops-1500`); or else as plain `words`, which
    may name nothing.
    """

    kinds: tuple[Kind | Literal["brief", "author"], ...]
    form: Literal["key", "address", "words"] = "key"
