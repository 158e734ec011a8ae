"""Decide on proposals: accept one by taking its mark away, reject one by taking it out and remembering that.

Everything else of brief.yml stays byte for byte as it was, and nothing that somebody else saves meanwhile is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.desk.publication import Publication
from generator.engine import storage
from generator.engine.atomic import read_if_there, replace_unchanged
from generator.engine.brief_edits import removed, without_key
from generator.engine.brief_text import BriefFileError, read_brief
from generator.engine.decisions_file import rewritten
from generator.errors import PublicationError, WrongUsageError
from generator.items import Decision, Decisions, ItemRef
from generator.parsing import DECISIONS, Folder, parse_decisions
from generator.parsing.yaml_file import decode, plain_data
from generator.proposing.decisions import in_order, with_rejected
from generator.proposing.proposal import KINDS
from generator.proposing.propose import Others, with_kinds, with_text
from generator.text.finding import NO_FINDINGS, Findings, has_errors
from generator.text.mending import Mended
from generator.text.places import Text
from generator.text.yamltree import Mapping, Scalar, Sequence

REFERRING = ("B201", "B203")  # what is found where something is referred to that is not there
LISTS = {kind: key for key, kind in KINDS.items()}
TRIES = 5


@dataclass(frozen=True)
class Decided:
    """What was changed of a brief.yml; or nothing, where findings say what would be broken by it."""

    change: Mended | None
    refused: Findings = NO_FINDINGS


@dataclass(frozen=True)
class _Proposal:
    """A proposal in a brief.yml: its place among the items of a list."""

    folder: Folder
    text: Text
    key: str
    index: int
    data: Mapping


def accept(publication: Publication, slug: str, ref: ItemRef) -> Decided:
    """An editor accepts a proposal: its line `draft: true` goes, and nothing else."""
    place = publication.folder(slug)
    found = _proposal(publication, place, ref)
    with _understood(found.text):
        body = without_key(found.text, found.key, found.index, "draft")
    return _written(place, found, body)


def reject(publication: Publication, slug: str, ref: ItemRef) -> Decided:
    """An editor rejects a proposal: it goes with the comments in it, and decisions.yml remembers it.

    Refused where something else refers to it, which would lead nowhere then.
    """
    place = publication.folder(slug)
    found = _proposal(publication, place, ref)
    _, decisions, wrong = parse_decisions(found.folder)
    if has_errors(wrong):
        return Decided(None, Findings(wrong))
    with _understood(found.text):
        body = removed(found.text, found.key, found.index)
    left_over = _left_over(publication, found, body)
    if left_over:
        return Decided(None, left_over)
    decided = _written(place, found, body)
    decision = _decision(found, ref, decisions, publication.today)
    if decision is not None:
        write_decisions(publication, place, decisions, with_rejected(decisions, decision))
    return decided


def write_decisions(publication: Publication, place: Path, old: Decisions, new: Decisions) -> None:
    """Write into decisions.yml what `new` changes of `old`, whatever else it may hold by now."""
    path = place / DECISIONS
    for _ in range(TRIES):
        before = read_if_there(path)
        files = {} if before is None else {DECISIONS: before}
        text, now, wrong = parse_decisions(Folder(place.name, place.relative_to(publication.root).as_posix(), files, {}))
        if has_errors(wrong):
            break
        with _understood(text):
            body = rewritten(text, now, merged(now, old, new))
        if body == text.body or replace_unchanged(path, before, body.encode()):
            return
    raise PublicationError(f"{text.path}: cannot be read, or is being changed by somebody else; nothing was written into it")


def merged(now: Decisions, old: Decisions, new: Decisions) -> Decisions:
    """What somebody else has made of `old` meanwhile, with what makes `new` of it, too."""
    changed = {one.identity: one for one in new.proposals if one not in old.proposals}
    return in_order(({one.identity: one for one in now.proposals} | changed).values())


def _proposal(publication: Publication, place: Path, ref: ItemRef) -> _Proposal:
    """The proposal that `ref` names; raises WrongUsageError where there is none."""
    folder = publication.read(place)
    path = f"{folder.path}/{storage.BRIEF}"
    text, wrong = decode(path, folder.files[storage.BRIEF])
    if text is None:
        raise PublicationError(f"{path}: {wrong[0].sentence}")
    with _understood(text):
        listed = read_brief(text).get(LISTS.get(ref.kind, ""))
    for index, node in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        if isinstance(node, Mapping) and ref.key == (str(index + 1) if ref.kind == "event" else _words(node, "id")):
            if plain_data(node).get("draft") is not True:
                raise WrongUsageError(f"{path}: {ref} is no proposal: it has no line `draft: true`")
            return _Proposal(folder, text, LISTS[ref.kind], index, node)
    raise WrongUsageError(f"{path}: there is no {ref}")


def _words(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""


def _written(place: Path, found: _Proposal, body: str) -> Decided:
    if not replace_unchanged(place / storage.BRIEF, found.folder.files[storage.BRIEF], body.encode()):
        raise PublicationError(f"{found.text.path}: has changed meanwhile, and nothing was written; look at it again")
    return Decided(Mended(found.text, body, 1))


def _left_over(publication: Publication, found: _Proposal, body: str) -> Findings:
    """What would lead nowhere if the brief had this body."""
    alone = Others((), publication.shared_files(), publication.docs_path, publication.policy())
    before, after = (
        [one for one in alone.check(with_text(found.folder, with_kinds(text)[0]))[1].findings if one.code in REFERRING]
        for text in (found.text, replace(found.text, body=body))
    )
    known = {one.message for one in before}
    return Findings(one for one in after if one.message not in known)


def _decision(found: _Proposal, ref: ItemRef, decisions: Decisions, day: date) -> Decision | None:
    """A proposal as it is remembered: by the words that it was drafted from, whatever an editor has made of them."""
    name = _words(found.data, "fact" if ref.kind == "event" else "id")
    known = next((one for one in decisions.proposals if (one.kind, one.id) == (ref.kind, name)), None)
    if known is not None:
        return known.model_copy(update={"rejected": day})
    days = {"proposed": day, "rejected": day}
    try:
        return Decision.model_validate({**days, "kind": ref.kind, "id": name, **_cited(found, ref, name)})
    except ValidationError:  # an actor, or a proposal that no draft has made
        return None


def _cited(found: _Proposal, ref: ItemRef, name: str) -> dict[str, Any]:
    """The words that an item stands on, and their source; an event has those of its fact."""
    data = plain_data(found.data)
    if ref.kind == "event":
        facts = read_brief(found.text).get("facts")
        named = (fact for fact in (facts.items if isinstance(facts, Sequence) else ()) if isinstance(fact, Mapping))
        data = next((plain_data(fact) for fact in named if _words(fact, "id") == name), {})
    if ref.kind == "quote":
        return {"source": data.get("source"), "words": data.get("text")}
    evidence = data.get("evidence")
    first = evidence[0] if isinstance(evidence, list) and evidence and isinstance(evidence[0], dict) else {}
    return {"source": first.get("source"), "words": first.get("quote")}


@contextmanager
def _understood(text: Text) -> Iterator[None]:
    """What keeps a file from being edited, with its path."""
    try:
        yield
    except BriefFileError as error:
        raise PublicationError(f"{text.path}: {error}") from None
