"""What goes wrong outside of briefs."""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.finding import Finding, Findings


class PublicationError(Exception):
    """A file or template that keeps the publication from being made, in words for whoever can mend it."""


class WrongUsageError(PublicationError):
    """Something was asked for that there is not, such as a brief by a name that no brief has."""


class ConfigurationError(WrongUsageError):
    """What is wrong in mkdocs.yml: `findings` say where, if it was read from a file."""

    def __init__(self, findings: Iterable[Finding] = (), words: str = "") -> None:
        self.findings = Findings(findings)
        lines = (f"{each.span.path}:{each.span.line}:{each.span.column}: {each.sentence}" for each in self.findings)
        super().__init__(words or "\n".join(lines))


def told(error: OSError) -> str:
    """What the system refused, in words: of two files the one that was to be written."""
    return f"{error.filename2 or error.filename or 'a file'}: {error.strerror or error}"
