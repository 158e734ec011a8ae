"""Who is what: the treasurer Samira Haddad and the president Lou Perrin, told of each other; by what stands beside a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.prose.languages.language import Language
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import said, stem
from generator.text.patterns import compiled

_NAME = r"(?<![\w’'-])(?P<name>[A-ZÄÖÜ][\w’'-]{1,40}(?:\s(?:van|von|de|del|di|al|bin)?\s?[A-ZÄÖÜ][\w’'-]{1,40}){0,2})"
_LONG_NAME = r"(?<![\w’'-])(?P<name>[A-ZÄÖÜ][\w’'-]{1,40}(?:\s(?:van|von|de|del|di|al|bin)?\s?[A-ZÄÖÜ][\w’'-]{1,40}){1,2})"
_OF = r"(?:\s(?:of|at|for|in)\s(?:the\s)?[\w’'-]{1,40}(?:\s[A-Z][\w’'-]{1,40})?)?"
# The mayor Colin Priddle; the mayor of Tamberley, Colin Priddle; Colin Priddle, the mayor.
_ENGLISH = (
    compiled(rf"\b(?P<office>[a-z]{{4,}})\s{_NAME}"),
    compiled(rf"\b(?P<office>[a-z]{{4,}}){_OF},\s{_LONG_NAME}(?=[,.;])"),
    compiled(rf"{_NAME},\s(?:(?:once|now|then|formerly|who\s(?:is|was))\s)?(?:the|an?|its|his|her|their|[A-Za-z]+[’']s?)\s(?:[a-z’'-]+\s){{0,3}}?"
               r"(?P<office>[a-z]{4,})(?=[,.;]|\s(?:of|at|for|in|who|and)\b)"),
)  # fmt: skip
_GERMAN = (
    compiled(rf"\b(?P<office>[A-ZÄÖÜ][a-zäöüß]{{3,}})\s{_LONG_NAME}"),
    compiled(
        rf"{_LONG_NAME},\s(?:der|die|das|ein|eine|sein|seine|ihre?)\s(?:[a-zäöüß]+\s){{0,2}}?(?P<office>[A-ZÄÖÜ][a-zäöüß]{{3,}})(?=[,.;]|\s[a-zäöü])"
    ),
    compiled(rf"\b(?P<office>[A-ZÄÖÜ][a-zäöüß]{{3,}}),\s{_LONG_NAME}(?=[,.;])"),
)
# What each of two is to the other, who have had the same office.
_IN_TURN = frozenset(["successor", "predecessor", "nachfolger", "nachfolgerin", "vorgänger", "vorgängerin", "predecessors", "successors"])
_NO_OFFICE_ENDS = ("ed", "ing", "ly", "ung", "heit", "keit")


class _Held(NamedTuple):
    """What somebody is, and who, by the beginnings of the words; with the words themselves."""

    office: str
    name: str
    text: str


@where(tells="crossed")
def exchanged(pair: Pair) -> Iterator[Shift]:
    """One who is called what another is in the evidence, and who is something else there."""
    mine = list(_held(pair.ours.text, pair.language)) if pair.is_close and not pair.ours.set & _IN_TURN else []
    theirs = list(_held(pair.theirs.text, pair.language)) if mine else []
    if len({each.name for each in theirs}) < 2:
        return
    known = {(each.office, each.name) for each in theirs}
    for each in mine:
        own = [other for other in theirs if other.name == each.name]
        others = [other for other in theirs if other.office == each.office and other.name != each.name]
        if own and others and (each.office, each.name) not in known and not any(each.office in said(other.text).stems for other in own):
            yield Shift("crossed", each.text, own[0].text)
            return


def _held(text: str, language: Language) -> Iterator[_Held]:
    """Who is called what in a text."""
    shifting = language.shifting
    for each in _GERMAN if shifting.has_capital_nouns else _ENGLISH:
        for match in each.finditer(text):
            word = match["office"].lower()
            office, name = stem(word), match["name"].split()[-1].removesuffix("’s").removesuffix("'s").lower()
            is_verb = word in shifting.pasts or word in shifting.sayer_words or word in shifting.telling or word.endswith(_NO_OFFICE_ENDS)
            if office and not is_verb and name != word:
                yield _Held(office, name, match[0])
