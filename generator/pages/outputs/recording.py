"""What is kept of a brief for pages across briefs, each part by the module of the output that it is for."""

from __future__ import annotations

from generator.dossier.briefs_data import entry_of
from generator.pages.nodes import FilePlace, Rich
from generator.pages.outputs.feeds.entries import answered_in, corrected_in, news_of
from generator.pages.outputs.indexes.actors import actor_record, fact_record
from generator.pages.outputs.indexes.corrections import indexed_correction
from generator.pages.outputs.indexes.questions import question_record
from generator.pages.outputs.indexes.quotes import quote_record
from generator.pages.outputs.indexes.sources import source_record
from generator.pages.outputs.indexes.timeline import event_record
from generator.pages.outputs.ready import Ready
from generator.pages.outputs.tables import rows_of
from generator.pages.records import BriefEntry, Record
from generator.pages.viewing import pictures
from generator.pages.views import BriefView


def record(ready: Ready) -> Record:
    """The record of a brief."""
    view, section, brief = ready.view, ready.view.section, ready.dossier.shown.brief
    picture = _picture(view)
    facts = (fact_record(ready, fact) for fact in section("facts"))
    return Record(
        brief=_entry(view),
        withdrawn=view.withdrawn,
        text=view.text,
        picture=picture,
        sizes=pictures(ready.dossier.shown).get(picture) if picture else None,
        topics=tuple(brief.topics),
        actors=tuple(actor_record(ready, actor) for actor in section("actors")),
        quotes=tuple(quote_record(ready, quote) for quote in section("quotes")),
        questions=tuple(question_record(ready, question) for question in section("questions")),
        events=tuple(event_record(ready, event) for event in getattr(section("timeline"), "items", ())),
        sources=tuple(source_record(ready, source) for source in section("sources")),
        corrections=tuple(indexed_correction(ready, correction) for correction in section("corrections")),
        news=news_of(ready),
        corrected=tuple(corrected_in(ready)),
        answered=tuple(answered_in(ready)),
        catalogue=entry_of(ready.site, ready.dossier),
        rows=rows_of(ready),
        facts=tuple(fact for fact in facts if fact.by or fact.names),
    )


def _entry(view: BriefView) -> BriefEntry:
    return BriefEntry(
        slug=view.slug,
        place=view.place,
        title=view.title,
        summary=view.summary,
        language=view.language,
        direction=view.direction,
        mark=view.mark,
        mark_words=view.mark_words,
        published=view.published,
        as_of=view.as_of,
        topics=view.topics,
        counts=view.counts,
        handouts=view.handouts,
    )


def _picture(view: BriefView) -> FilePlace | None:
    """The image that stands for a brief, or the first one of its story."""
    article = view.section("article")
    images = article.images if isinstance(article, Rich) else ()
    return view.picture or next((image for image in images if isinstance(image, FilePlace)), None)
