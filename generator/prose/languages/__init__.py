"""The languages that are read, one file each: all that depends on a language is a field of its `Language`.

A new word goes into the field of its kind; a new language is a file and a row of `LANGUAGES`. Fields that a language leaves empty are not
read in it. English has two more files, the forms of its verbs and the nouns for people and bodies, which only the parsed text needs.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.prose.languages.english import ENGLISH
from generator.prose.languages.french import FRENCH
from generator.prose.languages.german import GERMAN
from generator.prose.languages.language import Language


def _told_only(tag: str, telling: str) -> Language:
    """A language that is told from others, and not read."""
    return Language(tag, frozenset(telling.split()))


LANGUAGES = (
    ENGLISH,
    GERMAN,
    FRENCH,
    _told_only("es", "el los las del que y es por con una para como más pero sus fue este también está han"),
    _told_only("it", "il che di è un una per non con del della sono gli nel alla anche più dei dal questo"),
    _told_only("nl", "de het een van en is dat niet op te voor met zijn aan ook door bij naar wordt maar"),
    _told_only("pt", "o os que de não uma com para por mais como dos foi ao das são pelo pela está"),
    _told_only("pl", "i w na nie się z że do jest to o jak po co tak przez przy został być dla oraz które który"),
    _told_only("ru", "и в не на что с по как это к из у но он она они за от так его было для был"),
    _told_only("uk", "і в не на що з та до як це за від але він вона вони його було для був є про який"),
    _told_only("ar", "من في على إلى أن هذا هذه التي الذي عن مع كان ما لا بعد قال كما وقد"),
    _told_only("fa", "از به در که این را با برای است آن می شد خود بر تا کرد شده گفت"),
)
_BY_TAG = {language.tag: language for language in LANGUAGES}


def language(tag: str | None) -> Language:
    """The language of a BCP 47 tag; English where it is not one of ours."""
    return _BY_TAG.get((tag or "en").lower().partition("-")[0], ENGLISH)


def any_of(patterns: Iterable[Iterable[str]]) -> str:
    """One pattern for the patterns of a field, of several languages: for texts whose language nobody has said."""
    return "|".join(dict.fromkeys(pattern for own in patterns for pattern in own))
