"""Quotations told from titles, names, terms and scare quotes."""

from __future__ import annotations

import re

from generator.drafting.speech.continuity import Voiced

_INTRODUCED = re.compile(
    r"\b(?:titled|entitled|named|nicknamed|dubbed|headlined|codenamed|(?P<calls>calls?|called)|known as|so-called|film|movie|novel|song"
    r"|single|album|book|show|series|poem|play|ballad|exhibition|painting|podcast|hashtag|slogan|term|word|operation|project)\s+$",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"[.!?]\s+$")
_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "and", "or", "for", "to", "with", "at", "by", "from", "as"])
_FEW = 4
_NEAR = 40


def is_quotation(body: str, one: Voiced) -> bool:
    """Whether marks hold somebody's words: a voice says so, or the words are a whole sentence."""
    quoted, heard = one.quoted, one.voice
    inside = body[quoted.start + 1 : quoted.end - 1].strip()
    is_cued = heard is not None and heard.cue and (quoted.words == 1 or inside.endswith(","))
    is_sentence = heard is not None and inside.endswith(".") and _SENTENCE_BEFORE.search(body[max(0, quoted.start - 3) : quoted.start])
    if _is_title(inside) and not (quoted.is_clause and (is_cued or is_sentence)):
        return False
    if not quoted.is_clause and quoted.words <= 2 * _FEW and _is_introduced(body, quoted.start, inside):
        return False
    return heard is not None or (quoted.is_clause and quoted.words >= _FEW and inside[-1:] in ",.!?…。！？")


def _is_title(inside: str) -> bool:
    """Whether words are written as a title or a name is: with capitals throughout."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", inside) if word not in _SMALL]
    return bool(words) and all(word[:1].isupper() for word in words) and inside[:1].isupper() and inside[-1:] not in "!?…"


def _is_introduced(body: str, start: int, inside: str) -> bool:
    """Whether a word before the marks says that a name follows; what somebody is called in small letters may be an opinion."""
    match = _INTRODUCED.search(body[max(0, start - _NEAR) : start])
    return match is not None and not (match["calls"] and re.match(r"(?!the\s)[a-z]", inside))
