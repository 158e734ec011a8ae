"""The tables of languages are sound, and the language of a text is told by its little words, or not at all."""

from __future__ import annotations

import dataclasses
import re

import pytest

from generator.prose.agencies import names_agency
from generator.prose.languages import LANGUAGES
from generator.prose.languages.guess import guess_language
from generator.prose.languages.language import Language
from generator.prose.titles import split_title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry is late, and it was said that the town will pay for the repair.", "en"),
        ("Die Fähre ist nicht da, und das wird auch mit der Stadt nicht besser.", "de"),
        ("Le bac est en retard, et les élus ne sont pas dans la ville pour le dire.", "fr"),
        ("El barco no llega, y los vecinos de la isla esperan en el puerto con una maleta.", "es"),
        ("港へ向かう道路を閉鎖すると発表した。", "ja"),
        ("通往港口的公路自下周起封闭。", "zh"),
        ("항구로 가는 도로를 닫는다고 밝혔다.", "ko"),
        ("ถนนที่ไปท่าเรือจะปิดตั้งแต่สัปดาห์หน้า", "th"),
        ("הכביש אל הנמל ייסגר מהשבוע הבא.", "he"),
        ("Город объявил, что дорога не будет закрыта, и это не нравится никому из жителей.", "ru"),
        ("The ferry 号 is late, and it was said that the town will pay for it.", "en"),
        ("Ferry Alma", None),
        ("The ferry is late, and it was there for the town. Die Fähre ist nicht da, und das ist so.", None),
    ],
)
def test_a_language_is_told(text: str, language: str | None) -> None:
    """A text in one language is told; a name, or a text in two, is not."""
    assert guess_language(text) == language


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_tables_hold_patterns(language: Language) -> None:
    """Every entry of a table is a pattern that finds words, and stands in it once."""
    for field in dataclasses.fields(language):
        entries = getattr(language, field.name)
        if isinstance(entries, tuple):
            assert len(set(entries)) == len(entries), field.name
            for entry in entries:
                assert not re.compile(entry).fullmatch(""), f"{field.name}: {entry!r}"
    assert len(language.months) in (0, 12)
    assert len(language.weekdays) in (0, 7)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Frau Dr. Ott", ("Frau Dr.", "Ott")),
        ("King Charles", ("King", "Charles")),
        ("Stephen King", ("", "Stephen King")),
        ("King", ("", "King")),
    ],
)
def test_titles_stand_before_a_name(name: str, parts: tuple[str, str]) -> None:
    """Titles of any language are taken off before a name, and never all of it."""
    assert split_title(name) == parts


@pytest.mark.parametrize(
    ("words", "is_one"),
    [("Yonhap", True), ("the AP", True), ("a state news agency", True), ("an apprentice", False), ("the space agency", False)],
)
def test_agencies_are_known(words: str, is_one: bool) -> None:
    """An agency is known by its name or by what it is called; a word that its short name is like is none."""
    assert names_agency(words) == is_one
