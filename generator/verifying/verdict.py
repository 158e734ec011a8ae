"""What a file is held against, and the verdict on it; as data, too, as the process that reads it hands it back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.dossier.signature import PublicKey, Signature
from generator.verifying.checks import Check
from generator.verifying.published import Fetch, State, address_of
from generator.verifying.signed import Keys


@dataclass(frozen=True)
class Against:
    """What a file is held against besides itself: the folder of its sources, keys that are trusted, what is published."""

    sources: Path | None = None
    keys: Keys | None = None
    fetch: Fetch | None = None


NOTHING = Against()


@dataclass(frozen=True)
class Part:
    """What was verified of one brief: a booklet has several.

    `title` and `url` are what the file says, `state` is what tells it from what may be published there; `can_be_signed` says that it is no
    brief.json.
    """

    title: str
    checks: tuple[Check, ...]
    url: str
    state: State
    signature: Signature | None = None
    can_be_signed: bool = True

    @property
    def published(self) -> str | None:
        """Where the file says that its digest stands."""
        return address_of(self.url)


@dataclass(frozen=True)
class Verdict:
    """What was found out about a file; `problem` says why nothing could be, `whole` that it was a handout and not data alone."""

    parts: tuple[Part, ...] = ()
    whole: bool = False
    problem: str | None = None

    @property
    def holds(self) -> bool:
        return self.problem is None and bool(self.parts) and all(check.passed for part in self.parts for check in part.checks)


def as_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict as data that JSON can tell."""
    return {
        "parts": [
            vars(part)
            | {"checks": [vars(check) for check in part.checks], "state": vars(part.state)}
            | {"signature": part.signature and vars(part.signature) | {"key": part.signature.key.raw.hex()}}
            for part in verdict.parts
        ],
        "whole": verdict.whole,
        "problem": verdict.problem,
    }


def verdict_of(data: dict[str, Any]) -> Verdict:
    """The verdict that such data tell of."""
    return Verdict(tuple(map(_part_of, data["parts"])), data["whole"], data["problem"])


def _part_of(row: dict[str, Any]) -> Part:
    checks = tuple(Check(each["holds"], each["total"], tuple(each["failures"])) for each in row["checks"])
    signed = row["signature"]
    signature = Signature(**signed | {"key": PublicKey(bytes.fromhex(signed["key"]))}) if signed else None
    return Part(**row | {"checks": checks, "state": State(**row["state"]), "signature": signature})
