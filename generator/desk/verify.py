"""Verifying a handout or its data against what somebody brings: source files, a publisher's keys, what is published."""

from __future__ import annotations

from pathlib import Path

from generator.dossier.signature import KeyProblemError, public_keys
from generator.engine.atomic import read_all
from generator.engine.keys import MAX_BYTES
from generator.errors import WrongUsageError
from generator.ingest import fetching
from generator.ingest.article import IngestError
from generator.verifying import Against, FetchError, Keys


def against(sources: Path | None = None, key: str | None = None, *, online: bool = False) -> Against:
    """What a file is held against; `key` names public keys by a file or an address. Raises WrongUsageError where there are none."""
    return Against(sources, _keys(key) if key else None, _fetched if online else None)


def _keys(named: str) -> Keys:
    try:
        return Keys(named, public_keys(_fetched(named) if "://" in named else read_all(Path(named), MAX_BYTES)))
    except (FetchError, KeyProblemError) as problem:
        raise WrongUsageError(f"--key {named}: {problem}") from None
    except OSError as error:
        raise WrongUsageError(f"--key {named}: {error.strerror}") from None


def _fetched(address: str) -> bytes:
    """What is at an address: fetched as sources are, from public addresses by https alone."""
    try:
        return fetching.fetch(address).data
    except IngestError as error:
        raise FetchError(str(error).partition(";")[0]) from None  # what follows is advice for who imports
