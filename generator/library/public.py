"""What readers may get of a brief, decided once and before any view.

Hidden are, unless a preview shows them: proposals; what cannot be said without a hidden item (the quote of a proposed speaker, the
event that tells of a proposed fact); actors, sources and terms that only hidden items name; figures that nothing else shows; quotes
from a source whose words are withheld. What stays says nothing of what does not: names of hidden items are taken out of it, links to
them are plain words, and what editors note for each other goes to nobody. What leads to another brief is looked at once all are known
(`connected`). Pages, data, prints and feeds are made of `PublicBrief`s; no way leads from one to what it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from generator.checks import Anchor, CheckedBrief
from generator.checks.links import media_name
from generator.items import Actor, Brief, CrossRef, Evidence, Item, ItemRef, Model, Quote, Source, Term
from generator.items.evidence import WITHHELD
from generator.items.fields import KEYED, crossing, items, led_across, led_to, meant, references, texts, with_texts
from generator.items.release import Recorded, Release, recorded, said
from generator.items.spoken import spoken
from generator.library.excerpts import Excerpt, PublicSource, excerpt, public_source, stands_between
from generator.library.releases import Step, public_releases, steps
from generator.parsing import Sizes
from generator.prose.coverage import Coverage, coverage
from generator.text.markdown import Link, links, plain, unlinked, without_unused
from generator.text.paths import DocPath

SUPPORTING = ("actor", "source", "term")  # kinds that are there for what names them
AnItem = TypeVar("AnItem", bound=Model)
Cited = TypeVar("Cited", Quote, Evidence)

_APART = {"prefix": None, "suffix": None}
_UNSAID = {"quote": WITHHELD, **_APART}


@dataclass(frozen=True)
class Proof:
    """Where words in quotation marks stand: in a quote of the brief, or in pieces of a source, by offsets in its text."""

    quote: ItemRef | None
    source: str
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class PublicBrief:
    """A brief as readers get it.

    Items without an id are counted anew. `actors` are those that it shows, its own first; `terms` has each of its terms under every slug
    that leads to it; `excerpts` one entry for each quote and passage; `media` what its texts show, `sizes` how large pictures of it are;
    `reasons` why the desk accepts what breaks a rule that the promise stands on; `proofs` where the words stand that texts have in
    quotation marks, by these words on one line. `crossing` is what its texts name of other briefs, `beyond` what readers are led to there,
    by its name; `paths` are those of ordinary pages, files and parts of pages, by the links to them as they are written. `releases` are
    what was published before, the oldest first; `site_words` has its actors that are said in several languages, in the site's.
    """

    slug: str
    brief: Brief
    article: str | None = None
    sources: Mapping[str, PublicSource] = field(default_factory=dict)
    excerpts: Mapping[tuple[ItemRef, int], Excerpt] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    coverage: Coverage | None = None
    reasons: Mapping[ItemRef | None, tuple[str, ...]] = field(default_factory=dict)
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    crossing: frozenset[CrossRef] = frozenset()
    beyond: Mapping[CrossRef, CrossRef] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    sizes: Mapping[str, Sizes] = field(default_factory=dict)
    paths: Mapping[str, DocPath] = field(default_factory=dict)
    site_words: Mapping[str, Actor] = field(default_factory=dict)

    def led(self, link: Link) -> CrossRef | None:
        """Where a link in a text leads a reader: to an item here or elsewhere, or to another brief; None where it leads to nothing."""
        if across := led_across(link):
            return self.beyond.get(across)
        ref = led_to(link)
        here = self.shown(ref) if ref else None
        return CrossRef(self.slug, here) if here else None

    def shown(self, ref: ItemRef) -> ItemRef | None:
        """An item that a reader can be led to, a term by any of its names; None where there is none."""
        term = self.terms.get(ref.key) if ref.kind == "term" else None
        return _term(term) if term else ref if ref in self.refs else None

    @cached_property
    def refs(self) -> frozenset[ItemRef]:
        """All items that a reader can be led to."""
        own = {entry.ref for entry in items(self.brief)}
        return frozenset(own | {ItemRef("actor", name) for name in self.actors} | {_term(term) for term in self.terms.values()})

    @cached_property
    def state(self) -> tuple[Recorded, ...]:
        """What readers get now, as a release records it."""
        return recorded(self._entries())

    @property
    def said(self) -> Mapping[ItemRef, str]:
        """The texts in it, of what has a name that stays."""
        return said(self._entries())

    def _entries(self) -> Iterable[tuple[ItemRef, Model | str]]:
        own = {entry.ref: entry.item for entry in items(self.brief)}
        shared: dict[ItemRef, Model] = {ItemRef("actor", name): actor for name, actor in self.actors.items()}
        shared |= {_term(term): term for term in self.terms.values()}
        return [*own.items(), *((ref, item) for ref, item in shared.items() if ref not in own)]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What has changed from one published state to the next, the newest first."""
        return steps(self.releases, self.state, self.brief, self.refs)


def public(checked: CheckedBrief, *, preview: bool = False, language: str = "en") -> PublicBrief:
    """What readers get of a brief that may be shown, in its own language or else that of its site; a preview keeps proposals."""
    if checked.brief.status == "withdrawn":
        return _notice(checked)
    in_site = {name: spoken(actor, language) for name, actor in checked.actors.items() if actor.translations}
    checked = _in_words(checked, checked.brief.language or language)
    hidden = _hidden(checked, preview=preview)
    names, brief = _stripped(checked, hidden)
    images = _images(checked, brief)
    brief = brief.model_copy(update={"figures": tuple(figure for figure in brief.figures if media_name(figure.file) in images)})
    anchors = {(names[ref], number): anchor for (ref, number), anchor in checked.anchors.items() if ref in names}
    actors = (told for actor in _actors(checked) if ItemRef("actor", actor.id) not in hidden and (told := _without(actor, hidden)))
    article = checked.article
    shown = tuple(actors)
    terms = {name: term for name, term in checked.terms.items() if _term(term) not in hidden}
    proofs = _proofs(checked, names, brief, (*shown, *terms.values()))
    texts_shown = (*_texts(brief, (*shown, *terms.values())), article or "")
    made = PublicBrief(
        slug=checked.slug,
        brief=brief,
        article=article,
        sources={source.id: _source(checked, source, anchors, proofs.values()) for source in brief.sources},
        excerpts={key: excerpt(checked.sources[anchor.source], replace(anchor, item=key[0])) for key, anchor in anchors.items()},
        actors={actor.id: actor for actor in shown},
        terms=terms,
        media={name: content for name, content in checked.media.items() if name in images},
        sizes={name: sizes for name, sizes in checked.sizes.items() if name in images},
        coverage=coverage(article, lambda link: _target(link, checked) not in hidden) if article else None,
        reasons={names[ref] if ref else None: said for ref, said in checked.reasons.items() if ref is None or ref in names},
        proofs=proofs,
        releases=public_releases(checked.releases, brief.sources),
        paths=checked.paths,
        crossing=frozenset(to for text in texts_shown for to in crossing(text)),
        site_words={actor.id: in_site[actor.id] for actor in shown if actor.id in in_site},
    )
    if any("]:" in text for text in texts_shown):
        made = _retold(made, without_unused)
    linked = {target for text in texts_shown for target in _linked(text, checked)}
    return made if linked.isdisjoint(hidden) else _untied(made, lambda link: _target(link, checked) in hidden)


def _in_words(checked: CheckedBrief, language: str) -> CheckedBrief:
    """A brief whose actors and terms, the shared ones too, are said in a language."""
    brief = checked.brief
    own = {
        "actors": tuple(spoken(actor, language) for actor in brief.actors),
        "terms": tuple(spoken(term, language) for term in brief.terms),
    }
    return replace(
        checked,
        brief=brief.model_copy(update=own),
        actors={name: spoken(actor, language) for name, actor in checked.actors.items()},
        terms={name: spoken(term, language) for name, term in checked.terms.items()},
    )


class Leads(Protocol):
    """A brief that others may lead to."""

    def shown(self, ref: ItemRef) -> ItemRef | None:
        """An item that a reader can be led to; None where there is none."""


def connected(brief: PublicBrief, others: Mapping[str, Leads]) -> PublicBrief:
    """A brief with what its texts lead to in others, by their slugs. Of links to what readers do not get only the words stay.

    A translation of what they do not get is for them a brief like any other.
    """
    if (original := brief.brief.translation_of) and original not in others:
        brief = replace(brief, brief=brief.brief.model_copy(update={"translation_of": None}))
    beyond = led_beyond(brief.crossing, others)
    led = replace(brief, beyond=beyond) if beyond else brief
    if len(beyond) == len(brief.crossing):
        return led

    untied = _untied(led, lambda link: led_across(link) in brief.crossing - beyond.keys())
    covered = coverage(untied.article, lambda link: led.led(link) is not None) if untied.article else None
    return replace(untied, coverage=covered)


def led_beyond(crossing: Iterable[CrossRef], others: Mapping[str, Leads]) -> Mapping[CrossRef, CrossRef]:
    """What readers are led to in others, by its name."""
    return {name: to for name in crossing if (to := _there(name, others))}


def _untied(brief: PublicBrief, gone: Callable[[Link], bool]) -> PublicBrief:
    """A brief without the addresses of some links, whose words stay."""
    return _retold(brief, lambda text: unlinked(text, gone))


def _retold(brief: PublicBrief, told: Callable[[str], str]) -> PublicBrief:
    """A brief with all its texts said otherwise."""
    return replace(
        brief,
        brief=with_texts(brief.brief, told),
        article=told(brief.article) if brief.article else None,
        actors={name: with_texts(actor, told) for name, actor in brief.actors.items()},
        terms={name: with_texts(term, told) for name, term in brief.terms.items()},
    )


def _there(name: CrossRef, others: Mapping[str, Leads]) -> CrossRef | None:
    other = others.get(name.brief)
    item = other.shown(name.item) if other and name.item else None
    return CrossRef(name.brief, item) if item or (other and not name.item) else None


def _source(checked: CheckedBrief, source: Source, anchors: Mapping[Any, Anchor], proofs: Iterable[Proof]) -> PublicSource:
    cites: Iterable[Anchor | Proof] = (*anchors.values(), *proofs)
    cited = [piece for each in cites if each.source == source.id for piece in each.pieces]
    return replace(public_source(checked.sources[source.id], cited), source=source)


def _proofs(checked: CheckedBrief, names: Mapping[ItemRef, ItemRef], brief: Brief, around: Iterable[Model]) -> Mapping[str, Proof]:
    """What words in quotation marks are held to, for those that texts for readers have: nothing else of a source is shown for them."""
    if not checked.quoted:
        return {}
    shown = "\n".join(" ".join(plain(text).split()) for text in (*_texts(brief, around), checked.article or ""))
    open_sources = {source.id for source in brief.sources if source.publish != "none"}
    found: dict[str, Proof] = {}
    for quoted in checked.quoted:
        words = " ".join(quoted.words.split())
        if words in found or words not in shown:
            continue
        if quoted.quote and quoted.quote in names:
            found[words] = Proof(names[quoted.quote], "", ())
        elif quoted.match and quoted.source in open_sources:
            found[words] = Proof(None, quoted.source, quoted.match.pieces)
    return found


def _texts(brief: Brief, around: Iterable[Model]) -> Iterator[str]:
    """The texts of a brief, and those of what is shared."""
    return (text.text for model in (brief, *around) for text in texts(model))


def _images(checked: CheckedBrief, brief: Brief) -> Set[str]:
    """The names of the images that texts show or lead to; what is said of a figure shows none."""
    bare = brief.model_copy(update={"figures": ()})
    found = [link for text in (*(text.text for text in texts(bare)), checked.article or "") for link in links(text)]
    own = f"{checked.slug}/media/"
    led = (path.path for link in found if link.kind == "link" and (path := checked.paths.get(link.href)))
    shown = {media_name(link.target) for link in found if link.kind == "image"}
    shown |= {media_name(figure.file) for figure in brief.figures if figure.id == brief.image}
    return shown | {path.removeprefix(own) for path in led if path.startswith(own)}


def _notice(checked: CheckedBrief) -> PublicBrief:
    """What is left of a withdrawn brief: that it was there, and what was said to correct it, which leads to no item or brief."""
    brief = checked.brief
    told = tuple(correction.model_copy(update={"item": None}) for correction in brief.corrections)
    bare = Brief.model_construct(title=brief.title, summary="", status=brief.status, language=brief.language, corrections=told)
    left = _retold(PublicBrief(checked.slug, bare), without_unused)
    return _untied(left, lambda link: bool(led_to(link) or led_across(link)))


# What is hidden


def _hidden(checked: CheckedBrief, *, preview: bool) -> Set[ItemRef]:
    """The items of a brief, and of those that all briefs share, that readers do not get."""
    own = {entry.ref: entry.item for entry in items(checked.brief)}
    of_brief = {target for text in (checked.brief.title, checked.brief.summary, checked.article or "") for target in _linked(text, checked)}
    known, names = _within_reach(checked, own, of_brief)
    namers: dict[ItemRef, set[ItemRef]] = {}
    for ref, targets in names.items():
        for target in targets - {ref}:
            namers.setdefault(target, set()).add(ref)

    def is_hidden(ref: ItemRef, item: Model | str) -> bool:
        nobody_left = ref.kind in SUPPORTING and ref in namers and ref not in of_brief and namers[ref] <= hidden
        return nobody_left or (bool(names[ref] & hidden) and isinstance(item, Model) and _without(item, hidden) is None)

    proposed = set() if preview else {ref for ref, item in known.items() if isinstance(item, Item) and item.draft}
    hidden = proposed | {ref for ref, item in known.items() if _is_withheld(item, checked)}
    while more := {ref for ref, item in known.items() if ref not in hidden and is_hidden(ref, item)}:
        hidden |= more
    return hidden | {ref for ref in _shared(checked) if ref not in known}


def _within_reach(
    checked: CheckedBrief, own: Mapping[ItemRef, Model | str], of_brief: Set[ItemRef]
) -> tuple[Mapping[ItemRef, Model | str], Mapping[ItemRef, Set[ItemRef]]]:
    """The brief's own items and the shared ones that they lead to, in however many steps; and what each of them names."""
    shared = _shared(checked)
    known = dict(own)
    names: dict[ItemRef, Set[ItemRef]] = {}
    known |= {ref: shared[ref] for ref in of_brief & shared.keys()}
    while unread := known.keys() - names.keys():
        for ref in unread:
            names[ref] = frozenset(_named_by(known[ref], checked))
            known |= {target: shared[target] for target in names[ref] if target in shared and target not in known}
    return known, names


def _shared(checked: CheckedBrief) -> Mapping[ItemRef, Model]:
    """All actors and terms that the brief may name, its own and the shared ones."""
    actors: dict[ItemRef, Model] = {ItemRef("actor", name): actor for name, actor in checked.actors.items()}
    return actors | {_term(term): term for term in checked.terms.values()}


def _actors(checked: CheckedBrief) -> Iterator[Actor]:
    """The brief's own actors, then the shared ones."""
    own = {actor.id for actor in checked.brief.actors}
    yield from checked.brief.actors
    yield from (actor for actor in checked.actors.values() if actor.id not in own)


def _is_withheld(item: Model | str, checked: CheckedBrief) -> bool:
    """Whether an item is made of words of a source that may not be shown."""
    return isinstance(item, Quote) and checked.sources[item.source].source.publish == "none"


# What names what


def _named_by(item: Model | str, checked: CheckedBrief) -> Iterator[ItemRef]:
    """What an item names, in its fields and in the links of its texts."""
    if isinstance(item, str):
        yield from _linked(item, checked)
        return
    for reference in references(item):
        yield from _items_of(meant(reference))
    for text in texts(item):
        yield from _linked(text.text, checked)


def _items_of(things: Iterable[object]) -> Iterator[ItemRef]:
    return (thing for thing in things if isinstance(thing, ItemRef))


def _linked(text: str, checked: CheckedBrief) -> Iterator[ItemRef]:
    return (target for link in links(text) if (target := _target(link, checked)))


def _target(link: Link, checked: CheckedBrief) -> ItemRef | None:
    """The item that a link leads to; a term by any of its names is one."""
    ref = led_to(link)
    term = checked.terms.get(ref.key) if ref and ref.kind == "term" else None
    return _term(term) if term else ref


def _term(term: Term) -> ItemRef:
    return KEYED["term"].named(term.term)


# What is left of it


def _stripped(checked: CheckedBrief, hidden: Set[ItemRef]) -> tuple[Mapping[ItemRef, ItemRef], Brief]:
    """What the items that stay are called in the brief without the hidden ones, and that brief."""
    old = [entry for entry in items(checked.brief) if entry.ref not in hidden]
    kept: dict[str, list[Model | str | None]] = {str(entry.location[0]): [] for entry in items(checked.brief)}
    for entry in old:
        told = _without(entry.item, hidden) if isinstance(entry.item, Model) else entry.item
        kept[str(entry.location[0])].append(_muted(told, entry.ref, checked) if isinstance(told, Model) else told)
    redirects = tuple(
        one for one in checked.brief.redirects if hidden.isdisjoint(_items_of(name for to in references(one) for name in meant(to)))
    )
    brief = checked.brief.model_copy(update={"redirects": redirects, **{name: tuple(told) for name, told in kept.items()}})
    return {entry.ref: new.ref for entry, new in zip(old, items(brief), strict=True)}, brief


def _muted(item: Model, ref: ItemRef, checked: CheckedBrief) -> Model:
    """An item without the words of sources that readers are not shown; that it has evidence there may be known.

    A source keeps to itself what its file is called, and what editors note on its segments.
    """
    if isinstance(item, Source):
        silent = tuple(segment.model_copy(update={"note": None}) for segment in item.segments)
        return item.model_copy(update={"file": "", "segments": silent})
    if isinstance(item, Quote):
        return _without_context(item, checked.anchors.get((ref, 0)), checked)
    evidence: tuple[Evidence, ...] = getattr(item, "evidence", ())
    told = tuple(
        passage.model_copy(update=_UNSAID)
        if checked.sources[passage.source].source.publish == "none"
        else _without_context(passage, checked.anchors.get((ref, number)), checked)
        for number, passage in enumerate(evidence)
    )
    return item.model_copy(update={"evidence": told}) if told != evidence else item


def _without_context(cited: Cited, anchor: Anchor | None, checked: CheckedBrief) -> Cited:
    """Cited words without those around them by which they are found, where these lead out of what is shown with them."""
    prefix, suffix = cited.prefix or "", cited.suffix or ""
    is_shown = not (prefix or suffix) or (anchor and stands_between(checked.sources[cited.source], anchor, prefix, suffix))
    return cited if is_shown else cited.model_copy(update=_APART)


def _without(item: AnItem, hidden: Set[ItemRef]) -> AnItem | None:
    """An item without the names of hidden ones and without editors' notes; None where it cannot be said without them."""
    changed: dict[str, Any] = {"accept": {}} if isinstance(item, Item) and item.accept else {}
    lost: set[str] = set()
    for reference in references(item):
        name, *place = reference.location
        if hidden.isdisjoint(_items_of(meant(reference))):
            continue
        if place and isinstance(getattr(item, str(name)), tuple):
            changed[str(name)] = tuple(each for each in changed.get(str(name), getattr(item, str(name))) if each != reference.text)
        else:
            changed[str(name)] = None
            lost.add(str(name))
    if lost and not _is_whole(item, lost):
        return None
    return item.model_copy(update=changed) if changed else item


def _is_whole(item: Model, without: Set[str]) -> bool:
    """Whether its model takes an item without some of its keys."""
    try:
        type(item).model_validate(item.model_dump(mode="json", by_alias=True, exclude=set(without)))
    except ValidationError:
        return False
    return True
