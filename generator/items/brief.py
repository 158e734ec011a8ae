"""A brief: the metadata and all items of one explainer page."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.items.actor import Actor
from generator.items.base import Acceptances, Block, Date, Id, Inline, Language, Many, Model, Moment, OneOrMany, Url, Words
from generator.items.correction import Correction
from generator.items.event import Event
from generator.items.fact import Fact
from generator.items.figure import Figure
from generator.items.handout import Handout
from generator.items.marks import Refers
from generator.items.question import Question
from generator.items.quote import Quote
from generator.items.redirect import Redirect
from generator.items.ref import Keyed
from generator.items.source import Source
from generator.items.term import Term
from generator.items.topic import Topic

KeyPoint = Annotated[Inline, Keyed("key-point", by=None)]
BriefStatus = Literal["draft", "review", "published", "withdrawn"]
MAX_TOPICS = 100  # each has a page and a feed, which name all topics of their briefs


class Author(Model):
    """Who wrote the brief."""

    name: Words = Field(description="The name.")
    role: Words | None = Field(None, description="The role.")
    url: Url | None = Field(None, description="A page about the author.")


def _read_authors(value: Any) -> Any:
    entries = [] if value is None else value if isinstance(value, list) else [value]
    return tuple({"name": entry} if isinstance(entry, str) else entry for entry in entries)


Authors = Annotated[tuple[Author, ...], BeforeValidator(_read_authors, json_schema_input_type=str | list[str | Author] | None)]


class Brief(Model):
    """What `brief.yml` holds."""

    title: Inline = Field(description="The title (inline CommonMark).")
    summary: Block = Field(description="The answer in one paragraph (CommonMark).")
    status: BriefStatus = Field("draft", description="Drafts and reviews show under `serve` only.")
    language: Language | None = Field(None, description="The language (BCP 47); the site's if left out.")
    published: Moment | None = Field(
        None, description="When it was first published, a date or a time with a zone; required once published."
    )
    updated: Date | None = Field(None, description="When it was last changed in substance.")
    as_of: Date | None = Field(None, description="The state of knowledge; required once published.")
    review_by: Date | None = Field(None, description="When it must be looked at again.")
    embargo: Moment | None = Field(
        None, description="It appears nowhere before this day (in the publication’s zone), or this time with a zone."
    )
    authors: Authors = Field((), description="Names, or `{name, role, url}`.")
    topics: OneOrMany[Words] = Field((), max_length=MAX_TOPICS, description="What it is about; one page each.")
    key_points: Many[KeyPoint] = Field((), description="The points to remember (inline CommonMark).")
    sources: Many[Source] = Field((), description="The sources.")
    facts: Many[Fact] = Field((), description="What is known.")
    actors: Many[Actor] = Field((), description="Who acts and speaks.")
    quotes: Many[Quote] = Field((), description="What they said.")
    questions: Many[Question] = Field((), description="What nobody knows yet.")
    timeline: Many[Event] = Field((), description="What happened when.")
    terms: Many[Term] = Field((), description="Terms that a reader may not know.")
    corrections: Many[Correction] = Field((), description="What was put right.")
    redirects: Many[Redirect] = Field((), description="Published ids that have moved.")
    figures: Many[Figure] = Field((), description="What is said of images wherever they are shown.")
    image: Id | None = Field(None, description="The figure that stands for the brief.")
    translation_of: Annotated[Id, Refers(("brief",))] | None = Field(None, description="The slug of the brief that this one translates.")
    accept: Acceptances = Field(
        default_factory=dict,
        description="Findings in texts that belong to no item (title, summary, key points, terms, article.md …) which an editor accepts.",
        examples=[{"B319": "“The Long Way Home” is the title of a novel"}],
    )
    handout: Handout | None = Field(None, description="Which handouts to make.")


class SharedActors(Model):
    """What `actors.yml` holds."""

    actors: Many[Actor] = Field((), description="Actors shared by all briefs.")


class Glossary(Model):
    """What `glossary.yml` holds."""

    terms: Many[Term] = Field((), description="Terms shared by all briefs.")


class Topics(Model):
    """What `topics.yml` holds."""

    topics: Many[Topic] = Field((), description="Topics with a description, and the names that are one topic.")
