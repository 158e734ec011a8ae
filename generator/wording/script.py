"""How a language is written: the direction of its lines, and its quotation marks."""

from __future__ import annotations

_QUOTATION_MARKS = {
    "de": "„“", "cs": "„“", "sk": "„“", "sl": "„“", "bg": "„“", "pl": "„”", "ro": "„”", "hu": "„”", "nl": "“”",
    "fr": "«\u202f \u202f»", "es": "«»", "it": "«»", "pt": "«»", "ru": "«»", "uk": "«»", "el": "«»", "no": "«»", "nb": "«»",
    "sv": "””", "fi": "””", "ja": "「」", "zh-tw": "「」", "zh-hant": "「」",
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])


def marks(language: str) -> tuple[str, str]:
    """Opening and closing quotation mark of a language."""
    tag = language.lower()
    pair = _QUOTATION_MARKS.get(tag) or _QUOTATION_MARKS.get(tag.partition("-")[0], "“”")
    opening, closing = pair.split(" ") if " " in pair else (pair[0], pair[1])
    return opening, closing


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
