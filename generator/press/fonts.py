"""The fonts of pages and handouts: small instances, made once from packaged variable fonts.

Each face comes in several scripts' worth of characters, so that a reader of English fetches no Greek. Handouts get a static font a face;
browsers get a face and its bolder one as one file, which is smaller than two and is fetched at one go. Making them takes some seconds;
they are kept in the user's cache, addressed by what they are made from.
"""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib.metadata import version
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg

from generator.engine.cache import Cache, cache_of
from generator.engine.digest import digest_of
from generator.engine.limits import ended_at_once, serve_parent
from generator.errors import PublicationError
from generator.press.shipped import shipped

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

RECIPE = "3"  # changes when the way of making instances does

SCRIPTS = {
    "latin": "U+0020-007E,U+00A0-024F,U+0259,U+02B0-02DD,U+0300-030C,U+0323-0328,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20BF,"
    "U+2113,U+2116,U+2122,U+2150-215F,U+2190-2193,U+2212,U+2248,U+2260-2265,U+25A0-25CF,U+2713-2717,U+FB00-FB04",
    "latin-basic": "U+0020-007E,U+00A0-00A1,U+00A3,U+00A7,U+00AB,U+00AD,U+00B0,U+00B7,U+00BB,U+00BF-00C0,U+00C4,U+00C7,U+00C9,U+00D6-00D7,"
    "U+00DC,U+00DF-00EF,U+00F1-00F6,U+00F8-00FC,U+0153,U+2009-2026,U+202F-2033,U+2060-2069,U+20AC,U+2122,U+2190-2193,U+2212",
    "latin-extended": "U+00A2,U+00A4-00A6,U+00A8-00AA,U+00AC,U+00AE-00AF,U+00B1-00B6,U+00B8-00BA,U+00BC-00BE,U+00C1-00C3,U+00C5-00C6,"
    "U+00C8,U+00CA-00D5,U+00D8-00DB,U+00DD-00DE,U+00F0,U+00F7,U+00FD-0152,U+0154-017F,U+02C6,U+02DC,U+2000-2008,U+2027-202E,U+2034-205F,"
    "U+206A-206F",
    "latin-more": "U+0180-024F,U+0259,U+02B0-02C5,U+02C7-02DB,U+02DD,U+0300-030C,U+0323-0328,U+1E00-1EFF,"
    "U+2070-20AB,U+20AD-20BF,U+2113,U+2116,U+2150-215F,U+2248,U+2260-2265,U+25A0-25CF,U+2713-2717,U+FB00-FB04",
    "greek-cyrillic": "U+0370-03FF,U+0400-052F,U+1F00-1FFF",
}

PRINT_SCRIPTS = {"latin": "", "greek-cyrillic": " Greek"}
"""What WeasyPrint gets, which knows no unicode-range: the other script is a family of its own."""

WEB_SCRIPTS = ("latin-basic", "latin-extended", "latin-more", "greek-cyrillic")
"""What browsers get, which fetch what a page has characters of: the letters that western Europe writes most are a fifth of all Latin ones,
and those of the rest of Europe are few beside the others: one name with an ń fetches no Vietnamese."""

SELDOM = ("latin-more", "greek-cyrillic")
"""Those whose rules few pages need: they are a style sheet of their own."""

_AROUND = {"latin-basic": "U+20-FF,U+153,U+2000-2212", "latin-extended": "U+A0-17F,U+2C6,U+2DC,U+2000-206F"}
"""Ranges that are said to browsers in fewer words: they take what a font lacks from the one named before it (CSS Fonts 4, 5.2 and 11.5)."""

SPACES = "U+0020,U+00A0"  # every script's words stand apart: a space is taken from the font of the word before it

_FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum")


@dataclass(frozen=True)
class Face:
    """A face as CSS names it. `optical` is the point size it is drawn for, where the font knows optical sizes; `bolder` is what browsers
    have in the same file."""

    family: str
    package: str
    style: str
    weight: int
    optical: int
    bolder: Face | None = None

    @property
    def distributions(self) -> tuple[str, ...]:
        return ("fonttools", f"fontpkg-{self.package.lower().replace(' ', '-')}")


_BOLD_SERIF = Face("Briefs Serif", "Source Serif 4", "normal", 600, 24)
_BOLD_SANS = Face("Briefs Sans", "Inter", "normal", 600, 14)
FACES = (
    Face("Briefs Serif", "Source Serif 4", "normal", 400, 14, _BOLD_SERIF),
    Face("Briefs Serif", "Source Serif 4", "italic", 400, 14),
    _BOLD_SERIF,
    Face("Briefs Sans", "Inter", "normal", 400, 14, _BOLD_SANS),
    _BOLD_SANS,
)


@dataclass(frozen=True)
class FontFile:
    """An instance: `name` is its file name without an ending; `truetype` is the face, `woff2` what browsers get of it and of what is
    bolder, empty where they get none."""

    face: Face
    script: str
    name: str
    truetype: bytes
    woff2: bytes

    @property
    def web_name(self) -> str:
        """The name of the file for browsers."""
        return self.name.replace(f"-{self.face.weight}", "", 1)


_ready: dict[str, FontFile] = {}  # those that this process has used


def font_files(progress: Callable[[Iterable[None], int], Iterable[None]] | None = None) -> tuple[FontFile, ...]:
    """All instances; those that are missing in the cache are made, in two processes.

    Raises PublicationError where a font that they are made from is not as its package came with it.
    """
    wanted = {
        _digest(face, script): (face, script)
        for face, script in product(FACES, SCRIPTS)
        if script in PRINT_SCRIPTS or _is_web(face, script)
    }
    if not wanted.keys() <= _ready.keys():
        cache = cache_of("fonts")
        found = {digest: _cached(cache, digest, *entry) for digest, entry in wanted.items()}
        _ready.update({digest: file for digest, file in found.items() if file})
        missing = {digest: entry for digest, entry in wanted.items() if digest not in _ready}
        if missing:
            made = _make(cache, missing)
            for _ in progress(made, len(missing)) if progress else made:
                pass
            cache.tidy()
    return tuple(_ready[digest] for digest in wanted)


def web_stylesheet(files: Iterable[FontFile], address: str) -> str:
    """`@font-face` rules for browsers, which fetch a script's file only where a page has its characters."""
    more = ";font-display:swap;unicode-range:"
    ranges = {script: _AROUND.get(script) or _short(characters) for script, characters in SCRIPTS.items()}
    return "\n".join(
        _rule(file, file.face.family, _weights(file.face), f"{file.web_name}.woff2", f"{more}{ranges[file.script]}", address)
        for file in sorted(files, key=lambda file: -WEB_SCRIPTS.index(file.script))
    )


def web_fonts(files: Iterable[FontFile]) -> list[FontFile]:
    """The instances that pages load."""
    return [file for file in files if file.woff2]


def print_stylesheet(files: Iterable[FontFile], address: str) -> str:
    """`@font-face` rules for WeasyPrint."""
    return "\n".join(
        _rule(file, f"{file.face.family}{PRINT_SCRIPTS[file.script]}", str(file.face.weight), f"{file.name}.ttf", "", address)
        for file in files
        if file.script in PRINT_SCRIPTS
    )


def _rule(file: FontFile, family: str, weights: str, name: str, more: str, address: str) -> str:
    style = "font-style:italic;" if file.face.style == "italic" else ""
    weight = "" if weights == "400" else f"font-weight:{weights};"
    return f'@font-face{{font-family:"{family}";{style}{weight}src:url({address}{name}){more}}}'


def _short(ranges: str) -> str:
    """Ranges of characters without leading zeros."""
    return re.sub(r"(?<=[+-])0+(?=[1-9A-F])", "", ranges)


def _weights(face: Face) -> str:
    """The weights that a browser takes a file for."""
    return f"{face.weight} 700" if face.bolder else str(face.weight)


def _make(cache: Cache, missing: Mapping[str, tuple[Face, str]]) -> Iterator[None]:
    with ended_at_once(ProcessPoolExecutor(min(4, os.cpu_count() or 1), get_context("spawn"), initializer=serve_parent)) as executor:
        faces, scripts = zip(*missing.values(), strict=True)
        results = executor.map(instance, map(source, faces), faces, scripts)
        try:
            for (digest, (face, script)), (truetype, woff2) in zip(missing.items(), results, strict=True):
                _ready[digest] = FontFile(face, script, _name(face, script), truetype, woff2)
                cache.put(f"{digest}.ttf", truetype)
                cache.put(f"{digest}.woff2", woff2)
                yield
        except BrokenProcessPool:
            raise PublicationError("the fonts could not be made: the system ended what makes them, for want of memory?") from None


def _cached(cache: Cache, digest: str, face: Face, script: str) -> FontFile | None:
    truetype, woff2 = cache.get(f"{digest}.ttf"), cache.get(f"{digest}.woff2")
    return FontFile(face, script, _name(face, script), truetype, woff2) if truetype and woff2 is not None else None


def _features(face: Face, script: str) -> list[str]:
    """What of a font's own rules is kept. On pages the sans sets small labels, in which kerning is not seen and is a fifth of the file."""
    is_unkerned = face.package == "Inter" and script not in PRINT_SCRIPTS
    return [feature for feature in _FEATURES if feature != "kern" or not is_unkerned]


def _is_web(face: Face, script: str) -> bool:
    """Whether browsers get a file of a face: what is bolder comes with another."""
    return script in WEB_SCRIPTS and not any(face == other.bolder for other in FACES)


def _name(face: Face, script: str) -> str:
    return f"{face.package.lower().replace(' ', '-')}-{script}-{face.weight}{'-italic' if face.style == 'italic' else ''}"


def _digest(face: Face, script: str) -> str:
    versions = " ".join(version(name) for name in face.distributions)
    return digest_of(RECIPE, versions, repr(face), SCRIPTS[script], " ".join(_features(face, script)))


def source(face: Face) -> bytes:
    """The variable font that a face is made from; raises PublicationError where it is not as its package came with it."""
    package = face.distributions[-1]
    try:
        return shipped(Path(fontpkg.path(face.package, face.weight, face.style, nearest=True)), package)
    except fontpkg.FontpkgError as error:
        raise PublicationError(f"a font is missing: {error}; install its package anew: pip install --force-reinstall {package}") from None


def instance(variable: bytes, face: Face, script: str) -> tuple[bytes, bytes]:
    """A face with a script's characters only, as TrueType; and as WOFF2 what browsers get of it, if anything."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(io.BytesIO(variable))
    options = subset.Options()
    options.layout_features = _features(face, script)
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["HVAR", "MVAR", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(f"{SCRIPTS[script]},{SPACES}"))
    subsetter.subset(font)
    small = io.BytesIO()
    font.save(small)
    # Instancing before subsetting takes ten times as long.
    truetype = _static(small.getvalue(), face)
    if not _is_web(face, script):
        return truetype, b""
    return truetype, _woff2(
        _joined(truetype, face, _static(small.getvalue(), face.bolder)) if face.bolder else TTFont(io.BytesIO(truetype))
    )


def _static(variable: bytes, face: Face) -> bytes:
    """The instance of a variable font that is a face."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = instancer.instantiateVariableFont(TTFont(io.BytesIO(variable)), {"wght": face.weight, "opsz": face.optical}, optimize=False)
    return _saved(font)


def _joined(truetype: bytes, face: Face, bolder: bytes) -> TTFont:
    """A font that is a face and grows to its bolder one, whose outlines have the same points; its optical size grows with it."""
    from fontTools import varLib
    from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
    from fontTools.ttLib import TTFont

    weights = {face.weight: truetype, face.bolder.weight if face.bolder else face.weight: bolder}
    space = DesignSpaceDocument()
    space.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=min(weights), default=face.weight, maximum=max(weights)))
    for weight, font in weights.items():
        space.addSource(SourceDescriptor(font=TTFont(io.BytesIO(font)), location={"Weight": weight}))
    joined, *_ = varLib.build(space, exclude=["HVAR", "MVAR", "STAT"])
    return joined


def _woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    """A font’s file, with the same bytes on another day."""
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
