"""What briefs have in common: people and bodies that they share, the same sources, topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.library.known import Known
from generator.library.library import Library
from generator.library.survey import Memory, remembered
from generator.library.translations import Versions
from generator.text.slugs import slug_as_written

MOST = 3  # briefs that are named beside one
NEAR = 12  # briefs with a feature that are looked at; something that all have tells of none
WEIGHTS = {"source": 3, "actor": 2, "topic": 2}
LEAST = 3  # one actor or one topic alone relates nothing


class Feature(NamedTuple):
    """Something that briefs may share; `key` tells it from others of its kind, `name` is what it is called."""

    kind: Literal["source", "actor", "topic"]
    key: str
    name: str


@dataclass(frozen=True)
class Common:
    """Another brief, with what it shares."""

    slug: str
    title: str
    language: str | None
    shared: tuple[Feature, ...]


def in_common(library: Library, memory: Memory, versions: Mapping[str, Versions]) -> Mapping[str, tuple[Common, ...]]:
    """For each brief that is listed those that share most with it, the nearest first; other versions of it have a switch."""
    features = tuple((brief.slug, brief.title, brief.language, tuple(_features(library, brief))) for brief in library.listed)
    same = {slug: frozenset(one.slug for one in found.all) for slug, found in versions.items()}
    return remembered(memory, ("in common", features, tuple(sorted(same.items()))), lambda: _compared(features, same))


def _features(library: Library, known: Known) -> Iterable[Feature]:
    for digest, title in known.sources:
        yield Feature("source", digest, title)
    for name, called in known.actors:
        yield Feature("actor", name, called)
    for topic in map(library.site.topic, known.topics):
        yield Feature("topic", slug_as_written(topic.topic), topic.topic)


def _compared(
    briefs: tuple[tuple[str, str, str | None, tuple[Feature, ...]], ...], same: Mapping[str, frozenset[str]]
) -> Mapping[str, tuple[Common, ...]]:
    having: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (*_, features) in enumerate(briefs):
        for feature in features:
            having[feature.kind, feature.key].append(number)
    found: dict[str, tuple[Common, ...]] = {}
    for number, (slug, _, _, features) in enumerate(briefs):
        shared: dict[int, dict[tuple[str, str], Feature]] = defaultdict(dict)
        for feature in features:
            for other in having[feature.kind, feature.key][:NEAR]:
                if other != number and briefs[other][0] not in same.get(slug, ()):
                    shared[other][feature.kind, feature.key] = feature
        weights = {other: sum(WEIGHTS[kind] for kind, _ in which) for other, which in shared.items()}
        nearest = sorted((other for other in shared if weights[other] >= LEAST), key=lambda other: (-weights[other], other))[:MOST]
        found[slug] = tuple(Common(*briefs[other][:3], tuple(shared[other].values())) for other in nearest)
    return found
