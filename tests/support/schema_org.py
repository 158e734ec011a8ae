"""What schema.org’s vocabulary says of the terms that pages use: which kinds there are, where a property may stand, and what it may hold.

Facts of https://schema.org/version/latest, as far as they are needed; a test holds them to the whole vocabulary where that is at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

BROADER: Mapping[str, str] = {
    "AdministrativeArea": "Place",
    "Answer": "Comment",
    "Article": "CreativeWork",
    "BackgroundNewsArticle": "NewsArticle",
    "Claim": "CreativeWork",
    "CollectionPage": "WebPage",
    "Comment": "CreativeWork",
    "CorrectionComment": "Comment",
    "Country": "AdministrativeArea",
    "CreativeWork": "Thing",
    "GovernmentOrganization": "Organization",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "NewsArticle": "Article",
    "Organization": "Thing",
    "Person": "Thing",
    "Place": "Thing",
    "ProfilePage": "WebPage",
    "Question": "Comment",
    "Quotation": "CreativeWork",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}
"""The kind above each kind."""

PROPERTIES: Mapping[str, tuple[str, str]] = {
    "about": ("CreativeWork", "Thing"),
    "acceptedAnswer": ("Question", "Answer"),
    "alternateName": ("Thing", "Text"),
    "archivedAt": ("CreativeWork", "URL"),
    "author": ("CreativeWork", "Person Organization"),
    "correction": ("CreativeWork", "CorrectionComment"),
    "creativeWorkStatus": ("CreativeWork", "Text"),
    "dateCreated": ("CreativeWork", "Date"),
    "dateModified": ("CreativeWork", "Date"),
    "datePublished": ("CreativeWork", "Date DateTime"),
    "description": ("Thing", "Text"),
    "disambiguatingDescription": ("Thing", "Text"),
    "hasPart": ("CreativeWork", "CreativeWork"),
    "headline": ("CreativeWork", "Text"),
    "inLanguage": ("CreativeWork", "Text"),
    "isBasedOn": ("CreativeWork", "CreativeWork"),
    "isPartOf": ("CreativeWork", "CreativeWork"),
    "itemListElement": ("ItemList", "Thing"),
    "jobTitle": ("Person", "Text"),
    "mainEntity": ("CreativeWork", "Thing"),
    "memberOf": ("Person Organization", "Organization"),
    "mentions": ("CreativeWork", "Thing"),
    "name": ("Thing", "Text"),
    "numberOfItems": ("ItemList", "Integer"),
    "publisher": ("CreativeWork", "Person Organization"),
    "sameAs": ("Thing", "URL"),
    "spokenByCharacter": ("Quotation", "Person Organization"),
    "subjectOf": ("Thing", "CreativeWork"),
    "temporalCoverage": ("CreativeWork", "Text"),
    "text": ("CreativeWork", "Text"),
    "translationOfWork": ("CreativeWork", "CreativeWork"),
    "url": ("Thing", "URL"),
    "version": ("CreativeWork", "Text"),
}
"""The kinds that each property belongs to, and what may stand in it, of what the vocabulary allows."""

_DAY = r"\d{4}-\d\d-\d\d"
_LITERALS = {
    "Text": lambda value: isinstance(value, str),
    "Integer": lambda value: type(value) is int,
    "URL": lambda value: isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value),
    "Date": lambda value: isinstance(value, str) and re.fullmatch(_DAY, value),
    "DateTime": lambda value: isinstance(value, str) and re.fullmatch(rf"{_DAY}T\d\d:\d\d:\d\d(\+\d\d:\d\d|Z)", value),
}


def breaches(graph: Any) -> list[str]:
    """What in a graph the vocabulary does not know; a node that is only named is what another graph or another part of this one says."""
    kinds = {node["@id"]: _kinds(node) for node in _nodes(graph) if "@id" in node and "@type" in node}
    return [breach for node in _nodes(graph) if "@type" in node for breach in _of_node(node, kinds)]


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(entry)


def _kinds(node: Mapping[str, Any]) -> set[str]:
    """The kinds of a node, with all above them."""
    written = node["@type"]
    found: set[str] = set()
    for kind in written if isinstance(written, list) else [written]:
        above: str | None = kind
        while above:
            found.add(above)
            above = BROADER.get(above)
    return found


def _of_node(node: Mapping[str, Any], kinds: Mapping[str, set[str]]) -> Iterator[str]:
    own = _kinds(node)
    if "Thing" not in own:
        yield f"{node['@type']} is no kind"
    for name, held in node.items():
        if name.startswith("@"):
            continue
        domain, range_ = PROPERTIES.get(name, ("", ""))
        if own.isdisjoint(domain.split()):
            yield f"{name} does not belong to {node['@type']}"
        for value in held if isinstance(held, list) else [held]:
            if not any(_is(value, kind, kinds) for kind in range_.split()):
                yield f"{name} does not hold {value!r}"


def _is(value: Any, kind: str, kinds: Mapping[str, set[str]]) -> bool:
    if kind in _LITERALS:
        return bool(_LITERALS[kind](value))
    if not isinstance(value, dict):
        return False
    known = _kinds(value) if "@type" in value else kinds.get(value["@id"])
    return known is None or kind in known
