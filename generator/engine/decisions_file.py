"""Writing decisions.yml: a line for each proposal, which stays where it is, so that git merges what two people decided.

Whatever an editor has written around the lines stays, too.
"""

from __future__ import annotations

from dataclasses import replace

from ruamel.yaml.comments import CommentedMap

from generator.engine.brief_edits import with_key, without_key
from generator.engine.brief_file import added, item
from generator.items import Decision, Decisions
from generator.text.places import Text

LIST = "proposals"
HEAD = """\
# yaml-language-server: $schema=../../decisions.schema.json

# What was proposed for this brief, and what its editors rejected of it. `briefs draft` writes it; commit it with the brief.
"""


def rewritten(text: Text, old: Decisions, new: Decisions) -> str:
    """The body of a decisions.yml that held `old` and is to hold `new`, which has all of them and others between.

    BriefFileError where it cannot be changed without a doubt.
    """
    text = text if text.body.strip() or old == new else replace(text, body=HEAD)
    now = {one.identity: one for one in new.proposals}
    for index, one in enumerate(old.proposals):
        text = replace(text, body=_with_day(text, index, one, now[one.identity]))
    was = {one.identity: index for index, one in enumerate(old.proposals)}
    following = len(old.proposals)
    coming: dict[int, list[Decision]] = {}
    for one in reversed(new.proposals):
        if one.identity in was:
            following = was[one.identity]
        else:
            coming.setdefault(following, []).insert(0, one)
    for at in sorted(coming, reverse=True):
        lines = [_line(one) for one in coming[at]]
        text = replace(text, body=added(text, LIST, lines, at if at < len(old.proposals) else None))
    return text.body


def _with_day(text: Text, index: int, old: Decision, new: Decision) -> str:
    """The body with the day on which a proposal was rejected, or without it."""
    if old.rejected == new.rejected:
        return text.body
    if old.rejected is not None:
        text = replace(text, body=without_key(text, LIST, index, "rejected"))
    return with_key(text, LIST, index, "rejected", new.rejected.isoformat()) if new.rejected else text.body


def _line(one: Decision) -> CommentedMap:
    line = item(one.model_dump(exclude_none=True))
    line.fa.set_flow_style()
    return line
