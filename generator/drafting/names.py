"""First reading: the names of a parsed text go to its cast, with the roles that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.drafting.bodies import bodies_again
from generator.drafting.cast import Cast, Member
from generator.drafting.first_names import GENDERS
from generator.drafting.grammar import SUBJECTS, Token, is_subordinate, only_asks, phrase
from generator.drafting.masking import Masked
from generator.drafting.mentions import Mention
from generator.drafting.naming import AFTER_NAMES, REGAL, clean, kind_of, role_of, split_title, whole
from generator.drafting.nouns import BODIES, DOCUMENTS, ORGANISATION_WORDS, PERSONAL, TITLES, UNNAMED, can_speak
from generator.drafting.states import state, state_of_capital

Doc = Token
_NAMED = frozenset(["PERSON", "PER", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"])
_ROLE_AFTER = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:an?|the|its|his|her|their)?\s*[^,.;:“”\"()]{3,90}?)(?=[,.;:]|\s+(?:who|said|says|told)\b|$)"
)
_FULL_NAME = re.compile(
    r"\b(?=(?P<name>(?P<first>[A-ZÀ-Þ][\w’-]+)(?:\s[A-Z]\.)?(?:\s(?:van|von|de|der|den|del|al|bin|la|di|da)){0,2}"
    r"\s(?P<last>(?:al-|el-)?[A-ZÀ-Þ][\w-]+(?:’[A-Z]\w+)?)))"
)
# “Meera and Joseph Dass” are both called Dass.
_COUPLE = re.compile(r"\b(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+)\sand\s(?P<second>[A-ZÀ-Þ][a-zà-ÿ]+)\s(?P<last>[A-ZÀ-Þ][a-zà-ÿ]+)\b(?!\s[A-Z])")
_PLACE_BEFORE = re.compile(r"\b(?:San|Santa|St|St\.|Saint|Port|Los|Las|Mount|Lake|Cape|Fort)\s$")
_NAME_AFTER = re.compile(r"\s[A-ZÀ-Þ][\w-]+")
_SURNAME = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ][\w-]+(?![\w’'])")
_AGED = re.compile(r",\s+(?:\d{1,3}\b|who\b|whose\b)|\s(?:KC|QC|MP|MSP|MEP)\b")
_CHIEF_ENDS = re.compile(r",?\s+(?:of|for|at|in|to|from|with|on|and|by|under|who|whose|designate|general|emeritus|elect)\b")
_WORD_BEFORE = re.compile(r"(?<=\s)(?P<word>[A-ZÀ-Þ][a-zà-ÿ]+)\s\Z")
_LONGEST_FIRST_NAME = 20
_CROWN = re.compile(rf"\b(?:{'|'.join(title.capitalize() for title in sorted(REGAL))})\s\Z")
_LONGEST_CROWN = 9
_GENERIC = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir"])


def read_mentions(body: str, parts: Sequence[tuple[int, int]], docs: Sequence[tuple[Doc, Masked]], cast: Cast) -> list[Mention]:
    """All mentions of named actors in the paragraphs `parts`, of which `docs` are parsed, in order."""
    by_first_name = read_first_names(body, parts, cast)
    by_model = read_names(body, docs, cast)
    places = [(one.start, one.end) for one in by_model]
    found = by_model + [one for one in by_first_name if not _overlaps(places, one)]
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
        start, end = whole(body, *_without_article(body, *masked.span(entity.start_char, entity.end_char)))
        name = clean(body[start:end])
        if " " not in name and entity.label_ != "GPE" and (first := _first_name_between(body, entity, start)):
            name, start = f"{first} {name}", start - len(first) - 1
        start += body[start:end].find(name) if name in body[start:end] else 0
        if name.casefold() in TITLES and body[max(0, start - 4) : start].casefold() == "the ":
            continue  # “the Queen” takes somebody up
        if name.endswith("Agency") and _NAME_AFTER.match(body, start + len(name)):
            continue  # “the South Korean News Agency Yonhap” is Yonhap
        kind = kind_of(name, entity.label_) or ("place" if entity.label_ == "GPE" else None)
        is_known = " " in name and any(person.name == name for person in cast.of_kind("person"))
        if kind in ("organisation", "place") and (is_known or (kind_of(name, "") is None and _is_person(body, name, start, entity))):
            kind = "person"
        if kind == "person" and (longer := _SURNAME.match(body, start + len(name))) and " " not in name:
            name += longer[0]
        if kind == "person":
            crown = _crown(body, start)
            start, name = start - len(crown), crown + name
        member = _member(cast, kind, name, start, start + len(name)) if kind and name else None
        if member is None:
            continue
        if member.kind == "person":
            for role in _roles(body, entity, masked, start, start + len(name)):
                member.add_role(role)
        quoted = any(first < entity.end_char and entity.start_char < last for _, first, last in masked.quoted)
        yield Mention(start, start + len(name), member, _is_subject(entity) and not quoted, quoted)


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
            crown = _crown(body, match.start())
            start, end = match.start() - len(crown), match.end("name")
            found.append(Mention(start, end, cast.person(crown + match["name"], start, end), False))
        for match in _COUPLE.finditer(body, first, last):
            if match["first"].casefold() in GENDERS or match["second"].casefold() in GENDERS:
                cast.person(f"{match['first']} {match['last']}", *match.span("first"))
    return found


def _first_name_between(body: str, entity: Token, start: int) -> str:
    """What a model left out between a role and a surname: Winter of “spokeswoman Winter Prosopio”."""
    doc, before = entity.doc, entity.start - 1
    if before > 0 and doc[before - 1].lower_ in ORGANISATION_WORDS and doc[before - 1].is_title:  # “the Refugee Council Enver | Solomon”
        return str(doc[before].text) if doc[before].is_title and doc[before].lower_ not in ORGANISATION_WORDS else ""
    beside = [child for child in entity.root.children if child.dep_ == "compound" and child.i < entity.start]
    match = _WORD_BEFORE.search(body, max(0, start - _LONGEST_FIRST_NAME), start)
    is_role = match is not None and any(child.lower_ in PERSONAL and child.idx < beside[-1].idx for child in beside)
    return match["word"] if match is not None and is_role and match["word"].casefold() not in PERSONAL | TITLES else ""


def _crown(body: str, start: int) -> str:
    """The royal title right before a name, with the space between them."""
    match = _CROWN.search(body, max(0, start - _LONGEST_CROWN), start)
    return match[0] if match else ""


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
            index = bisect_right(known, (start, len(body))) - 1
            if index >= 0 and start < known[index][1]:
                continue
            person = cast.find_person(token.text, start)
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


def _without_article(body: str, start: int, end: int) -> tuple[int, int]:
    match = re.match(r"(?:the|a|an)\s+", body[start:end], re.IGNORECASE)
    return (start + match.end() if match else start), end


def _member(cast: Cast, kind: str, name: str, start: int, end: int) -> Member | None:
    if kind == "place":
        return cast.place(name, start, end)
    if kind == "state":
        return cast.state(name, start, end)
    if kind == "person":
        words = split_title(name)[1].split()
        if not words or not words[0][:1].isupper():
            return None
        if len(words) > 5 or not all(
            word[:1].isupper() or word.lower() in ("de", "van", "von", "der", "al", "bin", "la", "del", "da", "dos") for word in words
        ):
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
        or re.search(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s+{re.escape(last)}\b", body)
    ):
        return True
    if any(child.dep_ == "compound" and child.lower_ in PERSONAL for child in entity.root.children):
        return True
    return len(name.split()) < 4 and _stands_alone(last, body) and not _stands_alone(first, body)


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
    return root.dep_ == "attr" or (subject.dep_ in SUBJECTS and not is_subordinate(subject.head))


def _roles(body: str, entity: Token, masked: Masked, start: int, end: int) -> Iterator[str]:
    """What stands right before a person's name, or after it between commas, where it says what the person is."""
    root = entity.root
    while root.dep_ == "compound" and root.head.i - root.i <= 3:
        root = root.head
    first, _ = masked.span(*phrase(root))
    yield from _role(body[first:start])
    if root.dep_ == "appos" and root.head.i < root.i:
        described, described_end = masked.span(*phrase(_described(root.head)))
        yield from _role(body[described : min(described_end, start)])
    after = _ROLE_AFTER.match(body, end)
    if after:
        yield from _role(after[1])


def _described(noun: Token) -> Token:
    """What an apposition describes: of “a spokeswoman for the association, Ann Lee” the spokeswoman."""
    while noun.lower_ not in PERSONAL and noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _role(words: str) -> Iterator[str]:
    """A role, if its chief word means a person and no verb stands in it."""
    role = role_of(words)
    chief = re.split(r"[\s-]+", _CHIEF_ENDS.split(role, maxsplit=1)[0])[-1].strip(".,’'").casefold()
    means_person = chief in PERSONAL | (TITLES - _GENERIC) or (chief not in BODIES | DOCUMENTS and can_speak(chief))
    if role and means_person and len(role.split()) <= 14 and not re.search(r"\b(?:is|was|said|says|has|had|were|are)\b", role):
        yield role
