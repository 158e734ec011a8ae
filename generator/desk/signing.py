"""Signing what a publication publishes: its evidence, in files and in handouts, and the keys that belong to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.desk.publication import Publication
from generator.dossier.signature import PublicKey, SigningKey, key_set
from generator.engine.keys import named_key, read_public
from generator.library.library import Site
from generator.pages.artifacts import DataFile
from generator.press.sealing import Seal

KEYS = "keys.json"  # where a site publishes its keys


@dataclass(frozen=True)
class Signing:
    """The key that a publication signs with, if it has one here, and the public keys that it signed with before."""

    key: SigningKey | None = None
    former: tuple[PublicKey, ...] = ()

    def site(self, site: Site) -> Site:
        """The site with the short name of its key, for pages and handouts to print."""
        return replace(site, key=self.key.public.name) if self.key else site

    def files(self, files: Iterable[DataFile]) -> Iterator[DataFile]:
        """Files as they are published: evidence signed, and the keys among them."""
        yield from map(self.published, files)
        yield from self.keys()

    def published(self, file: DataFile) -> DataFile:
        """A file as it is published: evidence is signed."""
        return replace(file, content=self.file(file.content)) if self.key and file.path.endswith("/evidence.json") else file

    def keys(self) -> Iterator[DataFile]:
        """The keys that a site publishes."""
        keys = (*([self.key.public] if self.key else []), *self.former)
        if keys:
            yield DataFile(KEYS, key_set(keys))

    def file(self, content: bytes) -> bytes:
        """A file of JSON, signed where there is a key."""
        return self.key.signed(content) if self.key else content

    @property
    def seal(self) -> Seal | None:
        """What signs the evidence in handouts."""
        return Seal(self.key.public.name, self.key.signed) if self.key else None


def signing_of(publication: Publication, environment: Mapping[str, str] = os.environ) -> Signing:
    """How a publication signs; raises PublicationError where a key that is named cannot be used."""
    address = f"{publication.site.url}{KEYS}" if publication.site.url else ""
    keys = (key for name in publication.settings.public_keys for key in read_public(publication.root / name))
    return Signing(named_key(publication.docs, address, environment), tuple(keys))
