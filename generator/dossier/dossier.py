"""The data of a brief: the file that is published, and what its handouts carry."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.dossier.brief_data import brief_data
from generator.dossier.evidence_data import evidence_data
from generator.dossier.form import encoded
from generator.library.library import Site
from generator.library.public import PublicBrief


@dataclass(frozen=True)
class Dossier:
    """A brief as data, and the bytes of it."""

    shown: PublicBrief
    data: Mapping[str, Any]
    brief_json: bytes

    @cached_property
    def evidence_json(self) -> bytes:
        return encoded(evidence_data(self.shown, self.data, self.brief_json))

    @property
    def version(self) -> str:
        """What a reader may compare: how the SHA-256 of the data begins."""
        return hashlib.sha256(self.brief_json).hexdigest()[:12]

    def attachments(self, prefix: str = "") -> dict[str, bytes]:
        """What a handout carries, under names with a prefix where it carries several briefs."""
        return {f"{prefix}brief.json": self.brief_json, f"{prefix}evidence.json": self.evidence_json}


def dossier(shown: PublicBrief, site: Site) -> Dossier:
    """The data of a brief."""
    data = brief_data(shown, site)
    return Dossier(shown, data, encoded(data))
