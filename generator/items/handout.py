"""Which handouts of a brief are made."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.items.base import Model, OneOrMany

Paper = Literal["a4", "letter"]
Form = Literal["full", "onepage", "large"]


class Handout(Model):
    """The sizes and forms of a brief's handouts: each form is made in each size. No forms, no handouts."""

    sizes: OneOrMany[Paper] = Field(("a4",), description="Paper sizes.")
    forms: OneOrMany[Form] = Field(("full",), description="Forms: the full handout, one sheet of paper, large print.")

    def with_own(self, own: Self | None) -> Self:
        """What a brief wants of its own, before what the publication makes of every brief."""
        return self if own is None else self.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})

    @property
    def kinds(self) -> tuple[tuple[Form, Paper], ...]:
        """Each form and size once, in order."""
        return tuple(dict.fromkeys((form, paper) for form in self.forms for paper in self.sizes))


def handout_name(slug: str, form: Form, paper: Paper) -> str:
    """The file name of a handout: the full one on A4 bears the brief's name alone."""
    return "-".join([slug, *([form] if form != "full" else []), *([paper] if paper != "a4" else [])]) + ".pdf"
