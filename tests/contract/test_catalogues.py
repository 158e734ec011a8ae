"""Catalogues say in their language what pages and handouts say, all of it; a language is one file."""

from __future__ import annotations

import os
from collections import Counter
from gettext import c2py
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from generator.wording.wording import Wording, Wordings
from tests.support.handouts import ROOT
from tests.support.messages import CATALOGUES, messages, renew

PSEUDO = """
msgid ""
msgstr ""
"Language: eo\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "As of {date}"
msgstr "Stato de {date}"

msgid "{number} fact"
msgid_plural "{number} facts"
msgstr[0] "{number} fakto"
msgstr[1] "{number} faktoj"

msgctxt "fact status"
msgid "Confirmed"
msgstr "Konfirmita"

#, fuzzy
msgid "Key points"
msgstr "Ĉefaj punktoj"
"""


def names(message: str) -> set[str | None]:
    """The names in braces of a message."""
    return {name for _, name, _, _ in Formatter().parse(message)} - {None}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_says_everything(path: Path) -> None:
    """Each message has a translation in all its forms, with the same names in braces, and none is left that nobody says any more.

    `make golden` gives a catalogue the messages that it lacks; somebody has to translate them.
    """
    if os.environ.get("GOLDEN_RENEW"):
        renew(path)
    with path.open("rb") as file:
        catalogue = read_po(file)
    wanted = {(context, message if isinstance(message, str) else message[0]): message for context, message in messages()}
    assert {(entry.context or "", entry.id if isinstance(entry.id, str) else entry.id[0]) for entry in catalogue if entry.id} == set(wanted)
    form_of = c2py(catalogue.plural_expr)
    counted = Counter(form_of(number) for number in range(1000))
    said_in_words = {form for form, numbers in counted.items() if numbers == 1}  # as the dual of Arabic, which needs no figure
    for (context, first), message in wanted.items():
        entry = catalogue.get(first, context or None)
        assert entry is not None
        forms = [entry.string] if isinstance(entry.string, str) else list(entry.string)
        assert all(forms), f"{path.name}: {first!r} is not translated"
        assert not entry.fuzzy, f"{path.name}: {first!r} is marked as fuzzy"
        assert len(forms) == (1 if isinstance(message, str) else catalogue.num_plurals)
        for number, form in enumerate(forms):
            assert names(form) | (names(first) & {"number"} if number in said_in_words else set()) == names(first), f"{path.name}: {form!r}"


def test_a_renewed_catalogue_keeps_its_order(tmp_path: Path) -> None:
    """Who renews a catalogue sees in the difference what is new, and nothing that was only moved."""
    path = tmp_path / "de.po"
    written = next(path for path in CATALOGUES if path.stem == "de").read_text("utf-8")
    head, *entries = written.rstrip("\n").split("\n\n")
    turned = "\n\n".join([head, *reversed(entries)]) + "\n\n"
    path.write_text(turned, "utf-8")
    renew(path)
    assert path.read_text("utf-8").rstrip("\n") == turned.rstrip("\n")
    path.write_text("\n\n".join([head, *entries[1:]]) + "\n", "utf-8")
    renew(path)
    assert path.read_text("utf-8").rstrip("\n").split("\n\n")[1:-1] == entries[1:]


def test_a_file_makes_a_language() -> None:
    """What a catalogue has is said in its words, in the form for a number; what it lacks or is not sure of, in English."""
    wordings = Wordings({"locale/eo.po": PSEUDO})
    own = wordings.of("eo-XX")
    assert own.gettext("As of {date}", date="4") == "Stato de 4"
    assert (own.ngettext("{number} fact", "{number} facts", 1), own.ngettext("{number} fact", "{number} facts", 2)) == (
        "1 fakto",
        "2 faktoj",
    )
    assert (own.label("fact status", "confirmed"), own.label("fact status", "claimed")) == ("Konfirmita", "Claimed")
    assert own.gettext("Key points") == "Key points"
    assert (own.spoken, wordings.of("tlh").spoken) == ("eo-XX", "en")


def test_english_needs_no_catalogue() -> None:
    """Messages are written in English, singular and plural."""
    english = Wording("en")
    assert [english.ngettext("{number} fact", "{number} facts", number) for number in (0, 1, 1200)] == ["0 facts", "1 fact", "1,200 facts"]


def test_arabic_counts_in_six_forms() -> None:
    """Numbers from 3 to 10, from 11 to 99 and hundreds have forms of their own; one and two are words, as CLDR has it for Arabic."""
    arabic = Wordings({"locale/ar.po": (ROOT / "templates" / "locale" / "ar.po").read_text("utf-8")}).of("ar")
    said = [arabic.ngettext("{number} source", "{number} sources", number) for number in (0, 1, 2, 3, 11, 100, 103)]
    assert said == ["0 مصدر", "مصدر واحد", "مصدران", "3 مصادر", "11 مصدرًا", "100 مصدر", "103 مصادر"]
