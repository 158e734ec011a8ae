"""Who is the source of a cue: its subject, and where a parser or a turn of phrase hides it."""

from __future__ import annotations

from generator.drafting.grammar import Token, is_passive, own_subject, subject
from generator.prose.languages.english_nouns import DOCUMENTS, can_speak
from generator.prose.languages.english_verbs import SAYING

_QUOTING = frozenset(["quoted", "quotes", "quote", "quoting", "cited", "cites", "citing"])
_ISSUING = frozenset(["issued", "issues", "released", "releases", "posted", "published", "sent", "made", "gave", "read", "wrote", "put"])

_PROMPTING = frozenset(
    ["prompted", "prompting", "prompts", "led", "leading", "leads", "forced", "forcing", "forces", "caused", "causing", "causes"]
)
_OBJECTS = ("dobj", "obj")
PLAIN = frozenset(["said", "says", "say", "saying", "told", "tells", "according"])  # cues of nothing but speech
TELLING = frozenset(["told", "tells", "tell", "telling"])  # what comes after them is told something
_POINTING = frozenset(["that", "this", "these", "those", "what", "which", "there", "you"])


def source_of(token: Token) -> Token | None:
    """The source of a verb of speech: a noun, or a pronoun that means somebody."""
    source = _source(token)
    if source is None or source.is_punct or source.lower_ in _POINTING or (source.lower_ == "it" and own_subject(token) != source):
        return None
    return _last_of_hyphenated(source)


def _last_of_hyphenated(source: Token) -> Token:
    """The chief word of one that a parser has in pieces: the author of “co-author”."""
    doc = source.doc
    while source.i + 2 < len(doc) and doc[source.i + 1].text == "-" and not source.whitespace_ and not doc[source.i + 1].whitespace_:
        source = doc[source.i + 2]
    return source


def _source(token: Token) -> Token | None:
    """The source by a sentence's build; nobody where a verb says only to whom something is said."""
    source = _quoted(token) or _object_who_speaks(token) or _issuer(subject(token))
    if source is not None and is_passive(token) and own_subject(token) == source and source.dep_ != "pobj" and _quoted(token) is None:
        source = None  # who is told, accused or asked does not speak
    if (
        source is not None
        and token.tag_ == "VBN"
        and own_subject(token) is None
        and not any(child.dep_ == "aux" for child in token.children)
    ):
        source = source if token.dep_ in ("conj", "ROOT", "ccomp") else None  # “a nurse accused of theft”, “asked whether”
    if source is not None and token.dep_ == "acl" and token.tag_ != "VBG" and own_subject(token) is None:
        source = None  # “a rout described as a “nightmare””
    if source is None and not is_passive(token):
        source = _torn_off(token)
    if source is None:
        source = _inverted(token)
    return source


def _quoted(token: Token) -> Token | None:
    """Who is quoted: “Interfax quoted the minister as saying”, “the source is quoted as saying”."""
    verb = next((word for word in (token, *token.ancestors) if word.lower_ in _QUOTING), None)
    if verb is None or not any(child.lower_ == "as" for child in verb.children):
        return None
    wanted = ("nsubjpass", "nsubj:pass") if is_passive(verb) else ("dobj", "obj")
    return next((child for child in verb.children if child.dep_ in wanted), None)


def _object_who_speaks(token: Token) -> Token | None:
    """Who speaks as the object of another verb: “prompted the judge to quip”, “criticised the minister for saying”."""
    if token.dep_ == "xcomp" and token.head.lower_ in _PROMPTING:
        return next((child for child in token.head.children if child.dep_ in _OBJECTS and child.i < token.i), None)
    if token.dep_ != "pcomp" or token.head.lower_ != "for":
        return None
    charged = token.head.head
    if charged.pos_ in ("NOUN", "PROPN"):
        return charged if charged.dep_ in (*_OBJECTS, "pobj") else None
    near = [child for child in charged.children if child.i < token.i]
    towards = [word for child in near if child.lower_ in ("against", "at", "on") for word in child.children if word.dep_ == "pobj"]
    return next((word for word in (*towards, *near) if word.dep_ in (*_OBJECTS, "pobj")), None)


def _issuer(source: Token | None) -> Token | None:
    """Who issues a statement that says something: the subject of “issued a statement saying”."""
    if source is not None and source.lower_ in DOCUMENTS and source.dep_ in ("dobj", "obj") and source.head.lower_ in _ISSUING:
        return subject(source.head) or source
    return source


def _inverted(token: Token) -> Token | None:
    """The subject after a verb that a parser takes for its object: “…,” shouted a man at the back."""
    if token.i == 0 or token.doc[token.i - 1].text not in ("”", ",") or token.lower_ not in SAYING - TELLING:
        return None
    return next(
        (child for child in token.children if child.dep_ == "dobj" and child.left_edge.i == token.i + 1 and can_speak(child.lower_)), None
    )


def _torn_off(token: Token) -> Token | None:
    """The subject that a parser gave to something else: “…,” the memo, dated 12 June, reads; “When asked, Ann Lee, its head, said”."""
    if token.i == 0 or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = token.doc[token.i - 1]
    if before.ent_type_ in ("PERSON", "ORG") or (
        before.is_alpha and before.is_title and before.i > token.sent.start and before.dep_ == "advmod"
    ):
        return before
    if before.text != ",":
        return None
    start = token.sent.start
    closing = max((word.i for word in token.doc[start : token.i] if word.text in "”"), default=-1)
    for word in token.doc[max(start, closing + 1) : token.i]:
        opens = word.i == 0 or word.left_edge.i == 0 or token.doc[word.left_edge.i - 1].text in (",", "”", ":")
        if opens and word.pos_ in ("NOUN", "PROPN") and (word.ent_type_ in ("PERSON", "ORG") or closing >= 0):
            name = word.doc[word.i : word.right_edge.i + 1]
            return word if word.dep_ != "compound" else (word.head if word.head.i < token.i else name.root)
    return None


def is_source(source: Token) -> bool:
    """Whether a subject can say something: a name, a pronoun, or a noun for people, bodies and documents."""
    return bool(source.ent_type_) or source.pos_ in ("PROPN", "PRON") or source.is_title or can_speak(source.lower_)
