"""What this machine has of what handouts, drafts and clusters need, and how to get the rest."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec

from generator.drafting.engine import DEFAULT_MODEL
from generator.drafting.engine import INSTALL as INSTALL_DRAFT
from generator.engine import secret
from generator.errors import PublicationError
from generator.press.fallback_fonts import EXTRA as INSTALL_SCRIPTS
from generator.press.fallback_fonts import FALLBACKS
from generator.press.fonts import FACES, source

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Part:
    """Something that is there or not; without what is `needed` there is no site or no handout."""

    name: str
    is_there: bool
    fix: str = ""
    needed: bool = False


def parts() -> Iterator[Part]:
    """Everything that is looked at, what is needed first."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Part(f"Python {version}", sys.version_info >= OLDEST_PYTHON, "version 3.11 or newer is needed", needed=True)
    yield from _libraries()
    yield from _fonts()
    scripts = [name for fallback in FALLBACKS if fallback.path() is None for name in fallback.scripts]
    fonts = "fonts for names in other scripts, in handouts"
    yield Part(fonts, not scripts, f"none for {', '.join(scripts)}; {INSTALL_SCRIPTS}")
    model = find_spec("spacy") is not None and find_spec(DEFAULT_MODEL) is not None
    yield Part("the language model that `draft` reads with", model, f"speakers and statements are missed; {INSTALL_DRAFT}")
    reader = shutil.which("tesseract") is not None
    yield Part(
        "Tesseract, which reads pictures and scanned PDFs",
        reader,
        "sudo apt install tesseract-ocr and a language, such as tesseract-ocr-deu",
    )
    fix = "what one run makes the next makes again; BRIEFS_STATE names a folder that only you may write, for the key of the cache"
    yield Part("a cache whose entries the next run believes", secret.is_kept(), fix)
    dask = find_spec("distributed") is not None
    yield Part("Dask, for handouts on a cluster", dask, "pip install 'explainer-briefs[cluster]', if you want that")


def _fonts() -> Iterator[Part]:
    """The fonts that pages and handouts are set in, as their packages came with them."""
    name = "the fonts of pages and handouts, undamaged"
    try:
        for face in FACES:
            source(face)
    except PublicationError as damage:
        yield Part(name, False, str(damage), needed=True)
    else:
        yield Part(name, True, needed=True)


def _libraries() -> Iterator[Part]:
    """What WeasyPrint loads: without Pango it sets nothing, without HarfBuzz's subsetter it takes several times as long."""
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints what we say ourselves
            from weasyprint.text import ffi
    except OSError:
        yield Part(
            "Pango, which sets handouts", False, "sudo apt install libpango-1.0-0 libpangoft2-1.0-0, or brew install pango", needed=True
        )
        return
    yield Part("Pango, which sets handouts", True, needed=True)
    subset = "HarfBuzz’s subsetter, which makes the fonts of a handout small"
    yield Part(subset, ffi.harfbuzz_subset is not None, "handouts take several times as long; sudo apt install libharfbuzz-subset0")
