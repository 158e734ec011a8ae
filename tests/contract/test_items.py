"""The models say of every text what it is, and every kind of item has a name and a place."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.items import MODELS, Brief, Fact, Model
from generator.items.base import ID_PATTERN, Block, FactId, Many
from generator.items.fields import Field as Form
from generator.items.fields import citations, fields, items, lists, references, texts
from generator.items.marks import Cites, Prose, Refers
from generator.items.ref import KINDS
from generator.text.markdown import ITEM_SCHEMES


def _all_fields() -> Iterator[tuple[type[Model], Form]]:
    """Every field of every model that a file may hold."""
    waiting, seen = list(MODELS.values()), set[type[Model]]()
    while waiting:
        if (model := waiting.pop()) not in seen:
            seen.add(model)
            for field in fields(model):
                yield model, field
                waiting += field.models


FIELDS = {f"{model.__name__}.{field.name}": (model, field) for model, field in _all_fields()}


def _described(words: str) -> set[str]:
    return {name for name, (model, field) in FIELDS.items() if words in (model.model_fields[field.name].description or "")}


def _marked(mark: type) -> set[str]:
    return {name for name, (_, field) in FIELDS.items() if isinstance(field.mark, mark)}


def test_what_is_described_as_commonmark_is_prose() -> None:
    """The checks and the pages take those texts for CommonMark that the schema says are."""
    assert _marked(Prose) == _described("CommonMark")


def test_what_is_described_as_exact_words_is_cited() -> None:
    """The words that are held to a source are those that the schema says are, and the source is named beside them."""
    assert _marked(Cites) == _described("exact words")
    assert all(FIELDS[name][0].model_fields.keys() >= {"source", "prefix", "suffix"} for name in _marked(Cites))


def test_every_id_but_an_items_own_refers_to_something() -> None:
    """No id is passed over by the checks for what must be there."""
    schemas = {name: model.model_json_schema()["properties"][field.key] for name, (model, field) in FIELDS.items()}
    own = {name for name, (model, field) in FIELDS.items() if model.keyed and model.keyed.by == field.name}
    ids = {name for name, schema in schemas.items() if ID_PATTERN in str(schema)}
    figures = {"Figure.id", "Brief.image"}  # which no text links to: `checks/pictures` holds them to each other
    assert ids - own - figures <= _marked(Refers)
    assert own & _marked(Refers) == set()


def test_every_kind_of_item_has_a_list() -> None:
    """A brief has one list for each kind of item, and links lead to none but these."""
    assert sorted(keyed.kind for keyed in lists(Brief).values()) == sorted(KINDS)
    assert set(ITEM_SCHEMES) < set(KINDS)


def test_a_key_is_one_line_in_the_file_of_its_item() -> None:
    """A field that is added to a model with its type is found by everything that asks for texts and references."""

    class Longer(Fact):
        aside: Block | None = Field(None, description="An aside (CommonMark).")
        see: Many[FactId] = Field((), description="Facts to be seen, too.")

    class Wider(Brief):
        facts: Many[Longer] = Field((), description="What is known.")

    fact = {"id": "a", "text": "T", "status": "reported", "aside": "A", "see": ["b"], "evidence": [{"source": "s", "quote": "Q"}]}
    brief = Wider.model_validate({"title": "T", "summary": "S", "facts": [fact]})
    assert [(str(one.item), one.text, one.location) for one in texts(brief)][-1] == ("fact:a", "A", ("facts", 0, "aside"))
    assert [(str(one.item), one.text, one.location) for one in references(brief)][-1] == ("fact:a", "b", ("facts", 0, "see", 0))
    assert [str(ref) for ref, _, _ in items(brief)] == [str(one.item) for one in citations(brief)] == ["fact:a"]
