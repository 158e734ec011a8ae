"""What a page gives as an author: a person's name, or what is none."""

from __future__ import annotations

import re

from generator.ingest.article import Known, known
from generator.ingest.web_page.tables import words

_NO_NAMES = words("""
    username user admin administrator webmaster root guest anonymous author editor editors editorial staff team newsroom news desk
    redaktion
    redaction redazione redacción redacao redactie rédaction online agency agencies agentur reporter reporters correspondent wire bot
    default
    unknown test none null undefined press media group network magazine times post herald journal daily gazette tribune company inc ltd
    gmbh
    corp llc foundation institute university ministry office department service services verlag zeitung la by von par
""")
_NO_LETTERS = re.compile(r"[\d@/\\_|<>{}#©:;]|https?|www\.")
_DAY = re.compile(
    r"\b(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch|s)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated"
    r"|published|posted)\b|\d",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:by|von|par|por|di|door|av|text|words|reported by|written by|author)\b:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|\by\b|&|\|)\s*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・ ]{2,12}")
_MOST_AUTHORS, _MOST_WORDS, _LONG = 8, 5, 4  # names; words of one; letters of a word that an outlet has in its name


def is_name(written: str, outlets: tuple[str, ...]) -> bool:
    """Whether it looks like a person's name, and is no outlet's."""
    if _plain(written) in {_plain(outlet) for outlet in outlets}:
        return False
    if _UNSPACED.fullmatch(written):
        return True
    parts = written.replace(".", ". ").split()
    if not 2 <= len(parts) <= _MOST_WORDS or _NO_LETTERS.search(written) or _DAY.search(written):
        return False
    of_outlets = {part for outlet in outlets for part in _plain(outlet).split() if len(part) >= _LONG}
    if any(part.casefold().strip(".,") in _NO_NAMES | of_outlets for part in parts):
        return False
    has_initials_of_a_body = not written.isupper() and any(part.isupper() and part.isalpha() and len(part) > 2 for part in parts)
    return not has_initials_of_a_body and (written.lower() == written.upper() or any(part[0].isupper() for part in parts))


def named(written: str | None, outlets: tuple[str, ...], *, is_sure: bool = False) -> tuple[Known, ...]:
    """The authors that a line names; sure where it may be and the line is nothing but names."""
    line = " ".join((written or "").split())
    if not line or line.casefold().startswith("http") or line.casefold() in _NO_NAMES:
        return ()
    plain = _DAY.split(_BY.sub("", line, count=1) if _BY.match(line) else line)[0].strip(" ,;|-–·")
    names = list(dict.fromkeys(name for name in _BETWEEN.split(plain) if name))[:_MOST_AUTHORS]
    likely = [name for name in names if is_name(name, outlets)]
    if likely:
        return tuple(Known(name, is_sure and plain == line and likely == names) for name in likely)
    shown = known(plain or line)
    return (shown,) if shown else ()


def _plain(written: str) -> str:
    return " ".join(re.findall(r"\w+", written.casefold()))
