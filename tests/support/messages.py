"""All messages that pages and handouts say, as the code and the templates have them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.wording.labels import LABELS
from tests.support.handouts import ROOT

CATALOGUES = sorted((ROOT / "templates" / "locale").glob("*.po"))
_IN_PYTHON = {"gettext": None, "ngettext": (1, 2), "N_": None, "NN_": (1, 2)}
_IN_TEMPLATES = {"_": None, "ngettext": (1, 2)}

Message = tuple[str, str | tuple[str, ...]]
"""Context and message, which has a singular and a plural where it counts."""


def messages() -> Iterator[Message]:
    """Every message once: those of templates, then of code, then the labels."""
    found: dict[Message, None] = {}
    for path in sorted((ROOT / "templates").rglob("*.*")):
        if (path.suffixes[-1:] == [".j2"] and "scaffold" not in path.parts) or path.suffix == ".html":
            found.update(dict.fromkeys(_extracted("jinja2", path, _IN_TEMPLATES)))
    for path in sorted((ROOT / "generator").rglob("*.py")):
        found.update(dict.fromkeys(_extracted("python", path, _IN_PYTHON)))
    found.update({(table, words): None for table, labels in LABELS.items() for words in labels.values() if words})
    yield from found


def _extracted(method: str, path: Path, keywords: dict[str, tuple[int, int] | None]) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, words, _, _ in extract(method, file, keywords):
            yield "", tuple(words) if isinstance(words, tuple | list) else words


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def renew(path: Path) -> None:
    """Give a catalogue the messages that it lacks, without a translation, and take away those that nobody says any more.

    Those that it has stay in their order, wherever they are said first, so that a change shows what is new.
    """
    with path.open("rb") as file:
        old = read_po(file)
    new = Catalog(old.locale, header_comment=old.header_comment, fuzzy=False)
    places = {(entry.context or "", _first(entry.id)): place for place, entry in enumerate(old)}
    for context, message in sorted(messages(), key=lambda one: places.get((one[0], _first(one[1])), len(places))):
        found = old.get(_first(message), context or None)
        new.add(message, found.string if found else "", context=context or None)
    lines = io.BytesIO()
    write_po(lines, new, width=120, omit_header=True)
    header = f'{old.header_comment}\nmsgid ""\nmsgstr ""\n'
    header += f'"Language: {old.locale}\\n"\n"Plural-Forms: {old.plural_forms}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.write_bytes(header.encode() + lines.getvalue())
