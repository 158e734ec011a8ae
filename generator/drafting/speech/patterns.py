"""Speakers of quotations by rules alone: for texts that no model reads, and for headings, which no model reads well.

Only what stands directly beside a quotation counts: a name or a pronoun with a verb of speech, or a name and a colon.
"""

from __future__ import annotations

import re
from functools import cache

from generator.drafting.speech.marks import Quoted
from generator.drafting.speech.sources import TELLING
from generator.drafting.speech.speakers import Voice
from generator.prose.languages import LANGUAGES, any_of, language
from generator.prose.names import PARTICLES
from generator.prose.speech import PRONOUN
from generator.text.quotation_marks import CLOSING, DOUBLE

_NAME = rf"[^\W\d_a-zà-ÿ][\w’'.-]*(?:\s+(?:{'|'.join(PARTICLES)})\b|\s+[^\W\d_a-zà-ÿ][\w’'.-]*){{0,4}}"
_DESCRIBED = rf"(?:{any_of(each.articles for each in LANGUAGES)})\s+(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+|l[’'][\w-]+(?:\s+[\w’'-]+){{0,4}}?"
_ADVERB = rf"(?:(?:{any_of(each.adverbs for each in LANGUAGES)})\s+)?"
_READ = frozenset(each.tag for each in LANGUAGES if each.said)
_CJK_AFTER = re.compile(
    r"\s*と、?(?:(?P<who>[\u4e00-\u9fff\u30a0-\u30ffA-Za-z・]{1,12}?)[はが])?[^。「」\n]{0,12}?(?P<cue>述べ|語|話し|言|指摘|主張|説明|強調|発表)"
)
_CJK_SUBJECT = re.compile(r"(?:^|[。、「」])(?P<who>[\u4e00-\u9fff\u30a0-\u30ffA-Za-z・]{1,12}?)[はが][^。「」]{0,12}$")
_CJK_BEFORE = re.compile(
    r"(?:^|[。，,；])(?P<who>[\u4e00-\u9fff·A-Za-z]{2,12}?)(?:在[^。，]{0,10})?(?P<cue>表示|指出|强调|強調|称|稱|说|說|认为|認為)道?[：:，]\s*$"
)
_BESIDE_NAME = re.compile(r",\s+(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){1,2})(?=[,.;:!?\s]|$)")
_COLON_NAME = re.compile(
    rf"(?:^|[.!?…]\s+)(?P<who>{_NAME})(?:\s+(?:on|to|zu|über|sur)\s+[^:.!?]{{1,40}})?:\s*(?:[^:.!?{DOUBLE}]{{0,80}}\s)?$"
)


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], ...]:
    cue, who = _cue(tag), rf"(?P<who>(?-i:{_NAME})|{_DESCRIBED}|{PRONOUN})"
    person, said = _person(tag), rf"(?!(?:{'|'.join(sorted(TELLING))})\b){cue}"
    flags = re.IGNORECASE
    end = r"(?=[\s,.;:!?]|$)"
    phrase_end = r"(?=\s*[,.;:!?–—(]|\s+(?:on|in|at|to|after|during|who|as|when|am|im|in|nach|lors|dans|à)\s|\s*$)"
    return (
        re.compile(rf"\s*[,–—]?\s*{cue}\s+(?P<who>{PRONOUN})\b", flags),
        re.compile(rf"\s*[,–—]?\s*{said}\s+(?:(?:gestern|am\s\w+|lundi|mardi)\s+)?{person}{phrase_end}", flags),
        re.compile(rf"\s*[,–—]?\s*{who}\s+{_ADVERB}{cue}{end}", flags),
        re.compile(rf"\s*[,–—]?\s*(?P<cue>{'|'.join(language(tag).sourced)})\s+{person}{end}", flags),
    )


def _told(tag: str) -> str:
    """What begins the name of the one who is told; nothing does where a language has no such words."""
    return rf"(?:{'|'.join(language(tag).told) or '(?!)'})"


def _person(tag: str) -> str:
    """A speaker after the verb: as few words as can be, for who is told may stand behind: “sagte Ann Lee dem NDR”."""
    told = _told(tag)
    name = rf"(?-i:(?:[a-zà-ÿ’'-]+\s+){{0,3}}?{_NAME}?)"
    return rf"(?!{told}\s)(?P<who>{name}|{_DESCRIBED})(?:\s+{told}\s[^,.;:!?]{{1,60}}?)?"


@cache
def _told_first(tag: str) -> re.Pattern[str]:
    """A sentence that begins with who is told: “Dem NDR sagte Ann Lee:”."""
    told = rf"(?:^|[.!?…][{CLOSING}]?\s+){_told(tag)}\s[^.!?:,{DOUBLE}]{{1,60}}?"
    speaker = rf"{_person(tag)}(?!\s+(?-i:[A-ZÀ-Þ]))(?:\s[^.!?:{DOUBLE}]{{1,50}})?\s*[,:]"
    return re.compile(rf"{told}\s{_cue(tag)}\s+(?:{speaker}|[^.!?:]{{1,80}}:)\s*$", re.IGNORECASE)


@cache
def _lead(tag: str) -> re.Pattern[str]:
    who = rf"(?P<who>(?-i:{_NAME})|{_DESCRIBED}|{PRONOUN})"
    return re.compile(
        rf"(?:^|[.!?…,]\s+|\s)(?P<all>{who}(?:,\s\d{{1,3}},)?\s+{_ADVERB}{_cue(tag)}(?:\s+[^.!?:{DOUBLE}]{{1,50}})?)\s*[:,]\s*$",
        re.IGNORECASE,
    )


def _cue(tag: str) -> str:
    return rf"(?P<cue>(?-i:{'|'.join((*language(tag).said, *language(tag).asked, *language(tag).beside))}))"


def voice_beside(body: str, quoted: Quoted, start: int, end: int, tag: str) -> Voice | None:
    """The voice of a quotation that is a clause, from the words directly beside it in its paragraph."""
    before, after = body[start : quoted.start], body[quoted.end : end]
    cjk = _CJK_AFTER.match(after)
    if cjk:
        if cjk["who"]:
            return _voice(cjk, "who", quoted.end, 0.7)
        named = _CJK_SUBJECT.search(before)
        return _voice(named, "who", start, 0.7) if named else None
    written = _CJK_BEFORE.search(before)
    if written:
        return _voice(written, "who", start, 0.7)
    if tag not in _READ:
        return None
    is_over = body[quoted.inside[1] - 1] == "."  # who speaks after it speaks of something else
    for pattern in () if is_over else _patterns(tag):
        match = pattern.match(after)
        if match:
            return _voice(match, "who", quoted.end, 0.7, tag)
    told_first = _told_first(tag).search(before)
    if told_first:
        return _voice(told_first, "who", start, 0.7, tag) if told_first["who"] else None
    lead = _lead(tag).search(before)
    return _voice(lead, "who", start, 0.7, tag) if lead else None


def voice_of_heading(body: str, quoted: Quoted, start: int) -> Voice | None:
    """The voice of a heading's quotation: “Minister on border row: …”, “Expert warns: …”."""
    match = _COLON_NAME.search(body[start : quoted.start])
    return _voice(match, "who", start, 0.6) if match else None


def _voice(match: re.Match[str], group: str, base: int, score: float, tag: str = "en") -> Voice:
    first, last = match.span(group)
    words = match[group].rstrip(" ,.")
    beside = _BESIDE_NAME.match(match.string, first + len(words))
    if beside and words[:1].islower():
        first, words = beside.start("name"), beside["name"]
    named = words.split()
    if tag == "de" and len(named) > 2 and all(word[:1].isupper() for word in named[-3:]):
        first += len(words) - len(" ".join(named[-2:]))  # “Sprecher Ann Lee”: a role has a capital, too
        words = " ".join(named[-2:])
    last = first + len(words)
    head = re.split(r"\s(?:of|for|von|de|der|des)\s", words)[0]
    chief = first + max(head.rfind(" ") + 1, 0)
    cue = match.span("cue") if "cue" in match.re.groupindex and match["cue"] else None
    return Voice((base + first, base + last), base + chief, (base + cue[0], base + cue[1]) if cue else None, score)
