"""The form of evidence.json: what its makers, the setter of handouts and `briefs verify` share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.dossier.printed import squeezed, times
from generator.text.indented_json import indented

FORMAT = "explainer-brief-evidence/2"
VERSION_DIGITS = 12
SHORTEST = 6  # letters of words that are counted in a document: shorter ones stand by chance in others

OF_DOCUMENT = ("printed", "parts")  # what evidence says of the document that carries it
SIGNATURE = "signature"


def encoded(content: Mapping[str, Any]) -> bytes:
    """Data as a file that people can read, too."""
    return (indented(content) + "\n").encode()


def canonical(content: Any) -> bytes:
    """Data in the one form that digests and signatures are made over: the JSON of RFC 8785, for data without fractions."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def with_digest(content: Mapping[str, Any]) -> dict[str, Any]:
    """Data with the digest of all that it says."""
    return {**content, "sha256": digest_of(content)}


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of the members of an object in their canonical form, but for the digest itself and what is added to it later."""
    return hashlib.sha256(canonical(_without(content, "sha256", SIGNATURE, *OF_DOCUMENT))).hexdigest()


def signable(content: Mapping[str, Any]) -> bytes:
    """What a signature is made over: all members of an object but the signature, in their canonical form."""
    return canonical(_without(content, SIGNATURE))


def _without(content: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in names}


def version_of(brief: bytes) -> str:
    """The version of a brief, as handouts and pages print it: how the SHA-256 of its brief.json begins."""
    return hashlib.sha256(brief).hexdigest()[:VERSION_DIGITS]


def of_document(content: bytes, text: str, parts: Mapping[str, str]) -> bytes:
    """The evidence with what it says of the document that carries it.

    How often each of its texts and passages stands in the document's text, because a form may print some of them only; and the digests of
    the document's parts.
    """
    evidence = json.loads(content)
    layer = squeezed(text)
    evidence["printed"] = {name: times(words, layer) for name, words in printable(evidence)}
    evidence["parts"] = dict(parts)
    return encoded(evidence)


def printable(evidence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The words that a handout may print, by a name: its version and key, each text, and each piece of a passage."""
    yield from ((name, words) for name, words in _named(evidence) if len(squeezed(words)) >= SHORTEST)


def _named(evidence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "version", evidence["brief"]["sha256"][:VERSION_DIGITS]
    if evidence.get("key"):
        yield "key", evidence["key"]
    for text in evidence["texts"]:
        yield text["item"], text["words"]
    for passage in evidence["passages"]:
        for index, piece in enumerate(passage["pieces"], 1):
            if piece.get("exact") is not None:
                yield f"passage:{passage['number']}:{index}", piece["exact"]
