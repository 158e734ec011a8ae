"""An article as the process that read it hands it back: data that JSON can tell."""

from __future__ import annotations

from typing import Any

from generator.drafting.segments import Segment
from generator.ingest.article import Article, Known, LeftOut, Paragraph, Piece
from generator.ingest.maps import origin_in, said

_KNOWN = ("title", "publisher", "published", "language", "url")


def as_data(article: Article) -> dict[str, Any]:
    """An article as data."""
    return {
        "pieces": [said(vars(piece)) | {"origin": said(vars(piece.origin))} for piece in article.pieces],
        "known": {name: vars(found) for name in _KNOWN if (found := getattr(article, name))},
        "authors": [vars(author) for author in article.authors],
        "segments": [vars(segment) for segment in article.segments],
        "between": article.between,
    }


def article_of(data: dict[str, Any]) -> Article:
    """The article that such data tell of."""
    return Article(
        tuple(map(_piece_of, data["pieces"])),
        authors=tuple(Known(**author) for author in data["authors"]),
        between=data["between"],
        segments=tuple(Segment(**segment) for segment in data["segments"]),
        **{name: Known(**found) for name, found in data["known"].items()},
    )


def _piece_of(row: dict[str, Any]) -> Piece:
    origin = origin_in(row["origin"])
    if "why" in row:
        return LeftOut(origin, row.get("words", ""), row["why"], row.get("to_check", False))
    return Paragraph(row.get("text", ""), origin, tuple(row.get("checks", ())), row.get("furniture", ""))
