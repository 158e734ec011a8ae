"""Who signed a file: its signature, held against the keys that somebody trusts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.dossier.signature import KeyProblemError, PublicKey, Signature, signature_of
from generator.verifying.checks import Check, check
from generator.verifying.problem import UnreadableError


@dataclass(frozen=True)
class Keys:
    """Public keys that somebody trusts, and where they are from."""

    origin: str
    keys: tuple[PublicKey, ...]

    def __contains__(self, key: PublicKey) -> bool:
        return key in self.keys


def signature_in(content: Mapping[str, Any], name: str) -> Signature | None:
    """The signature of a file, None where it has none."""
    try:
        return signature_of(content)
    except KeyProblemError as problem:
        raise UnreadableError(f"{name}: {problem}") from None


def with_keys(content: Mapping[str, Any], signature: Signature | None, name: str, keys: Keys | None) -> Iterator[Check]:
    """Whether a file is as it was signed, with the key that it names, and with one that is trusted."""
    named = content.get("key")
    if signature is not None:
        wrong = [] if signature.holds else [f"{name} was changed after it was signed with the key {signature.key.name}"]
        yield check(f"{name} is as it was signed with the key {signature.key.name}", 1, wrong)
    if named:
        other = signature is None or signature.key.name != named
        found = f"is signed with the key {signature.key.name}" if signature else "carries no signature"
        wrong = [f"{name} says that it is signed with the key {named}, and {found}"] if other else []
        yield check(f"it is signed with the key that it names, {named}", 1, wrong)
    if keys is not None:
        if signature is None:
            wrong = [f"{name} carries no signature: anybody can have made it"]
        else:
            wrong = (
                [] if signature.key in keys else [f"{name} is signed with the key {signature.key.name}, which {keys.origin} does not name"]
            )
        yield check(f"it is signed with a key that {keys.origin} names", 1, wrong)
