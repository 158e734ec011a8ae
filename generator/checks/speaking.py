"""Who of a brief's actors speaks, as a source says it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from generator.checks.naming import Cast, head, is_named, is_part, may_speak, places
from generator.items import Actor
from generator.parsing import SourceText
from generator.prose.calendar import MONTHS
from generator.prose.first_names import GENDERS
from generator.prose.languages import language
from generator.prose.languages.english_nouns import BODIES, DOCUMENTS, FEMALE, MALE, PERSONAL, UNNAMED, is_group
from generator.prose.languages.language import Language
from generator.prose.speakers import MASK, OWNERS, Told, is_definite, is_indefinite, is_owned, is_title, pronoun, speaker, subject, told
from generator.prose.titles import COURTESIES
from generator.text.matching.normal import fold
from generator.text.patterns import compiled

Span = tuple[int, int]

_FULL_NAME = compiled(r"(?<![\w'-])[A-ZÀ-Þ][\w-]*[a-zß-ÿ](?:\s+[A-ZÀ-Þ][\w.-]*)*\s+(?:[A-Z]')?[A-ZÀ-Þ][\w-]*[a-zß-ÿ](?![\w-])")
_OWNER = compiled(r"^.*\w['’]s? (?=\w)")
_SEVERAL = compiled(r"(?!(?:an?|one|another|einer?|une?)\b)[a-zß-ÿ]|(?:Two|Three|Four|Five|Several|Some|Many|Most|Both|All|No)\b")
_WITHIN = compiled(r"\b(?:at|by|for|from|in|near|of|on|to|with|à|au|dans|de|des|du|pour)\s", re.IGNORECASE)  # a driver at Mill Street
_FIRST_NOUNS = compiled(r"\s(?:by|from|of|to|von|vom|an)\s")
_BELONGS = compiled(r"^(?:his|her|seine?|ihre?)\s", re.IGNORECASE)
_FEMININE = compiled(r"\b(?:die|eine|ihre|seine)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]*[a-zäöüß]{3,}in\b")
_SPOKESMAN = compiled(
    r"(?:an?|eine?)\s(?:spokes\w+|sprecher(?:in)?)(?:\s(?:ein|mit|an|vor|hinzu))?$", re.IGNORECASE
)  # who speaks for the body that was named
_TOGETHER = compiled(r"\s(?:and|und|et)\s")
_FAR = 12  # paragraphs before a pronoun in which its name is looked for
_MOST = 8  # quotations beside one that are asked who speaks


@dataclass(frozen=True)
class Heard:
    """Who speaks: one of some actors, or somebody else by the words of the source; `words` say who it is.

    Where it is not sure, each of the actors may be meant, and so may somebody else, but none of the other actors.
    """

    actors: frozenset[str]
    words: str
    is_sure: bool = True


class Listener:
    """Reads who speaks in one source."""

    def __init__(self, source: SourceText, actors: Mapping[str, Actor], cast: Cast) -> None:
        self.source = source
        self.actors = actors
        self.cast = cast  # of all the actors
        self._told: dict[int, Told] = {}

    @cached_property
    def tag(self) -> str:
        """The language of the source, or English where that is not read: a few words are soon taken for Dutch."""
        tag = self.source.tag
        return tag if tag and language(tag).speaks else "en"

    @cached_property
    def _own(self) -> Language:
        return language(self.tag)

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        """The outermost quotations with their marks, in order."""
        found: list[Span] = []
        for start, end in sorted(self.source.prepared.quotations.pairs, key=lambda pair: (pair[0], -pair[1])):
            if not found or start >= found[-1][1]:
                found.append((start - 1, end + 1))
        return tuple(found)

    def told(self, paragraph: int) -> Told:
        """A paragraph without what it quotes."""
        if paragraph not in self._told:
            self._told[paragraph] = self._tell(paragraph)
        return self._told[paragraph]

    def _tell(self, paragraph: int) -> Told:
        first, last = self.source.prepared.paragraphs[paragraph]
        at = bisect_right(self._quoted, first, key=lambda span: span[1])
        inside: list[Span] = []
        while at < len(self._quoted) and self._quoted[at][0] < last:
            start, end = self._quoted[at]
            inside.append((max(start, first) - first, min(end, last) - first))
            at += 1
        return told(self.source.text.body[first:last], tuple(span for span in inside if span[1] - span[0] > 1), self.tag)

    def hear(self, start: int, end: int) -> Heard | None:
        """Who says the words at a place; None where nobody can tell."""
        if len(self.source.prepared.quotations.around(start, end)) > 1:
            return None  # whom a quotation quotes need not be who speaks
        found = self._quotation(start, end)
        for of, here, number in found:
            pieces = speaker(of, here)
            if pieces:
                return self._who(pieces, number, of.sentence(here)[0])
        continued = next((heard for of, here, number in found if (heard := self._continued(of, here, number))), None)
        return continued or next((heard for of, _, number in found if (heard := self._carried_on(of, number))), None)

    def _carried_on(self, of: Told, number: int) -> Heard | None:
        """Who may speak in a paragraph of nothing but quoted words: who does at the end of the two before it, in talk by turns."""
        if of.text.strip(f"{MASK} "):
            return None
        heard = []
        for above in range(number - 1, max(-1, number - 3), -1):
            heard.append(self._last(above) if self._is_beside(above, number) else None)
            if not self.told(above).text.startswith(MASK):
                break  # no talk by turns
        known = [one for one in heard if one]
        if not known or not heard[0]:
            return None
        return Heard(frozenset[str]().union(*(one.actors for one in known)), known[0].words, is_sure=False)

    def _last(self, number: int) -> Heard | None:
        """Who says the last quoted words of a paragraph, as it says itself."""
        of = self.told(number)
        if not of.quoted:
            return None
        pieces = speaker(of, of.quoted[-1])
        return self._who(pieces, number, of.sentence(of.quoted[-1])[0]) if pieces else self._continued(of, of.quoted[-1], number)

    def _is_beside(self, above: int, number: int) -> bool:
        return self.source.run(self._start(number)) == self.source.run(self._start(above))

    def is_taken_up(self, start: int, end: int) -> bool:
        """Whether who speaks was named before: a pronoun or a description does, or nothing but quoted words stands in the paragraph."""
        return any(
            any(speaker(of, quote) for quote in of.quoted[:_MOST])
            or not of.text.strip(f"{MASK} ")
            or any(pronoun(word) is not None for word in of.text.split())
            for of, _, _ in self._quotation(start, end)
        )

    def is_title(self, start: int, end: int) -> bool:
        """Whether the words at a place are the title of something."""
        body = self.source.text.body
        return any(
            is_title(of, here, body[self._start(number) + here[0] + 1 : self._start(number) + here[1] - 1])
            for of, here, number in self._quotation(start, end)
        )

    def _quotation(self, start: int, end: int) -> list[tuple[Told, Span, int]]:
        """The quotation that holds a place, in the paragraph in which it ends and, if that is another, the one in which it begins."""
        at = bisect_right(self._quoted, start, key=lambda span: span[0]) - 1
        if at < 0 or self._quoted[at][1] < end:
            return self._line(start, end)
        first, last = self._quoted[at]
        found: list[tuple[Told, Span, int]] = []
        for number in dict.fromkeys((self._paragraph(last - 1), self._paragraph(first))):
            of, base = self.told(number), self._start(number)
            found += [(of, here, number) for here in of.quoted if here[0] + base < last and first < here[1] + base]
        return found

    def _line(self, start: int, end: int) -> list[tuple[Told, Span, int]]:
        """What is spoken at a place of a dialogue that dashes introduce."""
        number = self._paragraph(start)
        first, last = self.source.prepared.paragraphs[number] if self.source.prepared.paragraphs else (0, 0)
        spoken = next(((a - first, b - first) for a, b in self.source.speech.around(start, end) if first <= a < b <= last), None)
        return [(told(self.source.text.body[first:last], (spoken,), self.tag), spoken, number)] if spoken else []

    def _start(self, number: int) -> int:
        return self.source.prepared.paragraphs[number][0]

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self.source.prepared.paragraphs, offset, key=lambda part: part[0]) - 1)

    def _continued(self, of: Told, here: Span, number: int) -> Heard | None:
        """Who goes on speaking: the last one in the paragraph before a quotation, else the one of a quotation that follows at once.

        Where the sentence right before a quotation is about somebody else, either may be.
        """
        at = of.quoted.index(here)
        following = of.quoted[at + 1 : at + 2]
        beside = following if following and not of.text[here[1] : following[0][0]].strip() else ()
        for other in (*reversed(of.quoted[max(0, at - _MOST) : at]), *beside):
            pieces = speaker(of, other)
            if pieces:
                heard = self._who(pieces, number, of.sentence(other)[0])
                led_in = self._led_in(of, here, other, number)
                if led_in is None or heard is None:
                    return heard
                return Heard(heard.actors | led_in.actors, heard.words, is_sure=heard.is_sure and led_in.is_sure)
        return None

    def _led_in(self, of: Told, here: Span, since: Span, number: int) -> Heard | None:
        """Whom the sentence right before a quotation is about, if it is one of its own."""
        first, _ = of.sentence(here)
        last = next((span for span in reversed(of.sentences) if span[1] <= first), None)
        if last is None or last[0] <= since[0] < last[1] or last[1] <= since[0]:
            return None
        pieces = subject(of, last)
        return self._who(pieces, number, last[0]) if pieces else None

    def _who(self, pieces: Sequence[str], number: int, offset: int) -> Heard | None:
        """Whom a phrase means that stands in a sentence of a paragraph."""
        gender = pronoun(pieces[0])
        if gender == "?" and (authors := self._of_document(number, offset)):
            return Heard(authors, pieces[0], is_sure=False)
        if gender == "?" and (told_of := self._just_told_of(self.told(number), offset, gender, pieces[0])):
            return told_of
        if gender is not None:
            return (self._meant(gender, number, offset) if gender in ("f", "m") else None) or self._agreeing(gender, pieces[0])
        named = self._named(pieces)
        if named and not named.actors and _SPOKESMAN.match(named.words):
            return self._just_told_of(self.told(number), offset, "", pieces[0]) or self._spoken_for(number, offset, pieces[0]) or named
        return named or (self._known(pieces[0], number, offset) if is_definite(pieces[0]) else None)

    def _of_document(self, number: int, offset: int) -> frozenset[str]:
        """Those who may have written what the sentence before one is about, which `it` takes up: a letter by Lee was read."""
        of = self.told(number)
        last = next(_before(of, offset), None)
        pieces = subject(of, last) if last else ()
        return self._standing_in(of, last) if last and pieces and _is_document(pieces[0]) else frozenset()

    def _standing_in(self, of: Told, span: Span) -> frozenset[str]:
        """The actors whose names stand in a sentence."""
        words = fold(of.text[slice(*span)])
        return frozenset(one.id for one in self.cast.near(words) if next(places(one, words), None))

    def _agreeing(self, gender: str, word: str) -> Heard | None:
        """All whom a pronoun may mean: nobody whose name tells another gender, and by `it` nobody who has one."""
        if not gender:
            return None
        others = {"f": "m", "m": "f", "?": "fm"}[gender]
        return Heard(frozenset(one for one, actor in self.actors.items() if self._gender(actor) not in {*others}), word, is_sure=False)

    def _named(self, pieces: Sequence[str]) -> Heard | None:
        described = ""
        for piece in map(fold, pieces):
            found = self._actors(piece)
            if found:
                return Heard(frozenset(found), piece)
            stranger = self._stranger(piece)
            if stranger:
                return Heard(frozenset(), stranger)
            described = described or piece
        if described and is_indefinite(described, self.tag):
            return Heard(frozenset(), described)
        return None

    def _stranger(self, piece: str) -> str | None:
        """The full name of somebody who is no actor; German has too many capitals to tell one."""
        for match in _FULL_NAME.finditer(piece) if self._own.tag != "de" else ():
            first, *others = match[0].split()
            is_name = first.casefold() not in self._own.function_words and not any(word.casefold() in MONTHS for word in others)
            if (
                is_name
                and first.casefold() not in self._own.subjects
                and not (is_part(piece, match.end()) or _WITHIN.search(piece, 0, match.start()))
            ):
                return match[0]
        return None

    def _actors(self, piece: str) -> set[str]:
        """The actors whom a piece names as a subject: persons before others, the first one, or all that `and` joins."""
        is_document = any(word in DOCUMENTS for word in piece.casefold().split())  # Lee’s statement, a letter from Lee
        found = [
            (start, -end, actor)
            for actor in self.cast.near(piece)
            for start, end in places(actor, piece)
            if is_document or may_speak(piece, start, end)
        ]
        people = [one for one in found if one[2].kind == "person"] or found
        if not people or _TOGETHER.search(piece):
            return {actor.id for *_, actor in people}
        first = min(people, key=lambda one: one[:2])[:2]
        return self._titled({actor.id for *place, actor in people if tuple(place) == first}, piece[: first[0]])

    def _titled(self, actors: set[str], before: str) -> set[str]:
        """Those of some whose name may have the title that stands before it: Mr Lee is not Ann."""
        return set(self._fitting(actors, _gender_of_title(before.split()[-1:])))

    def _meant(self, gender: str, number: int, offset: int) -> Heard | None:
        """Whom a pronoun takes up: the last one of its gender who is a subject before it."""
        is_passed = False  # by a pronoun of the other gender
        also: frozenset[str] = frozenset()  # beside whom another one may be meant: “Her mother, Joan, died.”
        for sentence, of in self._backwards(number, offset + 1):
            quotes = (quote for quote in of.quoted if sentence[0] <= quote[0] < sentence[1])
            pieces = next((found for quote in islice(quotes, _MOST) if (found := speaker(of, quote))), ()) or subject(of, sentence)
            if pieces and pronoun(pieces[0]) == gender:
                pieces = subject(of, sentence)  # Lee defended it, which he said was “…”
            leading = pronoun(pieces[0]) if pieces else None
            is_passed = is_passed or leading == {"f": "m", "m": "f"}.get(gender)
            if not pieces or gender in map(pronoun, pieces):
                continue
            heard = self._named(pieces) if leading is None else None
            if heard is not None and is_passed and not any(self._gender(self.actors[one]) for one in heard.actors):
                return None  # Lee said … She left, and her son stayed. He said
            is_other = heard is not None and _gender_of_title(heard.words.split()) not in (gender, "")
            if heard is not None and not is_other and (fitting := self._fitting(heard.actors, gender)):
                if not is_owned(pieces[0]):
                    return Heard(fitting | also, heard.words)
                also |= fitting
                if OWNERS.get(pieces[0].split()[0].lower()) == gender:
                    continue  # her mother, Joan
                return Heard(also | self._fitting(self._owners(pieces[0]), gender), heard.words)
            if heard is not None and not heard.actors and (also or _is_one(heard.words, gender)):
                break  # a stranger may be meant
            words = fold(of.text[slice(*sentence)])
            beside = self._fitting((one.id for one in self.cast.near(words) if one.kind == "person" and is_named(one, words)), gender)
            if beside:
                return Heard(beside | also, words)
            is_anybody = self._own.tag == "de" and pieces[0].lower().startswith("man ")  # man werde klagen
            if heard is None and leading is None and not is_anybody and (_is_somebody(pieces[0]) or _tells(pieces[0], gender)):
                return None
        return Heard(also, "") if also else None

    def _owners(self, piece: str) -> list[str]:
        """The actors to whom somebody belongs whom a phrase means: Lee, of Lee’s lawyer."""
        owner = fold(piece)
        return [one.id for one in self.cast.near(owner) if next(places(one, owner), None)] if is_owned(piece) else []

    def _known(self, piece: str, number: int, offset: int) -> Heard | None:
        """The one person whom a description may take up: nobody else is named in its paragraph before it and in the one before."""
        of = self.told(number)
        last = next((span for span in reversed(of.sentences) if span[1] <= offset), None)
        if last and (pieces := subject(of, last)) and is_indefinite(pieces[0], self.tag):
            return None  # one of the guards, whom it may take up
        before = of.text[: of.sentence((offset, offset))[1]]
        above = self.told(number - 1).text if number and self._is_beside(number - 1, number) else ""
        text = fold(f"{above} {before}")
        gender = _gender_of(head(piece)) or {"der": "m", "die": "f", "la": "f", "le": "m"}.get(piece.split(maxsplit=1)[0].lower(), "")
        if _is_document(piece):
            return self._just_told_of(of, offset, gender, piece)
        near = [one for one in self.cast.near(text) if one.kind == "person" and next(places(one, text), None)]
        fitting = self._fitting((one.id for one in near), gender)
        if len(fitting) == 1 and is_named(self.actors[min(fitting)], text):
            return Heard(fitting, piece)
        return self._just_told_of(of, offset, gender, piece)

    def _just_told_of(self, of: Told, offset: int, gender: str, piece: str) -> Heard | None:
        """Whom the sentence right before one is about, in its paragraph, whom a description or `it` may take up: the chief, the letter."""
        before = (subject(of, span) for span in _before(of, offset))
        pieces = next((pieces for pieces in before if not gender or not pieces or pronoun(pieces[0]) != gender), ())  # Lee fell. He rose
        heard = self._named(pieces) if pieces and pronoun(pieces[0]) is None and not self._owners(pieces[0]) else None
        fitting = self._fitting(heard.actors, gender) if heard else frozenset()
        return Heard(fitting, piece, is_sure=False) if fitting else None

    def _spoken_for(self, number: int, offset: int, piece: str) -> Heard | None:
        """For whom a spokesman may speak: those whom the sentence right before names."""
        of = self.told(number)
        last = next(_before(of, offset), None)
        named = self._standing_in(of, last) if last else frozenset()
        return Heard(named, piece, is_sure=False) if named else None

    def _fitting(self, actors: Iterable[str], gender: str) -> frozenset[str]:
        """Those whom a pronoun of a gender may take up."""
        return frozenset(one for one in actors if not gender or self._gender(self.actors[one]) in (gender, ""))

    def _backwards(self, number: int, offset: int) -> Iterator[tuple[Span, Told]]:
        """The sentences before a place, the last first."""
        for paragraph in range(number, max(-1, number - _FAR - 1), -1):
            of = self.told(paragraph)
            for sentence in reversed(of.sentences):
                if paragraph < number or sentence[0] < offset:
                    yield sentence, of

    def _gender(self, actor: Actor) -> str:
        if actor.kind != "person":
            return "?"
        own = actor.name.split()[:-1] if actor.name[:1].isupper() and not _OWNER.match(actor.name) else []  # Ray is a surname, too
        return _gender_of(" ".join(own) or actor.name) or _gender_of(" ".join(role.role for role in actor.role))


def _before(of: Told, offset: int) -> Iterator[Span]:
    """The sentences of a paragraph that end before a place in it, the nearest first."""
    return (span for span in reversed(of.sentences) if span[1] <= offset)


def _is_document(piece: str) -> bool:
    """Whether a phrase means something that somebody wrote: the email, a letter by Lee."""
    return any(word in DOCUMENTS for word in _FIRST_NOUNS.split(piece.casefold())[0].split())


def _tells(piece: str, gender: str) -> bool:
    """Whether a description means somebody of a gender whose name it does not say: seine Frau, die Intendantin."""
    return _gender_of(_BELONGS.sub("", piece)) == gender or (gender == "f" and _FEMININE.search(piece) is not None)


def _is_somebody(piece: str) -> bool:
    """Whether a description begins with somebody: her deputy, the long-time minister."""
    return any(word.casefold() in PERSONAL | UNNAMED for word in piece.split()[:5])


def _gender_of_title(words: Iterable[str]) -> str:
    """The gender of the first courtesy among some words: Mr, Frau."""
    titles = (word.rstrip(".").casefold() for word in words)
    return next((gender for title in titles if title in COURTESIES and (gender := _gender_of(title))), "")


def _is_one(words: str, gender: str) -> bool:
    """Whether a pronoun of a gender may take up a name or a description."""
    return _gender_of(words) in (gender, "") and not _SEVERAL.match(words)


def _gender_of(words: str) -> str:
    """The gender that a name or a description tells: `f`, `m`, `?` of what is nobody in particular, or nothing."""
    words = _OWNER.sub("", words)
    if not words:
        return ""
    head = re.split(r"\s(?:of|for|from|in|who)\s|,", words)[0].split()[-1:]
    if any(word in BODIES or (word.islower() and word not in COURTESIES and is_group(word)) for word in head):
        return "?"
    for word in re.findall(r"[\w-]+", words.casefold()):
        if word in FEMALE or word in ("frau", "mme") or GENDERS.get(word) == "f":
            return "f"
        if word in MALE or word in ("herr", "herrn") or GENDERS.get(word) == "m":
            return "m"
    return ""
