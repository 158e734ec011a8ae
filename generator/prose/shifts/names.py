"""Who and what a text names that what it rests on does not.

A name may stand otherwise there: Chilean for Chile, WHO for the World Health Organization, Moscow for Russia. Where nouns have capitals as
names do, a name is what stands behind another noun (Richterin Thoms) or takes the place of one (in Kassel, in Göttingen).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import combining, normalize

from generator.prose.calendar import CALENDAR
from generator.prose.languages import LANGUAGES
from generator.prose.languages.english_nouns import ORGANISATION_WORDS
from generator.prose.languages.shifting import words
from generator.prose.quantities import quantities
from generator.prose.quantities.units import UNIT_OF, UNITS
from generator.prose.shifts.pair import Pair
from generator.prose.shifts.said import stem
from generator.prose.states import state_meant
from generator.prose.titles import TITLES
from generator.text.patterns import compiled

_WORD = compiled(r"[^\W\d_]+")
_PLACE = compiled(r"\b(?:in|aus|nach|von)\s([A-ZÄÖÜ][^\W\d_]{2,})")
_AT = frozenset(["vor", "bei", "in", "aus", "nach"])
_NAMED = compiled(r"\b([A-ZÄÖÜ][a-zäöüß]{3,}|[Vv]or|[Bb]ei|[Ii]n|[Aa]us|[Nn]ach)\s([A-ZÄÖÜ][a-zäöüß]{2,})\b(?!\s[A-ZÄÖÜ]|-)")
# How nouns end, and names of places seldom do.
_NOUN_ENDS = compiled(r"(?:ung|heit|keit|schaft|tion|tät|nis|ismus|ment|ling|chen|ungen|iten|nnen|tern|ern|en)$")
_NO_PLACES = words(
    """
    haft gericht ort angaben betrieb kraft rente pension ruhestand urlaub protest angst geldnot gründen beginn ende mitternacht sommer
    winter frühjahr herbst form bezug zukunft sachen hinblick anspruch abpfiff kritik not gefahr arbeit prüfung freiheit sicherheit schutt
    trümmern regen schnee sturm frost nacht bord land see hause haus mittag woche jahr monat stunde minute zeit
    """
)
_TITLE = compiled(r"[“„«‘\"]([A-ZÄÖÜ][^“”„»«’‘\"]{2,50})[”“»’\"]")
_TWO = compiled(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
# A word without an article that an apposition or a verb of what one person does follows.
_BEARER = compiled(
    r"([A-Z][^\W\d_]+(?<!s))(?:, (?:the|an?|who|whose|aged|\d\d)\b| (?:said|says|told|tells|denied|denies|resigned|resigns"
    r"|retired|retires|died|stepped|joined|joins|succeeds|succeeded|scored|admitted|admits"
    r"|was (?:born|arrested|elected|appointed|fined|jailed|sentenced))\b)"
)
_STARTS = compiled(r"(?:^|[.!?:…]\s|[“„«\"‘(]\s?)$")
_SAME = 4  # letters that a name shares with another form of it
_OF_PLACE = compiled(r"(?:[ln]?ese|ians?|ans?|ish|isch\w*|i|ers?)$")  # Congolese, of Congo
_PEOPLES = {adjective: name for each in LANGUAGES for adjective, name in each.shifting.peoples.items()}
# Words that speak or act without an article, and are no names.
_ANYBODY = words(
    """
    police parliament congress management nobody somebody everybody everyone someone anyone none nothing staff labour government
    opposition defence prosecution industry science people public legend research evidence water everything something neither
    """
)
# Nouns that belong to a verb, and follow another noun at the end of a German clause: vor Gericht Erfolg haben.
_OF_VERBS = words(
    """
    erfolg recht abschied anspruch bescheid platz teil rede stellung anklage klage widerspruch kritik hilfe schutz asyl auskunft einspruch
    berufung revision vorrang folge folgen halt sorgen angst geld strom wasser zweifel gefahr mut glück pech schluss bezug einfluss
    """
)
# Names so broad that anybody may use them of what belongs to them.
_BROAD = """
    europe european europeans asia asian africa african western internet web god bible christ christian christianity islam islamic earth sun
    moon united states kingdom english republic mr ms
"""
_NO_NAMES = frozenset({*CALENDAR, *TITLES, *ORGANISATION_WORDS, *_BROAD.split(), "i", "ok"})
# Bodies whose short names are not the first letters of what they are called besides.
_BODIES = {
    "UNICEF": r"children[’']s (?:fund|agency|emergency)|kinderhilfswerk",
    "UNHCR": r"refugee (?:agency|body)|high commissioner|flüchtlings",
    "UNESCO": r"(?:cultural|heritage) (?:agency|body)|kulturorganisation",
    "FED": r"federal reserve",
    "ICRC": r"red cross|roten kreuz",
    "IAEA": r"(?:atomic|nuclear)|atomenergie",
    "MSF": r"doctors without borders|médecins|ärzte ohne grenzen",
    "EUROPOL": r"police agency|polizei(?:behörde|agentur)",
    "FRONTEX": r"border (?:agency|guard)|grenzschutz",
    "INTERPOL": r"police (?:agency|organi[sz]ation)",
    # Those that are called by their seats.
    "STRASBOURG": r"court of human rights|european parliament",
    "STRASSBURG": r"gerichtshof für menschenrechte|europäische[ns]? parlament|europaparlament",
    "LUXEMBOURG": r"court of justice",
    "LUXEMBURG": r"europäische[nr]? gerichtshof",
    "KARLSRUHE": r"bundesverfassungsgericht|bundesgerichtshof|constitutional court|federal court of justice",
    "HAGUE": r"criminal (?:court|tribunal)|international court of justice",
    "FRANKFURT": r"european central bank|europäische zentralbank",
    "BRUSSELS": r"european (?:union|commission)|\bEU\b",
    "BRÜSSEL": r"europäische (?:union|kommission)|\bEU\b",
}
# A name by its letters and a number: WWII for the Second World War.
_NUMBERED = compiled(r"([A-Z]{2,}?)(I{1,3})")
_COUNTED = {"I": r"I\b|first|one\b|erste", "II": r"II\b|second|two\b|zweite", "III": r"III\b|third|three\b|dritte"}
_CODES = frozenset(spelling.upper() for spellings in UNITS.values() for spelling in spellings if len(spelling) == 3) | {
    "MW",
    "GW",
}  # CHF, USD, MPH
_MEASURES = frozenset(
    [
        "prozent",
        "prozentpunkte",
        "euro",
        "dollar",
        "franken",
        "mark",
        "cent",
        "millionen",
        "milliarden",
        "million",
        "milliarde",
        "tonnen",
        "liter",
        "meter",
        "kilometer",
        "meilen",
        "grad",
        "uhr",
        "hektar",
        "jahre",
        "tage",
        "stunden",
        "ende",
        "anfang",
        "mitte",
        "stück",
        "paar",
        "dutzend",
        "kilo",
        "gramm",
        "nummer",
        "seite",
        "anteil",
        "herr",
        "frau",
    ]
)


def unnamed(pair: Pair, others: Callable[[], str]) -> Iterator[tuple[str, str]]:
    """Names of a text that neither its evidence nor `others` have, each with one of the evidence that it may stand in for, or nothing."""
    new = {word for word in pair.ours.written if word[0].isupper()}.difference(pair.theirs.written)
    first = pair.ours.written[0] if pair.ours.written else ""
    if not new or (new == {first} and _says_nothing(first, pair)):
        return
    candidates = _german(pair, new) if pair.shifting.has_capital_nouns else _capitals(pair.ours.text, new)
    units = {word for number in quantities(pair.ours.text) if number.unit for word in number.text.split()}  # Fahrenheit: B310 holds it
    for name in candidates:
        if name not in units and not _is_there(name, pair.theirs.text) and not _is_there(name, others()):
            gone = _replaced(name, pair)
            # Where something is, one may know without the evidence, and a capital at the beginning may say nothing.
            is_of_sentence = name == first and not name.isupper() and not pair.shifting.has_capital_nouns
            if gone or _is_joined(name, pair) or not (state_meant(name) or is_of_sentence):
                yield name, gone
                return


def _says_nothing(first: str, pair: Pair) -> bool:
    """Whether the first word of a text has its capital from there."""
    return not (pair.shifting.has_capital_nouns or first.isupper() or state_meant(first) or _is_bearer(pair.ours.text, 0))


def _is_joined(name: str, pair: Pair) -> bool:
    """Whether a text lists a state together with one that the evidence names: Chile, Paraguay and Argentina."""
    if not state_meant(name):
        return False
    beside = _WORD.findall(" ".join("".join(match.groups(default="")) for match in _joined(name).finditer(pair.ours.text)))
    return any(state_meant(other) and _is_there(other, pair.theirs.text) for other in beside)


def _joined(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b([A-ZÄÖÜ]\w+)(?:,|,? and|,? und) {re.escape(name)}\b|\b{re.escape(name)}(?:,|,? and|,? und) ([A-ZÄÖÜ]\w+)")


def _is_bearer(text: str, at: int) -> bool:
    """Whether a word that begins a sentence stands as somebody's name does: Okafor, the chief executive; Okafor said."""
    match = _BEARER.match(text, at)
    return match is not None and stem(match[1].lower()) is not None and match[1].lower() not in _ANYBODY


def _capitals(text: str, new: set[str]) -> Iterator[str]:
    """Words with a capital where none is due, and what can only be a name at the beginning of a sentence."""
    for match in _WORD.finditer(text):
        word = match[0]
        if (
            word in new
            and word.lower() not in _NO_NAMES
            and word not in _CODES
            and len(word) > 1
            and (stem(word.lower()) or word.isupper())
        ):
            if two := next(
                (each[0] for each in _TWO.finditer(text) if each.start() <= match.start() < each.end() and state_meant(each[0])), ""
            ):
                yield two  # South Korea
                continue
            starts = _STARTS.search(text[: match.start()])
            if not starts or (word.isupper() and len(word) > 1) or state_meant(word) or _is_bearer(text, match.start()):
                yield word


def _german(pair: Pair, new: set[str]) -> Iterator[str]:
    text = pair.ours.text
    words = list(_WORD.finditer(text))
    yield from (match[0] for match in words if match[0] in new and state_meant(match[0]))
    yield from _exchanged(pair, new)
    if not pair.is_alike:
        return
    for before, match in pairwise(words):
        is_noun = stem(before[0].lower()) is not None and before[0][0].isupper() and text[before.end() : match.start()] == " "
        is_of_place = before[0].endswith("er") and before[0] in new and _is_there(before[0], pair.theirs.text)  # Bremer Polizei
        if (
            match[0] in new
            and is_noun
            and not is_of_place
            and before[0].lower() not in _MEASURES | CALENDAR
            and match[0].lower() not in UNIT_OF
            and len(before[0]) > 3
            and match[0].lower() not in _OF_VERBS
        ):
            yield match[0]
    dropped = [match[1] for match in _PLACE.finditer(pair.theirs.text) if not _is_there(match[1], text)]
    yield from (match[1] for match in _PLACE.finditer(text) if match[1] in new and dropped)


def _exchanged(pair: Pair, new: set[str]) -> Iterator[str]:
    """Names that stand behind the same word as another of the evidence does, which a text has not: Universität Osaka, of Kyoto."""
    theirs = {match[1].lower(): match[2] for match in _NAMED.finditer(pair.theirs.text) if match[2] not in pair.ours.set}
    for match in _NAMED.finditer(pair.ours.text) if pair.is_close else ():
        gone = theirs.get(match[1].lower())
        is_place = match[1].lower() in _AT
        if not gone or match[2] not in new or gone in pair.ours.written or not (is_place or match[1][0].isupper()):
            continue
        is_noun = _NOUN_ENDS.search(match[2]) or _NOUN_ENDS.search(gone)
        if not is_noun and match[2].lower() not in _NO_PLACES | CALENDAR | _MEASURES | _OF_VERBS:
            yield match[2]


def _titles(text: str) -> list[str]:
    """What stands in quotation marks as the title of a work does: a few words that begin with a capital."""
    return [match[1].rstrip(",.") for match in _TITLE.finditer(text)]


def retitled(pair: Pair, others: Callable[[], str]) -> Iterator[tuple[str, str]]:
    """Titles of works of a text that neither its evidence nor `others` have, where the evidence has another."""
    mine = [title for title in _titles(pair.ours.text) if title not in pair.theirs.text]
    gone = [title for title in _titles(pair.theirs.text) if title not in pair.ours.text] if mine else []
    yield from [(mine[0], gone[0])] if gone and mine[0] not in others() else ()


def _is_there(name: str, text: str) -> bool:
    """Whether a text has a name, in this form or in another."""
    word, text = _plain(name), _plain(text, keeps_case=True)
    meant = state_meant(name)
    if meant and any(state_meant(match[0]) == meant for match in _WORD.finditer(text)):
        return True
    begins = {word.removesuffix("s")[: max(_SAME, len(word) - 3)]} | {each[:_SAME] for each, of in _PEOPLES.items() if of == word}
    if word in _PEOPLES:
        begins.add(_PEOPLES[word][:_SAME])
    if len(bare := _OF_PLACE.sub("", word)) >= _SAME:
        begins.add(bare)
    if re.search(rf"\b(?:{'|'.join(map(re.escape, begins))})", text, re.IGNORECASE) or word in text.lower().split():
        return True
    if numbered := _NUMBERED.fullmatch(name):
        counted = re.search(rf"\b(?:{_COUNTED[numbered[2]]})", text, re.IGNORECASE)
        return counted is not None and _spelled(numbered[1]).search(text) is not None
    if name.isupper() and len(name) > 1 and _spelled(name).search(text):
        return True
    if name.isupper() and len(name) > 2 and name.lower() in _initials(text):
        return True
    return name.upper() in _BODIES and re.search(_BODIES[name.upper()], text, re.IGNORECASE) is not None


def _plain(text: str, *, keeps_case: bool = False) -> str:
    """A text without accents: Zürich, Zurich."""
    bare = text if text.isascii() else "".join(each for each in normalize("NFD", text) if not combining(each))
    return bare if keeps_case else bare.lower()


def _spelled(letters: str) -> re.Pattern[str]:
    """A pattern for a name by its first letters: World Health Organization, Europäische Zentralbank."""
    link = r"[^\W\d_]*(?:(?:[\s-]+(?:(?:of|and|for|the|to|on|in|der|die|für|und|des)\s+)*)|(?<=[^\W\d_]{3}))"
    first, rest = letters[0], letters[1:]
    return re.compile(rf"\b{first}" + "".join(rf"{link}(?:{each}|{each.lower()})" for each in rest))


def _initials(text: str) -> str:
    """The first letters of words, those that carry no matter as spaces: gross domestic product."""
    return "".join(word[0] if stem(word) else " " for word in _WORD.findall(text.lower()))


def _replaced(name: str, pair: Pair) -> str:
    """A name of the evidence that the text leaves out; of a state another state, or a people."""
    states = bool(state_meant(name))
    for match in _WORD.finditer(pair.theirs.text):
        word = match[0]
        if (word[0].isupper() or states) and word.lower() not in _NO_NAMES and not _is_there(word, pair.ours.text):
            is_state = bool(state_meant(word))
            if is_state == states and (match.start() or is_state):
                return word
    return ""
