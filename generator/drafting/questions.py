"""Open questions: what a text says is not known, decided or confirmed.

The question is formed from the text's own words where that is certain to give a sentence (`whether the bridge will reopen` → *Will the
bridge reopen?*); else it is a neutral one that keeps the words: *What is known about how they died?*
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from generator.prose.languages.english import ENGLISH
from generator.prose.languages.guess import guess_language
from generator.prose.sentences import sentence_at
from generator.text.matching.structure import paragraphs
from generator.text.quotation_marks import DOUBLE, marks

_ADVERB = (
    r"(?:immediately|yet|still|entirely|fully|exactly|independently|currently|completely|publicly|officially|initially|further|also|now"
    r"|so\sfar)"
)
_WH = r"(?P<wh>whether|if|who|whom|whose|what|which|when|where|why|how)\b"
_ASIDE = rf"(?:,?\s(?:{_ADVERB}|at\sfirst|for\snow|to\s\w+|as\syet|exactly|just|precisely))*"
_UNKNOWN_THAT = re.compile(
    r"\b(?:"
    rf"(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]here)(?:[’']s|\s(?:is|was|remains|remained|has\sbeen))(?:\s{_ADVERB})*\s(?:not|n[’']t)(?:\s{_ADVERB})*\s(?:clear|known|certain|decided|sure|established|determined)"
    rf"|(?:[Ii]t|[Tt]his|[Tt]hat)\s(?:isn|wasn)[’']t(?:\s{_ADVERB})*\s(?:clear|known|certain|decided)"
    rf"|(?:[Ii]t|[Tt]his|[Tt]hat)?(?:[’']s|\s?\b(?:is|was|remains|remained))(?:\s{_ADVERB})*\s(?:unclear|unknown|uncertain|undecided|open|an\sopen\squestion)"
    r"|[Uu]nclear|[Ii]t\s(?:remains|remained)\sto\sbe\sseen|[Ii]t\sis\stoo\s(?:early|soon)\sto\s(?:say|tell|know)"
    rf"|did\s(?:not|n[’']t)(?:\s{_ADVERB})*\s(?:say|specify|disclose|reveal|explain|know|clarify|indicate|confirm|make\sclear)|didn[’']t(?:\s{_ADVERB})*\s(?:say|specify|know)"
    rf"|(?:declin|refus)(?:ed|es|ing)\sto\s(?:say|specify|disclose|reveal|confirm|comment\son)"
    rf"|(?:ha[sdve]+)\s(?:not|yet\sto)(?:\s{_ADVERB})*\s(?:said|say|decided?|announced?|confirmed?|determined?|disclosed?|revealed?|specify|specified)"
    rf"|(?:could|can)\s?not(?:\s{_ADVERB})*\s(?:say|confirm|determine|be\sdetermined)"
    r"|(?:[Nn]obody|[Nn]o\sone|[Nn]o-one)\s(?:knows|knew)|(?:[Ww]e|[Tt]hey|[Oo]fficials|[Pp]olice|[Ii]nvestigators|[Aa]uthorities|[Ss]cientists)\s(?:do|did)(?:\snot|n[’']t)(?:\s\w+)?\sknow"
    rf"){_ASIDE},?\s{_WH}"
)
_UNKNOWN_THING = re.compile(
    r"(?:\b[Ll]ittle\s(?:is|was)\sknown\s(?:so\sfar\s|publicly\s)?(?:about|of)|\b[Nn]othing\s(?:is|was)\sknown\s(?:about|of)"
    r"|\b[Qq]uestions\s(?:remain|remained|persist)\s(?:about|over|as\sto)|\b[Tt]here\s(?:is|was)\s(?:still\s)?(?:no\sword|uncertainty)\s(?:on|about|over)"
    r"|\b(?:could|can)\s?not(?:\syet|\simmediately)*\s(?:confirm|say)\sanything\s(?:regarding|about|on))\s(?P<thing>.+)"
)
_THING_UNKNOWN = re.compile(
    rf"^(?P<but>(?:But|And|However,|Meanwhile,|So\sfar,|Yet)\s)?(?P<thing>[^,;:{DOUBLE}]{{3,90}}?)\s"
    rf"(?:(?:is|are|was|were|remain|remains|remained)(?:\s{_ADVERB})*\s(?:unknown|unclear|uncertain|undecided|under\sinvestigation|(?:not(?:\s{_ADVERB})*)\s(?:known|clear|decided))"
    r"(?=[.,;]|\sas\sof\b|\sat\s(?:this|the)\b|$))"
)
_THING_NOT_DONE = re.compile(
    rf"^(?P<but>(?:But|And|However,|Meanwhile,|So\sfar,|Yet)\s)?(?P<thing>(?!It\b|There\b)[^,;:{DOUBLE}]{{3,90}}?)\s(?P<aux>has|have|had)\s"
    rf"(?:(?:{_ADVERB}\s)?not(?:\s{_ADVERB})*\sbeen(?:\s{_ADVERB})*|yet\sto\sbe(?:\s{_ADVERB})*)\s"
    r"(?P<done>confirmed|verified|decided|determined|identified|established|announced|disclosed|named|found|released|set|made\spublic|explained)(?=[.,;]|\sby\b|\syet\b|$)"
)
_SOMETHING_UNKNOWN = re.compile(
    r"\b(?:could|can|ha[sdve]+)\s?(?:not|n[’']t)(?:\s\w+ly|\syet)?\s(?:be|been)(?:\s\w+ly)?\s(?:confirm|verif|corroborat)(?:ed|ied)"
    r"|\b(?:could|can)\s?(?:not|n[’']t)(?:\s\w+ly|\syet)?\s(?:confirm|verify|corroborate)\b"
    r"|\b(?i:no)\s(?:immediate\s|official\s|independent\s)?(?:confirmation|word)\b|\b(?i:no)\sdecision\s(?:has|had|was|is)\b"
    rf"|\b(?:is|are|was|were|remain|remains|remained)(?:\s{_ADVERB})*\s(?:unknown|unclear|unconfirmed|undecided|unverified|uncertain)\b"
    rf"|\b(?:is|are|was|were)\snot(?:\s{_ADVERB})*\s(?:clear|known|decided)\b(?!\s(?:to|for|as)\b)"
    rf"|\b(?:has|have|had)\s(?:not(?:\s{_ADVERB})*|yet\sto)\s(?:be(?:en)?\s)?(?:confirmed?|decided?|verif(?:y|ied)|determined?|identified|set|named|announced?|released|disclosed|made\spublic)\b"
    rf"|\b(?:is|are|was|were|remains?|remained)(?:\s{_ADVERB})*\sunder\sinvestigation\b|\bneither\sconfirmed\snor\sdenied\b"
    r"|\b(?i:no)(?:body|\sone|\sgroup)\shas(?:\syet)?\sclaimed\sresponsibility\b"
    r"|\b(?:steht|stand)\s(?:noch\s)?nicht\sfest\b|\bblieb(?:en|t)?\s(?:zunächst\s)?offen\b"
    r"|\b(?:unklar|ungewiss|noch\soffen|nicht\sbekannt|unbekannt|nicht\s(?:bestätigt|entschieden|geklärt)|(?:noch|bleibt)\sabzuwarten)\b"
    r"|\b(?:[Oo]n\signore|inconnue?s?|n[’']a\spas\sété\sconfirmée?|pas\sencore\s(?:connue?|décidée?)|reste\sà\s(?:savoir|voir))\b"
)
_BREAK = re.compile(
    r"[.!?;:]\s*$|\s?[;:—–]\s.*|,?\saccording\sto\b.*|,\s(?:but|and|while|although|though|as|since|because|with|so|he|she|they|it)\b.*"
    rf"|,\s(?:[\w.’'-]+\s){{0,5}}(?:{'|'.join(ENGLISH.said)})\b.*"
)
_AUX = r"is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|do|did"
_INVERTED = re.compile(
    rf"(?P<subject>(?:(?!\b(?:{_AUX}|that|who|which|whose|where|when|what|because|if|and|or|but|not)\b)[\w’'.-]+\s){{1,8}})(?P<aux>{_AUX})\b(?P<rest>(?:\s.+)?)"
)
_SECOND_VERB = re.compile(r"\b(?:is|are|was|were|has|had|will|would|can|could|should|may|might|must|does|do|did|not|n[’']t)\b")
_ASKS_SUBJECT = re.compile(
    rf"(?:(?:exactly|else|precisely)\s)?(?:{_AUX}|\w+ed|made|took|began|led|shot|went|gave|sent|fired|killed|won|lies|wrote|left|fell|hit)\b"
)
_NOUN_PHRASE_START = re.compile(r"(?:the|a|an|his|her|its|their|our|this|these|that|those|he|she|it|they|we|[A-Z]\w+)\b")
_NEUTRAL = {"en": "What is still unknown here: {}?", "de": "Was ist darüber bekannt: {}?", "fr": "Que sait-on à ce sujet : {} ?"}


@dataclass(frozen=True)
class Unknown:
    """A passage (a sentence) that says that something is not known, and the question that it leaves open."""

    start: int
    end: int
    text: str
    question: str


def find_questions(body: str) -> tuple[Unknown, ...]:
    """All passages of a text that say that something is not known, in order."""
    language = guess_language(body) or "en"
    return tuple(
        Unknown(start, end, body[start:end], _question(body[start:end]) or _neutral(body[start:end], language))
        for start, end in _passages(body, language)
    )


def _passages(body: str, language: str) -> Iterator[tuple[int, int]]:
    matches = sorted(match.span() for pattern in (_UNKNOWN_THAT, _UNKNOWN_THING, _SOMETHING_UNKNOWN) for match in pattern.finditer(body))
    parts = paragraphs(body)
    last = -1
    for place, _ in matches:
        if place >= last:
            within = parts[max(0, bisect_right(parts, place, key=itemgetter(0)) - 1)]
            start, last = sentence_at(body, place, place + 1, within, language)
            yield start, last


def _neutral(passage: str, language: str) -> str:
    """A question that keeps the words of a passage, in the marks of its language; marks within become single ones."""
    opening, closing = marks(language)
    words = " ".join(passage.split()).rstrip(".").replace("“", "‘").replace("”", "’")
    return _NEUTRAL.get(language, _NEUTRAL["en"]).format(f"{opening}{words}{closing}")


def _question(passage: str) -> str | None:
    """The question of a passage where it can be formed with certainty."""
    match = _UNKNOWN_THAT.search(passage)
    if match:
        clause = _clause(passage[match.end() :])
        return clause and _asked(match["wh"], clause)
    match = _UNKNOWN_THING.search(passage)
    if match:
        thing = _clause(match["thing"])
        return thing and f"What is known about {thing}?"
    match = _THING_NOT_DONE.search(passage)
    if match:
        return f"{match['aux'].capitalize()} {_uncapitalised(match['thing'])} been {match['done']}?"
    match = _THING_UNKNOWN.search(passage)
    if not match or match["thing"] in ("It", "That", "This", "What"):
        return None
    word, _, clause = match["thing"].partition(" ")
    return _asked(word.lower(), clause) if re.fullmatch(_WH, word.lower()) else f"What is known about {_uncapitalised(match['thing'])}?"


def _clause(words: str) -> str | None:
    """A clause without what follows it in its sentence; None where it is too long or too winding to be asked."""
    clause = _BREAK.sub("", words.strip()).strip(" .!?")
    return clause if 0 < len(clause) <= 160 and not re.search(rf"[,{DOUBLE}\n(]", clause) else None


def _asked(word: str, clause: str) -> str:
    """A direct question of an indirect one."""
    if word in ("whether", "if"):
        return _inverted("", clause) or f"Is it the case that {clause}?"
    if word in ("who", "what", "which") and _ASKS_SUBJECT.match(clause):
        return f"{word.capitalize()} {clause}?"
    many = re.match(r"(?:many|much)\s(?:\w+\s){1,3}?(?=(?:\w+ed|died|were|was|had|have|are)\b)", clause) if word == "how" else None
    if many and not re.search(r"\b(?:he|she|they|we|it|the|of)\s", many[0]):
        return f"How {clause}?"
    adjective = (
        re.match(r"(?!many|much)[a-z]+\s(?=(?:the|his|her|its|their|this|these|those|he|she|it|they)\b)", clause) if word == "how" else None
    )
    if adjective and not _NOUN_PHRASE_START.match(clause):
        return _inverted(f"how {adjective[0].strip()}", clause[adjective.end() :]) or f"What is known about how {clause}?"
    simple = word in ("when", "where", "why", "how") and _NOUN_PHRASE_START.match(clause)
    return (_inverted(word, clause) if simple else None) or f"What is known about {word} {clause}?"


def _inverted(word: str, clause: str) -> str | None:
    """A clause with its auxiliary before its subject, where it has one verb."""
    match = _INVERTED.fullmatch(clause)
    if not match or _SECOND_VERB.search(match["rest"]) or (word == "" and not match["rest"]):
        return None
    question = " ".join(f"{word} {match['aux']} {match['subject'].strip()}{match['rest']}".split())
    return f"{question[0].upper()}{question[1:]}?"


def _uncapitalised(words: str) -> str:
    first = words.partition(" ")[0].lower()
    small = first in ("the", "a", "an", "his", "her", "its", "their", "this", "these", "those", "our", "some", "many", "most", "what")
    return words[0].lower() + words[1:] if small else words
