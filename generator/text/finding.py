"""What a check found: a value with a code, a severity, words, a place and, where possible, a fix.

How findings are shown (text, JSON, a page) is decided by `report`, never here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from generator.text.codes import RULES
from generator.text.places import Span
from generator.text.ref import ItemRef


class Severity(StrEnum):
    """How bad a finding is; only an error fails a build (under `--strict` a warning does, too)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Edit:
    """A safe mending: the words at a span, and what to write in their place."""

    span: Span
    replacement: str


@dataclass(frozen=True)
class Finding:
    """One finding.

    `message` is a sentence in its first line; further lines, if any, are shown below the source line
    (the nearest passage, a word diff). `fix` says what to write instead. `brief` is the slug and
    `item` the item in it that is at fault, where there is one. `edit` mends it without a doubt.
    """

    code: str
    message: str
    span: Span
    fix: str | None = None
    brief: str | None = None
    item: ItemRef | None = None
    edit: Edit | None = None
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        """The severity that a publication gives it (`level`), or its code's own."""
        return self.level or Severity(RULES[self.code].severity)

    @property
    def sentence(self) -> str:
        return self.message.partition("\n")[0]

    @property
    def details(self) -> str:
        return self.message.partition("\n")[2]

    def within(self, brief: str) -> Finding:
        """This finding, said to belong to a brief."""
        return self if self.brief is not None else replace(self, brief=brief)


class Findings(tuple[Finding, ...]):
    """Findings in the order in which everybody shows them, by place, then code, each once; and how many of them there are."""

    __slots__ = ()

    def __new__(cls, findings: Iterable[Finding] = ()) -> Self:
        unique = dict.fromkeys(findings)
        return super().__new__(cls, sorted(unique, key=lambda f: (f.span.path, f.span.start, f.code, f.message)))

    def of(self, severity: Severity) -> Findings:
        """Those of one severity."""
        return super().__new__(type(self), (finding for finding in self if finding.severity is severity))  # in order, and each once

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self._number(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self._number(Severity.WARNING)

    def _number(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self)

    def fail(self, *, strict: bool = False) -> bool:
        """Whether they make a command fail: errors do, under `strict` warnings do, too."""
        return bool(self.errors or (strict and self.warnings))


NO_FINDINGS = Findings()


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
