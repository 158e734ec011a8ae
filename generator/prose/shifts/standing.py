"""What becomes of something: planned or done, asked or said, before something or because of it; who did it, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.prose.hedges import first_hedge, is_unsure
from generator.prose.languages.shifting import Shifting
from generator.prose.negations import denial
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, said, stem
from generator.prose.states import state_meant
from generator.text.patterns import compiled

_DONE_BY = compiled(
    r"\b(?:was|were|is|are|been|be|being)\s(?:\w+ly\s)?([^\W\d_]+)\sby\s(?:the\s|an?\s|its\s|their\s|his\s|her\s)?([^\W\d_]+)",
    re.IGNORECASE,
)
_BEFORE_NOUN = frozenset(["the", "a", "an", "this", "that", "its", "their", "his", "her", "any", "no", "every", "each", "such"])
_BEFORE_NOUNS = """the a an in of on at to for from by with its their his her first second"""
_NO_SUBJECT_BEFORE = frozenset(_BEFORE_NOUNS.split())
_NO_PAST_BEHIND = """
    the a an be being is are to of in by its their his her will would shall may might can could must not
"""
_NO_VERB_BEHIND = frozenset(_NO_PAST_BEHIND.split())
_PARTICIPLE = compiled(r"(?:\w{2,3})?ge\w{3,}(?:t|en)$|(?:be|ver|er|zer|ent)\w{3,}(?:t|en)$")
_DONE = frozenset(["hat", "haben", "hatte", "hatten", "ist", "sind", "wurde", "wurden"])
_SCALES = frozenset(["million", "billion", "thousand", "hundred", "percent"])
_WAS = frozenset(["wurde", "wurden", "worden"])
_IS_TO = compiled(
    r"\b(?:is|are|was|were|has|have|had|remains?)\s(?:(?:now|also|yet|still|first|not)\s)?to\s(?!the\b|an?\b)[^\W\d_]+", re.IGNORECASE
)
_INFINITIVE = compiled(r"\bto\s(?!the\b|an?\b|its?\b|their\b|his\b|her\b)([^\W\d_]+(?<!s))\b", re.IGNORECASE)
_SUBORDINATE = compiled(
    r"\b(?:if|unless|until|till|once|when|who|which|whose|where|that(?=\s(?:have|has|are|is)\b))\s[^,;.]*"
    r"|(?:^|,\s)(?:after|before|since|as|while|because)\s[^,;.]*,",
    re.IGNORECASE,
)
_RELATIVE = frozenset(["who", "which", "that", "whose", "when", "where", "after", "since", "because", "as", "once"])
_OBJECT_BEGINS = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "all", "some", "many", "most", "two", "three", "four", "off", "up"]
)
_NONE_BEHIND = compiled(r"\s(?:no|not|neither|nobody|nothing|kein\w*|nicht|niemand\w*|nichts)\b", re.IGNORECASE)
_IS = frozenset(["is", "are"])  # before to: is to return
_CALLS = compiled(r"\bcall(?:s|ed|ing)?\s(?:on|for)\b", re.IGNORECASE)  # what is asked for is to come
_CONTRASTS = frozenset(["though", "although", "but", "while", "whereas"])
_BEFORE_VERB = frozenset(["to", "will", "would", "should", "could", "may", "might", "must", "can", "not"])
_NO_PAST = ("eed", "hundred")
_LONG = 4  # letters of a verb that ends as a past does and is one: bed, red
_VERB = 3  # letters that forms of a verb share


@where(theirs=lambda tongue: tongue.shifting.plans | _IS, tells="plan")
def plan(pair: Pair) -> Iterator[Shift]:
    """What is to be, or is tried, that became what is done."""
    shifting = pair.shifting
    may_plan = pair.theirs.set & shifting.plans or (pair.theirs.set & _IS and "to" in pair.theirs.set)
    if not may_plan or _keeps_plan(pair) or not pair.is_near:
        return
    if _CALLS.search(pair.ours.text) or denial(pair.ours.text) or denial(pair.near.text):
        return
    marked = [
        at
        for at, word in enumerate(pair.near.words)
        if (word in shifting.plans and _is_plan(pair.near, at)) or (word == "to" and pair.near.words[at - 1] in _IS)
    ]
    due = [at for at, word in enumerate(pair.near.words) if word == "due" and pair.near.words[at + 1 : at + 2] == ["to"]]
    loose = not marked
    marked = marked or due
    if not marked:
        return
    to_come = set(pair.near.words[marked[0] + 1 :] if not shifting.has_capital_nouns else pair.near.words)
    if _is_to_come(pair.ours, to_come):
        return
    ours = pair.ours if shifting.has_capital_nouns else said(_SUBORDINATE.sub(" ", pair.ours.text))
    for before, word, after in zip(["", *ours.words], ours.words, [*ours.written[1:], ""], strict=False):
        is_unchanged = shifting.pasts.get(word) == word and not shifting.has_capital_nouns
        if before in _BEFORE_NOUN and after and after.islower():
            continue  # a written guarantee
        is_noun = is_unchanged and _is_adjective(word, before, after, ours, shifting)  # a three-way split of
        verb = None if before in shifting.present or is_noun else _verb_done(word, ours, pair.near, to_come, shifting)
        if verb and not _is_told(word, verb, pair.theirs, shifting):
            yield Shift("plan", word, f"{pair.near.words[marked[0]]} … {verb}")
            return
    if loose or {stem(pair.near.words[at]) for at in marked} & pair.ours.stems:
        return  # an agreement, of agreed
    if "since" in pair.ours.set and "since" not in pair.theirs.set and not pair.near.set & shifting.done - shifting.to_do:
        yield Shift("plan", "since", pair.near.words[marked[0]])
        return
    done = _done(ours, shifting)
    if done and not (
        set(done) & pair.near.set
        or {*map(stem, done)} & pair.near.stems
        or _done(pair.near, shifting)
        or pair.near.set & shifting.done - shifting.to_do
        or first_hedge(pair.ours.text)
        or is_unsure(pair.ours.text)
    ):
        yield Shift("plan", done[0], pair.near.words[marked[0]])


def _keeps_plan(pair: Pair) -> bool:
    """Whether a text has a word for a plan, other than the past of what the evidence plans: appealed, where somebody intends to appeal."""
    kept = pair.ours.set & (pair.shifting.plans | pair.shifting.planned)
    return any(
        not (word.endswith("ed") and word.removesuffix("ed") in pair.near.set and word not in pair.near.set)
        or pair.shifting.has_capital_nouns
        for word in kept
    )


def _is_to_come(ours: Said, to_come: set[str]) -> bool:
    """Whether a sentence itself says that something is to be: is to be moved, decided to move."""
    return _IS_TO.search(ours.text) is not None or any(
        match[1].islower() and match[1] in to_come for match in _INFINITIVE.finditer(ours.text)
    )


def _is_adjective(word: str, before: str, after: str, ours: Said, shifting: Shifting) -> bool:
    """Whether what looks like a past describes a noun: villages hit by the flood, US-led, a tax cut, those who trained, United."""
    is_of_done = before in shifting.done or before in shifting.being
    if (after.lower() in shifting.by or before in _RELATIVE) and not is_of_done:
        return True
    if f"-{word}" in ours.text.lower() or f" {word.capitalize()}" in ours.text:
        return True
    return shifting.pasts.get(word) == word and not is_of_done and after.lower() not in _OBJECT_BEGINS and not after[:1].isupper()


def _done(of: Said, shifting: Shifting) -> list[str]:
    """The words of a sentence that say that something was done, other than that somebody said it."""
    found = []
    for before, word, written, after in zip(["", *of.words], of.words, of.written, [*of.written[1:], ""], strict=False):
        is_past = word in shifting.pasts or (word.endswith(shifting.past_endings) and len(word) > _LONG and not word.endswith(_NO_PAST))
        if shifting.has_capital_nouns:
            is_past = written.islower() and (word in shifting.pasts or _PARTICIPLE.match(word) is not None) and bool(of.set & _DONE)
        if is_past and not shifting.has_capital_nouns and _is_adjective(word, before, after, of, shifting):
            continue
        if is_past and before not in _NO_VERB_BEHIND and word not in shifting.sayer_words | shifting.plans:
            found.append(word)
    return found


def _is_plan(said: Said, at: int) -> bool:
    """Whether a word says a plan here: tried to, due to be; not tried and acquitted, due to frost, the will of somebody."""
    after = said.words[at + 1 : at + 3]
    if said.words[at - 1 : at] in (["than"], ["als"], ["as"]):
        return False  # earlier than planned
    if said.words[at] in ("about", "tried", "try", "due", "set", "going", "prepared", "expected", "scheduled"):
        if after[:1] == ["for"]:  # tried for two hours to
            return "to" in said.words[at + 1 : at + 5]
        return after[:1] == ["to"] and (said.words[at] != "due" or after[1:] == ["be"])
    return said.words[at] != "will" or after[:1] != ["of"]


def _verb_done(word: str, ours: Said, near: Said, to_come: set[str], shifting: Shifting) -> str | None:
    """The verb to come of which a word is the past."""
    if shifting.has_capital_nouns and re.search(rf"\b{word}\s(?:zu\s)?werden\b", near.text) and ours.set & _WAS:
        return word  # sollen ersetzt werden
    if word in shifting.pasts:
        verb = shifting.pasts[word]
        if word in to_come and re.search(rf"\bbe\s(?:[^\W\d_]+ly\s)?{word}\b", near.text, re.IGNORECASE):
            return word  # will be sold
        return next(
            (each for each in to_come if (each != word and each.startswith(verb[: max(_VERB, len(verb) - 1)])) or each == verb), None
        )
    if not word.endswith(shifting.past_endings) or len(word) <= _VERB:
        return None
    return next((each for each in to_come if _is_verb_of(each, word, ours, shifting)), None)


def _is_verb_of(verb: str, past: str, ours: Said, shifting: Shifting) -> bool:
    if shifting.has_capital_nouns:
        if not (ours.set & shifting.done or past.endswith(("te", "ten"))):
            return False
        split = next((each for each in shifting.particles if verb.startswith(each) and each in ours.set), "")
        verb = verb.removeprefix(split)  # einlegen, legte … ein
        root = re.sub(r"^ge|(?:te|ten|t|en)$", "", past.replace("ge", "", 1) if "ge" in past[:5] else past)
        return (
            len(root) >= _VERB and verb != past and re.sub(r"(?:en|n)$", "", verb) in (root, f"{root}t", f"{root}e") and verb.endswith("n")
        )
    bases = {past[:-2], past[:-1], f"{past[:-3]}y", past[:-3]}
    return verb in bases or (verb.endswith("ing") and verb[:-3] in bases) or verb == past


def _is_told(word: str, verb: str, theirs: Said, shifting: Shifting) -> bool:
    """Whether the evidence says the past itself, and not only as what is to be done."""
    if word not in theirs.set:
        return False
    if (
        word == verb
        and not shifting.has_capital_nouns
        and all(before in _BEFORE_VERB for before, each in pairwise(["", *theirs.words]) if each == word)
    ):
        return False  # wants to cut
    if word == verb and not shifting.has_capital_nouns and not re.search(rf"\bbe\s(?:[^\W\d_]+ly\s)?{word}\b", theirs.text, re.IGNORECASE):
        return True
    done = "|".join(shifting.done - {"be", "been"})
    return word != verb or bool(re.search(rf"\b(?:{done})\s(?:[^\W\d_]+\s)?{word}\b", theirs.text, re.IGNORECASE))


@where(theirs=lambda tongue: tongue.shifting.over_words, tells="past")
def past(pair: Pair) -> Iterator[Shift]:
    """What was once and is told as if it were still."""
    shifting = pair.shifting
    if pair.ours.set & shifting.gone or not pair.is_near:
        return
    match = pattern(shifting.over).search(pair.near.text)
    if match and not any(word.endswith("ed") or word in shifting.pasts for word in pair.ours.words):
        yield Shift("past", "", match[0])


@where(ours=lambda tongue: tongue.shifting.sayer_words, theirs=lambda tongue: tongue.shifting.sayer_words, tells="sayer")
def sayer(pair: Pair) -> Iterator[Shift]:
    """Another one who says it."""
    shifting = pair.shifting
    if len(pair.theirs.sentences) > 1 and sum(word in shifting.sayer_words for word in pair.ours.words) > 1:
        return  # several who speak, of several sentences: whom each is given to is for others to tell
    mine = _sayers(pair.ours, shifting)
    theirs = _sayers(pair.near, shifting) if mine else []
    if not mine or not theirs or not pair.is_near:
        return
    for who in mine:
        if not any(_may_be_one(who, other, shifting) for other in theirs) and not _is_subject(who, pair.near):
            yield Shift("sayer", who.text.strip(), theirs[0].text.strip())
            return


def _sayers(said: Said, shifting: Shifting) -> list[Said]:
    found = (match for each in shifting.sayers for match in pattern(each).finditer(said.text))
    people = [
        _people(match["who"], match.start("who") == 0, shifting)
        for match in found
        if match["who"] and match["who"].split()[-1].lower() not in _BEFORE_NOUN  # the claim, which nobody says
    ]
    return [Said(who) for who in people if who.strip()]


def _people(who: str, is_first: bool, shifting: Shifting) -> str:
    """The words for who says something: of German the nouns; a capital at the beginning of a sentence says nothing."""
    if not shifting.has_capital_nouns:
        return who[0].lower() + who[1:] if is_first else who
    nouns = [word for word in who.split() if word[0].isupper()]
    return " ".join(nouns)


def _may_be_one(ours: Said, theirs: Said, shifting: Shifting) -> bool:
    """Whether two may be one: a word of both, nouns for the same people, anybody, or a name, whose bearer may speak for another."""
    if not ours.stems or not theirs.stems or ours.stems & theirs.stems:
        return True
    if shifting.has_capital_nouns and (mine := _bodies(ours, shifting)) and (others := _bodies(theirs, shifting)):
        return bool(mine & others)
    if theirs.set & shifting.anybody or ours.set & shifting.anybody:
        return True
    if shifting.has_capital_nouns and any(one.endswith(other) or other.endswith(one) for one in ours.words for other in theirs.words):
        return True  # Zeugen, Augenzeugen
    if any(ours.set & people and theirs.set & people for people in shifting.people) or _states(ours) & _states(theirs):
        return True
    if shifting.has_capital_nouns:
        return len(ours.written) > 1 or len(theirs.written) > 1
    return _is_name(ours) or _is_name(theirs)


def _bodies(who: Said, shifting: Shifting) -> set[int]:
    """Which of the people that a language knows some words mean: by the end of a compound, else by its beginning."""
    found = set()
    for word in who.words:
        for fits in (str.endswith, str.startswith):
            inside = [
                (len(each), at) for at, people in enumerate(shifting.people) for each in people if _is_part(each, word) and fits(word, each)
            ]
            if inside:
                found |= {at for length, at in inside if length == max(inside)[0]}
                break
    return found


def _is_part(each: str, word: str) -> bool:
    return each == word or len(each) > _LONG


def _is_subject(who: Said, near: Said) -> bool:
    """Whether a clause of the evidence begins with one, who may say it there by another verb: police put the figure at."""
    return (
        re.search(
            rf"(?:^|[.;,:]\s|\b(?:and|but|while|und|aber)\s)(?:the\s|an?\s|d(?:ie|er|as)\s|eine?\s)?{who.words[-1]}\b",
            near.text,
            re.IGNORECASE,
        )
        is not None
    )


def _states(who: Said) -> set[str]:
    """The states that a name means, by themselves or by their capitals."""
    return {meant for word in who.written if (meant := state_meant(word.capitalize()))}


def _is_name(who: Said) -> bool:
    return any(word[0].isupper() for word in who.written[1:]) or who.written[-1][0].isupper()


@where(ours=lambda tongue: tongue.shifting.cause_words)
def cause(pair: Pair) -> Iterator[Shift]:
    """One thing after another that became its cause."""
    shifting = pair.shifting
    if pair.near.set & shifting.caused - pair.shifting.follows:
        return
    match = pattern(shifting.causes).search(pair.ours.text)
    if match and match[0].lower() == "due to" and pair.near.set & shifting.plans:
        return  # what was to be: due to start
    if match and _NONE_BEHIND.match(pair.ours.text, match.end()):
        return  # it caused no injuries
    beside = [word for before, word in pairwise(["", *pair.near.words]) if word in shifting.follows and before != "the"]
    if match and beside and pair.is_near:
        yield Shift("cause", match[0], beside[0])


@where(tells="roles")
def roles(pair: Pair) -> Iterator[Shift]:
    """Two who changed places: who did it, and to whom."""
    if not pair.theirs.set & pair.shifting.by and pair.is_extract:
        return
    ours, near, shifting = pair.ours, pair.near, pair.shifting
    if shifting.has_capital_nouns or not pair.is_near:
        yield from _cases_exchanged(pair) if shifting.has_capital_nouns else ()
        return
    here, there = _order(ours, near), _order(near, ours)
    if len(here) < 3 or set(here) != set(there) or ours.set & {"than", "and", "with"}:
        return
    doer = _DONE_BY.search(near.text)
    if (
        doer
        and here == there
        and not ours.set & (shifting.by | shifting.being)
        and [stem(doer[1].lower()), stem(doer[2].lower())] == here[1:3]
    ):
        yield Shift("roles", " ".join(_words(each, ours) for each in here[:3]), doer[0])
        return
    moved = [at for at, (mine, theirs) in enumerate(zip(here, there, strict=True)) if mine != theirs]
    is_active = not (ours.set | near.set) & shifting.being and not ours.set & _CONTRASTS  # kept it in the one, though not in the other
    if is_active and len(moved) == 2 and moved[1] - moved[0] == 2 and all(_is_verb(here[moved[0] + 1], each) for each in (ours, near)):
        yield Shift("roles", _words(here[moved[0]], ours), _words(there[moved[0]], near))


def _order(said: Said, other: Said) -> list[str]:
    """The words of the matter that both have, in the order of one."""
    return list(dict.fromkeys(word for word in said.matter if word in other.stems))


def _is_verb(first: str, said: Said) -> bool:
    """Whether a word stands as a verb does: not behind an article or a preposition."""
    at = next(at for at, word in enumerate(said.words) if word.startswith(first))
    return said.words[at - 1] not in _NO_SUBJECT_BEFORE and said.words[at] not in _SCALES


def _words(first: str, said: Said) -> str:
    found: str = next(word for word in said.words if word.startswith(first))
    return found


_CASES = compiled(r"\b(der|den|dem|die)\s([A-ZÄÖÜ][a-zäöüß]{3,})", re.IGNORECASE)


def _cases_exchanged(pair: Pair) -> Iterator[Shift]:
    """Of German the articles tell who does something, and to whom: der Verlag, den Verlag."""
    mine, theirs = (_cases(said) for said in (pair.ours, pair.near))
    both = [noun for noun in mine if noun in theirs]
    verbs = {stem(word) for word in pair.ours.written if word.islower()} - {None}
    if not verbs & pair.near.stems or pair.ours.set & {"von", "vom"} or pair.near.set & {"von", "vom"}:
        return
    turned = [noun for noun in both if {mine[noun][0], theirs[noun][0]} in ({"der", "den"}, {"der", "dem"}, {"die", "den"})]
    if len(turned) >= 2 and len({mine[noun][0] for noun in turned}) > 1:
        yield Shift("roles", mine[turned[0]][1], theirs[turned[0]][1])


def _cases(said: Said) -> dict[str, tuple[str, str]]:
    """Nouns by their beginnings, with their article and as they stand."""
    return {match[2][:5].lower(): (match[1].lower(), match[0]) for match in _CASES.finditer(said.text)}
