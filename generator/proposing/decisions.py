"""What became of proposals: which of those that were made stand in the brief, and which an editor has removed.

Actors are not remembered: nobody is proposed but with what they say or do, so whose words were all rejected does not come back either.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.items import Decision, Decisions, ItemRef
from generator.items.fields import identified
from generator.parsing import ParsedBrief
from generator.proposing.proposal import KINDS, Proposal
from generator.proposing.standing import Standing
from generator.text.matching import matches
from generator.text.matching.normal import fold

Key = tuple[str, str, str]


def key_of(one: Decision | Proposal) -> Key:
    """What a proposal is recognised by, from draft to draft: its kind, its source and the words it stands on, whatever their typography."""
    return one.kind, one.source, fold(one.words)


def keys_of(decisions: Iterable[Decision]) -> frozenset[Key]:
    """What proposals are recognised by."""
    return frozenset(map(key_of, decisions))


def settled(decisions: Decisions, parsed: ParsedBrief, standing: Standing, day: date) -> Decisions:
    """What was proposed and is not in the brief any more was rejected; what is there again, under its id, was not."""
    return Decisions(proposals=tuple(_settled(one, parsed, standing, day) for one in decisions.proposals))


def _settled(one: Decision, parsed: ParsedBrief, standing: Standing, day: date) -> Decision:
    if one.rejected is None:
        return one if _is_there(one, parsed) or _is_covered(one, parsed, standing) else _rejected(one, day)
    return _rejected(one, None) if _is_there(one, parsed) else one


def with_made(decisions: Decisions, made: Iterable[Proposal], day: date) -> Decisions:
    """The decisions of a brief for which proposals were made, some of them once more."""
    remembered = {key_of(one): one for one in made if one.kind != "actor"}
    standing = [_rejected(one, None) if key_of(one) in remembered else one for one in decisions.proposals]
    known = keys_of(decisions.proposals)
    return in_order([*standing, *(decision_of(one, day) for key, one in remembered.items() if key not in known)])


def with_rejected(decisions: Decisions, rejected: Decision) -> Decisions:
    """The decisions of a brief of which an editor has rejected something, whether it was remembered or not."""
    others = [one for one in decisions.proposals if one.identity != rejected.identity]
    return in_order([*others, rejected])


def decision_of(one: Proposal, day: date) -> Decision:
    """A proposal as it is remembered."""
    written = {"kind": one.kind, "id": one.data.get("id") or one.data.get("fact"), "source": one.source, "words": one.words}
    return Decision.model_validate({"proposed": day, **written})


def in_order(decisions: Iterable[Decision]) -> Decisions:
    """In an order that does not depend on what came when, so that what two people decide seldom meets in one place."""
    kinds = list(KINDS.values())
    return Decisions(proposals=tuple(sorted(decisions, key=lambda one: (one.source, kinds.index(one.kind), one.words))))


def _rejected(one: Decision, day: date | None) -> Decision:
    return one.model_copy(update={"rejected": day})


def _is_there(one: Decision, parsed: ParsedBrief) -> bool:
    """Whether the brief has the item, as far as it can be read."""
    if one.kind == "event":
        return any(event.fact == one.id for event in parsed.brief.timeline) or any(item.kind == "event" for item in parsed.lost)
    return ItemRef(one.kind, one.id) in {*parsed.lost, *(entry.ref for entry in identified(parsed.brief))}


def _is_covered(one: Decision, parsed: ParsedBrief, standing: Standing) -> bool:
    """Whether an item under another id stands on these words: its editor has renamed it."""
    source = parsed.sources.get(one.source)
    found = matches(source.prepared, one.words) if source else ()
    return any(standing.covers(one.kind, one.source, match.start, match.end) for match in found)
