"""Signatures of evidence: Ed25519 (RFC 8032), as a JSON Web Signature with detached content (RFC 7515, appendix F; RFC 8037).

The content is the canonical JSON (RFC 8785) of the file without its member `signature`. The header carries the public key, so that a
signature can be checked where nobody knows the key; whose key it is, only a set of keys tells that came from its owner. Such a set is a
JWK Set (RFC 7517), and a key’s short name is how its thumbprint (RFC 7638) begins.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.dossier.form import SIGNATURE, canonical, encoded, signable

if TYPE_CHECKING:  # slow to import and large, and most publications have no key: whoever has one asks for it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME_DIGITS = 16


class KeyProblemError(Exception):
    """What is no key, or no signature, in words."""


@dataclass(frozen=True)
class PublicKey:
    """The half of a key pair that everybody may know."""

    raw: bytes

    @property
    def jwk(self) -> dict[str, str]:
        return {"crv": "Ed25519", "kty": "OKP", "x": _base64(self.raw)}

    @property
    def name(self) -> str:
        """The short name of the key: 16 hexadecimal digits."""
        return hashlib.sha256(canonical(self.jwk)).hexdigest()[:NAME_DIGITS]

    def verifies(self, signature: bytes, content: bytes) -> bool:
        """Whether a signature was made over this content with the other half of the pair."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, content)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """The half of a key pair that nobody else may know; `address` is where the other half is published."""

    private: Ed25519PrivateKey
    address: str = ""

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.private.public_key().public_bytes_raw())

    def signed(self, file: bytes) -> bytes:
        """A file of JSON with its signature in it."""
        content = json.loads(file)
        header = {"alg": "EdDSA", "jwk": self.public.jwk, "kid": self.public.name} | ({"jku": self.address} if self.address else {})
        protected = _base64(canonical(header))
        signature = self.private.sign(_input(protected, signable(content)))
        return encoded({**content, SIGNATURE: f"{protected}..{_base64(signature)}"})


@dataclass(frozen=True)
class Signature:
    """Who signed a file, as far as it says itself; `address` is where it says that the key is published."""

    key: PublicKey
    address: str
    holds: bool


def signature_of(content: Mapping[str, Any]) -> Signature | None:
    """The signature of a file of JSON, None where it has none; raises KeyProblemError where what stands there is none."""
    if SIGNATURE not in content:
        return None
    try:
        protected, detached, signature = str(content[SIGNATURE]).split(".")
        header = json.loads(_bytes(protected))
        key = _key(header["jwk"])
        if detached or header["alg"] != "EdDSA" or header["kid"] != key.name:
            raise ValueError
        holds = key.verifies(_bytes(signature), _input(protected, signable(content)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise KeyProblemError("its signature has another form than is known") from None
    return Signature(key, str(header.get("jku", "")), holds)


def signing_key(pem: bytes, address: str = "") -> SigningKey:
    """A private key from its PEM (PKCS #8)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        private = load_pem_private_key(pem, password=None)
    except TypeError:
        raise KeyProblemError("is a private key that wants a password; keep it without one, where nobody else may read it") from None
    except ValueError:
        raise KeyProblemError("is no private key in PEM; `briefs keys new` makes one") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyProblemError("is a private key of another kind than Ed25519; `briefs keys new` makes one")
    return SigningKey(private, address)


def key_set(keys: Iterable[PublicKey]) -> bytes:
    """Public keys as a JWK Set."""
    by_name = {key.name: key for key in keys}
    return encoded({"keys": [{**key.jwk, "kid": name, "alg": "EdDSA", "use": "sig"} for name, key in by_name.items()]})


def public_keys(file: bytes) -> tuple[PublicKey, ...]:
    """The Ed25519 keys of a JWK Set, of one JWK or of a PEM; raises KeyProblemError where there are none."""
    if b"PRIVATE KEY" in file:
        raise KeyProblemError("is a private key: never give it away, and give the public one (`briefs keys show` prints it)")
    try:
        if file.lstrip().startswith(b"-----BEGIN"):
            found = _in_pem(file)
        else:
            content = json.loads(file)
            found = [_key(jwk) for jwk in content.get("keys", [content]) if jwk.get("crv") == "Ed25519"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found = []
    if not found:
        raise KeyProblemError("holds no public key: neither a JWK Set such as keys.json nor a PEM")
    return tuple(found)


def _in_pem(file: bytes) -> list[PublicKey]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    public = load_pem_public_key(file)
    return [PublicKey(public.public_bytes_raw())] if isinstance(public, Ed25519PublicKey) else []


def _key(jwk: Mapping[str, Any]) -> PublicKey:
    raw = _bytes(str(jwk["x"]))
    if jwk["kty"] != "OKP" or jwk["crv"] != "Ed25519" or len(raw) != 32:
        raise ValueError
    return PublicKey(raw)


def _input(protected: str, content: bytes) -> bytes:
    return f"{protected}.{_base64(content)}".encode()


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(written: str) -> bytes:
    try:
        return base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError from error
