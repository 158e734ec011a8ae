"""The verdict on a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.verifying import agreement, originals
from generator.verifying.agreement import Check
from generator.verifying.alone import brief_alone
from generator.verifying.forms import Brief, Evidence, Form
from generator.verifying.reading import LARGEST_ATTACHMENT, UnreadableError, read

AForm = TypeVar("AForm", bound=Form)


@dataclass(frozen=True)
class Part:
    """What was verified of one brief: a booklet has several."""

    title: str
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file; `problem` says why nothing could be."""

    parts: tuple[Part, ...] = ()
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
            return Verdict(tuple(_handout(handout.attachments, handout.text, sources)))
        if path.stat().st_size > LARGEST_ATTACHMENT:
            raise UnreadableError(f"it is larger than {LARGEST_ATTACHMENT // 1_000_000} MB")
        return Verdict((_alone(path, sources),))
    except UnreadableError as error:
        return Verdict(problem=str(error))


def _handout(attachments: dict[str, bytes], text: str, sources: Path | None) -> Iterator[Part]:
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
        checks += agreement.with_text(evidence, text, name)
        if sources is not None:
            checks += originals.with_sources(evidence, sources)
        yield Part(evidence.brief.title, tuple(checks))


def _alone(path: Path, sources: Path | None) -> Part:
    """A brief.json or an evidence.json by itself."""
    content = path.read_bytes()
    if _format(content).startswith("explainer-brief/"):
        brief = _parsed(Brief, content, path.name)
        return Part(brief.title, tuple(brief_alone(brief, sources)))
    evidence = _parsed(Evidence, content, path.name)
    checks = list(agreement.hashes(evidence, content))
    if sources is not None:
        checks += originals.with_sources(evidence, sources)
    return Part(evidence.brief.title, tuple(checks))


def _format(content: bytes) -> str:
    """What a file says that it is; nothing where it is no JSON."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    return str(found.get("format", "")) if isinstance(found, dict) else ""


def _parsed(form: type[AForm], content: bytes, name: str) -> AForm:
    try:
        return form.model_validate(json.loads(content))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "all of it"
        raise UnreadableError(f"{name} has another form than is known: {place}: {first['msg'].lower()}") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{name} is no JSON that can be read: {str(error)[:120]}") from None
