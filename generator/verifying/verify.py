"""The verdict on a file."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.text import markdown
from generator.verifying import agreement, originals
from generator.verifying.agreement import Check
from generator.verifying.alone import brief_alone
from generator.verifying.forms import Brief, Evidence, Form
from generator.verifying.handout_file import LARGEST_ATTACHMENT, Handout, read
from generator.verifying.problem import UnreadableError

AForm = TypeVar("AForm", bound=Form)
NO_HANDOUT = "it is neither a handout (PDF) nor the evidence.json or brief.json from one"


@dataclass(frozen=True)
class Part:
    """What was verified of one brief: a booklet has several."""

    title: str
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file; `problem` says why nothing could be, `whole` that it was a handout and not data alone."""

    parts: tuple[Part, ...] = ()
    whole: bool = False
    problem: str | None = None

    @property
    def holds(self) -> bool:
        return self.problem is None and bool(self.parts) and all(check.passed for part in self.parts for check in part.checks)


def verify(path: Path, sources: Path | None = None) -> Verdict:
    """Verify a handout, a brief.json or an evidence.json; with `sources`, the folder of the source files, against these, too."""
    try:
        content = path.read_bytes()[:1024]
        if b"%PDF-" in content:
            handout = read(path)
            return Verdict(tuple(_handout(handout, sources)), whole=True)
        if path.stat().st_size > LARGEST_ATTACHMENT:
            raise UnreadableError(f"it is larger than {LARGEST_ATTACHMENT // 1_000_000} MB")
        return Verdict((_alone(path, sources),))
    except UnreadableError as error:
        return Verdict(problem=str(error))


def _handout(handout: Handout, sources: Path | None) -> Iterator[Part]:
    attachments = handout.attachments
    names = sorted(name for name in attachments if name.endswith("evidence.json"))
    if not names:
        raise UnreadableError("it carries no evidence.json, so there is nothing to hold its words against")
    for name in names:
        evidence = _parsed(Evidence, attachments[name], name)
        of_brief = name.removesuffix("evidence.json") + "brief.json"
        if of_brief not in attachments:
            raise UnreadableError(f"it carries no {of_brief}")
        brief = _parsed(Brief, attachments[of_brief], of_brief)
        checks = [*agreement.hashes(evidence, attachments[name]), *agreement.with_brief(evidence, brief, attachments[of_brief])]
        checks += [*agreement.with_text(evidence, handout.text, name), *agreement.with_parts(evidence, handout.parts, name)]
        if sources is not None:
            checks += originals.with_sources(evidence, sources)
        yield Part(evidence.brief.title, tuple(checks))


def _alone(path: Path, sources: Path | None) -> Part:
    """A brief.json or an evidence.json by itself."""
    content = path.read_bytes()
    form = str(_json(content, path.name).get("format", ""))
    if form.startswith("explainer-brief/"):
        brief = _parsed(Brief, content, path.name)
        return Part(markdown.plain(brief.title), tuple(brief_alone(brief, sources)))
    if not form.startswith("explainer-brief-evidence/"):
        raise UnreadableError(NO_HANDOUT)
    evidence = _parsed(Evidence, content, path.name)
    checks = list(agreement.hashes(evidence, content))
    if sources is not None:
        checks += originals.with_sources(evidence, sources)
    return Part(evidence.brief.title, tuple(checks))


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


def _parsed(form: type[AForm], content: bytes, name: str) -> AForm:
    found = _json(content, name)
    try:
        return form.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        said = f"{place}: {first['msg'].lower()}"
        if place == "format":
            said = f"“{found.get('format')}”. A newer version of briefs may have made it"
        raise UnreadableError(f"{name} has another form than is known: {said}") from None
