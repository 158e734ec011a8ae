"""Proposals on trial: what our own checks find fault with is not proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count

from generator.items import ItemRef
from generator.library.survey import Outcome
from generator.proposing.proposal import Proposal
from generator.text.finding import Severity

DECISIONS = frozenset({"B403"})  # whether somebody exists is for the editor to say

Check = Callable[[Sequence[Proposal]], Outcome]


def passed(proposals: Iterable[Proposal], check: Check, events: int) -> list[Proposal]:
    """The proposals that bring no finding, and whose needs are met; `check` tries a brief with them, which has `events` of its own."""
    remaining = list(proposals)
    offered = {proposal.ref() for proposal in remaining}
    while True:
        remaining = _settled(remaining, offered)
        faulty = _faulty(check(remaining), remaining, events) if remaining else set()
        if not faulty:
            return remaining
        remaining = [proposal for number, proposal in enumerate(remaining) if number not in faulty]


def _faulty(outcome: Outcome, proposals: Sequence[Proposal], events: int) -> set[int]:
    """The numbers of the proposals that findings blame."""
    blamed = {one.item for one in outcome.findings if one.severity is not Severity.INFO and one.code not in DECISIONS}
    last = count(events)
    refs = [one.ref(next(last)) if one.key == "timeline" else one.ref() for one in proposals]
    return {number for number, ref in enumerate(refs) if ref in blamed}


def _settled(proposals: list[Proposal], offered: set[ItemRef]) -> list[Proposal]:
    """Without what needs something that was offered and is gone, and without actors that nobody needs."""
    while True:
        there = {one.ref() for one in proposals}
        kept = [one for one in proposals if all(need in there or need not in offered for need in one.needs)]
        needed = {need for one in kept for need in one.needs}
        kept = [one for one in kept if one.key != "actors" or one.ref() in needed]
        if len(kept) == len(proposals):
            return kept
        proposals = kept
