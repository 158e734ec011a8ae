"""Who says what, where the evidence has several who speak: what one of them says, given to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from generator.prose.calendar import CALENDAR
from generator.prose.languages import language
from generator.prose.languages.shifting import Shifting, words
from generator.prose.negations import denial
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, said, stem, stems
from generator.text.patterns import compiled

# Where another one may begin to speak.
_APART = compiled(
    r"(?<=[^\W\d_]{3})[.!?][”’\"»“]?\s|;\s|,\s(?:while|but|although|though|whereas|which|yet|während|aber|doch|obwohl|was)\s|,\s(?=(?:die|der|das)\s[A-ZÄÖÜ])"
)
_CLAUSE = compiled(r"[,;:.!?“”\"]")
# Nouns for those who may be anybody, or who say what others have.
_ANYBODY = words(
    """
    officials official authorities group groups people organisation organization study report survey figures data analysis statistics media
    newspaper paper journalists experts expert critics source sources leader head chief boss executive director staff workers
    service services crews company firm employees team behörden experten bericht studie medien fachleute leute chef leiter
    """
)
_FOR = frozenset(["for", "für"])  # for the union, it is a gift
_LEAST = 3  # letters of what is spoken of: car
_FAR_MORE = 2  # as much must be of another as of the one to whom it is given
_FIGURE = compiled(r"\d[\d.,]*\d|\d")
_NAME = compiled(r",?\s(?:[A-ZÄÖÜ][^\W\d_]+\s?){1,3}")


def _may_speak(shifting: Shifting) -> frozenset[str]:
    """Words one of which is in every text that gives what somebody says or thinks."""
    return shifting.telling | shifting.sayer_words | _FOR


def _is_view(text: Said, shifting: Shifting) -> bool:
    """Whether a text gives what somebody says or thinks, and not against whom."""
    speaks = not _FOR.isdisjoint(text.words[:1]) or text.set & (shifting.telling | shifting.sayer_words)
    return bool(speaks) and not text.set & shifting.against


@where(ours=lambda tongue: _may_speak(tongue.shifting), tells="sayer")
def crossed(pair: Pair) -> Iterator[Shift]:
    """What one says, given to another, who in the evidence speaks or is spoken of elsewhere, and says nothing of it there."""
    shifting = pair.shifting
    if not _is_view(pair.ours, shifting):
        return
    parts = pair.theirs.parts(_APART)
    who = _speaker(pair.ours, pair.language.tag) if len(parts) > 1 else None
    if not who or not who.stems:
        return
    matter = pair.ours.stems - who.stems - {stem(word) for word in shifting.telling | shifting.sayer_words}
    told = max(parts, key=lambda part: len(matter & part.stems))
    speaker = _speaker(told, pair.language.tag)
    if not matter & told.stems or not speaker or not speaker.stems or bool(denial(pair.ours.text)) != bool(denial(told.text)):
        return
    elsewhere = [part for part in parts if part is not told and _names(part, who, shifting)]
    if not elsewhere or _names(told, who, shifting) or _names(pair.ours, speaker, shifting):
        return
    figures = {*_FIGURE.findall(pair.ours.text)}
    if not any(
        matter & part.stems - told.stems or part.set & shifting.agreeing or figures & {*_FIGURE.findall(part.text)} for part in elsewhere
    ):
        yield Shift("sayer", who.text.strip(" ,"), speaker.text.strip(" ,"))


@lru_cache(maxsize=1024)  # two guards ask for the same parts
def _speaker(text: Said, tag: str) -> Said | None:
    """Who says it in a text of a language, with the name behind."""
    shifting = language(tag).shifting
    for each in (*shifting.opinions, *shifting.sayers):
        match = pattern(each).search(text.text)
        if match and match["who"]:
            name = _NAME.match(text.text, match.end("who"))
            return said(text.text[match.start("who") : name.end() if name else match.end("who")])
    return None


def _names(text: Said, who: Said, shifting: Shifting) -> bool:
    """Whether a text has a word for somebody: this one, another form of it, or one for the same people."""
    if who.stems & text.stems:
        return True
    return any(who.set & people and people & text.set for people in shifting.people)


@where(ours=lambda tongue: _may_speak(tongue.shifting), tells="sayer")
def lent(pair: Pair) -> Iterator[Shift]:
    """What one says, by whatever verb, given to another whom the evidence names elsewhere: a text names this one, and nobody of there."""
    shifting = pair.shifting
    if not _is_view(pair.ours, shifting):
        return
    parts = pair.theirs.parts(_APART)
    speaker = _speaker(pair.ours, pair.language.tag) if len(parts) > 1 else None
    who = _persons(speaker or pair.ours, shifting) if len(parts) > 1 else frozenset[str]()
    if not who:
        return
    mine = _matter(pair.ours, shifting) - who
    matter = {part: mine & _matter(part, shifting) for part in parts}
    telling = (
        {part: _persons(_speaker(part, pair.language.tag) or part, shifting) for part in parts}
        if max(map(len, matter.values())) > 1
        else {}
    )
    for own, other in permutations(telling, 2):
        theirs, others = telling[own], telling[other]
        taken, kept = matter[own] - matter[other], matter[other] - matter[own] - others
        if (
            theirs - others
            and not (who | _persons(pair.ours, shifting)) & theirs
            and who & others
            and len(taken) > 1
            and len(taken) > _FAR_MORE * len(kept)
            and not other.set & shifting.agreeing
            and bool(denial(pair.ours.text)) == bool(denial(own.text))
            and (own.set | other.set) & (shifting.telling | shifting.sayer_words)
        ):
            yield Shift("sayer", _first(who, pair.ours), _first(theirs - others, own))
            return


def _matter(text: Said, shifting: Shifting) -> frozenset[str]:
    """What a text speaks of, by the beginnings of words, with its figures; not that somebody says it."""
    spoken = shifting.telling | shifting.sayer_words
    return stems((word for word in text.words if word not in spoken), _LEAST) | {*_FIGURE.findall(text.text)}


def _persons(text: Said, shifting: Shifting) -> frozenset[str]:
    """Who is named in a text, by the beginnings of names and of nouns for those who say something."""
    names = (name for name in text.names(has_capital_nouns=shifting.has_capital_nouns) if name not in CALENDAR)
    return stems((*(word for word in text.words if word in shifting.persons), *names))


def _first(who: frozenset[str], text: Said) -> str:
    return next((word for word in text.written if stem(word.lower()) in who), "")


@where(
    ours=lambda tongue: tongue.shifting.telling | tongue.shifting.sayer_words,
    theirs=lambda tongue: tongue.shifting.telling | tongue.shifting.sayer_words,
    tells="sayer",
)
def stranger(pair: Pair) -> Iterator[Shift]:
    """One who says it, and whom the evidence does not name by any word, where it names another who does."""
    shifting = pair.shifting
    if not pair.ours.set & shifting.persons or not pair.is_close:
        return
    theirs = pair.theirs.set & shifting.persons - _ANYBODY
    if not theirs or pair.ours.set & shifting.against or any(theirs & pair.ours.set & people for people in shifting.people):
        return
    for each in shifting.sayers:
        for match in pattern(each).finditer(pair.ours.text):
            heads = [word for word in said(match["who"]).words if word in shifting.persons - _ANYBODY] if match["who"] else []
            if not heads or said(match["who"]).stems & pair.theirs.stems:
                continue
            groups = [people for people in shifting.people if heads[-1] in people]
            if not any(people & pair.theirs.set for people in groups) and _is_sayer(pair.theirs, theirs, shifting):
                yield Shift("sayer", match["who"].strip(), min(theirs))
                return


def _is_sayer(text: Said, people: frozenset[str], shifting: Shifting) -> bool:
    """Whether one of these people says something in a text, by a verb of speech in the same clause."""
    clauses = _CLAUSE.split(text.text.lower())
    joined = [" ".join(clauses[at : at + 3]) for at in range(len(clauses))]  # the lawyer, Ruth Abelson, said
    return any(words & people and words & shifting.sayer_words for words in (said(clause).set for clause in joined))
