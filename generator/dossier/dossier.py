"""The data of a brief: the files that are published, and what its handouts carry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.dossier.brief_data import brief_data
from generator.dossier.evidence_data import evidence_data
from generator.dossier.form import VERSION_DIGITS, encoded, with_digest
from generator.library.library import Site
from generator.library.public import PublicBrief


@dataclass(frozen=True)
class Dossier:
    """A brief as data, and the bytes of it; `key` names the key that signs its evidence, if one does."""

    shown: PublicBrief
    data: Mapping[str, Any]
    brief_json: bytes
    key: str = ""

    @cached_property
    def evidence_json(self) -> bytes:
        return encoded(evidence_data(self.shown, self.data, self.brief_json, self.key))

    @property
    def version(self) -> str:
        """What a reader may compare: how the SHA-256 of the data begins."""
        return self.digest[:VERSION_DIGITS]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of brief.json."""
        return hashlib.sha256(self.brief_json).hexdigest()

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        """What is published beside the page, by its name; a brief that was withdrawn has no evidence any more."""
        yield "brief.json", self.brief_json
        if self.shown.brief.status != "withdrawn":
            yield "evidence.json", self.evidence_json

    def attachments(self, prefix: str = "") -> dict[str, bytes]:
        """What a handout carries, under names with a prefix where it carries several briefs."""
        return {f"{prefix}brief.json": self.brief_json, f"{prefix}evidence.json": self.evidence_json}


def dossier(shown: PublicBrief, site: Site) -> Dossier:
    """The data of a brief."""
    data = with_digest(brief_data(shown, site))
    return Dossier(shown, data, encoded(data), site.key)
