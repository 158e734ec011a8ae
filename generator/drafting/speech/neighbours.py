"""What the sentences and paragraphs beside a quotation say of its speaker, where its own sentence says nothing."""

from __future__ import annotations

from generator.drafting.grammar import SUBJECTS, Token
from generator.drafting.speech.speakers import SENTENCE_ENDS, Doc, Place

_TAKING_UP = frozenset(["it", "this", "that", "these", "those", "there", "he", "she", "they"])
_OWNING = frozenset(["his", "her", "its", "their"])


def led_in(doc: Doc, place: Place) -> Token | None:
    """Somebody named as the subject of the sentence right before a quotation: “She had planted in April. “Now …””."""
    if place.first < 2 or doc[place.first - 1].text not in SENTENCE_ENDS:
        return None
    sentence = doc[place.first - 1].sent
    source = next((word for word in sentence if word.dep_ in SUBJECTS and word.head == sentence.root and word.i < place.first), None)
    return source if source is not None and (source.lower_ in ("he", "she") or source.ent_type_ == "PERSON") else None


def lone_person(doc: Doc) -> Token | None:
    """The subject of a paragraph's last sentence, where it is the only person named in the paragraph."""
    people = {entity.text.split()[-1] for entity in doc.ents if entity.label_ == "PERSON"}
    last = list(doc.sents)[-1] if len(doc) else []
    source = next((word for word in last if word.dep_ in SUBJECTS), None)
    return source if source is not None and source.ent_type_ == "PERSON" and len(people) == 1 else None


def goes_on_about(doc: Doc, place: Place) -> bool:
    """Whether the sentence of quoted words takes up what was said before: “It is an …”, “His country …”."""
    sentence = doc[place.first : place.last].root.sent
    source = next((word for word in sentence if word.dep_ in SUBJECTS and word.head == sentence.root), None)
    if source is None:
        return False
    return source.lower_ in _TAKING_UP or any(child.dep_ == "poss" and child.lower_ in _OWNING for child in source.children)
