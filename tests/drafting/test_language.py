"""The language of a text is told by its little words, or not at all."""

from __future__ import annotations

import pytest

from generator.prose.languages.guess import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry is late, and it was said that the town will pay for the repair.", "en"),
        ("Die Fähre ist nicht da, und das wird auch mit der Stadt nicht besser.", "de"),
        ("Le bac est en retard, et les élus ne sont pas dans la ville pour le dire.", "fr"),
        ("El barco no llega, y los vecinos de la isla esperan en el puerto con una maleta.", "es"),
        ("Ferry Alma", None),
        ("The ferry is late, and it was there for the town. Die Fähre ist nicht da, und das ist so.", None),
    ],
)
def test_a_language_is_told(text: str, language: str | None) -> None:
    """A text in one language is told; a name, or a text in two, is not."""
    assert guess_language(text) == language
