"""What the fields of models hold, each value with its place in the file: the items, the texts, what is referred to, what is cited.

All of it is read off the models: `keyed` says what items of a kind are called, the marks on its types (`marks`) what a field holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin

from generator.items.base import Model
from generator.items.brief import Brief
from generator.items.marks import Cites, Mark, Prose, Refers
from generator.items.ref import CrossRef, ItemRef, Keyed
from generator.text import markdown

Location = tuple[str | int, ...]
"""Where a value stands in a YAML file, by keys and indexes from its top: `("facts", 3, "note")`."""

T = TypeVar("T")
M = TypeVar("M", bound=Mark)
A = TypeVar("A", bound=Model)


class Entry(NamedTuple, Generic[T]):
    """An item of a file: what it is called, where it stands, and the item itself (a key point is its text)."""

    ref: ItemRef
    location: Location
    item: T


class Value(NamedTuple, Generic[M]):
    """A text with a mark: where it stands, the item that it belongs to, and the model whose field it is."""

    location: Location
    item: ItemRef | None
    text: str
    mark: M
    holder: Model


class Field(NamedTuple):
    """A field of a model: its name there, its key in YAML, its mark, what its items are called, and whether models stand in it."""

    name: str
    key: str
    mark: Mark | None
    keyed: Keyed | None
    models: tuple[type[Model], ...]


@cache
def fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields of a model, in its order."""
    return tuple(_field(name, info.alias or name, (*_parts(info.annotation), *info.metadata)) for name, info in model.model_fields.items())


def _field(name: str, key: str, parts: tuple[Any, ...]) -> Field:
    models = tuple(part for part in parts if isinstance(part, type) and issubclass(part, Model))
    mark = next((part for part in parts if isinstance(part, Mark)), None)
    keyed = next((part for part in (*parts, *(one.keyed for one in models)) if isinstance(part, Keyed)), None)
    return Field(name, key, mark, keyed, models)


def _parts(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is put together from, and the marks on them."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _parts(arguments[0])
        yield from arguments[1:]
    elif arguments and origin is not Literal:
        for argument in arguments:
            yield from _parts(argument)
    else:
        yield annotation


@cache
def lists(file: type[Model]) -> Mapping[str, Keyed]:
    """The lists of items in a file: what the items are called, by the key of their list."""
    return MappingProxyType({field.key: field.keyed for field in fields(file) if field.keyed})


KEYED: Mapping[str, Keyed] = MappingProxyType({keyed.kind: keyed for keyed in lists(Brief).values()})
"""What items are called, by their kind."""


def items(file: Model, model: type[object] = object) -> Iterator[Entry[Model | str]]:
    """All items of a file, or those of its lists that may hold a model, in the order of its keys."""
    for field, keyed in _holding(type(file), model):  # type: ignore[arg-type]  # a class is hashable
        for index, item in enumerate(getattr(file, field.name)):
            yield Entry(keyed.ref(index, item), (field.key, index), item)


@cache
def _holding(file: type[Model], model: type[object]) -> tuple[tuple[Field, Keyed], ...]:
    """The lists of items in a file that may hold a model."""
    lists = ((field, field.keyed) for field in fields(file) if field.keyed)
    return tuple(
        (field, keyed)
        for field, keyed in lists
        if model is object or any(issubclass(of, model) or issubclass(model, of) for of in field.models)
    )


def identified(file: Model) -> Iterator[Entry[Model | str]]:
    """The items of a file that have an id."""
    return (entry for entry in items(file) if KEYED[entry.ref.kind].by == "id")


def each(file: Model, model: type[T]) -> Iterator[Entry[T]]:
    """The items of a file that are of a model."""
    return (Entry(ref, location, item) for ref, location, item in items(file, model) if isinstance(item, model))


def texts(model: Model) -> Iterator[Value[Prose]]:
    """The CommonMark texts of a file, or of an item alone."""
    return _values(model, Prose)


def with_texts(model: A, change: Callable[[str], str]) -> A:
    """A file, or an item alone, with its CommonMark texts changed."""
    marked = _marked(type(model), Prose)
    return model.model_copy(update={field.name: _changed(getattr(model, field.name), field, change) for field in marked})


def _changed(held: Any, field: Field, change: Callable[[str], str]) -> Any:
    if isinstance(held, tuple):
        return tuple(_changed(entry, field, change) for entry in held)
    if isinstance(held, Model):
        return with_texts(held, change)
    return change(held) if held and isinstance(field.mark, Prose) else held


def references(model: Model) -> Iterator[Value[Refers]]:
    """What a file, or an item alone, names of other things."""
    return _values(model, Refers)


def meant(reference: Value[Refers]) -> tuple[tuple[str, str], ...]:
    """What a reference may mean, as kinds and keys: items (`ItemRef`), a brief or an author."""
    mark, written = reference.mark, reference.text
    address = ItemRef.parse(written) if mark.form == "address" else None
    if address:
        return (_named(*address),) if address.kind in mark.kinds else ()
    return tuple(_named(kind, written) for kind in mark.kinds)


def linked(text: str) -> Iterator[ItemRef]:
    """The items that a CommonMark text links to."""
    return (ref for link in markdown.links(text) if (ref := led_to(link)))


def led_to(link: markdown.Link) -> ItemRef | None:
    """The item of the same brief that a link leads to, whether there is one or not; None for links of other kinds.

    `#fact-closes`, the part of the page that an item is, is the item.
    """
    if link.href.startswith("#"):
        kind, _, key = link.target[1:].partition("-")
        return KEYED[kind].named(key) if kind in markdown.ITEM_SCHEMES and key else None
    return KEYED[link.scheme].named(link.target) if link.scheme in markdown.ITEM_SCHEMES and "/" not in link.target else None


def led_across(link: markdown.Link) -> CrossRef | None:
    """The brief that a link names, or the item there, whether there is one or not; None for links of other kinds."""
    if link.scheme == "brief":
        return CrossRef(link.target)
    slug, slash, key = link.target.partition("/")
    return CrossRef(slug, KEYED[link.scheme].named(key)) if slash and link.scheme in markdown.ITEM_SCHEMES else None


def crossing(text: str) -> Iterator[CrossRef]:
    """The briefs, and items in them, that a CommonMark text leads to by a brief's name."""
    found = markdown.links(text) if ("[" in text or "<" in text) and _MAY_CROSS.search(text) else ()
    return (to for link in found if (to := led_across(link)))


_MAY_CROSS = re.compile(rf"brief[:&\\]|(?:{'|'.join(markdown.ITEM_SCHEMES)})[:&\\][^\n)>]*[/&%\\]", re.IGNORECASE)
"""What a text without such links does not have, so that it need not be parsed."""


def _named(kind: str, written: str) -> tuple[str, str]:
    return KEYED[kind].named(written) if kind in KEYED else (kind, written)


class Citation(NamedTuple):
    """Words that an item says stand in a source: a quote, or a passage of evidence; `number` counts those of the item from 0."""

    item: ItemRef
    of: Model
    number: int
    source: str
    words: str
    prefix: str
    suffix: str
    location: Location
    is_original: bool = False  # the words of a quote before its translation


def citations(brief: Brief) -> Iterator[Citation]:
    """The quotes and passages of a brief."""
    for ref, location, item in each(brief, Model):
        for number, value in enumerate(_values(item, Cites, location)):
            holder: Any = value.holder
            yield Citation(ref, item, number, holder.source, value.text, holder.prefix or "", holder.suffix or "", value.location)


def _values(model: Model, mark: type[M], location: Location = (), item: ItemRef | None = None) -> Iterator[Value[M]]:
    """The texts below a model that have a mark of a kind, in the order of its fields."""
    for field in _marked(type(model), mark):  # type: ignore[arg-type]  # a class is hashable
        held = getattr(model, field.name)
        if not held:
            continue
        place: Location = (*location, field.key)
        entries = [((*place, index), entry) for index, entry in enumerate(held)] if isinstance(held, tuple) else [(place, held)]
        for index, (at, entry) in enumerate(entries):
            of = field.keyed.ref(index, entry) if field.keyed else item
            if isinstance(entry, Model):
                yield from _values(entry, mark, at, of)
            elif entry and isinstance(field.mark, mark):
                yield Value(at, of, entry, field.mark, model)


@cache
def _marked(model: type[Model], mark: type[M]) -> tuple[Field, ...]:
    """The fields of a model that have a mark of a kind, or models in them that do."""
    return tuple(field for field in fields(model) if isinstance(field.mark, mark) or any(_marked(inner, mark) for inner in field.models))  # type: ignore[arg-type]
