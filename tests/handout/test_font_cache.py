"""A font is taken from the user's cache where it was made of the same font in the same way, and nowhere else."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import chain

import pytest
from fontTools.subset import parse_unicodes

from generator.press import fonts
from generator.press.fonts import FACES, SCRIPTS, Face

FACE = FACES[0]
FACES_AFTER = {
    "family": replace(FACE, family="Other"),
    "package": replace(FACE, package="Inter"),
    "style": replace(FACE, style="italic"),
    "weight": replace(FACE, weight=500),
    "optical": replace(FACE, optical=24),
    "bolder": replace(FACE, bolder=None),
}


def digest(face: Face = FACE, script: str = "latin") -> str:
    """Under what a font is kept."""
    return fonts._digest(face, script)


def test_pages_and_handouts_have_the_same_letters() -> None:
    """What browsers get in three files of Latin letters is what WeasyPrint gets in one: none is missing, none is there twice."""
    latin, *parts = (parse_unicodes(SCRIPTS[script]) for script in ("latin", "latin-basic", "latin-extended", "latin-more"))
    assert sorted(chain(*parts)) == sorted(latin)


def test_every_font_has_its_own_place() -> None:
    """No two faces or scripts are kept under one name."""
    assert list(FACES_AFTER) == [field.name for field in fields(Face)]
    kept = [digest(face, script) for face in (FACE, *FACES_AFTER.values()) for script in SCRIPTS]
    assert len(set(kept)) == len(kept)


@pytest.mark.parametrize("package", ["fonttools", "fontpkg-source-serif-4"])
def test_another_package_asks_for_other_fonts(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """With another version of the font or of what makes instances, they are made anew."""
    before, real = digest(), fonts.version
    monkeypatch.setattr(fonts, "version", lambda name: "0" if name == package else real(name))
    assert digest() != before


@pytest.mark.parametrize(("name", "value"), [("RECIPE", "other"), ("_FEATURES", ("kern",)), ("SCRIPTS", {"latin": "U+0041"})])
def test_another_way_of_making_asks_for_other_fonts(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    """With other characters or features, or another recipe, they are made anew."""
    before = digest()
    monkeypatch.setattr(fonts, name, value)
    assert digest() != before
