"""The item for brief.yml: what is known of a source, `# check` where it is not sure, and its segments with their reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, get_args

from ruamel.yaml.comments import CommentedMap

from generator.drafting.segments import Segment
from generator.engine.brief_file import item
from generator.ingest.article import Article, Known
from generator.ingest.maps import to_look_at
from generator.items.source import SourceKind
from generator.text.slugs import slug
from generator.text.yamltree import Mapping, Node, Scalar
from generator.text.yamltree import Sequence as SequenceNode

_LONGEST_ID = 50
_CHECK = "check"
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la)\s", re.IGNORECASE)
_GOOD_PART = 0.2
# Kinds that a page's own label or the turns of its speakers give away; any other someone must decide.
_SURE = re.compile(r"labelled “|turns of named speakers|questions, each with its answer")


def new_id(article: Article, taken: set[str]) -> str:
    """An id that is not taken: the publisher, or the first words of the title; both where one is not enough."""
    publisher = _first(_ARTICLE.sub("", article.publisher.value) if article.publisher else "", 3)
    title = _first(article.title.value if article.title else "", 4)
    both = slug(f"{publisher} {title}", _LONGEST_ID) or "source"
    numbered = (f"{both}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (publisher or title or "source", both, *numbered) if name not in taken)


def _first(words: str, most: int) -> str:
    """The first words as an id."""
    return slug("-".join(slug(words).split("-")[:most]), _LONGEST_ID)


def ids(node: Node) -> set[str]:
    """All ids in a brief's tree."""
    if isinstance(node, Mapping):
        own = {value.value for key, value in node.entries if key.value == "id" and isinstance(value, Scalar)}
        return own.union(*(ids(value) for _, value in node.entries))
    return set().union(*(ids(entry) for entry in node.items)) if isinstance(node, SequenceNode) else set()


def record(article: Article, name: str, file: str, digest: str, retrieved: date | None) -> CommentedMap:
    """The item of a source; its keys in the order of the model."""
    segments = article.segments
    main, sure = _main_kind(segments)
    values: dict[str, Any] = {"id": name, "file": file, "sha256": digest}
    comments: dict[str | tuple[str, int], str] = {}
    if doubts := to_look_at(article):
        comments["file"] = f"{_CHECK}: {'; '.join(doubts)}"
    fields = {
        "title": (article.title,), "publisher": (article.publisher,), "author": article.authors, "published": (article.published,),
        "retrieved": (Known(retrieved.isoformat(), True) if retrieved else None,), "url": (article.url,), "language": (article.language,),
    }  # fmt: skip
    for key, found in fields.items():
        known = [each for each in found if each]
        if known:
            values[key] = _value(key, known)
            comments |= {} if all(each.is_sure for each in known) else {key: _CHECK}
    values["kind"] = main if sure else None
    comments["kind"] = _why_kind(segments, main, sure)
    listed = list(_listed(segments, main))
    if listed:
        values["segments"] = [{"lines": _lines(first, last), "kind": kind} for first, last, kind, _ in listed]
        comments |= {("segments", index): why for index, (_, _, _, why) in enumerate(listed) if why}
    return item(values, comments)


def _value(key: str, known: Sequence[Known]) -> Any:
    if key in ("published", "retrieved"):
        return date.fromisoformat(known[0].value)
    return known[0].value if len(known) == 1 else [each.value for each in known]


def _main_kind(segments: Sequence[Segment]) -> tuple[str, bool]:
    """The kind of the lines in no segment, and whether all the text surely is of it: a report where a good part is one."""
    sizes = Counter({"report": 0})
    for each in segments:
        if each.kind != "boilerplate":
            sizes[each.kind] += each.end - each.start
    main = "report" if sizes["report"] >= _GOOD_PART * sizes.total() else sizes.most_common(1)[0][0]
    told = [each.why for each in segments if each.kind == main]
    return main, sizes[main] == sizes.total() and bool(told) and all(_SURE.search(why) for why in told)


def _why_kind(segments: Sequence[Segment], main: str, sure: bool) -> str:
    why = next((each.why for each in segments if each.kind == main and each.why), "")
    if sure:
        return f"check: {why}"
    kinds = [kind for kind in get_args(SourceKind) if kind != main]
    return f"check: {main}? ({why}) or {', '.join(kinds[:-1])} or {kinds[-1]}"


def _listed(segments: Sequence[Segment], main: str) -> Iterator[tuple[int, int, str, str]]:
    """The segments that are not of the main kind: first and last line, kind, and why, said once for each piece."""
    said = set()
    for each in segments:
        if each.kind != main:
            yield each.first_line, each.last_line, each.kind, each.why if each.why not in said or each.kind == "boilerplate" else ""
            said.add(each.why)


def _lines(first: int, last: int) -> str | int:
    return first if first == last else f"{first}-{last}"
