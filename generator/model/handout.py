"""Which handouts of a brief are made."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import Model, OneOrMany


class Handout(Model):
    """The sizes and forms of a brief's handouts."""

    sizes: OneOrMany[Literal["a4", "letter"]] = Field(("a4",), description="Paper sizes.")
    forms: OneOrMany[Literal["full", "onepage", "large"]] = Field(("full",), description="Forms.")
