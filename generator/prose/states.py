"""States by their names, and by the capitals that stand for their governments. Names come from CLDR, by Babel."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from babel import Locale

from generator.text.patterns import compiled

# What newspapers write where CLDR has another name.
_ALSO = {
    "the United States": "US", "America": "US", "USA": "US", "the US": "US", "U.S.": "US", "US": "US",
    "UK": "GB", "U.K.": "GB", "Britain": "GB", "Great Britain": "GB", "South Korea": "KR", "North Korea": "KP",
    "Turkey": "TR", "Czech Republic": "CZ",
    "Ivory Coast": "CI", "Burma": "MM", "Myanmar": "MM", "Congo": "CD", "Bosnia": "BA", "Hong Kong": "HK", "Macau": "MO",
    "Palestine": "PS", "East Timor": "TL", "Vatican": "VA", "Holland": "NL", "UAE": "AE", "Emirates": "AE", "Macedonia": "MK",
    "Trinidad and Tobago": "TT",
    "Bosnia and Herzegovina": "BA", "Antigua and Barbuda": "AG",
}  # fmt: skip
_NO_STATES = frozenset(["UN", "EU", "EZ", "QO", "ZZ", "XA", "XB"])
_CAPITALS = """
    Kabul:AF Algiers:DZ Yerevan:AM Canberra:AU Vienna:AT Baku:AZ Dhaka:BD Minsk:BY Brussels:BE Sofia:BG Ottawa:CA Santiago:CL
    Beijing:CN Bogotá:CO Zagreb:HR Havana:CU Nicosia:CY Prague:CZ Copenhagen:DK Quito:EC Cairo:EG Tallinn:EE Helsinki:FI Paris:FR
    Tbilisi:GE Berlin:DE Accra:GH Athens:GR Budapest:HU Reykjavik:IS Delhi:IN Jakarta:ID Tehran:IR Baghdad:IQ Dublin:IE Jerusalem:IL
    Rome:IT Tokyo:JP Amman:JO Astana:KZ Nairobi:KE Pyongyang:KP Seoul:KR Pristina:XK Riga:LV Beirut:LB Tripoli:LY Vilnius:LT
    Chisinau:MD Rabat:MA Kathmandu:NP Wellington:NZ Abuja:NG Skopje:MK Oslo:NO Muscat:OM Islamabad:PK Lima:PE Manila:PH Warsaw:PL
    Lisbon:PT Doha:QA Bucharest:RO Moscow:RU Kremlin:RU Riyadh:SA Dakar:SN Belgrade:RS Bratislava:SK Ljubljana:SI Pretoria:ZA
    Madrid:ES Stockholm:SE Bern:CH Damascus:SY Taipei:TW Bangkok:TH Tunis:TN Ankara:TR Kyiv:UA Kiev:UA London:GB Washington:US
    Warschau:PL Wien:AT Prag:CZ Kopenhagen:DK Athen:GR Rom:IT Tokio:JP Moskau:RU Belgrad:RS Bukarest:RO Lissabon:PT Havanna:CU Kairo:EG
    Teheran:IR Bagdad:IQ Peking:CN Brüssel:BE Kiew:UA Riad:SA Algier:DZ Tiflis:GE Eriwan:AM Nikosia:CY Damaskus:SY
    Tashkent:UZ Caracas:VE Hanoi:VN Harare:ZW Addis_Ababa:ET Khartoum:SD Brasília:BR Brasilia:BR
"""

# Adjectives, which stand for governments as capitals do, by the name of their state.
_PEOPLE = """
    French:France Dutch:Netherlands British:UK American:USA Americans:USA Spanish:Spain Swiss:Switzerland Greek:Greece Danish:Denmark
    Polish:Poland Turkish:Türkiye Irish:Ireland Thai:Thailand Czech:Czechia Filipino:Philippines Finnish:Finland Swedish:Sweden
    Chinese:China Iraqi:Iraq German:Germany Italian:Italy Russian:Russia Ukrainian:Ukraine Japanese:Japan Korean:South_Korea
    Peruvian:Peru Chilean:Chile Brazilian:Brazil Mexican:Mexico Indian:India Pakistani:Pakistan Israeli:Israel Iranian:Iran
    Egyptian:Egypt Norwegian:Norway Portuguese:Portugal Austrian:Austria Belgian:Belgium Hungarian:Hungary Romanian:Romania
    Bulgarian:Bulgaria Serbian:Serbia Croatian:Croatia Canadian:Canada Australian:Australia Nigerian:Nigeria Kenyan:Kenya
    Ethiopian:Ethiopia Indonesian:Indonesia Vietnamese:Vietnam Syrian:Syria Lebanese:Lebanon Saudi:Saudi_Arabia Estonian:Estonia
    Latvian:Latvia Lithuanian:Lithuania Georgian:Georgia Armenian:Armenia Cuban:Cuba Argentine:Argentina Colombian:Colombia
    Afghan:Afghanistan Icelandic:Iceland
    """
_PEOPLES = {people: of.replace("_", " ") for people, of in (pair.split(":") for pair in _PEOPLE.split())}
_GERMAN_ADJECTIVE = compiled(r"([a-zäöü]{4})[a-zäöü]*(?:isch|sch)(?:e[nrsm]?)?")


@cache
def _territories() -> dict[str, str]:
    named = {
        str(name): code for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha() and code not in _NO_STATES
    }
    return named | {name.removeprefix("the "): code for name, code in _ALSO.items()}


@cache
def _capitals() -> dict[str, str]:
    return {name.replace("_", " "): code for name, code in (pair.split(":") for pair in _CAPITALS.split())}


def state(name: str) -> str | None:
    """The code of the state that a name means."""
    return _territories().get(name.removeprefix("the ").removeprefix("The "))


@cache
def _territories_abroad() -> dict[str, str]:
    """The names of states in the other languages that are read, and who lives there, in English."""
    names = {str(name): code for tag in ("de", "fr") for code, name in Locale(tag).territories.items() if len(code) == 2 and code.isalpha()}
    return {name: code for name, code in names.items() if code not in _NO_STATES}


def state_meant(word: str) -> str | None:
    """The code of the state that a word of an English or German text means: by its name, its genitive, its people, its capital."""
    for name in (word, word.removesuffix("s"), _PEOPLES.get(word, "")):
        found = state(name) or _territories_abroad().get(name) or state_of_capital(name)
        if found:
            return found
    adjective = _GERMAN_ADJECTIVE.fullmatch(word)
    near = _german_beginnings().get(adjective[1], ()) if adjective else ()
    return max(near, key=lambda each: _shared(each[0], word), default=("", None))[1]


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _german_beginnings() -> dict[str, tuple[tuple[str, str], ...]]:
    """States by the first letters of their German names: franz(ösisch) does not have them all, fran does."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, name in Locale("de").territories.items():
        named = str(name).lower()
        if len(code) == 2 and code.isalpha() and code not in _NO_STATES and "isch" not in named:  # Frankreich, not Französisch-Guayana
            found[named[:4]] = (*found.get(named[:4], ()), (named, code))
    return found


def state_of_capital(name: str) -> str | None:
    """The code of the state whose government a capital's name stands for."""
    return _capitals().get(name.removeprefix("the ").removeprefix("The "))


def state_name(code: str) -> str:
    """The English name of a state."""
    return str(Locale("en").territories[code])
