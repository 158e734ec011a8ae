"""B340–B351: a fact says no more than its evidence, and nothing else: whom it names, of how much, when, how surely, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.evidence import Anchored, Founded
from generator.prose.shifts import Kind, Shift, renamed, shifts
from generator.text.finding import Finding

JUDGED = ("confirmed", "reported", "claimed")  # what is disputed or refuted says the contrary of some of its evidence


class _Told(NamedTuple):
    """How a shift is told: its code, the message where only the one, only the other or both have a word for it, and the fix."""

    code: str
    both: str
    fix: str
    ours: str = ""
    theirs: str = ""

    def message(self, shift: Shift, ours: str, theirs: str) -> str:
        form = self.both if shift.ours and shift.theirs else self.ours if shift.ours else self.theirs
        return form.format(mine=shift.ours, given=shift.theirs, ours=ours, theirs=theirs)


_CITE = "or cite the passage that says so"
_SAY = f"write “{{given}}”, {_CITE}"
_TOLD: Mapping[Kind, _Told] = {
    "name": _Told(
        "B340", "{theirs} names “{given}”, and {ours} “{mine}”, whom its source does not name", f"write “{{given}}”, {_CITE}",
        ours="{ours} names “{mine}”, and its source does not",
    ),
    "scope": _Told(
        "B341", "{ours} says “{mine}”, {theirs} only “{given}”", f"write “{{given}}”, {_CITE}",
        ours="{ours} says “{mine}”, {theirs} does not",
    ),
    "only": _Told("B341", "", f"leave out “{{mine}}”, {_CITE}", ours="{ours} says “{mine}”, and {theirs} excludes nothing"),
    "part": _Told("B341", "", "write “{given}”", theirs="{theirs} says “{given}”, {ours} all of it"),
    "condition": _Told("B342", "{ours} says so in any case (“{mine}”), {theirs} under a condition (“{given}”)", "write the condition, too",
                       theirs="{theirs} says so under a condition (“{given}”), and {ours} without one"),
    "plan": _Told("B343", "{ours} says “{mine}”, as of what is done; {theirs} says “{given}”", "say that it is to be, or is tried, "
                  "or cite the passage that says that it is done"),
    "future": _Told("B343", "{ours} says “{mine}”, as of what is to come; {theirs} says “{given}”", "say that it is so, or was, "
                    "or cite the passage that says that it is to be"),
    "past": _Told("B343", "", "say that it was so", theirs="{theirs} says of something that it was once (“{given}”), {ours} that it is so"),
    "contrary": _Told("B344", "{ours} says “{mine}”, {theirs} the contrary, “{given}”", f"write “{{given}}”, {_CITE}"),
    "comparison": _Told("B345", "{ours} says “{mine}”, {theirs} “{given}”", _SAY),
    "superlative": _Told(
        "B345", "{ours} says “{mine}”, {theirs} “{given}”", _SAY, ours="{ours} says “{mine}”, and {theirs} compares nothing in this way",
    ),
    "open": _Told("B346", "", "say that it is asked, or not shown", theirs="{theirs} leaves this open (“{given}”), {ours} states it"),
    "sayer": _Told("B347", "{ours} gives this as said by “{mine}”; in {theirs} “{given}” says it", "say who says it in the source"),
    "ratio": _Told("B348", "{ours} says “{mine}”, {theirs} “{given}”", _SAY),
    "period": _Told("B348", "{ours} gives a rate as “{mine}”, {theirs} as “{given}”", _SAY),
    "stretch": _Told("B348", "{ours} says so of “{mine}”, {theirs} of “{given}”", _SAY),
    "cause": _Told("B349", "{ours} gives a cause (“{mine}”), {theirs} says only “{given}”", _SAY),
    "roles": _Told("B350", "{ours} and {theirs} say otherwise who does it, and to whom: “{mine}” here, “{given}” there",
                   "let them do what they do in the source"),
    "crossed": _Told("B350", "{ours} says “{mine}”, and {theirs} says that of another: “{given}”", "give to each what the source gives it"),
    "denied": _Told("B311", "", "say in the fact what the evidence denies, or cite the passage that says it",
                    theirs="{theirs} says that something is not so (“{given}”), {ours} that it is"),
    "stronger": _Told("B351", "{ours} says “{mine}”, {theirs} only “{given}”", _SAY),
}  # fmt: skip


def check(anchored: Anchored) -> Iterator[Finding]:
    """Every fact that stands by its evidence."""
    tag = anchored.context.parsed.brief.language
    for founded in anchored.facts:
        if founded.fact.status in JUDGED:
            text, evidence = founded.read.text, evidence_of(founded)
            for shift in (*shifts(text, evidence, tag), *_renamed(founded, evidence, anchored)):
                code, message, fix = told(shift, "the fact", "the evidence")
                span = anchored.context.parsed.span(*founded.location, "text")
                yield Finding(code, message, span.narrow(shift.ours) if shift.ours in text else span, fix, item=founded.ref)


def evidence_of(founded: Founded) -> str:
    """The passages of a fact."""
    return " \n ".join(founded.evidence)


def told(shift: Shift, ours: str, theirs: str) -> tuple[str, str, str]:
    """A shift as a finding has it: code, message and fix; `ours` and `theirs` are what the text and its evidence are called."""
    how = _TOLD[shift.kind]
    given = how.fix if shift.theirs else f"leave it out, {_CITE}"
    return how.code, how.message(shift, ours, theirs), given.format(mine=shift.ours, given=shift.theirs)


def _renamed(founded: Founded, evidence: str, anchored: Anchored) -> Iterator[Shift]:
    """Names that neither the evidence nor the rest of its sources have, nor those who say the fact, or through whom it is known."""
    yield from renamed(founded.read.text, evidence, lambda: _named_around(founded, anchored), anchored.context.parsed.brief.language)


def _named_around(founded: Founded, anchored: Anchored) -> str:
    """The sources of a fact, who says it, and the other names of whom the sources name."""
    context, fact = anchored.context, founded.fact
    sources = {id(source): source for _, source in founded.passages}.values()
    about = " \n ".join(word for each in sources for word in (each.source.title, each.source.publisher or "", each.text.body))
    names = ((key, (actor.name, *actor.aliases)) for key, actor in context.actors.items())
    known = (name for key, own in names if key in fact.by or any(name in about for name in own) for name in own)
    return " \n ".join((about, *known, *fact.via))
