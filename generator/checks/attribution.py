"""B313, B314: the speaker is named near a quote, and what is only reported or claimed says by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.evidence import Anchored
from generator.checks.labels import labelled_turns, turn_at
from generator.items import Actor, Fact, Quote
from generator.items.fields import each
from generator.parsing import SourceText
from generator.prose.sentences import words_around, words_outside
from generator.prose.speech import PRONOUN, SAYING
from generator.prose.titles import TITLES, split_title
from generator.text.finding import Finding
from generator.text.matching.normal import fold

# Between a name and its verb: a title or an aside, but nobody else, and no word that makes the name an object.
_BETWEEN = (
    r"[\s,]+(?:(?!(?:he|she|they|it|we|i|who|of|about|to|that|in|with|on|at|by|for|from|against|and|when|as)\b)(?-i:[a-z]|(?=[A-Z]))[\w'-]*"
    r"[\s,]+){0,3}"
)
_OBJECT = re.compile(r"\b(?:of|about|to|with|by|for|against|from|on|under|told|asked|quoted)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TOLD = re.compile(r"(?:told|asked|quoted)\b", re.IGNORECASE)  # what follows is who was
_OWNS = re.compile(r"['’]s?\s+(?!said\b|says\b)\w")  # Kim's soldiers
_LONGER = re.compile(r"[ -](?!Jr|Sr)[A-Z][a-z]+")  # Kim, in Kim Jong Un
_PRONOUN = re.compile(rf"\b{PRONOUN}\b", re.IGNORECASE)
_SAYS_AFTER = re.compile(rf"\s+(?:\w+\s+)?{SAYING}\b", re.IGNORECASE)
_SAYS_BEFORE = re.compile(rf"\b{SAYING}\s+$", re.IGNORECASE)
_SPEAKS_AFTER = re.compile(rf"(?:{_BETWEEN}|[\s,]+){SAYING}\b|\s*:", re.IGNORECASE)
_TITLES_BEFORE = re.compile(rf"(?<=\s)(?:(?:the|a|an|{'|'.join(TITLES)})\.?\s+)+$", re.IGNORECASE)
_NEAR = 20  # characters before a name or pronoun, more than a verb of speech has
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_ROLE_END = re.compile(r",|\s(?:of|for|at|in)\s")
_OWN_WORDS = ("official", "transcript", "interview")  # kinds whose speaker may be named once, far above or in the head
_FAR = 3  # paragraphs before a quote in which a pronoun's name is looked for


def check(anchored: Anchored) -> Iterator[Finding]:
    """Quotes have their speaker near them; reported and claimed facts name who reports or claims."""
    yield from _speakers(anchored)
    parsed = anchored.context.parsed
    for ref, location, fact in each(parsed.brief, Fact):
        if fact.status in ("reported", "claimed") and not fact.by and not fact.via:
            span = parsed.span(*location, "status")
            message = f"a {fact.status} fact says by whom or through whom"
            yield Finding("B314", message, span, "add `by:` (actors) or `via:`", item=ref)


def _speakers(anchored: Anchored) -> Iterator[Finding]:
    actors = anchored.context.actors
    for cited, anchor, source in anchored.cited():
        if not isinstance(cited.of, Quote) or cited.of.speaker not in actors:
            continue
        if turn_at(labelled_turns(actors.values(), source, anchor.start), anchor.start) is not None:
            continue  # the label says who speaks
        speaker, sentence = actors[cited.of.speaker], _sentence(source, anchor.start, anchor.end)
        if _speaks(speaker, sentence):
            continue
        other = _other_speaker(speaker, actors.values(), sentence) or _paragraphs_speaker(speaker, actors.values(), source, anchor.start)
        is_told = any(_may_speak(sentence, *place) for place in _places(speaker, sentence))
        if is_told and (other is None or other.kind != "person"):  # “said ESO astronomer Olivier Hainaut”
            continue
        if other:
            message = f"these words are {other.name}’s in {source.text.path}, not {speaker.name}’s"
        elif speaker.kind == "anonymous" or _named(speaker, _nearby(source, anchor.start, anchor.end, sentence)):
            continue
        else:
            message = f"{speaker.name} is not named near these words in {source.text.path}:{anchor.line}"
        span = anchored.context.parsed.span(*cited.location[:-1], "speaker")
        yield Finding("B313", message, span, "name the right speaker, or add the name the source uses to `aliases`", item=cited.item)


def _nearby(source: SourceText, start: int, end: int, sentence: str) -> str:
    """Where a speaker may be named: the paragraphs of a quotation and the ones beside it, in the same run.

    Farther above, too, where a pronoun takes the name up; in a statement or a transcript all that goes before, and the head.
    """
    parts, run = source.prepared.paragraphs, source.run(start)
    start, end = next(reversed(source.prepared.quotations.around(start, end)), (start, end))  # it may go over several
    touched = [index for index, (first, last) in enumerate(parts) if first < end and last > start]
    if run.kind in _OWN_WORDS:
        head = (source.source.title, source.source.publisher or "", *source.source.author)
        return fold(" ".join((*head, source.text.body[run.start : parts[min(touched[-1] + 1, len(parts) - 1)][1]])))
    above = _FAR if _has_speaking_pronoun(sentence) else 1
    near = parts[max(0, touched[0] - above) : touched[-1] + 2]
    return fold(" ".join(source.text.body[max(first, run.start) : min(last, run.end)] for first, last in near))


def _sentence(source: SourceText, start: int, end: int) -> str:
    """The sentence around a quote without the quoted words: what comes before its mark and after it."""
    within = source.prepared.paragraph(start)[0], max(end, source.prepared.paragraph(max(start, end - 1))[1])
    return fold(words_around(source.text.body, start, end, within, source.source.language))


def _exact_names(actor: Actor) -> Iterator[str]:
    """Parts of a person's name, which stand for it only as they are written, and so not `UN` for `Un`; or all in capitals."""
    parts = actor.name.split()
    if actor.kind == "person" and len(parts) > 1:
        for part in (parts[-1], parts[0]):
            yield fold(part)
            if len(part) > 3:
                yield fold(part.upper())


def _free_names(actor: Actor) -> Iterator[str]:
    """What an actor may be called in any case: name, aliases and roles, a role without what it is held of."""
    for name in (actor.name, *actor.aliases):
        bare = _ARTICLE.sub("", name)
        yield fold(split_title(bare)[1] if actor.kind == "person" else bare)
    for role in actor.role:
        yield fold(_ARTICLE.sub("", _ROLE_END.split(role.role)[0]))


def _places(actor: Actor, text: str) -> Iterator[tuple[int, int]]:
    """Where an actor is named in a text."""
    for names, flags in ((_free_names(actor), re.IGNORECASE), (_exact_names(actor), 0)):
        for name in filter(None, names):
            yield from (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags))


def _named(actor: Actor, text: str) -> bool:
    """Whether an actor is named, and not somebody else whose name only begins alike, or something of theirs."""
    return any(not _is_part(text, end) for _, end in _places(actor, text))


def _has_speaking_pronoun(sentence: str) -> bool:
    """Whether a pronoun stands beside a verb of speech: she said, sagte er."""
    return any(
        _SAYS_AFTER.match(sentence, match.end()) or _SAYS_BEFORE.search(sentence[max(0, match.start() - _NEAR) : match.start()])
        for match in _PRONOUN.finditer(sentence)
    )


def _other_speaker(speaker: Actor, actors: Iterable[Actor], sentence: str) -> Actor | None:
    """Another actor whose name is the subject of a verb of speech in the sentence; nobody where a pronoun is."""
    if _has_speaking_pronoun(sentence):
        return None
    return next((actor for actor in actors if actor.id != speaker.id and _speaks(actor, sentence)), None)


def _paragraphs_speaker(speaker: Actor, actors: Iterable[Actor], source: SourceText, start: int) -> Actor | None:
    """The one other person who speaks by name in the paragraph of a quote, where the speaker is not named there.

    Where a pronoun speaks, too, it is taken for who spoke by name before the quote: “…,” Lind said. “…,” she added.
    """
    first, last = source.prepared.paragraph(start)
    told = fold(words_outside(source.text.body[first:last]))
    if _named(speaker, told):
        return None
    if _has_speaking_pronoun(told):
        told = fold(words_outside(source.text.body[first:start]))
    speaking = [actor for actor in actors if actor.kind == "person" and _speaks(actor, told)]
    return speaking[0] if len(speaking) == 1 else None


def _speaks(actor: Actor, sentence: str) -> bool:
    """Whether an actor's name is the subject of a verb of speech."""
    for start, end in _places(actor, sentence):
        before = sentence[max(0, start - 60) : start]
        if _SPEAKS_AFTER.match(sentence, end) and _may_speak(sentence, start, end):
            return True
        verb = _SAYS_BEFORE.search(_TITLES_BEFORE.sub("", before)[-_NEAR:])
        if verb and not _TOLD.match(verb[0]) and not _is_part(sentence, end):
            return True
    return False


def _may_speak(sentence: str, start: int, end: int) -> bool:
    """Whether a name may be a subject: it is no object, and no part of something else."""
    return not (_OBJECT.search(sentence[max(0, start - 60) : start]) or _is_part(sentence, end))


def _is_part(sentence: str, end: int) -> bool:
    """Whether a name that ends somewhere owns what follows, or is part of a longer one."""
    return bool(_OWNS.match(sentence, end) or _LONGER.match(sentence, end))
