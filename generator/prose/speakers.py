"""Who a text says is speaking: the words that name the speaker of a quotation, read from how its sentence is built, without a parser.

Quoted words are masked first, so that a sentence keeps its build around them: “It is so,” he said. A speaker is the subject of the
verb of speech beside the quotation, whatever stands between them; who that is, is for those to say who know names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.prose.languages import language
from generator.prose.sentences import sentences
from generator.text.patterns import compiled

Span = tuple[int, int]

MASK = "\0"
_REACH = 500  # characters beside a quotation that are read
_PUNCTUATION = r"[\s,;:.!?…–—-]"
_OPENS_SENTENCE = compiled(r"\s*(?:$|[^\W\d_a-zß-öø-ÿ])")
_PIECES = compiled(rf"\s*(?:[,;:()–—{MASK}]|\s-\s)\s*")
_BRACKETS = compiled(r"\s*\([^()]*\)")
_JOINS = compiled(r"(?:\b(?:and|but|und|aber|doch|et|mais)\s+)", re.IGNORECASE)
_PRONOUNS = {"he": "m", "she": "f", "er": "m", "il": "m", "elle": "f", "they": "", "it": "?", "ils": "", "elles": "", "sie": "f"}
OWNERS = {"his": "m", "her": "f"}
"""The genders of those to whom something of theirs belongs."""
_TIED = compiled(r"[\s,–—]*(?:\w+-)+(?P<who>il|elle|ils|elles)\b")  # dit-il, a-t-elle ajouté
_QUOTED = frozenset(["quoted", "cited", "zitiert"])  # their passive has a subject who speaks
_RELATIVE = compiled(r",?\s(?:who|which|der|die|das|qui)\s+(?:\w+ly\s+)?$")
_OWNED = compiled(r"(?:his|her|sein|seine|ihr|ihre|son|sa|ses)\s|[^,]*\w['’]s?\s+\w", re.IGNORECASE)
_SHARES = compiled(r"(?:,|\b(?:and|but|or|und|aber|et|mais)(?:\s+\w+ly)?)$")  # what comes after it has the same subject
_AS = compiled(r"(?:^|,)\s*(?:as|wie|comme)\s+", re.IGNORECASE)  # “a mess”, as Lee put it
_ASIDE = compiled(r",\s(?:\w+\s)?whom\s[^,]*(?=,)|,\s(?:which|who)\s[^,]*(?=,\s[^\W\d_])")  # Lee, with whom Kay agreed, said
_BY = compiled(r"[A-Z]\w+(?:ed|en)\b[^,]*\b(?:by|with)\s(?P<whom>.*)")  # Joined by Kay, Lee said
# Kay remembers her father, Jo Lee, saying “…”
_HEARD = compiled(r"\b(?:remember|recall|hear|quot)\w*\s(?P<who>[^.;:]*?),?\s(?:say|ask|shout|whisper)(?:ing)?,?$")
_REPORTED = compiled(r"\b(?:habe|sei|werde|könne|müsse|wolle|solle|dürfe|hätte|wäre|würde)n?(?P<rest>\b[^.;:]*)?,\s*$")
_INSERTED = compiled(r"(?:er|sie)$|(?:d(?:er|ie|as|eren|essen)\s)?[A-ZÄÖÜ]")
_NAMES = compiled(r"(?:er|sie)$|\b[A-ZÄÖÜ]")
# Es werde gebaut, kündigte sie an, „…“: whichever verb it is.
_LED_IN = compiled(r",\s[a-zäöüß]{3,}(?:t|te)\s(?P<who>er|sie)\b[^,.;:]*,(?:\s(?:denn|und|aber))?\s*$")
_FOR = compiled(r"(?:For|To|Für|Pour)\s+(?=[A-ZÀ-Þ])")  # For Lee, it is clear: “…”
_VIEW = compiled(r"(?:In\sthe\s(?:view|opinion|words|eyes)\sof|Nach\s(?:Ansicht|Meinung|Worten|Auffassung)\s(?:de[rs]|von))\s+")
_SIGNED = compiled(r"\s*[–—―-]{1,2}\s?(?P<who>(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,5}(?:,.*)?)\s*\Z", re.DOTALL)  # “It is so.” – Ann Lee
_WRITES = compiled(r"\b(?:wrote|writes|write|read|reads|schrieb|schreibt|las|liest)\s(?:\S+\s){0,4}?\S+,?\s*\Z", re.IGNORECASE)
_NEXT_QUOTE = compiled(r"\s+[\"“„«‘]")


@dataclass(frozen=True)
class Told:
    """A paragraph: its text with every quotation masked at its length, the places of these (marks included) and its sentences."""

    text: str
    quoted: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tag: str

    def sentence(self, quote: Span) -> Span:
        """The sentence in which a quotation stands."""
        return next((span for span in self.sentences if span[0] <= quote[0] < span[1]), (0, len(self.text)))


@dataclass(frozen=True)
class _Words:
    """The patterns of a language."""

    verb: re.Pattern[str]
    inverted: re.Pattern[str]
    attribution: re.Pattern[str]
    sourced: re.Pattern[str]
    sourced_after: re.Pattern[str]
    leads: re.Pattern[str]
    clauses: re.Pattern[str]
    no_verb: re.Pattern[str]
    passive: re.Pattern[str]
    agent: re.Pattern[str]
    work: re.Pattern[str]
    perfect: re.Pattern[str]
    paper: re.Pattern[str]
    indefinite: re.Pattern[str]
    object: re.Pattern[str]


@cache
def _words(tag: str) -> _Words:
    own, flags = language(tag), re.IGNORECASE
    verb = rf"(?-i:{_any(own.said, own.asked, own.speaks)})"
    adverb = rf"(?:(?:{_any(own.adverbs)}|\w+ly)\s+)?"
    return _Words(
        re.compile(rf"(?<![\w’'-]){verb}(?![\w’'-])", flags),
        re.compile(rf"{_PUNCTUATION}*{adverb}(?:{verb}|(?-i:{_any(own.beside)}))\s+(?=\S)", flags),
        re.compile(rf"\s*(?:[^\W\d_]\S*\s+){{1,6}}?{verb}\b", flags),
        re.compile(rf"\b(?:{_any(own.sourced)})\s+", flags),
        re.compile(rf"\s(?:{_any(own.sourced_after)})\b", flags),
        re.compile(rf"(?:{_any(own.leads)})(?!\w)", flags),
        re.compile(rf"(?<!\w)(?:{_any(own.clauses)})\s+", flags),
        re.compile(rf"(?:^|\s)(?:{_any(own.articles, own.objects)}|to|not|this|these|such)\s+$", flags),
        re.compile(rf"(?:^|\s)(?:{_any(own.passives)})(?:\s+\w+ly)?\s+$", flags),
        re.compile(rf"\b(?:{_any(own.agents)})\s+", flags),
        re.compile(rf"(?:^|[\s(])(?:{_any(own.works)}),?\s*$", flags),
        re.compile(rf"{_PUNCTUATION}*(?:{_any(own.auxiliaries)})\s+(?P<who>[^{MASK}]*?)\s(?:{_any(own.participles)})(?!\w)", flags),
        re.compile(rf"\b(?:{_any(own.papers)})\s+", flags),
        re.compile(rf"(?:{_any(own.indefinite)})(?!\w)", flags),
        re.compile(rf"(?<!\w)(?:{_any(own.objects)})\s+", flags),
    )


def _any(*fields: Sequence[str]) -> str:
    return "|".join(pattern for own in fields for pattern in own) or "(?!)"


@lru_cache(maxsize=256)
def told(paragraph: str, quoted: tuple[Span, ...], tag: str) -> Told:
    """A paragraph whose outermost quotations, marks included, are `quoted`."""
    plain: list[str] = []
    masked: list[str] = []
    at = 0
    for start, end in quoted:
        plain += (paragraph[at:start], "Q", "q" * (end - start - 2), _ending(paragraph, start, end, tag))
        masked += (paragraph[at:start], MASK * (end - start))
        at = end
    return Told("".join((*masked, paragraph[at:])), quoted, sentences("".join((*plain, paragraph[at:])), tag), tag)


def _ending(paragraph: str, start: int, end: int, tag: str) -> str:
    """How a quotation ends as a part of its sentence: with the sentence, or before what says who speaks."""
    last, after = paragraph[end - 2], paragraph[end:]
    if last in ".?!…" and paragraph[:start].rstrip().endswith(":") and _NEXT_QUOTE.match(after):
        return "."  # he asked: “Why?” “Who knows,” she said
    if not _OPENS_SENTENCE.match(after):
        return "q"
    if last in ".。":
        return "."
    if last in "?!…":
        introduced = paragraph[:start].rstrip().endswith(":")
        return "q" if not introduced and _words(tag).attribution.match(after[:80]) else "."
    return "q"


def speaker(of: Told, quote: Span) -> tuple[str, ...]:
    """The pieces of the phrase that names who says a quotation, in order; none where its sentence names nobody."""
    first, last = of.sentence(quote)
    lead, tail = (
        _without_asides(_words(of.tag), of.text[max(first, quote[0] - _REACH) : quote[0]]),
        of.text[quote[1] : min(last, quote[1] + _REACH)].partition(MASK)[0],
    )
    words, bare = _words(of.tag), lead.rstrip()
    is_introduced = (
        bare.endswith(":") or (bare.endswith(",") and _has_verb(words, lead.rpartition(MASK)[2])) or _ends_with_verb(words, bare)
    )
    opens = not bare.strip(MASK + " ,.–—-") or bare.endswith((".", "–", "—"))
    if (aside := _AS.search(tail)) and (after := _after(words, tail[aside.end() :])):
        return after
    if led_in := _LED_IN.search(lead):
        return (led_in["who"],)
    if heard := _HEARD.search(bare):
        return tuple(_pieces(words, heard["who"]))
    papers = list(words.paper.finditer(lead.rpartition(MASK)[2])) if bare.endswith(":") else []
    owner = lead.rpartition(MASK)[2][papers[-1].end() :] if papers else ""
    if owner and not _has_verb(words, owner):
        return tuple(_pieces(words, owner))  # Lee read from a letter by Ann Kay: “…”
    before, after = _before(words, lead, tail), _after(words, tail)
    if opens and not is_introduced:
        return after or before or _before_colon(words, lead)
    return (before or after) if before is not None else after or _before_colon(words, lead)


def _without_asides(words: _Words, lead: str) -> str:
    """A lead without relative clauses in which nobody speaks, or only somebody else: with whom Kay agreed."""

    def kept(aside: re.Match[str]) -> str:
        is_of_speaker = "whom" not in aside[0] and words.verb.search(aside[0]) is not None
        return aside[0] if is_of_speaker or MASK in aside[0] else ""

    return _ASIDE.sub(kept, lead)


def subject(of: Told, sentence: Span) -> tuple[str, ...]:
    """The pieces of what stands first in a sentence, and so may be its subject."""
    return tuple(_pieces(_words(of.tag), of.text[sentence[0] : min(sentence[1], sentence[0] + _REACH)]))


def is_title(of: Told, quote: Span, words: str) -> bool:
    """Whether quoted words are the name of a book, a film, a song: right after such a word, and nobody says anything in their sentence."""
    patterns, (first, last) = _words(of.tag), of.sentence(quote)
    lead = of.text[first : quote[0]]
    is_named = words[:1].isupper() and words[-1:] not in ",;" and patterns.work.search(lead)
    lead = _WRITES.sub("", lead)  # wrote the novel
    return bool(is_named and not (patterns.verb.search(lead) or patterns.verb.search(of.text, quote[1], last)))


def is_owned(piece: str) -> bool:
    """Whether a phrase begins with somebody else's: her mother, Lee's lawyer."""
    return _OWNED.match(piece) is not None


def pronoun(piece: str) -> str | None:
    """The gender of the pronoun that a piece begins with (`f`, `m`, `?` of what is nobody, nothing where it tells none); else None."""
    return _PRONOUNS.get(piece.split(maxsplit=1)[0].lower()) if piece else None


def is_definite(piece: str) -> bool:
    """Whether a phrase means somebody whom the text knows: the Italian, die Ministerin."""
    return piece.split(maxsplit=1)[0].lower() in ("the", "der", "die", "das", "le", "la")


def is_indefinite(piece: str, tag: str) -> bool:
    """Whether a phrase means somebody whom the text does not know yet: a man, one of the guards, several residents."""
    return bool(_words(tag).indefinite.match(piece))


def _has_verb(words: _Words, text: str) -> bool:
    return any(not words.no_verb.search(text, 0, match.start()) for match in words.verb.finditer(text))


def _ends_with_verb(words: _Words, text: str) -> bool:
    return any(match.end() >= len(text.rstrip(",")) for match in words.verb.finditer(text, max(0, len(text) - 30)))


def _after(words: _Words, tail: str) -> tuple[str, ...]:
    """Who speaks in what follows a quotation: said X, X said, according to X, X zufolge."""
    if not tail.strip(" .,;"):
        return ()
    if tied := _TIED.match(tail):
        return (tied["who"],)
    if inverted := words.inverted.match(tail):
        return _agreeing(inverted[0], tuple(_pieces(words, tail[inverted.end() :])))
    if perfect := words.perfect.match(tail):
        return tuple(_pieces(words, perfect["who"]))
    if signed := _SIGNED.match(tail):
        return (signed["who"].strip(),)
    sourced = words.sourced.match(tail, len(tail) - len(tail.lstrip(" ,–—-")))
    if sourced:
        return tuple(_pieces(words, tail[sourced.end() :]))
    for match in words.verb.finditer(tail):
        if not words.no_verb.search(tail, 0, match.start()):
            return _agreeing(match[0], tuple(_pieces(words, tail[: match.start()])))
    later = words.sourced_after.search(tail)
    return tuple(_pieces(words, tail[: later.start()])) if later else ()


def _before(words: _Words, lead: str, tail: str) -> tuple[str, ...] | None:
    """Who speaks in what goes before a quotation: the subject of the last verb of speech there; None where there is no such verb.

    Of a verb in the passive it is the agent, who may come after the quotation: called “a mess” by Lee.
    """
    for match in reversed(list(words.verb.finditer(lead))):
        before, after = lead[: match.start()], lead[match.end() :]
        if words.no_verb.search(before):
            continue
        is_passive = words.passive.search(before) is not None
        if match[0] in _QUOTED and not is_passive:
            before, after = "", after.partition(" as ")[0]  # Lee was quoted; quoted Lee as saying
        elif is_passive and match[0] not in _QUOTED:
            rest = f"{after}, {tail}"
            agent = words.agent.search(rest)
            return tuple(_pieces(words, rest[agent.end() :].partition(" as ")[0])) if agent else ()
        inserted = after.partition(MASK)[0].partition(",")[0].strip()
        reported = _REPORTED.search(before)
        is_far = reported is not None and bool(reported["rest"])
        if reported and ("," in after and MASK not in after and _INSERTED.match(inserted) if is_far else _NAMES.search(inserted)):
            return _agreeing(match[0], (inserted,))  # Lee habe, sagte Kay, „…“; Lee habe gezahlt, sagte Kay, „…“
        found = tuple(_pieces(words, _clause(words, before.rpartition(MASK)[2])))
        if not found or not _nominal(words, found):
            found = tuple(_pieces(words, after.partition(MASK)[0])) or found
        if found:
            return _agreeing(match[0], found)
    if sourced := words.sourced.search(lead):
        return tuple(_pieces(words, lead[sourced.end() :]))
    later = words.sourced_after.search(lead)
    return tuple(_pieces(words, lead[: later.start()])) if later else None


def _before_colon(words: _Words, lead: str) -> tuple[str, ...]:
    """Whoever stands first in what introduces a quotation without a verb of speech: “She was in tears: …”, “Dr. Lee: …”."""
    rest = _FOR.sub("", lead.rpartition(MASK)[2].lstrip(), count=1)
    if view := _VIEW.match(rest):
        rest = rest[view.end() :].partition(",")[0]
    return tuple(_pieces(words, rest)) if rest.strip(" ,;–—-:") else ()


def _agreeing(verb: str, pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces, unless the verb makes `sie` several people."""
    return () if pieces and pieces[0].split()[0].lower() == "sie" and verb.strip().endswith("en") else pieces


def _nominal(words: _Words, pieces: Sequence[str]) -> bool:
    return not all(words.leads.match(piece) for piece in pieces)


def _clause(words: _Words, before: str) -> str:
    """The clause that a verb ends: what follows the last word or verb of speech that begins one, where something does."""
    relative = _RELATIVE.search(before)
    if relative:
        before = _PIECES.split(before[: relative.start()])[-1]  # it belongs to Lee, who said
        return words.object.split(before)[-1]
    cut = 0
    for pattern in (words.clauses, _JOINS, words.verb):
        for match in pattern.finditer(before):
            rest = before[match.end() :].strip()
            if pattern is words.verb:
                begins = bool(rest) and not _SHARES.search(rest) and not words.no_verb.search(before[: match.start()])
            else:
                begins = bool(rest.strip(",")) and (pattern is words.clauses or _has_verb(words, before[: match.start()]))
            cut = max(cut, match.end()) if begins else cut
    rest = before[cut:]
    if cut and words.leads.match(before.lstrip()) and rest.partition(",")[2].strip():
        return rest.partition(",")[2]  # “Asked whether she would, the minister, Ann Lee, said”
    return rest


def _pieces(words: _Words, region: str) -> Iterator[str]:
    """What stands between commas, but for what holds no subject."""
    parts = [
        piece
        for part in _PIECES.split(_BRACKETS.sub("", region))
        if (piece := _JOINS.sub("", part.strip(), count=1) if _JOINS.match(part.strip()) else part.strip(" ."))
    ]
    if parts and (agent := _BY.match(parts[0])):
        is_described = agent["whom"][:1].islower() and parts[1:2] and parts[1][:1].isupper()
        parts = parts[2 if is_described else 1 :] or parts  # by her deputy, Kay, …
    kept = [part for part in parts if not words.leads.match(part)]
    yield from kept[-1:] if kept and kept[-1].casefold() in _PRONOUNS else kept or parts
