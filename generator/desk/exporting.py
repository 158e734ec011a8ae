"""What readers may get of all briefs as a database, to be asked in SQL: `docs/export.md` describes its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.desk.publication import Publication
from generator.dossier.dossier import Dossier, dossier
from generator.dossier.texts import texts_of
from generator.engine.atomic import write_output
from generator.engine.database import Row, database
from generator.items import Actor, Correction, Fact, ItemRef, Question, Quote, Source
from generator.items.fields import items
from generator.library.library import Site, collect
from generator.library.public import PublicBrief
from generator.pages.addresses import permalink
from generator.pages.nodes import PartPlace
from generator.text.finding import NO_FINDINGS, Findings, Severity
from generator.text.markdown import plain

SCHEMA = """
CREATE TABLE briefs (slug TEXT PRIMARY KEY, url TEXT, title TEXT, summary TEXT, status TEXT, language TEXT, published TEXT, updated TEXT,
  as_of TEXT, version TEXT);
CREATE TABLE topics (brief TEXT REFERENCES briefs, topic TEXT, PRIMARY KEY (brief, topic));
CREATE TABLE authors (brief TEXT REFERENCES briefs, name TEXT);
CREATE TABLE sources (brief TEXT REFERENCES briefs, id TEXT, url TEXT, title TEXT, publisher TEXT, kind TEXT, published TEXT,
  address TEXT, archive TEXT, language TEXT, withdrawn TEXT, sha256 TEXT, PRIMARY KEY (brief, id));
CREATE TABLE actors (brief TEXT REFERENCES briefs, id TEXT, url TEXT, name TEXT, kind TEXT, roles TEXT, of TEXT, wikidata TEXT, about TEXT,
  existence TEXT, PRIMARY KEY (brief, id));
CREATE TABLE facts (brief TEXT REFERENCES briefs, id TEXT, url TEXT, text TEXT, status TEXT, confidence TEXT, as_of TEXT, note TEXT,
  PRIMARY KEY (brief, id));
CREATE TABLE claims (brief TEXT REFERENCES briefs, fact TEXT, actor TEXT, PRIMARY KEY (brief, fact, actor));
CREATE TABLE quotes (brief TEXT REFERENCES briefs, id TEXT, url TEXT, text TEXT, speaker TEXT, source TEXT, said TEXT, place TEXT,
  context TEXT, translated INTEGER, PRIMARY KEY (brief, id));
CREATE TABLE questions (brief TEXT REFERENCES briefs, id TEXT, url TEXT, question TEXT, status TEXT, why TEXT, known TEXT, watch_for TEXT,
  PRIMARY KEY (brief, id));
CREATE TABLE answers (brief TEXT REFERENCES briefs, question TEXT, fact TEXT, PRIMARY KEY (brief, question, fact));
CREATE TABLE corrections (brief TEXT REFERENCES briefs, date TEXT, kind TEXT, text TEXT, item TEXT);
CREATE TABLE passages (brief TEXT REFERENCES briefs, item TEXT, number INTEGER, source TEXT, line INTEGER, begins INTEGER, ends INTEGER,
  tier TEXT, kind TEXT, words TEXT, PRIMARY KEY (brief, item, number));
CREATE VIRTUAL TABLE search USING fts5 (brief UNINDEXED, item UNINDEXED, url UNINDEXED, title, text,
  tokenize = 'unicode61 remove_diacritics 2');
"""

FOUND = ("fact", "quote", "question")
"""The kinds of items that the full text finds one by one."""


@dataclass(frozen=True)
class Exported:
    """How many briefs are in the database, and its size in bytes; `refused` says why there is none: errors in briefs."""

    briefs: int = 0
    size: int = 0
    refused: Findings = NO_FINDINGS


def export_database(publication: Publication, path: Path) -> Exported:
    """Write what is public now as a SQLite database, in the place of one that is there."""
    survey = publication.survey()
    refused = survey.findings.of(Severity.ERROR)
    if refused:
        return Exported(refused=refused)
    library = collect(publication.site, survey, publication.now, preview=False, memory=publication.memory)
    content = database(SCHEMA, (row for brief in library.briefs for row in _rows(library.site, brief)))
    write_output(path, content)
    return Exported(len(library.shown), len(content))


def _rows(site: Site, shown: PublicBrief) -> Iterator[Row]:
    """A brief's rows, in all tables."""
    data = dossier(shown, site)
    yield "briefs", {"slug": shown.slug, "url": permalink(site.url, PartPlace(shown.slug)), **_brief(data)}
    topics = dict.fromkeys(site.topic(name).topic for name in shown.brief.topics)
    yield from (("topics", {"brief": shown.slug, "topic": topic}) for topic in topics)
    yield from (("authors", {"brief": shown.slug, "name": author.name}) for author in shown.brief.authors)
    for ref, _, item in items(shown.brief):
        yield from _of_item(site, shown, ref, item)
    for actor in shown.actors.values():
        yield "actors", {**_named(site, shown, ItemRef("actor", actor.id)), **_actor(actor)}
    for anchor in data.data.get("anchors", ()):
        kept = ("item", "number", "source", "line", "tier", "kind")
        at = {"begins": anchor["start"], "ends": anchor["end"]}
        yield "passages", {"brief": shown.slug, **{key: anchor[key] for key in kept}, **at, "words": anchor.get("words")}
    if shown.brief.status != "withdrawn":
        yield from _found(site, data)


def _brief(data: Dossier) -> dict[str, Any]:
    brief = data.shown.brief
    dates = {key: data.data.get(key) for key in ("published", "updated", "as_of")}
    told = {"title": plain(brief.title), "summary": plain(brief.summary), "status": brief.status}
    return {**told, "language": data.data["language"], **dates, "version": data.version}


def _of_item(site: Site, shown: PublicBrief, ref: ItemRef, item: object) -> Iterator[Row]:
    named = _named(site, shown, ref)
    match item:
        case Source():
            day = item.withdrawn.date.isoformat() if item.withdrawn else None
            dated = {"published": item.published and item.published.isoformat(), "withdrawn": day}
            about = {"title": item.title, "publisher": item.publisher, "kind": item.kind, "address": item.url, "archive": item.archive_url}
            pinned = {"language": item.language, "sha256": shown.sources[item.id].digest}
            yield "sources", {**named, **about, **dated, **pinned}
        case Fact():
            judged = {"status": item.status, "confidence": item.confidence, "as_of": item.as_of and item.as_of.isoformat()}
            yield "facts", {**named, "text": plain(item.text), **judged, "note": _plain(item.note)}
            yield from (("claims", {"brief": shown.slug, "fact": item.id, "actor": actor}) for actor in dict.fromkeys(item.by))
        case Quote():
            said = {"text": " ".join(item.text.split()), "speaker": item.speaker, "source": item.source}
            around = {"said": item.said and item.said.isoformat(), "place": item.where, "context": _plain(item.context)}
            yield "quotes", {**named, **said, **around, "translated": item.translated}
        case Question():
            told = {key: _plain(getattr(item, key)) for key in ("question", "why", "known", "watch_for")}
            yield "questions", {**named, "status": item.status, **told}
            yield from (("answers", {"brief": shown.slug, "question": item.id, "fact": fact}) for fact in dict.fromkeys(item.answered_by))
        case Correction():
            put_right = {"date": item.date.isoformat(), "kind": item.kind, "text": plain(item.text), "item": item.item}
            yield "corrections", {"brief": shown.slug, **put_right}


def _actor(actor: Actor) -> dict[str, Any]:
    roles = "; ".join(role.role for role in actor.role)
    known = {"of": actor.of, "wikidata": actor.wikidata, "about": _plain(actor.about), "existence": actor.existence}
    return {"name": actor.name, "kind": actor.kind, "roles": roles, **known}


def _found(site: Site, data: Dossier) -> Iterator[Row]:
    """What the full text finds: the brief with its story, and each fact, quote and question with what belongs to it."""
    shown, title = data.shown, plain(data.shown.brief.title)
    story = (shown.brief.summary, *shown.brief.key_points, shown.article or "")
    found: dict[ItemRef, list[str]] = {}
    for name, words in texts_of(data.data):
        kind, _, key = name.partition(":")
        key, _, of = key.partition(":")
        ref = ItemRef.parse(f"{kind}:{key}")
        if ref and ref.kind in FOUND and of != "status":
            found.setdefault(ref, []).append(words)
    at = permalink(site.url, PartPlace(shown.slug))
    yield "search", {"brief": shown.slug, "item": "", "url": at, "title": title, "text": "\n".join(map(plain, story))}
    for ref, told in found.items():
        at = permalink(site.url, PartPlace(shown.slug, ref))
        yield "search", {"brief": shown.slug, "item": str(ref), "url": at, "title": title, "text": "\n".join(told)}


def _named(site: Site, shown: PublicBrief, ref: ItemRef) -> dict[str, Any]:
    return {"brief": shown.slug, "id": ref.key, "url": permalink(site.url, PartPlace(shown.slug, ref))}


def _plain(text: str | None) -> str | None:
    return plain(text) if text else None
