"""Raised figures and letters, set apart from the words that they stand on: `2011` and a raised 12 are not `201112`.

A reader sees by their height that they are no part of the word; in a text only a mark can say so.
"""

from __future__ import annotations

import re

AMBIGUOUS = "raised figures: marks of notes, or powers?"
_FIGURES = re.compile(r"[+\-\u2212\u2013]?\d+(?:\s?[,;\u2013-]\s?\d+)*")
_CHARGE = re.compile(r"\d*[+\u2212]")
_VARIABLE = re.compile(r"(?<!\w)[A-Za-z]$")
_TEN = re.compile(r"(?<![\d.,])10$")
_UNIT = re.compile(r"(?:[\d)]\s?|/|\b(?:per|pro|in|par)\s|\b(?:square|cubic)\s|^)(?:[kcdmµ]?m|ft|in|yd|mi|s|ha)$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|re|e|es|ème|ième|nde?|[oa]s?|\.?º)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:^|[^\w])(?:M|Mr|Mrs|Dr|D|S|St|Ste|n|N|v|V|no|No|M[gm])$")


def set_apart(before: str, raised: str) -> tuple[str, bool]:
    """What a raised piece adds to the words before it, and whether that is sure.

    A power stays one (`10^6`, `km^2`), other figures are marks of notes (`2011 [12]`), and so is a single letter on a word; letters that
    end a numeral (`19th`) and signs (`*`, `™`) belong to it.
    """
    mark = raised.strip()
    if not before or before[-1].isspace() or not mark:
        return raised if not _FIGURES.fullmatch(mark) else f"[{mark}]", True
    if _FIGURES.fullmatch(mark):
        if _TEN.search(before) or _UNIT.search(before[-12:]) or _VARIABLE.search(before[-2:]):
            return f"^{mark.replace(chr(0x2212), '-')}", _VARIABLE.search(before[-2:]) is None
        return f" [{mark}]", not before[-1].isdigit()
    if _CHARGE.fullmatch(mark):
        return f"^{mark}", True
    if re.fullmatch(r"\[[^\]]{1,12}\]", mark):
        return f" {mark}", True
    if re.fullmatch(r"[a-z](?:\s?,\s?[a-z])*", mark) and not (before[-1].isdigit() and _ORDINAL.fullmatch(mark)):
        return (mark, True) if _ABBREVIATED.search(before[-5:]) else (f" [{mark}]", True)
    if before[-1].isalpha() and re.fullmatch(r"[^\W\d_]{2,}.*", mark) and not _ABBREVIATED.search(before[-5:]):
        return f"^{raised}", True
    return raised, True
