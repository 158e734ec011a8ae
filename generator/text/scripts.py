"""The scripts of the world's languages, as far as a text must be told from the text around it.

A stretch in another script is given a language for readers that speak, and a font that has its characters. Where several
languages share a script, the language is undetermined (`und`) and the script is named (BCP 47, ISO 15924).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Script:
    """A script: the tag of a stretch in it, the languages that are written in it, and its characters (a class of `re`)."""

    name: str
    tag: str
    languages: tuple[str, ...]
    characters: str


SCRIPTS = (
    Script("Arabic", "und-Arab", ("ar", "fa", "ur", "ps", "sd", "ug", "ckb", "ks"),
           "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    Script("Armenian", "hy", ("hy",), "\u0530-\u058f"),
    Script("Bengali", "und-Beng", ("bn", "as"), "\u0980-\u09ff"),
    Script("Cyrillic", "und-Cyrl", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), "\u0400-\u052f"),
    Script("Devanagari", "und-Deva", ("hi", "mr", "ne", "sa"), "\u0900-\u097f"),
    Script("Ethiopic", "und-Ethi", ("am", "ti"), "\u1200-\u137f"),
    Script("Georgian", "ka", ("ka",), "\u10a0-\u10ff\u1c90-\u1cbf"),
    Script("Greek", "el", ("el",), "\u0370-\u03ff\u1f00-\u1fff"),
    Script("Hangul", "ko", ("ko",), "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"),
    Script("Hebrew", "he", ("he", "yi"), "\u0590-\u05ff\ufb1d-\ufb4f"),
    Script("Kana", "ja", ("ja",), "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d"),
    Script("Han", "und-Hani", ("zh", "ja", "ko"), "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"),
    Script("Khmer", "km", ("km",), "\u1780-\u17ff"),
    Script("Tamil", "ta", ("ta",), "\u0b80-\u0bff"),
    Script("Telugu", "te", ("te",), "\u0c00-\u0c7f"),
    Script("Thai", "th", ("th",), "\u0e00-\u0e7f"),
)  # fmt: skip

_BETWEEN = "\\s·.,\u060c\u200c\u200d\u3001-"  # what may stand between the words of a stretch
_STRETCHES = re.compile("|".join(f"(?P<{s.name}>[{s.characters}]+(?:[{_BETWEEN}]+[{s.characters}]+)*)" for s in SCRIPTS))
_ANY = re.compile(f"[{''.join(script.characters for script in SCRIPTS)}]")
_BY_NAME = {script.name: script for script in SCRIPTS}


def stretches(text: str) -> Iterator[tuple[Script | None, str]]:
    """A text in pieces: those in one of the scripts, and what stands between them."""
    end = 0
    if has_any(text):
        for match in _STRETCHES.finditer(text):
            if match.start() > end:
                yield None, text[end : match.start()]
            yield _BY_NAME[match.lastgroup or ""], match[0]
            end = match.end()
    if end < len(text):
        yield None, text[end:]


def has_any(text: str) -> bool:
    """Whether a text has a character of one of the scripts."""
    return _ANY.search(text) is not None


def is_written_in(language: str, script: Script) -> bool:
    """Whether a language (BCP 47) is written in a script."""
    return language.lower().partition("-")[0] in script.languages
