"""What trafilatura takes for the article: for each block, how much of it stands in what trafilatura extracts."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

import trafilatura

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # that it finds nothing on a page is no news to anybody
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W_]+")
_RUN = 4  # words that stand together nowhere else


def extraction(tree: Any) -> Any:
    """What trafilatura makes of a page: its text, title, author, date and site; None where it fails."""
    try:
        return trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=True)
    except Exception:  # whatever a broken page makes it raise
        return None


def shares(texts: Sequence[str], extract: str) -> list[float]:
    """For each text, the share of its runs of words that an extract has too; a text of few words is found as a line, or not."""
    lines = {_words(line) for line in extract.split("\n")}
    runs = _hashes(extract)
    return [_share(_words(text), runs, lines) for text in texts]


def share(text: str, other: str) -> float:
    """The share of a text's runs of words that another text has too."""
    return _share(_words(text), _hashes(other), set())


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _hashes(text: str) -> set[int]:
    return {hash(run) for run in _runs(_words(text))}


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[index : index + _RUN] for index in range(len(words) - _RUN + 1)]


def _share(words: tuple[str, ...], runs: set[int], lines: set[tuple[str, ...]]) -> float:
    if len(words) < _RUN:
        return float(words in lines) if words else 0.0
    found = _runs(words)
    return sum(hash(run) in runs for run in found) / len(found)
