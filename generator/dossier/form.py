"""The form of evidence.json: what its makers, the setter of handouts and `briefs verify` share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.dossier.printed import squeezed, times

FORMAT = "explainer-brief-evidence/1"
SHORTEST = 6  # letters of words that are counted in a document: shorter ones stand by chance in others


def encoded(content: Mapping[str, Any]) -> bytes:
    """Data as a file that people can read, too."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def digest_of_list(entries: list[Any]) -> str:
    """SHA-256 of a list as JSON with sorted keys, without white space, in UTF-8."""
    return hashlib.sha256(json.dumps(entries, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


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
    """The words that a handout may print, by a name: each text, and each piece of a passage."""
    yield from ((name, words) for name, words in _named(evidence) if len(squeezed(words)) >= SHORTEST)


def _named(evidence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for text in evidence["texts"]:
        yield text["item"], text["words"]
    for passage in evidence["passages"]:
        for index, piece in enumerate(passage["pieces"], 1):
            if piece.get("exact") is not None:
                yield f"passage:{passage['number']}:{index}", piece["exact"]
