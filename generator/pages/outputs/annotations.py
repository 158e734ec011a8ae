"""The anchors of a brief as annotations of its sources, `/<slug>/annotations.json` (W3C, Web Annotation Data Model).

What is annotated is the text of a source, by the permalink of the source; its body is the item that rests on it. Each stretch of words has
a TextQuoteSelector, unless the source is withheld, and a TextPositionSelector, which counts code points of the source’s text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.items import ItemRef
from generator.library.excerpts import Excerpt, Piece
from generator.pages.addresses import page_of, permalink
from generator.pages.artifacts import DataFile
from generator.pages.nodes import FilePlace, PartPlace
from generator.pages.outputs.ready import Ready


def annotation_file(ready: Ready) -> Iterator[DataFile]:
    """The file; none of a brief that cites nothing, nor where nobody says at which address it is."""
    place = FilePlace(ready.view.slug, "annotations.json")
    excerpts = ready.dossier.shown.excerpts
    if not ready.site.url or not excerpts:
        return
    address = permalink(ready.site.url, place)
    items = [_annotation(ready, address, *key, excerpt) for key, excerpt in excerpts.items()]
    content = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "AnnotationCollection",
        "label": ready.view.title.words.text,
        "total": len(items),
        "first": {"id": f"{address}#first", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    yield DataFile(page_of(place), f"{json.dumps(content, ensure_ascii=False)}\n".encode())


def _annotation(ready: Ready, address: str, item: ItemRef, number: int, excerpt: Excerpt) -> Mapping[str, Any]:
    slug, root = ready.view.slug, ready.site.url
    source = ready.dossier.shown.sources[excerpt.anchor.source].source
    text = {
        "id": permalink(root, PartPlace(slug, ItemRef("source", source.id))),
        "type": "Text",
        "format": "text/plain",
        "language": source.language or ready.view.language,
        **({"via": source.url} if source.url else {}),
    }
    targets = [{"source": text, "selector": list(_selectors(excerpt, piece))} for piece in excerpt.pieces]
    return {
        "id": f"{address}#{item.kind}-{item.key}-{number + 1}",
        "type": "Annotation",
        "motivation": "linking",
        "body": permalink(root, PartPlace(slug, item)),
        "target": targets if len(targets) > 1 else targets[0],
    }


def _selectors(excerpt: Excerpt, piece: Piece) -> Iterator[Mapping[str, Any]]:
    if piece.words is not None:
        around = {
            "prefix": excerpt.before.lstrip("…\N{NO-BREAK SPACE}") if piece is excerpt.pieces[0] else "",
            "suffix": excerpt.after.rstrip("…\N{NO-BREAK SPACE}") if piece is excerpt.pieces[-1] else "",
        }
        yield {"type": "TextQuoteSelector", "exact": piece.words, **{key: words for key, words in around.items() if words}}
    yield {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
