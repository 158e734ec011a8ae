"""What the checks of a brief know of other briefs: only of those that it names, and of what its texts lead to in them.

So that a new brief, or a change in one that nobody names, is no reason to look at any other again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.items import Brief, CrossRef, Event, Fact, Item, ItemRef, Model, Quote, Term
from generator.items.brief import BriefStatus
from generator.items.fields import Value, citations, crossing, items, linked, meant, references, texts
from generator.items.marks import Refers
from generator.parsing import ParsedBrief, Shared
from generator.text import markdown
from generator.text.guesses import Guesses
from generator.text.slugs import slug_as_written


@dataclass(frozen=True)
class Target:
    """A brief, or an item of it, that another brief leads to.

    `lacks` says what of it is not there; `near` is what was probably meant. `proposed` is an item that nobody has accepted. Of a fact,
    a quote or an event, `says` and `words` are what it says and all its words, those that are cited for it included, from sources that
    were published on the days `published`. `changed` is when a brief was last changed in substance.
    """

    lacks: Literal["brief", "item"] | None = None
    near: CrossRef | None = None
    status: BriefStatus = "published"
    embargo: date | None = None
    proposed: bool = False
    says: str = ""
    words: str = ""
    published: tuple[date, ...] = ()
    changed: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether readers get it, on whatever day."""
        return not self.lacks and self.status == "published" and not self.embargo and not self.proposed


def says(item: Fact | Quote | Event) -> str:
    """What an item says itself."""
    return item.text if isinstance(item, Quote) else markdown.plain(item.text or "")


def told(item: Fact | Quote | Event) -> Iterator[str]:
    """What an item says, its notes and its dates."""
    yield says(item)
    yield from (markdown.plain(field.text) for field in texts(item))
    yield from (str(day) for name in _DATED if (day := getattr(item, name, None)))


_DATED = ("as_of", "said", "date")


def names(written: Iterable[str], referred: Iterable[Value[Refers]]) -> tuple[CrossRef, ...]:
    """What the texts of a brief and what it refers to name of others, each once: in links, and as what it translates."""
    found = {name for text in written for name in crossing(text)}
    found |= {CrossRef(key) for reference in referred for kind, key in meant(reference) if kind == "brief"}
    return tuple(sorted(found, key=str))


def targets(slug: str, parsed: ParsedBrief | None, wanted: Iterable[CrossRef], shared: Shared) -> Iterator[tuple[CrossRef, Target]]:
    """What there is of some names in a brief; of one that could not be read, all that is asked for."""
    guesses = Guesses()
    asked = sorted((name for name in wanted if name.brief == slug), key=str)  # for not all of them may be guessed
    known = _known(parsed, shared) if parsed and any(name.item for name in asked) else {}
    for name in asked:
        if parsed is None:
            yield name, Target()
        elif name.item is None or name.item in known or name.item in parsed.lost or shared.may_have(*name.item):
            yield name, _target(parsed.brief, name.item, known.get(name.item) if name.item else None)
        else:
            yield name, Target("item", _near(name, name.item, known, guesses))


def _target(brief: Brief, ref: ItemRef | None, item: Model | str | None) -> Target:
    changed = None if ref else brief.updated or brief.published
    found = Target(status=brief.status, embargo=brief.embargo, proposed=isinstance(item, Item) and item.draft, changed=changed)
    if not isinstance(item, (Fact, Quote, Event)):
        return found
    cited = (citation.words for citation in citations(brief) if citation.item == ref)
    published = tuple(source.published for source in brief.sources if source.published)
    return replace(found, says=says(item), words=" \n ".join((*told(item), *cited)), published=published)


def missing(name: CrossRef, slugs: Collection[str], guesses: Guesses) -> Target:
    """What is said of a brief that is not there."""
    close = guesses.near(name.brief, slugs, cutoff=0.5)
    return Target("brief", name._replace(brief=close[0]) if close else None)


def _near(name: CrossRef, item: ItemRef, known: Iterable[ItemRef], guesses: Guesses) -> CrossRef | None:
    close = guesses.near(item.key, [ref.key for ref in known if ref.kind == item.kind], cutoff=0.5)
    return name._replace(item=item._replace(key=close[0])) if close else None


def _known(parsed: ParsedBrief, shared: Shared) -> Mapping[ItemRef, Model | str]:
    """The items of a brief, and the shared ones that it names, in however many steps; a term under each of its names."""
    brief = parsed.brief
    found: dict[ItemRef, Model | str] = {entry.ref: entry.item for entry in items(brief)} | _terms(brief.terms)
    common: dict[ItemRef, Model] = {ItemRef("actor", actor.id): actor for actor in shared.actors}
    common.update(_terms(shared.terms))
    unread = set(_named(brief)) | set(linked(parsed.article.body) if parsed.article else ())
    while unread := {ref for ref in unread if ref in common and ref not in found}:
        found |= {ref: common[ref] for ref in unread}
        unread = {target for ref in unread for target in _named(common[ref])}
    return found


def _terms(terms: Iterable[Term]) -> dict[ItemRef, Term]:
    return {ItemRef("term", slug_as_written(name)): term for term in terms for name in (*reversed(term.aliases), term.term)}


def _named(model: Model) -> Iterator[ItemRef]:
    """What a brief, or an item alone, names in its fields and in the links of its texts."""
    for reference in references(model):
        yield from (thing for thing in meant(reference) if isinstance(thing, ItemRef))
    for text in texts(model):
        yield from linked(text.text)
