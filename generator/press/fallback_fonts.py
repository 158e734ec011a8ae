"""Fonts for what the fonts of handouts have no characters for: one by script, from packages that may be installed.

A document is given those that its text needs. What no font has is replaced by its name, for an empty box says nothing, and a
finding tells which package would help.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import fontpkg

from generator.engine.cache import cache_of
from generator.engine.digest import digest_of
from generator.pages.artifacts import Print
from generator.press.fonts import font_files
from generator.press.shipped import shipped
from generator.text.finding import Finding
from generator.text.places import Span, Text
from generator.text.scripts import stretches

EXTRA = "pip install 'explainer-briefs[scripts]'"
Place = Callable[[str, str], Span | None]
WEIGHTS = (400, 600)  # of text, and of what is to stand out
FAMILY = '"Briefs Fallback"'  # what the styles call the fonts of other scripts, whichever are needed


@dataclass(frozen=True)
class Fallback:
    """A font: the scripts it is for and the package it is in; `file` is its path in one that fontpkg does not know."""

    scripts: tuple[str, ...]
    package: str
    file: str = ""

    @property
    def family(self) -> str:
        return f"Briefs {self.package}"

    @property
    def distribution(self) -> str:
        name = self.package.lower().replace(" ", "-").replace("_", "-")
        return name if self.file else f"fontpkg-{name}"

    def path(self, weight: int = 400) -> Path | None:
        """Where the font of a weight is, or the one nearest to it, if its package is installed."""
        if not self.file:
            try:
                return Path(fontpkg.path(self.package, weight, "normal", nearest=True))
            except fontpkg.FontpkgError:
                return None
        spec = find_spec(self.package)
        return Path(spec.origin).parent / self.file if spec and spec.origin else None


FALLBACKS = (
    # Fonts with a glyph for each letter: of those that put dots on bare letters, a PDF's text layer knows the bare ones only.
    Fallback(("Arabic",), "Almarai"),
    Fallback(("Arabic",), "Amiri"),
    Fallback(("Bengali",), "Hind Siliguri"),
    Fallback(("Devanagari",), "Noto Sans Devanagari"),
    Fallback(("Hebrew",), "Heebo"),
    Fallback(("Khmer",), "Noto Sans Khmer"),
    Fallback(("Tamil",), "Noto Sans Tamil"),
    Fallback(("Telugu",), "Noto Sans Telugu"),
    Fallback(("Thai",), "Noto Sans Thai"),
    Fallback(("Han", "Kana", "Hangul"), "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"),
)


@dataclass(frozen=True)
class Installed:
    """A fallback font that is there."""

    fallback: Fallback
    faces: Mapping[str, bytes]  # by file name, in the order of WEIGHTS; a font without an axis of weights has one
    characters: frozenset[int]


@lru_cache(maxsize=1)
def installed() -> tuple[Installed, ...]:
    """The fallback fonts that are there, ready to be used."""
    found = ((fallback, path) for fallback in FALLBACKS if (path := fallback.path()))
    return tuple(_installed(fallback, path) for fallback, path in found)


def with_fallbacks(documents: Iterable[Print], place: Place | None = None) -> tuple[tuple[Print, ...], tuple[Finding, ...]]:
    """Documents with the fonts that their texts need, and a finding for each brief with characters that no font has.

    `place` says where a brief, by its slug, has a character; else the finding names the document.
    """
    given: list[Print] = []
    findings: dict[tuple[str, str], Finding] = {}  # one for all handouts of a brief
    for document in documents:
        strange = _strange(document.html)
        fonts = []
        for entry in installed() if strange else ():
            if entry.characters & strange:
                fonts.append(entry)
                strange = strange - entry.characters
        lost = sorted(strange)
        given.append(_given(document, fonts, lost))
        if lost:
            span = place(document.slug, chr(lost[0])) if place else None
            finding = _missing(document, lost, span or Text(document.path, "").span())
            findings.setdefault((document.slug, finding.message), finding)
    return tuple(given), tuple(findings.values())


def _given(document: Print, fonts: list[Installed], lost: list[int]) -> Print:
    """The document with its fonts, and the names of the characters that none has in their place."""
    families = ", ".join(f'"{entry.fallback.family}"' for entry in fonts)
    rules = "".join(
        f'@font-face{{font-family:"{entry.fallback.family}";font-weight:{weight};src:url({name})}}\n'
        for entry in fonts
        for weight, name in zip(WEIGHTS, entry.faces, strict=False)
    )
    names = {character: f"[{_name(character)}]" for character in lost}
    return replace(
        document,
        files={**document.files, **{name: content for entry in fonts for name, content in entry.faces.items()}},
        css=rules + (document.css.replace(FAMILY, families) if families else document.css.replace(f", {FAMILY}", "")),
        html=document.html.translate(names),
        shorter=tuple(html.translate(names) for html in document.shorter),
    )


def _strange(html: str) -> set[int]:
    """The characters of a document that the fonts of all handouts have not; what is never seen counts for nothing."""
    return {ord(one) for one in set(unescape(html)) if ord(one) not in _common() and _is_seen(one)}


@lru_cache(maxsize=1)
def _common() -> frozenset[int]:
    """What can be set in the serif as well as in the sans."""
    by_family: dict[str, set[int]] = {}
    for file in font_files():
        if file.face.style == "normal" and file.face.weight == 400:
            by_family.setdefault(file.face.family, set()).update(_characters(file.truetype))
    return frozenset(set.intersection(*by_family.values()))


def _is_seen(one: str) -> bool:
    return unicodedata.category(one) not in ("Cc", "Cf", "Zs", "Zl", "Zp") and not "\ufe00" <= one <= "\ufe0f"


def _missing(document: Print, lost: list[int], span: Span) -> Finding:
    named = "; ".join(f"{chr(character)} ({_name(character)})" for character in lost[:5])
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    absent = {name for fallback in FALLBACKS if fallback.path() is None for name in fallback.scripts}
    helps = any(script and script.name in absent for character in lost for script, _ in stretches(chr(character)))
    fix = f"install the fonts of more scripts: {EXTRA}" if helps else "write it in words, a name in Latin letters"
    return Finding("B602", f"no font has {named}{more}; the name is printed instead", span, fix, document.slug)


def _name(character: int) -> str:
    return unicodedata.name(chr(character), "").lower() or f"U+{character:04X}"


def _installed(fallback: Fallback, path: Path) -> Installed:
    cache = cache_of("fonts")
    faces: list[tuple[str, bytes]] = []
    for weight in WEIGHTS:
        own = fallback.path(weight) or path
        content = shipped(own, fallback.distribution)
        if faces and own == path and not _has_weights(content):
            continue
        key = digest_of("fallback", str(weight), content)
        face = cache.get(key)
        if face is None:
            face = _plain(content, weight)
            cache.put(key, face)
        faces.append((f"fonts/{fallback.family.lower().replace(' ', '-')}-{weight}.ttf", face))
    return Installed(fallback, dict(faces), frozenset(_characters(faces[0][1])))


def _has_weights(content: bytes) -> bool:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content), lazy=True)
    return "fvar" in font and any(axis.axisTag == "wght" and axis.maxValue >= WEIGHTS[-1] for axis in font["fvar"].axes)


def _plain(content: bytes, weight: int) -> bytes:
    """A font without axes: a variable one at a weight and else its default, any other as it is."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(content))
    if "fvar" not in font:
        return content
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    static = instancer.instantiateVariableFont(font, axes | ({"wght": weight} if "wght" in axes else {}))
    static["head"].modified = static["head"].created  # the same bytes on another day
    static.recalcTimestamp = False
    result = io.BytesIO()
    static.save(result)
    return result.getvalue()


def _characters(font: bytes) -> set[int]:
    from fontTools.ttLib import TTFont

    return set(TTFont(io.BytesIO(font), lazy=True).getBestCmap())
