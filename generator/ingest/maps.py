"""The map of a source: `sources/<id>.map.json`, which says of each paragraph of a text where in the original it came from.

It lists what was left out of the text, where that stood and why, and what an editor should look at. It is made with the text, is never
published, and holds for the text whose SHA-256 it names. Its form, with keys left out that say nothing:

    {"original": "sources/original/ferry.docx", "sha256": "…",
     "paragraphs": [{"line": 1, "from": {"part": "word/document.xml", "number": 1}, "checks": ["…"], "furniture": "caption"}, …],
     "left_out": [{"words": "…", "why": "struck out", "after_line": 1, "from": {…}, "to_check": true}, …]}

`from` is an `Origin`: `part`, `element`, `page` and `box`, `number`, `time`.
"""

from __future__ import annotations

import json
from typing import Any

from generator.ingest.article import Article, LeftOut, Origin, Paragraph, Piece
from generator.text.pins import pin

_MOST_LINES = 5  # that a summary names


def as_json(article: Article, original: str) -> bytes:
    """The map of an article, for the text that it has; `original` is the path of the original below the brief's folder."""
    placed = list(article.placed())
    found = {
        "original": original,
        "sha256": pin(article.text),
        "paragraphs": [_paragraph(line, piece) for line, piece in placed if isinstance(piece, Paragraph) and piece.text],
        "left_out": [_left_out(line, piece) for line, piece in placed if isinstance(piece, LeftOut)],
    }
    rows = {key: ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in found[key]) for key in ("paragraphs", "left_out")}
    head = ",\n".join(f" {json.dumps(key)}: {json.dumps(found[key])}" for key in ("original", "sha256"))
    lists = ",\n".join(f' "{key}": [\n{listed}\n ]' if listed else f' "{key}": []' for key, listed in rows.items())
    return f"{{\n{head},\n{lists}\n}}\n".encode("utf-8", "replace")


def _paragraph(line: int, piece: Paragraph) -> dict[str, Any]:
    return said({"line": line, "from": said(vars(piece.origin)), "checks": list(piece.checks), "furniture": piece.furniture})


def _left_out(line: int, piece: LeftOut) -> dict[str, Any]:
    origin = said(vars(piece.origin))
    return said({"words": piece.words, "why": piece.why, "after_line": line, "from": origin, "to_check": piece.to_check})


def said(values: dict[str, Any]) -> dict[str, Any]:
    """Values without those that say nothing."""
    return {key: value for key, value in values.items() if value not in (None, "", False, {}, [], ())}


def pieces_in(data: bytes, text: str) -> tuple[Piece, ...] | None:
    """The pieces that a map tells of a text, in order; None where it is no map of this text."""
    try:
        found = json.loads(data)
        if found["sha256"] != pin(text):
            return None
        lines = text.split("\n")
        placed: list[tuple[int, int, Piece]] = [
            (row["line"], 0, Paragraph(lines[row["line"] - 1], _from(row), tuple(row.get("checks", ())), row.get("furniture", "")))
            for row in found["paragraphs"]
        ]
        placed += [
            (row.get("after_line", 0), 1, LeftOut(_from(row), row.get("words", ""), row["why"], row.get("to_check", False)))
            for row in found["left_out"]
        ]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    return tuple(piece for _, _, piece in sorted(placed, key=lambda each: each[:2]))


def _from(row: dict[str, Any]) -> Origin:
    return origin_in(row.get("from", {}))


def origin_in(values: dict[str, Any]) -> Origin:
    """The place that values tell of."""
    return Origin(**values | ({"box": tuple(values["box"])} if "box" in values else {}))


def to_look_at(article: Article) -> list[str]:
    """What an editor should look at, said once for each sort with the lines where it stands."""
    lines: dict[str, list[int]] = {}
    words: dict[str, list[str]] = {}
    for line, piece in article.placed():
        if isinstance(piece, Paragraph):
            for check in piece.checks:
                sort, _, example = check.partition(": “")
                lines.setdefault(sort, []).append(line)
                words.setdefault(sort, []).extend([f"“{example}"] if example else [])
        elif piece.to_check:
            sort = f"left out, as it is {piece.why}" if piece.words else f"left out: {piece.why}"
            lines.setdefault(sort, []).append(max(line, 1))
            words.setdefault(sort, []).extend([f"“{_short(piece.words)}”"] if piece.words else [])
    return [f"{_line_words(at)}: {sort}{_examples(words[sort])}" for sort, at in lines.items()]


def left_out_words(article: Article) -> str:
    """What was left out and is not to be looked at, by its reason: `3 × running head or foot`."""
    counts: dict[str, int] = {}
    for piece in article.left_out:
        if not piece.to_check:
            counts[piece.why] = counts.get(piece.why, 0) + 1
    return ", ".join(f"{count} × {why}" for why, count in counts.items())


def _line_words(lines: list[int]) -> str:
    shown = sorted(set(lines))
    more = " …" if len(shown) > _MOST_LINES else ""
    return f"{'line' if len(shown) == 1 else 'lines'} {', '.join(map(str, shown[:_MOST_LINES]))}{more}"


def _examples(words: list[str]) -> str:
    shown = list(dict.fromkeys(words))
    return f": {', '.join(shown[:3])}{' …' if len(shown) > 3 else ''}" if shown else ""


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39].rstrip()}…"
