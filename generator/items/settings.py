"""The settings of the plugin `briefs` in mkdocs.yml, wherever they are read."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pathspec import GitIgnoreSpec
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.items.base import Many, Model, Words
from generator.items.handout import Handout
from generator.text.codes import RULES

Look = Literal["publication", "theme"]
"""Whose frame stands around pages: ours, or the theme's as the site has it."""


def _check_colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise PydanticCustomError("bad_colour", "`{value}` is no colour of the form #8a1c1c", {"value": value})
    contrast = 1.05 / (_luminance(value) + 0.05)
    if contrast < 4.5:
        raise PydanticCustomError(
            "bad_colour",
            "`{value}` is too light for text on white: its contrast is {contrast}, and 4.5 is needed (WCAG 2.2, 1.4.3)",
            {"value": value, "contrast": f"{contrast:.1f}"},
        )
    return value.lower()


def _check_rule(code: str) -> str:
    if code not in RULES:
        raise PydanticCustomError("bad_code", "`{value}` is no code that is known", {"value": code})
    if RULES[code].fixed:
        holds = {"value": code, "holds": RULES[code].holds}
        raise PydanticCustomError("fixed_code", "`{value}` cannot be changed, for the site stands on it: {holds}", holds)
    if RULES[code].kept:
        holds = {"value": code, "holds": RULES[code].holds}
        raise PydanticCustomError("kept_code", "`{value}` cannot be changed, for the promise to readers stands on it: {holds}", holds)
    return code


def _check_pattern(value: str) -> str:
    try:
        GitIgnoreSpec.from_lines([value])
    except ValueError as error:
        raise PydanticCustomError("bad_pattern", "`{value}` is no pattern: {why}", {"value": value, "why": str(error)}) from None
    return value


def _read_off(value: object) -> object:
    """YAML 1.1 reads a plain `off` as false."""
    return "off" if value is False else value


def _read_handouts(value: object) -> object:
    """`true` is what is made where nothing is said, `false` is no handout at all."""
    return Handout() if value is True else Handout(forms=()) if value is False else value


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Settings(Model):
    """What a publisher may set under `plugins: - briefs:`."""

    accent: Annotated[str, AfterValidator(_check_colour)] = Field(
        "#9b1c31", description="The one accent colour, dark enough for text on white."
    )
    look: Look | None = Field(
        None,
        description="The frame around pages: `publication` is our own, `theme` the site's, with its navigation; left out, it is `theme` "
        "where mkdocs.yml furnishes the theme (a logo, tabs, a palette toggle …).",
    )
    handouts: Annotated[Handout, BeforeValidator(_read_handouts)] = Field(
        Handout(), description="Whether handouts are made (`true`, `false`), or which: `sizes` and `forms`."
    )
    social_cards: bool | None = Field(
        None,
        description="Whether each brief has a card, a picture that is shown where its address is shared; it needs a `site_url`. "
        "Left out, it has one where handouts are made.",
    )
    rules: dict[
        Annotated[str, AfterValidator(_check_rule)], Annotated[Literal["error", "warning", "info", "off"], BeforeValidator(_read_off)]
    ] = Field(default_factory=dict, description="Another severity for a rule, by its code.")
    timezone: Words = Field("UTC", description="The zone in which days begin (an IANA name such as America/Los_Angeles).")
    workers: int | None = Field(None, ge=1, le=64, description="How many processes make handouts; as many as there are cores if left out.")
    handout_seconds: int = Field(10, ge=1, le=86_400, description="How many seconds of the processor each brief in a handout may take.")
    handout_megabytes: int = Field(1000, ge=200, le=1_000_000, description="How much memory one handout may take.")
    public_keys: Many[Words] = Field(
        (), description="Files with public keys that were used before, for keys.json; paths as seen from mkdocs.yml."
    )
    corrections_policy: str | None = Field(
        None, min_length=1, description="How the publication corrects itself, in CommonMark; it stands on the page of corrections."
    )
    serve_hosts: Many[Words] = Field((), description="Names that `serve` answers to, besides localhost and that of --dev-addr.")
    publish_also: Many[Annotated[Words, AfterValidator(_check_pattern)]] = Field(
        (), description="Patterns (as in .gitignore) of files below docs_dir to publish that are no pages or assets of a known type."
    )
    draft_model: str | None = Field(None, min_length=1, description="The spaCy model that drafts are read with.")

    @property
    def has_cards(self) -> bool:
        """Whether cards are made: what draws them is what sets handouts."""
        return bool(self.handouts.forms) if self.social_cards is None else self.social_cards
