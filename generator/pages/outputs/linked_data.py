"""What a page says of itself to programs: one graph of schema.org’s terms, as JSON-LD (W3C, JSON-LD 1.1), for the head of the page.

Its ids are permalinks, so a page has a graph only where the publication says at which address it is. It is made of what the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.items import Actor, ItemRef
from generator.library.library import Site
from generator.pages.addresses import permalink, way
from generator.pages.nodes import Place
from generator.pages.outputs.ready import Ready
from generator.pages.sections.actors import ActorView, actor_page
from generator.pages.sections.sources import SourceView
from generator.pages.topics import topic_page
from generator.pages.views import ItemView
from generator.text import markdown
from generator.text.replacing import replacing

Node = Mapping[str, Any]

_ACTORS: Mapping[str, str | list[str]] = {
    "person": "Person",
    "anonymous": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "state": ["Country", "GovernmentOrganization"],  # a state speaks and acts, which a country, as a place, does not
}
_in_script = replacing({sign: f"\\u{ord(sign):04x}" for sign in "<>&"})
"""What could end an element `<script>`, or begin something else in it, as strings of JSON escape it; no other part of JSON has it."""


# Pages


def of_brief(ready: Ready) -> str:
    """The graph of a brief: an explainer (schema.org’s BackgroundNewsArticle), what it states, whom it names, and what it rests on.

    Of actors and sources it says who and what they are: the rest is in the graphs of their own pages, under the same names.
    """
    site, view, brief = ready.site, ready.view, ready.dossier.shown.brief
    if not site.url or view.withdrawn:
        return ""
    topics = (site.topic(name) for name in brief.topics)
    article = {
        "@type": ["NewsArticle", "BackgroundNewsArticle"],
        "@id": permalink(site.url, view.place),
        "headline": view.title.words.text,
        "inLanguage": view.language,
        "datePublished": _day(brief.published),
        "dateModified": _day(brief.updated),
        "version": ready.dossier.version,
        "author": [_node("Person", name=author.name, jobTitle=author.role, url=author.url) for author in brief.authors],
        "publisher": _node("Organization", name=site.name, url=site.url),
        "about": [{**_id(ready, topic_page(topic)), **_node("Thing", name=topic.topic)} for topic in topics],
        "hasPart": [*_claims(ready), *_quotations(ready), *_questions(ready)],
        "mentions": [_kept(actor_node(ready, actor), "name disambiguatingDescription sameAs") for actor in view.section("actors")],
        "isBasedOn": [
            _kept(_source(ready, source), "name url creativeWorkStatus") if source.page else _source(ready, source)
            for source in view.section("sources")
        ],
        "correction": [_node("CorrectionComment", text=markdown.plain(one.text), dateCreated=_day(one.date)) for one in brief.corrections],
    }
    return _written(article)


def of_source(ready: Ready, source: SourceView, place: Place, title: str) -> str:
    """The graph of a page that shows what a brief cites of a source."""
    site = ready.site
    if not site.url:
        return ""
    page = {"@type": "WebPage", "@id": permalink(site.url, place), "name": title, "inLanguage": source.language}
    return _written({**page, "isPartOf": _id(ready, ready.view.place), "mainEntity": _source(ready, source)})


def of_actor(site: Site, page: Place, actor: Node, briefs: Iterable[Place]) -> str:
    """The graph of an actor’s page; `actor` is what the newest brief says of it, `briefs` are all that name it."""
    if not site.url:
        return ""
    named_in = [{"@id": permalink(site.url, brief)} for brief in briefs]
    return _written({"@type": "ProfilePage", "url": permalink(site.url, page), "mainEntity": {**actor, "subjectOf": named_in}})


def of_index(site: Site, address: str, title: str, description: str, listed: Iterable[Place]) -> str:
    """The graph of a page across briefs, which lists what stands at some places."""
    if not site.url:
        return ""
    ids = [{"@id": one} for one in dict.fromkeys(permalink(site.url, place) for place in listed)]
    page = _node("CollectionPage", name=title, description=description, inLanguage=site.language)
    of_site = {"@type": "WebSite", "@id": site.url, "name": site.name}
    entries = _node("ItemList", numberOfItems=len(ids), itemListElement=ids) if ids else None
    return _written({**page, "@id": f"{site.url}{address}", "isPartOf": of_site, "mainEntity": entries})


# What stands on them


def _claims(ready: Ready) -> Iterator[Node]:
    for fact in ready.view.section("facts"):
        yield _item(
            ready,
            fact,
            "Claim",
            text=fact["text"].words.text,
            creativeWorkStatus=fact["status"],
            temporalCoverage=fact["as_of"] and fact["as_of"].iso,
            author=[_id(ready, actor_page(by.to.part)) for by in fact["by"]],
        )


def _quotations(ready: Ready) -> Iterator[Node]:
    for quote in ready.view.section("quotes"):
        original = quote.original
        yield _item(
            ready,
            quote,
            "Quotation",
            text=" ".join(quote["text"].split()),
            inLanguage=quote.text.language,
            spokenByCharacter=_id(ready, actor_page(quote["speaker"].to.part)),
            dateCreated=quote["said"] and quote["said"].iso,
            translationOfWork=_node("Quotation", text=original.text, inLanguage=original.language) if original else None,
        )


def _questions(ready: Ready) -> Iterator[Node]:
    for question in ready.view.section("questions"):
        answers = [_node("Answer", text=str(fact), url=permalink(ready.site.url, fact.to)) for fact in question["answered_by"]]
        words = question["question"].words.text
        yield _item(ready, question, "Question", name=words, creativeWorkStatus=question["status"], acceptedAnswer=answers)


def actor_node(ready: Ready, view: ActorView) -> Node:
    """An actor, by the page that all briefs share; of whom it is part, where that is a body."""
    shown, site = ready.dossier.shown, ready.site
    actor = shown.actors[view.ref.key]
    owner = shown.actors.get(actor.of or "")
    is_body = owner is not None and _is_body(owner)
    return {
        **_node(
            _ACTORS[actor.kind],
            name=actor.name,
            alternateName=list(actor.aliases),
            description=markdown.plain(actor.about) if actor.about else None,
            disambiguatingDescription=view.caution,
            jobTitle=[role.role for role in actor.role] if not _is_body(actor) else None,
            memberOf={"@id": permalink(site.url, actor_page(ItemRef("actor", owner.id)))} if owner and is_body else None,
            sameAs=f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else None,
        ),
        "@id": permalink(site.url, view.page),
    }


def _is_body(actor: Actor) -> bool:
    return _ACTORS[actor.kind] != "Person"


def _source(ready: Ready, view: SourceView) -> Node:
    source = ready.dossier.shown.sources[view.ref.key].source
    return _item(
        ready,
        view,
        "CreativeWork",
        name=source.title,
        inLanguage=view.language,
        author=[_node("Person", name=name) for name in source.author],
        publisher=_node("Organization", name=source.publisher) if source.publisher else None,
        datePublished=_day(source.published),
        url=source.url,
        archivedAt=source.archive_url,
        creativeWorkStatus="withdrawn" if source.withdrawn else None,
    )


# Nodes


def _item(ready: Ready, view: ItemView, kind: str, **properties: Any) -> Node:
    """An item of a brief, named by its permalink, and the sources that its words stand in."""
    sources = dict.fromkeys(passage.source.place for passage in view.evidence)
    return {**_node(kind, **properties), **_id(ready, view.place), "isBasedOn": [_id(ready, source) for source in sources]}


def _kept(node: Node, properties: str) -> Node:
    """A node with its kind, its name and some of its properties."""
    return {key: node[key] for key in ("@type", *properties.split(), "@id") if key in node}


def _id(ready: Ready, place: Place) -> Node:
    return {"@id": permalink(ready.site.url, place)}


def _node(kind: str | list[str], **properties: Any) -> Node:
    return {"@type": kind, **properties}


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _near(value: Any, base: str) -> Any:
    """A graph without what is empty, whose names are relative to a base (JSON-LD 1.1, 4.1.3)."""
    if isinstance(value, dict):
        told = ((key, entry) for key, entry in value.items() if entry not in (None, "", []))
        return {key: way(base, entry) if key == "@id" else entry if type(entry) is str else _near(entry, base) for key, entry in told}
    return [_near(entry, base) for entry in value] if isinstance(value, list) else value


def _written(node: Node) -> str:
    """A graph as the text of an element `<script type="application/ld+json">`: its names are said as seen from its page, by which they are
    whole wherever they are read."""
    base = node.get("@id") or node["url"]
    content = {"@context": ["https://schema.org", {"@base": base}], **_near(node, base)}
    return _in_script(json.dumps(content, ensure_ascii=False, separators=(",", ":")))
