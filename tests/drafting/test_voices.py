"""Quotations get the right speaker or none, statements are told from thoughts, and actors are one each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drafting.draft import draft_text
from generator.drafting.drafted import Draft, Quote, Statement
from generator.drafting.engine import Parser, load_parser
from tests.support import Case, cases

_FOLDER = Path(__file__).parents[1] / "cases" / "drafting"


def _cases(name: str) -> pytest.MarkDecorator:
    found = list(cases(_FOLDER / name, 2))
    return pytest.mark.parametrize("case", found, ids=lambda case: f"{case.place} {case.title}")


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The default model's parser."""
    return load_parser()


def _actor(draft: Draft, said: Quote | Statement) -> str:
    names = {actor.id: actor.name for actor in draft.actors}
    return names.get(said.speaker.actor or "", said.speaker.text) if said.speaker else "?"


@_cases("voices.txt")
def test_quotations_have_their_actors(case: Case, parser: Parser) -> None:
    """Each quotation is found with its marks, and its speaker is the actor that a reader would name."""
    body, expected = case.parts
    draft = draft_text(body, parser)
    assert "\n".join(f"{_actor(draft, one)}: {one.text}" for one in draft.quotes) == expected


@_cases("rules_alone.txt")
def test_rules_alone_name_only_who_stands_beside(case: Case) -> None:
    """Without a model a quotation has the speaker that stands directly beside it, or none."""
    body, expected = case.parts
    draft = draft_text(body, None)
    assert "\n".join(f"{one.speaker.text if one.speaker else '?'}: {one.text}" for one in draft.quotes) == expected


@_cases("statements.txt")
def test_statements_have_speaker_cue_and_content(case: Case, parser: Parser) -> None:
    """What somebody says is a statement; what somebody thinks, asks, plans or does not say is none."""
    body, expected = case.parts
    found = draft_text(body, parser).statements
    lines = (f"{one.speaker.text if one.speaker else '?'} | {one.cue.text if one.cue else '?'} | {one.text}" for one in found)
    assert "\n".join(lines) == expected


@_cases("actors.txt")
def test_actors_are_one_each(case: Case, parser: Parser) -> None:
    """Aliases are merged, roles come from what stands beside a name, and who is none is left out."""
    body, expected = case.parts
    found = draft_text(body, parser).actors
    assert "\n".join(f"{one.kind} | {one.name} | {', '.join(one.aliases)} | {one.role}" for one in found) == expected
