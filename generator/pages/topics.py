"""Topics as links to their pages."""

from __future__ import annotations

from generator.items import Topic
from generator.pages.nodes import IndexPlace, Link, Words
from generator.text.slugs import slug_as_written


def topic_page(topic: Topic) -> IndexPlace:
    """The page of a topic, across briefs."""
    return IndexPlace(f"topics/{slug_as_written(topic.topic)}/")


def topic_link(topic: Topic, language: str) -> Link:
    """A topic by its name, with the way to its page."""
    return Link(Words(topic.topic, language), topic_page(topic))
