"""The terms that a reader may not know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.items import Term
from generator.items.fields import KEYED, Entry
from generator.pages.views import ItemView

if TYPE_CHECKING:
    from generator.pages.viewing import Viewing


@dataclass(frozen=True)
class TermView(ItemView):
    """A term and its meaning."""

    model = Term


def content(viewing: Viewing) -> tuple[TermView, ...]:
    """The terms in order of the alphabet."""
    terms = {term.term: term for term in viewing.shown.terms.values()}
    ordered = sorted(terms.values(), key=lambda term: term.term.casefold())
    return tuple(viewing.view(TermView, Entry(KEYED["term"].named(term.term), (), term)) for term in ordered)
