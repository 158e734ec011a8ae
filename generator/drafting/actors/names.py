"""First reading: the names of a parsed text go to its cast, with the roles that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.drafting.actors.beginnings import crown_before, hyphenated_before, names_before, other_name_before, without_article
from generator.drafting.actors.bodies import bodies_again
from generator.drafting.actors.cast import Cast, Member
from generator.drafting.actors.mentions import Mention, is_named
from generator.drafting.actors.naming import clean, has_capital, kind_of, split_title, whole
from generator.drafting.actors.roles import roles
from generator.drafting.grammar import SUBJECTS, Token, is_main_subject, is_subordinate, only_asks, phrase
from generator.drafting.speech.masking import Masked
from generator.prose.first_names import GENDERS
from generator.prose.languages.english_nouns import BODIES, ORGANISATION_WORDS, PERSONAL, UNNAMED
from generator.prose.names import AFTER_NAMES, PARTICLES
from generator.prose.states import state, state_of_capital
from generator.prose.titles import COURTESIES, TITLES

Doc = Token
_COURTESY = "|".join(map(str.capitalize, COURTESIES))
_NAMED = frozenset(["PERSON", "PER", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"])
_FULL_NAME = re.compile(
    rf"(?<![\w’-])(?=(?P<name>(?P<first>[A-ZÀ-Þ][\w’-]+)(?:\s[A-Z]\.)?(?:\s(?:{'|'.join(PARTICLES)})){{0,2}}"
    r"\s(?P<last>(?:al-|el-)?[A-ZÀ-Þ][\w-]+(?:’[A-Z]\w+)?)))"
)
# “Meera and Joseph Dass” are both called Dass.
_COUPLE = re.compile(r"\b(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)\sand\s(?P<second>[A-ZÀ-Þ][a-zà-ÿ]+)\s(?P<last>[A-ZÀ-Þ][a-zà-ÿ]+)\b(?!\s[A-Z])")
_PLACE_BEFORE = re.compile(r"\b(?:San|Santa|St|St\.|Saint|Port|Los|Las|Mount|Lake|Cape|Fort)\s$")
_NAME_AFTER = re.compile(r"\s[A-ZÀ-Þ][\w-]+")
_SURNAME = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ][\w-]+(?![\w’'])")
_AGED = re.compile(r",\s+(?:\d{1,3}\b|who\b|whose\b)|\s(?:KC|QC|MP|MSP|MEP)\b")


def read_mentions(body: str, parts: Sequence[tuple[int, int]], docs: Sequence[tuple[Doc, Masked]], cast: Cast) -> list[Mention]:
    """All mentions of named actors in the paragraphs `parts`, of which `docs` are parsed, in order."""
    by_first_name = read_first_names(body, parts, cast)
    by_model = read_names(body, docs, cast)
    places = [(one.start, one.end) for one in by_model]
    said = sorted({(quoted.start, quoted.end) for _, masked in docs for quoted, _, _ in masked.quoted})
    spoken_of = [replace(one, is_quoted=_overlaps(said, one)) for one in by_first_name if not _overlaps(places, one)]
    found = by_model + spoken_of
    for again in (surnames_again(body, docs, cast, _places(found)), bodies_again(docs, cast, _places(found))):
        found += again
    return sorted(found, key=lambda one: (one.start, one.end))


def _places(found: Iterable[Mention]) -> list[tuple[int, int]]:
    return sorted((one.start, one.end) for one in found)


def _overlaps(places: Sequence[tuple[int, int]], mention: Mention) -> bool:
    """Whether a mention shares words with one of some places, which are in order."""
    index = bisect_left(places, (mention.end, 0)) - 1
    return index >= 0 and places[index][1] > mention.start


def read_names(body: str, docs: Sequence[tuple[Doc, Masked]], cast: Cast) -> list[Mention]:
    """The mentions of all named actors, in order."""
    return sorted((mention for doc, masked in docs for mention in _mentions(body, doc, masked, cast)), key=lambda one: (one.start, one.end))


def _mentions(body: str, doc: Doc, masked: Masked, cast: Cast) -> Iterator[Mention]:
    for entity in doc.ents:
        if entity.label_ not in _NAMED:
            continue
        name, start = _name_of(body, entity, masked)
        if not name:
            continue  # a model may take a lone mark for a name
        if name.casefold() in TITLES and body[max(0, start - 4) : start].casefold() == "the ":
            continue  # “the Queen” takes somebody up
        if name.endswith("Agency") and _NAME_AFTER.match(body, start + len(name)):
            continue  # “the South Korean News Agency Yonhap” is Yonhap
        kind = _kind(body, name, start, entity, cast)
        if kind == "person":
            longer = _SURNAME.match(body, start + len(name)) if " " not in name else None
            crown = crown_before(body, start)
            start, name = start - len(crown), crown + name + (longer[0] if longer else "")
        member = _member(cast, kind, name, start, start + len(name)) if kind and name else None
        if member is None:
            continue
        if member.kind == "person":
            for role in roles(body, entity, masked, start, start + len(name)):
                member.add_role(role)
        quoted = any(first < entity.end_char and entity.start_char < last for _, first, last in masked.quoted)
        yield Mention(start, start + len(name), member, _is_subject(entity) and not quoted, quoted)


def _name_of(body: str, entity: Token, masked: Masked) -> tuple[str, int]:
    """The name that a model has marked, whole and clean, and where it begins."""
    start, end = whole(body, *without_article(body, *masked.span(entity.start_char, entity.end_char)))
    start -= len(hyphenated_before(body, start))
    name = clean(body[start:end])
    before = names_before(entity) if entity.label_ in ("PERSON", "PER") or _has_role(entity) else ""
    if before and body[: start - 1].endswith(before):
        name, start = f"{before} {name}", start - len(before) - 1
    return name, start + (body[start:end].find(name) if name in body[start:end] else 0)


def _kind(body: str, name: str, start: int, entity: Token, cast: Cast) -> str | None:
    """The kind of actor that a name means: by its words, by what a model says, and a person where the text shows one."""
    kind = kind_of(name, entity.label_) or ("place" if entity.label_ == "GPE" else None)
    if kind == "person" and " " not in name and (_follows_body(entity) or cast.has_body(name)):
        return "organisation"
    if kind not in ("organisation", "place"):
        return kind
    role, _, rest = name.partition(" ")
    if kind == "organisation" and role.casefold() in PERSONAL and cast.find_person(rest, start):  # “Skipper Ingvall”
        return "person"
    is_known = " " in name and any(person.name == name for person in cast.of_kind("person"))
    return "person" if is_known or (kind_of(name, "") is None and _is_person(body, name, start, entity)) else kind


def read_first_names(body: str, parts: Sequence[tuple[int, int]], cast: Cast) -> list[Mention]:
    """People by their first names, in any language and without a model."""
    found: list[Mention] = []
    for first, last in parts:
        for match in _FULL_NAME.finditer(body, first, last):
            if (
                (match["first"].casefold() not in GENDERS and not _shows_person(body, match))
                or match["last"].casefold() in ORGANISATION_WORDS
                or _PLACE_BEFORE.search(body[max(first, match.start() - 12) : match.start()])
            ):
                continue
            crown = crown_before(body, match.start())
            longer = _SURNAME.match(body, match.end("name"))
            is_middle = longer is not None and _stands_alone(longer[0].strip(), body)  # James Harris | Jackson
            start, end = match.start() - len(crown), longer.end() if longer and is_middle else match.end("name")
            found.append(Mention(start, end, cast.person(body[start:end], start, end), False))
        for match in _COUPLE.finditer(body, first, last):
            if match["first"].casefold() in GENDERS or match["second"].casefold() in GENDERS:
                cast.person(f"{match['first']} {match['last']}", *match.span("first"))
    return found


def _shows_person(body: str, name: re.Match[str]) -> bool:
    """Whether an age or “who” follows a name that is no organisation's."""
    return _AGED.match(body, name.end("name")) is not None and kind_of(name["name"], "PERSON") == "person" and not state(name["last"])


def surnames_again(body: str, docs: Sequence[tuple[Doc, Masked]], cast: Cast, known: Sequence[tuple[int, int]]) -> list[Mention]:
    """Surnames of people in the cast where a model has marked no name."""
    surnames = {person.name.split()[-1] for person in cast.of_kind("person") if len(person.name.split()) > 1}
    found: list[Mention] = []
    for doc, masked in docs:
        for token in doc:
            if token.text not in surnames or token.ent_type_ in ("PERSON", "PER"):
                continue
            start, end = masked.span(token.idx, token.idx + len(token))
            if is_named(known, start):
                continue
            person = cast.find_person(token.text, start)
            if person is not None and (first := other_name_before(token, person.name)):  # Ivanka Trump is not the Trump of before
                start -= len(first) + 1
                if body[start:end] == f"{first} {token.text}":
                    found.append(Mention(start, end, cast.person(body[start:end], start, end), token.dep_ in SUBJECTS))
                continue
            if person is not None and body[start:end] == token.text:
                person.add(token.text, start, end)
                found.append(Mention(start, end, person, token.dep_ in SUBJECTS))
    return found


def read_subjects(docs: Sequence[tuple[Doc, Masked]]) -> list[tuple[int, int, int]]:
    """Subjects that may mean somebody without a name: pronouns and descriptions, as (start, end, chief word)."""
    found: list[tuple[int, int, int]] = []
    for doc, masked in docs:
        for token in doc:
            is_cited = token.dep_ in ("dobj", "obj") and token.head.lower_ in ("citing", "cited", "cites")
            if (
                (token.dep_ in SUBJECTS or is_cited)
                and (token.lower_ in ("he", "she") or (token.lower_ in PERSONAL | UNNAMED | BODIES and not token.ent_type_))
                and (token.lower_ in ("he", "she") or is_cited or not is_subordinate(token.head))
                and not only_asks(token.head)
                and not _is_named(token.head)
            ):
                found.append((*masked.span(*phrase(token)), masked.offset(token.idx)))
    return found


def _is_named(verb: Token) -> bool:
    """Whether a verb says the name of its subject: the winner was Ann Lee."""
    return any(child.dep_ == "attr" and child.ent_type_ == "PERSON" for child in verb.children)


def _member(cast: Cast, kind: str, name: str, start: int, end: int) -> Member | None:
    if kind == "place":
        return cast.place(name, start, end)
    if kind == "state":
        return cast.state(name, start, end)
    if kind == "person":
        words = split_title(name)[1].split()
        if not words or not has_capital(words[0]):
            return None
        if len(words) > 5 or not all(has_capital(word) or word.lower() in PARTICLES for word in words):
            return None
        if name.isupper() and len(words) == 1 and len(name) < 5:
            return cast.body(name, start, end)
        return cast.person(name, start, end)
    known = cast.find_person(name, start) if len(name.split()) == 1 or kind_of(name, "") is None else None
    if known is not None:
        known.add(name, start, end)
        return known
    return cast.body(name, start, end, kind) if kind == "organisation" else None


def _is_person(body: str, name: str, start: int, entity: Token) -> bool:
    """Whether a text shows that a name is a person's, whatever a model takes it for: an age, a title, a surname that stands alone."""
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    if first == last or not name[:1].isupper() or state(last) or state_of_capital(last):
        return False
    if (
        _AGED.match(body, start + len(name))
        or last in AFTER_NAMES
        or re.search(rf"\b(?:{_COURTESY})\.?\s+{re.escape(last)}\b", body)
        or _has_role(entity)
    ):
        return True
    return len(name.split()) < 4 and _stands_alone(last, body) and not _stands_alone(first, body)


def _follows_body(entity: Token) -> bool:
    """Whether a name stands right after what it is the name of: “the ride-hailing company Zuber”."""
    return entity.start > 0 and entity.doc[entity.start - 1].lower_ in BODIES - PERSONAL


def _has_role(entity: Token) -> bool:
    """Whether a word for people is built into a name: “spokeswoman Winter Prosopio”."""
    return any(child.dep_ == "compound" and child.lower_ in PERSONAL for child in entity.root.children)


@lru_cache(maxsize=256)
def _stands_alone(word: str, body: str) -> bool:
    """Whether a word of a name stands without the others somewhere; a surname does, the last word of an organisation's name seldom."""
    return re.search(rf"(?:(?<=[a-z,.:;“”\"’]\s)|(?<=\n)){re.escape(word)}\b(?![\s-][A-Z])", body) is not None


def _is_subject(entity: Token) -> bool:
    root = entity.root
    if only_asks(root.head if root.dep_ in SUBJECTS else root.head.head):
        return False
    if entity.start == entity.sent.start and root.dep_ not in ("poss", "pobj", "compound"):
        return True
    subject = root.head if root.dep_ == "appos" else root
    return root.dep_ == "attr" or is_main_subject(subject)
