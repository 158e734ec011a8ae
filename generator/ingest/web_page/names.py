"""What a page gives as an author: a person's name, or what is none."""

from __future__ import annotations

import re

from generator.ingest.article import Known, known

_NO_NAMES = frozenset(
    "username user admin administrator webmaster root guest anonymous author editor editors editorial staff team newsroom news desk redaktion"
    " redaction redazione redacción redacao redactie online agency agencies reporter reporters correspondent wire bot default unknown test none"
    " null undefined press media group network magazine times post herald journal daily gazette tribune company inc ltd gmbh corp llc foundation"
    " institute university ministry office department service services agentur verlag zeitung rédaction la by von par".split()
)
_NO_LETTERS = re.compile(r"[\d@/\\_|<>{}#©:;]|https?|www\.")
_MONTHS = re.compile(
    r"\b(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch|s)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated|published)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:by|von|par|por|di|door|av|text|words|reported by|written by|author)\b:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|\by\b|&|\|)\s*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・ ]{2,12}")
_MOST_AUTHORS, _MOST_WORDS = 8, 5


def is_name(written: str, outlets: tuple[str, ...]) -> bool:
    """Whether it looks like a person's name, and is no outlet's."""
    if _plain(written) in {_plain(outlet) for outlet in outlets}:
        return False
    if _UNSPACED.fullmatch(written):
        return True
    words = written.replace(".", ". ").split()
    if not 2 <= len(words) <= _MOST_WORDS or _NO_LETTERS.search(written) or _MONTHS.search(written):
        return False
    return words[0][0].isupper() and not any(word.casefold().strip(".,") in _NO_NAMES for word in words) or (
        not any(character.isupper() or character.islower() for character in written) and not _NO_LETTERS.search(written)
    )


def named(written: str | None, outlets: tuple[str, ...], *, is_sure: bool = False) -> tuple[Known, ...]:
    """The authors that a line names; sure where it may be and each of them is a name."""
    line = " ".join((written or "").split())
    if not line or line.lower().startswith("http"):
        return ()
    plain = _BY.sub("", line, count=1) if _BY.match(line) else line
    names = [name for name in _BETWEEN.split(plain) if name][:_MOST_AUTHORS]
    if names and plain == line and all(is_name(name, outlets) for name in names):
        return tuple(Known(name, is_sure) for name in dict.fromkeys(names))
    shown = known(line)
    return (shown,) if shown and shown.value.casefold() not in _NO_NAMES else ()


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
