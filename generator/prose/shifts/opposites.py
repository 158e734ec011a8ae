"""Words that say the contrary, or more: rose and fell, more and less, damaged and destroyed, one of the largest and the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from generator.prose.antonyms import contrary
from generator.prose.languages.shifting import Opposed
from generator.prose.negations import denial, untopped
from generator.prose.quantities import is_other_part, is_rest, quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift, pattern
from generator.prose.shifts.said import Said, stem, stems
from generator.prose.shifts.said import said as _said
from generator.prose.shifts.tops import comparatives
from generator.text.patterns import compiled

_DENYING = frozenset(["no", "not", "hardly", "scarcely", "nicht", "kaum", "kein", "keine"])
_AS = compiled(r"(?<!times\s)(?<!twice\s)(?<!half\s)\bas\s([^\W\d_]{3,})\sas\b", re.IGNORECASE)
_SO_AS = compiled(r"\b(?:ebenso|genauso|gleich)\s([a-zäöüß]{3,})(?=\s[^.;:!?]{0,60}\bwie\b)", re.IGNORECASE)
_AS_MANY = compiled(
    r"(?<!twice\s)(?<!times\s)(?<!half\s)\bas\s(?:many|much|few|little)\s([^\W\d_]+)\sas\b|\b(?:gleich|ebenso|genauso)\s?viele?\s([^\W\d_]+)",
    re.IGNORECASE,
)
_EQUALLY = compiled(
    r"\b(?:just\s|exactly\s)?as\s(?:much|many|little)\s(?:on\s|for\s|of\s)?[^,.;]{1,40}?\sas\b|\b(?:gleich|ebenso|genauso)\s[^\W\d_]+\s(?:[^,.;]{1,40}\s)?wie\b",
    re.IGNORECASE,
)
_MORE = compiled(r"\b(more|fewer|less|mehr|weniger)\s([^\W\d_]+)", re.IGNORECASE)
_MORE_OF = frozenset(["more", "fewer", "less", "mehr", "weniger"])
_THEN = compiled(r"\bafter\s(?:that|this|which|it)\b|\bdanach\b", re.IGNORECASE)
_BESTS = frozenset(["most", "least", "best", "worst"])
_ENDINGS = ("est", "ste", "sten", "ster", "stes", "ßte", "ßten", "ßter", "ßtes")
_LEAST = 3  # letters of the words that are looked for on either side: old, new
_THAN = compiled(r"\b(?:than|als)\b", re.IGNORECASE)
# What stands in for somebody: older than they, than hers.
_LIFTED = frozenset(["lifted", "lifts", "lift", "aufgehoben", "aufhob", "ended", "beendet"])
_ROOT = 4  # letters by which two words are of one root: slowed, slowly
_SHORTEST = 2  # words of matter of a clause that says of whom it speaks: 27 per cent are for it
_MOST_CLAUSES = 8
_CLAUSE_CUT = compiled(
    r"[.;:](?!\d)\s*|,\s|\s(?:and|but|while|whereas|although|though|after|before|und|aber|während|obwohl|doch|nachdem|bevor)\s",
    re.IGNORECASE,
)
_STAND_INS = frozenset(["sie", "als", "ihn", "ihr", "sein", "them", "than", "him", "her", "theirs", "hers", "his"])
_RISES = frozenset(["rose", "stieg"])  # words by which the sides of rising are told
_FROM_TO = compiled(
    r"\b(?:(?P<from>from|von)\s[^,.;:]{0,12}\d[\d.,]*(?:\s[^\W\d_]+){0,2}\s(?:to|auf)|(?:to|auf)\s[^,.;:]{0,12}\d[\d.,]*(?:\s[^\W\d_]+){0,2}\s(?:from|von))"
    r"\s[^,.;:]{0,12}\d[\d.,]*\d*(?:\s(?:percent|per\scent|prozent|million|billion|euros?|dollars?))?",
    re.IGNORECASE,
)
_TOGETHER = compiled(r"[^\W\d_]+(?:\s[^\W\d_]+){0,4}\sas\s(?:an?\s|too\s|being\s)?[^\W\d_]+|[^\W\d_]+\s[^.;]{0,60}\bals\s[^\W\d_]+[^,.;]*")
_USUAL = frozenset(["normalerweise", "sonst", "üblicherweise", "gewöhnlich", "usually", "normally", "ordinarily"])
_FIGURE = compiled(r"\d+")  # line 5 is older than line 7
_MOST_PLACES = 5  # of a word that compares
_NEAR = 4  # words behind before and after by which something is told that was then
_DIRECTLY = compiled(r"\b(?:not|never|no|nicht|nie|kein\w*|n[’']t)\s(?:[^\W\d_]+ly\s)?$", re.IGNORECASE)
_GOES_ON = compiled(r"\b(?:still|continues?\sto|as\sbefore|weiterhin|noch\simmer|immer\snoch|nach\swie\svor)\b", re.IGNORECASE)
_NO_LONGER = compiled(
    r"\b(?:no\slonger|not\s(?:[^\W\d_]+\s){0,3}any\s?(?:more|longer)|ceased\sto|nicht\smehr|nicht\slänger|kein\w*\s(?:\w+\s)?mehr)\b",
    re.IGNORECASE,
)
_LASTING = frozenset(["still", "continue", "continues", "before", "weiterhin", "immer", "nach"])  # one of them is in each that goes on
_ENDED = frozenset(["longer", "more", "anymore", "anylonger", "ceased", "mehr", "länger"])  # the same of what does no longer
_OTHERS = frozenset(["rest", "remainder", "remaining", "übrigen", "übrige"])
_ORDER = frozenset(["before", "after", "bevor", "nachdem"])
_FRONTED = compiled(  # what may stand before a clause that opens a sentence
    r"(?:(?:[\w-]+\s){0,2}(?:days?|weeks?|months?|years?|hours?|minutes?|shortly|soon|just|long|immediately|tage?n?|wochen?|monate?n?|jahre?n?"
    r"|stunden?|minuten?|kurz|unmittelbar))?",
    re.IGNORECASE,
)
_BOUND = compiled(r"\b(?:more|fewer|less|mehr|weniger)\s(?:than|als)\s(?:\d|one|two|three|ein|zwei|drei|vier|half|die\shälfte)"
                    r"|\b(?:at|no)\s(?:least|most|more)|\bnicht\seinmal\b",
                    re.IGNORECASE)  # fmt: skip


@where(ours=lambda _: _LASTING | _ENDED, theirs=lambda _: _LASTING | _ENDED)
def still(pair: Pair) -> Iterator[Shift]:
    """What goes on, where the evidence says that it does no longer; or the other way round."""
    ours, theirs = pair.ours.set, pair.theirs.set
    if not (ours & _LASTING and theirs & _ENDED) and not (ours & _ENDED and theirs & _LASTING):
        return
    here, there = _GOES_ON.search(pair.ours.text), _NO_LONGER.search(pair.near.text)
    if not (here and there):
        here, there = _NO_LONGER.search(pair.ours.text), _GOES_ON.search(pair.near.text)
    if not here or not there or not pair.is_near:
        return
    is_both = any(_GOES_ON.search(each.text) and _NO_LONGER.search(each.text) for each in (pair.ours, pair.theirs))
    denies = [denial(_NO_LONGER.sub(" ", each.text)) is not None for each in (pair.ours, pair.near)]
    if not is_both and not any(denies) and _rests(pair, here[0], there[0]):
        yield Shift("contrary", here[0], there[0])


def _rests(pair: Pair, here: str, there: str) -> bool:
    """Whether a text says little else that the evidence does not."""
    words = pair.ours.stems - _said(here).stems
    return len(words - pair.near.stems) <= max(1, len(words) // 3)


def contraries(pair: Pair) -> Iterator[Shift]:
    """A word whose contrary stands in the evidence, where neither has both."""
    if not pair.is_close or pair.ours.set & pair.shifting.only - pair.theirs.set:
        return
    both = list(islice(_opposed(pair, pair.shifting.contraries_of), 2))
    found = both[0] if both else contrary(pair.ours.text, pair.near.text) or _direction(pair)
    if found:
        # Two that exclude each other say the same together: opponents won, supporters lost.
        is_other_side = found[0] in pair.shifting.contests and _is_exchanged(pair, *found)
        is_denied = _is_denied(pair.ours, found[0]) != _is_denied(pair.near, found[1])  # not guilty, acquitted
        rest = (_OTHERS | pair.shifting.exceptions) & pair.theirs.set
        is_of_rest = rest or is_rest(quantities(pair.ours.text), quantities(pair.near.text))
        if (
            (len(both) < 2 or _are_said_together(both, pair))
            and not pair.turned_but(found[1])
            and not is_other_side
            and not is_denied
            and not is_of_rest
            and not is_other_part(pair.ours.text, pair.near.text)
        ):
            yield Shift("contrary", *found)
        return
    attribute = _attribute(pair)
    if attribute and not pair.turned_but(attribute[1]) and _is_denied(pair.ours, attribute[0]) == _is_denied(pair.near, attribute[1]):
        yield Shift("contrary", *attribute)
        return
    converse = next(_opposed(pair, pair.shifting.converses_of), None)
    if converse and min(_comparatives(pair.ours, pair), _comparatives(pair.near, pair)) > 1:
        return  # deeper, but smaller: of which each is of its own
    otherwise = _BOUND.search(pair.ours.text) or _THEN.search(pair.ours.text) if converse else None
    if pair.ours.set & _USUAL - pair.near.set:
        return  # earlier than usual; usually later
    if converse and _ORDER & {*converse} and not _is_of_one(pair, *converse):
        return
    if converse and not otherwise and not pair.is_turned and not _is_exchanged(pair, *converse):
        yield Shift("comparison", *converse)


@where(ours=lambda tongue: tongue.shifting.contraries_of, theirs=lambda tongue: tongue.shifting.contraries_of)
def in_clause(pair: Pair) -> Iterator[Shift]:
    """A word whose contrary stands in the clause of the evidence that says the rest: they agreed and the rebels accepted, rejected."""
    table = pair.shifting.contraries_of
    if not pair.is_close:
        return
    theirs = _clauses(pair.theirs)
    ours = _clauses(pair.ours) if 1 < len(theirs) <= _MOST_CLAUSES else []
    if len(ours) > _MOST_CLAUSES:
        return
    for clause in ours:
        for word in sorted(clause.marks(pair.shifting.particles) & table.keys()):
            for opposed in table[word]:
                if found := _in_nearest(clause, word, opposed, theirs, pair):
                    yield Shift("contrary", word.replace("_", " "), found)
                    return


def _in_nearest(clause: Said, word: str, opposed: Opposed, theirs: list[Said], pair: Pair) -> str:
    """The contrary of a word in the one clause of the evidence that shares most with its own, where nothing there says the same."""
    own = clause.stems - {stem(word)}
    nearest = max(theirs, key=lambda each: len(own & each.stems))
    shared = own & nearest.stems
    against = nearest.marks(pair.shifting.particles) & opposed.other
    same = [each for each in theirs if each.set & (opposed.mine | opposed.excuse) and each is not nearest]
    is_of_root = not {word[:_ROOT] for word in against}.isdisjoint(word[:_ROOT] for word in clause.words)
    if is_of_root or nearest.set & _LIFTED or any({*each.words[:2]} & opposed.mine or len(each.stems) < _SHORTEST for each in same):
        return ""  # was closed for a year and reopened
    if not against or len(shared) < 2 or 2 * len(shared) < len(own) or clause.set & (opposed.other | opposed.back):
        return ""
    if nearest.set & (opposed.mine | opposed.excuse) or any(2 * len(own & each.stems) >= len(shared) for each in same):
        return ""
    undone = [bool(denial(each.text)) or bool(each.set & pair.shifting.undoing - {*against}) for each in (clause, nearest)]
    return "" if undone[0] != undone[1] else min(against).replace("_", " ")


def _clauses(text: Said) -> list[Said]:
    return [clause for clause in text.parts(_CLAUSE_CUT) if clause.stems]


def _are_said_together(both: list[tuple[str, str]], pair: Pair) -> bool:
    """Whether two words and their contraries say one thing: rejected as insufficient, accepted as sufficient. Of two sides both change."""
    (one, was_one), (other, was_other) = both
    texts = [_TOGETHER.findall(said.text.lower()) for said in (pair.ours, pair.near)]
    return all(
        any(first in part.split() and second in part.split() for part in parts)
        for parts, first, second in zip(texts, (one, was_one), (other, was_other), strict=True)
    )


def _comparatives(said: Said, pair: Pair) -> int:
    return sum(word in pair.shifting.converses_of for word in said.words)


def _attribute(pair: Pair) -> tuple[str, str] | None:
    """Adjectives of one noun, or both of a subject, that exclude each other: the old bridge, the new bridge."""
    if not pair.ours.set & pair.shifting.attributes_of.keys() or pair.ours.set & {"than", "als"}:
        return None
    for mine, theirs in _opposed(pair, pair.shifting.attributes_of):
        here, there = _described(pair.ours, mine, pair), _described(pair.near, theirs, pair)
        if here and here == there:
            return mine, theirs
    return None


def _described(said: Said, word: str, pair: Pair) -> str | None:
    """The noun behind an adjective by its beginning, or a verb before it that links it to its subject."""
    at = said.words.index(word)
    if said.words[at - 1] in pair.shifting.linking:
        return "is"
    return stem(said.words[at + 1]) if at + 1 < len(said.words) else None


def says_contrary(pair: Pair) -> bool:
    """Whether a text has a word whose contrary the evidence has, so that denying it says the same: did not fail, succeeded."""
    return next(_opposed(pair, pair.shifting.contraries_of), None) is not None


def _direction(pair: Pair) -> tuple[str, str] | None:
    """A word of rising, where the evidence gives the figures of a fall: to 2.75 per cent from 3; or the other way round."""
    ways = {
        _RISES & opposed.mine != frozenset(): word
        for word in pair.ours.words
        for opposed in pair.shifting.contraries_of.get(word, ())
        if (_RISES & opposed.mine) or (_RISES & opposed.other)
    }
    match = _FROM_TO.search(pair.near.text) if len(ways) == 1 else None
    if not match:
        return None
    figures = quantities(match[0])
    if len(figures) != 2 or figures[0].unit != figures[1].unit:
        return None
    first, last = (max(figure.values) for figure in (figures if match["from"] else reversed(figures)))
    mine = {value for figure in quantities(pair.ours.text) for value in figure.values}
    rises = next(iter(ways))
    return (ways[rises], match[0]) if mine & {first, last} and first != last and rises != (first < last) else None


def _is_denied(said: Said, word: str) -> bool:
    """Whether a negation stands right before a word."""
    found = re.search(rf"\b{word.split(' … ', maxsplit=1)[0]}\b", said.text, re.IGNORECASE)
    return found is not None and _DIRECTLY.search(said.text[: found.start()]) is not None


def _is_of_one(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether words of time put something before or after the same thing, or the same thing before or after something."""
    here, there = _halves(pair.ours, mine), _halves(pair.near, theirs)
    return bool(here[1] & there[1]) or not here[1] or not there[1]


@where(ours=lambda _: _ORDER, theirs=lambda _: _ORDER)
def order(pair: Pair) -> Iterator[Shift]:
    """What was first and what came later, exchanged: A before B, B before A."""
    both = _ORDER & pair.ours.set & pair.theirs.set
    if not both or not pair.is_near or pair.is_turned:
        return
    for word in sorted(both & pair.near.set):
        (first, last), (was_first, was_last) = _halves(pair.ours, word), _halves(pair.near, word)
        if first & was_last & _begun(pair.near, word) and last & was_first and last & _begun(pair.ours, word):
            earlier, later = (_full(min(shared), pair.ours) for shared in (first & was_last, last & was_first))
            yield Shift("comparison", f"{earlier} {word} {later}", f"{later} {word} {earlier}")
            return


def _opposed(pair: Pair, table: Mapping[str, tuple[Opposed, ...]]) -> Iterator[tuple[str, str]]:
    """Words of a text and of its evidence that exclude each other, of each table once."""
    ours = pair.ours.marks(pair.shifting.particles)
    told: set[frozenset[str]] = set()
    for word in sorted(ours & table.keys()):
        near, theirs = (each.marks(pair.shifting.particles) for each in (pair.near, pair.theirs))
        for mine, other, excuse, back in table[word]:
            against = near & other
            if against and mine not in told and not ours & (other | back) and not theirs & (mine | excuse):
                told.add(mine)
                yield word.replace("_", " … "), min(against).replace("_", " … ")
                break


def _is_exchanged(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what stands before the word here stands behind the other there: A before B, B after A; or A alone."""
    if _THAN.search(pair.ours.text) and _THAN.search(pair.near.text):
        (_, other), (was_one, was_other) = (_compared(said) for said in (pair.ours, pair.near))
        if other & was_one - was_other and not other & was_other:
            return True
    here = _halves(pair.ours, mine)
    return any(
        here[0] & behind and (here[1] & before or not here[1])
        for before, behind in (_halves(pair.near, theirs, at) for at in range(max(1, min(_MOST_PLACES, pair.near.words.count(theirs)))))
    )


def _compared(said: Said) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before what compares, and what behind it."""
    first, second = (stems(_said(part).words, _LEAST) | {*_FIGURE.findall(part)} for part in _THAN.split(said.text, maxsplit=1))
    return first - second, second - first


def _halves(said: Said, word: str, at: int = 0) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before one of a word's places and what behind it; a clause that it opens, two days after A, is behind it."""
    parts = re.split(rf"\b({word})\b", said.text, maxsplit=at + 1, flags=re.IGNORECASE)
    lead, rest = "".join(parts[:-2]).strip(), parts[-1].strip()
    clause, comma, main = rest.partition(",")
    before, behind = (f"{lead} {main}", clause) if comma and _FRONTED.fullmatch(lead) else (lead, rest)
    first, last = (stems((each for each in _said(part).words if each not in _STAND_INS), _LEAST) for part in (before, behind))
    return first - last, last - first


def _begun(said: Said, word: str) -> frozenset[str]:
    """What stands right behind a word."""
    behind = said.words[said.words.index(word) + 1 :] if word in said.words else []
    return stems(behind[:_NEAR], _LEAST)


def _full(first: str, said: Said) -> str:
    found: str = next(word for word in said.words if word.startswith(first))
    return found


@where(ours=lambda tongue: tongue.shifting.weaker_than)
def stronger(pair: Pair) -> Iterator[Shift]:
    """A stronger word: destroyed, where the evidence says damaged."""
    for word in sorted(pair.ours.set & pair.shifting.weaker_than.keys()):
        for weak, strong in pair.shifting.weaker_than[word]:
            less = pair.near.set & weak
            if less and not pair.theirs.set & strong and not pair.ours.set & weak and pair.is_close and not pair.is_turned:
                yield Shift("stronger", word, min(less))
                return


def superlative(pair: Pair) -> Iterator[Shift]:
    """The largest, where the evidence says one of the largest, or large; larger, where it says as large."""
    shifting = pair.shifting
    match = pattern(shifting.superlative).search(pair.ours.text) if _may_compare(pair.ours) else None
    if match and pair.is_near and not pattern(shifting.one_of).search(pair.ours.text):
        several = pattern(shifting.one_of).search(pair.near.text)
        gained = pair.ours.set & shifting.ever - pair.theirs.set
        if several and len(pattern(shifting.superlative).findall(pair.near.text)) < 2:
            yield Shift("superlative", match[0], several[0])
        elif gained and pair.theirs.set & {"since", "seit"} and not pair.theirs.set & pair.shifting.ever:
            yield Shift("superlative", min(gained), min(pair.theirs.set & {"since", "seit"}))
        elif not _has_best(match[0], pair.theirs) and not pair.theirs.set & shifting.bests and not untopped(pair.theirs.text):
            yield Shift("superlative", match[0], "")
    if pair.ours.set & _MORE_OF and (as_many := _AS_MANY.search(pair.near.text)):
        more = next(
            (each for each in _MORE.finditer(pair.ours.text) if stem(each[2].lower()) == stem((as_many[1] or as_many[2]).lower())), None
        )
        if more and stem(more[2].lower()) and not pair.is_turned:
            yield Shift("comparison", more[0], as_many[0])
    is_unequal = pair.near.set & {"than", "als"} and pair.near.set & (shifting.more | shifting.less)
    equal = (_AS_MANY.search(pair.ours.text) or _EQUALLY.search(pair.ours.text)) if is_unequal else None
    if equal and _is_plain(pair):
        yield Shift("comparison", equal[0], min(pair.near.set & (shifting.more | shifting.less)))
    level = _AS.search(pair.ours.text) if "as" in pair.ours.set and "than" in pair.near.set else None
    if level and denial(pair.ours.text) is None and (other := _unequal(level[1], pair, pair.near)) and not other & pair.ours.set:
        yield Shift("comparison", level[0], min(other))
    so_as = _SO_AS.search(pair.near.text) if "als" in pair.ours.set else None
    if so_as and (more_so := _unequal(so_as[1], pair)) and not pair.is_turned:
        yield Shift("comparison", min(more_so), so_as[0])
    same = _AS.search(pair.near.text) if pair.ours.set & {"than"} else None
    if same and (more_so := _unequal(same[1], pair)) and not pair.is_turned:
        yield Shift("comparison", min(more_so), same[0])


def _unequal(how: str, pair: Pair, text: Said | None = None) -> set[str]:
    """The comparatives of an adjective, and those of its contrary, that a text does not deny: colder and warmer, of cold."""
    known, ways = pair.shifting.converses_of, {*comparatives(how.lower()), f"{how}r".lower()}
    ways |= {other for way in ways & known.keys() for each in known[way] for other in each.other}
    return {word for before, word in pairwise(("", *(text or pair.ours).words)) if word in ways and before not in _DENYING}


def _is_plain(pair: Pair) -> bool:
    """Whether a text compares nothing otherwise besides, and neither denies."""
    return pair.is_near and not pair.is_turned and not pair.ours.set & (pair.shifting.more | pair.shifting.less | {"than", "als"})


def _may_compare(said: Said) -> bool:
    return bool(said.set & _BESTS) or any(word.endswith(_ENDINGS) for word in said.words)


def _has_best(found: str, theirs: Said) -> bool:
    """Whether the evidence has a superlative of its own: this word, or any that ends as it does."""
    word = found.rsplit(maxsplit=1)[-1].lower()
    ending = "est" if word.endswith("est") else "st"
    return (
        word in theirs.set
        or bool(_BESTS & theirs.set)
        or any(len(each) > 4 and re.search(rf"{ending}(?:e[nrsm]?)?$", each) for each in theirs.set)
    )
