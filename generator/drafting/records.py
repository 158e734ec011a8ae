"""A draft as the JSON that `briefs draft --format json` prints."""

from __future__ import annotations

from typing import Any

from generator.drafting.drafted import Draft, Utterance


def record(path: str, draft: Draft) -> dict[str, Any]:
    """The record of one file."""
    return {
        "path": path,
        "segments": [_fields(one, "start", "end", "first_line", "last_line", "kind", "why") for one in draft.segments],
        "quotes": [_said(one) for one in draft.quotes],
        "statements": [_said(one) | {"content": list(one.content)} for one in draft.statements],
        "actors": [
            _fields(one, "id", "name", "kind")
            | {"aliases": list(one.aliases), "role": one.role, "mentions": [list(place) for place in one.mentions]}
            for one in draft.actors
        ],
        "dates": [_fields(one, "start", "end", "text", "iso") for one in draft.dates],
        "figures": [_fields(one, "start", "end", "text", "value", "unit", "qualifier") for one in draft.figures],
        "questions": [_fields(one, "start", "end", "text", "question") for one in draft.questions],
        "hedges": [_fields(one, "start", "end", "text") for one in draft.hedges],
    }


def _fields(value: object, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _said(one: Utterance) -> dict[str, Any]:
    speaker = _fields(one.speaker, "start", "end", "text", "actor") if one.speaker else None
    cue = _fields(one.cue, "start", "end", "text") if one.cue else None
    return _fields(one, "start", "end", "text") | {"speaker": speaker, "cue": cue, "score": round(one.score, 2)}
