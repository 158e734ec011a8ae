"""Keys on this machine: the private one that a build signs with, in a file or in the environment, and public ones in files."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.dossier.signature import KeyProblemError, PublicKey, SigningKey, key_set, public_keys, signing_key
from generator.engine.atomic import read_all
from generator.errors import PublicationError

KEY = "BRIEFS_SIGNING_KEY"  # the key itself
KEY_FILE = "BRIEFS_SIGNING_KEY_FILE"
MAX_BYTES = 1_000_000  # of a file of keys
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def is_named(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the environment names a key to sign with."""
    return bool(environment.get(KEY) or environment.get(KEY_FILE))


def named_key(docs: Path, address: str = "", environment: Mapping[str, str] = os.environ) -> SigningKey | None:
    """The key that the environment names; raises PublicationError where it cannot be used. `docs` is the folder that is published."""
    itself, file = environment.get(KEY), environment.get(KEY_FILE)
    if itself and file:
        raise PublicationError(f"both {KEY} and {KEY_FILE} are set: leave one of them, so that it is clear which key signs")
    try:
        if itself:
            return signing_key(itself.replace("\\n", "\n").encode(), address)
        return read_key(Path(file), docs, address) if file else None
    except KeyProblemError as problem:
        raise PublicationError(f"{KEY} {problem}") from None


def read_key(path: Path, docs: Path | None = None, address: str = "") -> SigningKey:
    """The private key in a file that nobody else may read and that is not published."""
    refuse_published(path, docs)
    try:
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            raise PublicationError(f"{path}: others on this machine may read the signing key: chmod 600 {path}")
        return signing_key(read_all(path, MAX_BYTES), address)
    except OSError as error:
        raise PublicationError(f"{path}: the signing key cannot be read: {error.strerror}") from None
    except KeyProblemError as problem:
        raise PublicationError(f"{path}: {problem}") from None


def refuse_published(path: Path, docs: Path | None) -> None:
    """A private key has no place where a build publishes what it finds."""
    if docs is not None and path.resolve().is_relative_to(docs.resolve()):
        raise PublicationError(
            f"{path}: a signing key does not belong into {docs.name}/, from where files are published; keep it elsewhere"
        )


def new_key(path: Path, docs: Path | None = None) -> tuple[SigningKey, Path]:
    """Make a key pair: the private half in a file that only its owner may read, the public one beside it, whose path is returned.

    Nothing is ever overwritten: raises FileExistsError.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    refuse_published(path, docs)
    private = Ed25519PrivateKey.generate()
    made, public = SigningKey(private), path.with_name(f"{path.name}.public.json")
    _write_new(path, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
    try:
        _write_new(public, key_set([made.public]), 0o644)
    except OSError:
        path.unlink()
        raise
    return made, public


def read_public(path: Path) -> tuple[PublicKey, ...]:
    """The public keys in a file."""
    try:
        return public_keys(read_all(path, MAX_BYTES))
    except OSError as error:
        raise PublicationError(f"{path}: the public keys cannot be read: {error.strerror}") from None
    except KeyProblemError as problem:
        raise PublicationError(f"{path}: {problem}") from None


def _write_new(path: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
