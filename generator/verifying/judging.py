"""Reading a file and holding it against itself, its sources and keys: work for a process that may not take much."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from generator.dossier.form import FORMAT
from generator.dossier.printed import squeezed
from generator.engine import storage
from generator.engine.atomic import read_up_to
from generator.text import markdown
from generator.verifying import agreement, identity, originals
from generator.verifying.alone import brief_alone
from generator.verifying.checks import Check
from generator.verifying.forms import LARGEST, Brief, Evidence, Form
from generator.verifying.handout_file import Handout, read
from generator.verifying.problem import UnreadableError
from generator.verifying.published import State, of_evidence
from generator.verifying.signed import signature_in, with_keys
from generator.verifying.verdict import Against, Part, Verdict
from generator.wording.wording import Wordings

AForm = TypeVar("AForm", bound=Form)
NO_HANDOUT = "it is neither a handout (PDF) nor the evidence.json or brief.json from one"
_EVIDENCE = "explainer-brief-evidence/"


def judged(path: Path, against: Against) -> Verdict:
    """The verdict on a file but for what is published of it, which this process asks nobody for."""
    try:
        content = read_up_to(path, 1023)
        if b"%PDF-" in content:
            return Verdict(tuple(_handout(read(path), against)), whole=True)
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"it is larger than {LARGEST // 1_000_000} MB")
        return Verdict((_alone(path, against),))
    except UnreadableError as error:
        return Verdict(problem=str(error))
    except OSError as error:
        return Verdict(problem=f"it cannot be read: {error.strerror}")


def _handout(handout: Handout, against: Against) -> Iterator[Part]:
    attachments = handout.attachments
    names = sorted(name for name in attachments if name.endswith("evidence.json"))
    if not names:
        raise UnreadableError("it carries no evidence.json, so there is nothing to hold its words against")
    layer, read_all = squeezed(handout.text), [_carried(attachments, name) for name in names]
    wordings = Wordings(storage.read_templates((storage.templates_folder(),)))
    all_names = [identity.names_of(carried.raw, carried.evidence_data) for carried in read_all]
    for carried, own in zip(read_all, all_names, strict=True):
        evidence, brief = carried.evidence, carried.brief
        checks = [
            *identity.with_brief(carried.evidence_data, carried.brief_data, carried.raw),
            *agreement.with_brief(evidence, brief, carried.raw),
            *agreement.with_text(evidence, layer, carried.name),
            *identity.printed_names(layer, own, all_names, wordings.of(evidence.brief.language)),
            *agreement.with_parts(evidence, handout.parts, carried.name),
        ]
        yield _part(evidence, carried.evidence_data, carried.name, against, checks)


class _Carried(NamedTuple):
    """The evidence in a handout and the brief that goes with it, as forms and as they are written."""

    name: str
    evidence: Evidence
    evidence_data: dict[str, Any]
    brief: Brief
    brief_data: dict[str, Any]
    raw: bytes


def _carried(attachments: dict[str, bytes], name: str) -> _Carried:
    of_brief = name.removesuffix("evidence.json") + "brief.json"
    evidence = _parsed(Evidence, attachments[name], name)
    if of_brief not in attachments:
        raise UnreadableError(f"it carries no {of_brief}")
    return _Carried(name, *evidence, *_parsed(Brief, attachments[of_brief], of_brief), attachments[of_brief])


def _part(evidence: Evidence, written: dict[str, Any], name: str, against: Against, more: list[Check]) -> Part:
    """What is found out about evidence, wherever it is, and more that was found out about what carries it."""
    own = identity.own_digest(written, "title, address, date, sources, texts and passages", name)
    signature = signature_in(written, name)
    checks = [own, *agreement.hashes(evidence), *more, *with_keys(written, signature, name, against.keys)]
    if against.sources is not None:
        checks += originals.with_sources(evidence, against.sources)
    return Part(evidence.brief.title, tuple(checks), evidence.brief.url, of_evidence(written), signature)


def _alone(path: Path, against: Against) -> Part:
    """A brief.json or an evidence.json by itself."""
    content = path.read_bytes()
    form = str(_json(content, path.name).get("format", ""))
    if form.startswith("explainer-brief/"):
        brief, written = _parsed(Brief, content, path.name)
        own = identity.own_digest(written, "title, items, sources and places", path.name)
        checks = [own, *brief_alone(brief, against.sources), *with_keys({}, None, path.name, against.keys)]
        state = State(hashlib.sha256(content).hexdigest(), brief.as_of)
        return Part(markdown.plain(brief.title), tuple(checks), brief.url, state, can_be_signed=False)
    if not form.startswith(_EVIDENCE):
        raise UnreadableError(NO_HANDOUT)
    evidence, written = _parsed(Evidence, content, path.name)
    return _part(evidence, written, path.name, against, [])


def _json(content: bytes, name: str) -> dict[str, Any]:
    """The object that a file holds."""
    begin = content.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if begin != b"{":
        raise UnreadableError(NO_HANDOUT if begin else "it is empty")
    try:
        found = json.loads(content)
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeError:
        raise UnreadableError(f"{name} holds characters that are none") from None
    except (ValueError, RecursionError):
        raise UnreadableError(f"{name} is damaged, or a part of it is missing: it is no JSON that can be read") from None
    return found if isinstance(found, dict) else {}


def _parsed(form: type[AForm], content: bytes, name: str) -> tuple[AForm, dict[str, Any]]:
    """The object that a file holds, as a form and as it is written."""
    found = _json(content, name)
    try:
        return form.model_validate(found), found
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        said = f"{place}: {first['msg'].lower()}"
        if place == "format":
            raise UnreadableError(f"{name} {_other_form(str(found.get('format')))}") from None
        raise UnreadableError(f"{name} has another form than is known: {said}") from None


def _other_form(form: str) -> str:
    """What is said of a file whose form has another number."""
    number, known = form.removeprefix(_EVIDENCE), FORMAT.removeprefix(_EVIDENCE)
    if form.startswith(_EVIDENCE) and number.isdecimal() and int(number) < int(known):
        return (
            f"is of an older form (“{form}”), whose digest held neither title nor address nor sources: "
            "an earlier version of briefs made it, and can verify it; get the file again from where it was published"
        )
    return f"has another form than is known: “{form}”. A newer version of briefs may have made it"
