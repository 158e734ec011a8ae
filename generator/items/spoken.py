"""An actor or a term in the words of a language."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, TypeVar

from generator.items.actor import Actor, ActorWords, Role
from generator.items.term import Term, TermWords

AnItem = TypeVar("AnItem", Actor, Term)


def spoken(item: AnItem, language: str) -> AnItem:
    """An item in the words that it has for a language (BCP 47), or else as it is; without those of others.

    Of `de-AT` the words for `de` are taken where there are no nearer ones. Roles keep the times that only the item itself has.
    """
    words = _words(item.translations, language)
    if words is None:
        return item.model_copy(update={"translations": ()}) if item.translations else item
    told: dict[str, Any] = {name: said for name in type(words).model_fields if name != "language" and (said := getattr(words, name))}
    if isinstance(item, Actor) and "role" in told:
        told["role"] = tuple(_timed(role, of) for role, of in zip_longest(told["role"], item.role) if role)
    return item.model_copy(update={**told, "translations": ()})


def _words(translations: Iterable[ActorWords | TermWords], language: str) -> ActorWords | TermWords | None:
    by_tag = {words.language.casefold(): words for words in translations}
    tag = language.casefold()
    while tag and tag not in by_tag:
        tag = tag.rpartition("-")[0]
    return by_tag.get(tag)


def _timed(role: Role, of: Role | None) -> Role:
    return role.model_copy(update={"from_": of.from_, "to": of.to}) if of and not role.from_ and not role.to else role
