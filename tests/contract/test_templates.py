"""What templates are given is documented, and they ask for nothing else: publishers who write their own may count on it."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, ClassVar, get_args, get_origin

import pytest

from generator.items import Brief, Model
from generator.items.fields import fields
from generator.pages.contexts import Context
from generator.pages.renderer import FILTERS, FUNCTIONS, Renderer
from generator.pages.sections import SECTIONS
from generator.pages.views import BriefView, ItemView
from tests.support.awkward import renderer
from tests.support.template_types import Checker, contents, hints, keys

DOCUMENT = Path(__file__).parents[2] / "docs" / "templates.md"


def _given(kind: type[Context] = Context) -> Iterator[type[Context]]:
    """The contexts of all outputs."""
    for context in kind.__subclasses__():
        yield from (context,) if context.template else ()
        yield from _given(context)


CONTEXTS = sorted(_given(), key=lambda context: context.template)


def checked(*changes: tuple[str, str, str]) -> Checker:
    """A reading of all templates from those that have a context; a change puts one text for another in a template."""
    found = renderer()
    templates = dict(found.templates)
    for name, old, new in changes:
        assert old in templates[name]
        templates[name] = templates[name].replace(old, new)
    checker = Checker(type(found)(templates))
    for context in CONTEXTS:
        checker.template(context.template, dict(hints(context)))
    return checker


def test_templates_ask_only_for_what_is_documented() -> None:
    """Every attribute that a template reads is one of a documented type, and every template is read."""
    checker = checked()
    assert checker.problems == []
    documents = {
        name for name in checker.renderer.templates if name.startswith(("site/", "sections/", "handout/")) and name.endswith(".j2")
    }
    assert documents - checker.read == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("sections/facts.html.j2", "fact.status_words", "fact.state", "sections/facts.html.j2:10: FactView has no `state`"),
        ("sections/facts.html.j2", "fact.note", "fact.aside", "FactView has no `aside`"),
        ("sections/macros.html.j2", "evidence.tier_words", "evidence.exactness", "EvidenceView has no `exactness`"),
        ("sections/sources.html.j2", "source.title | lang", "source.name | lang", "SourceView has no `name`"),
        ("handout/brief.html.j2", "passage.source.digest[:12]", "passage.source.hash[:12]", "SourceView has no `hash`"),
        ("site/list.html.j2", "brief.mark | plain", "brief.mark", "prints in a tag without `| plain`"),
        ("site/brief.html.j2", "brief.topics", "topics", "knows no `topics`"),
    ],
)
def test_what_is_not_documented_is_noticed(name: str, old: str, new: str, problem: str) -> None:
    """A name that no type has, wherever it is read, is found with its place; so is markup that would stand in a tag."""
    assert any(problem in found for found in checked((name, old, new)).problems)


def test_the_documentation_is_that_of_the_types() -> None:
    """`docs/templates.md` says what the types say; `make golden` renews it."""
    written = "\n".join(document())
    if os.environ.get("GOLDEN_RENEW"):
        DOCUMENT.write_text(written, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == written, "run `make golden`"


# The document


def document() -> Iterator[str]:
    """The documentation of all that templates are given."""
    yield "# What templates are given"
    yield ""
    yield "A publication’s own `templates/` folder comes before the package’s: a file of the same name takes its place. This is what a"
    yield "template may print. `make golden` writes this page from the types in `generator/pages`; a test holds templates to them."
    yield ""
    yield "## Templates"
    yield ""
    yield "| template | is given | for |"
    yield "|---|---|---|"
    for context in CONTEXTS:
        yield f"| `{context.template}` | {_linked(context)} | {_first_line(context)} |"
    for row in SECTIONS:
        yield f"| `sections/{row.id}.html.j2` | what its document is given, and `section` | {_said(inspect.getdoc(row.module) or '')} |"
    yield ""
    yield "In the template of a section, `section.content` is:"
    yield ""
    for row in SECTIONS:
        yield f"- `{row.id}`: {_named(contents(row))}"
    yield ""
    yield "## Functions and filters"
    yield ""
    yield "A value that a template prints is written as what it is: a `Link` as a link, a `Rich` as HTML, anything else as plain words."
    yield ""
    words = {"_": Renderer.gettext, "ngettext": Renderer.ngettext, "spoken": Renderer.spoken}
    for name, function in (FUNCTIONS | words).items():
        yield f"- `{name}{_arguments(function)}`: {_said(inspect.getdoc(function) or '')}"
    for name, function in FILTERS.items():
        yield f"- `| {name}`: {_said(inspect.getdoc(function) or '')}"
    yield ""
    yield "## Types"
    for kind in _kinds():
        yield from _of_kind(kind)


def _kinds() -> list[type]:
    """All types that a template may come by, in the order in which it does."""
    found: list[type] = []
    waiting: list[Any] = [*CONTEXTS, *(contents(row) for row in SECTIONS)]
    while waiting:
        held = waiting.pop(0)
        if get_origin(held) is ClassVar:
            continue
        waiting += get_args(held)
        if isinstance(held, type) and is_dataclass(held) and held.__module__.startswith("generator.") and held not in found:
            found.append(held)
            waiting += [*hints(held).values(), *(keys(held).values() if _has_keys(held) else ())]
    return found


def _has_keys(kind: type) -> bool:
    return kind is BriefView or (issubclass(kind, ItemView) and kind is not ItemView)


def _of_kind(kind: type) -> Iterator[str]:
    yield ""
    yield f"### {kind.__name__}"
    yield ""
    yield _said(inspect.getdoc(kind) or "")
    yield ""
    model: type[Model] = Brief if kind is BriefView else getattr(kind, "model", Brief)
    described = {entry.name: model.model_fields[entry.name].description for entry in fields(model)}
    own = {name: hint for name, hint in hints(kind).items() if name not in ("keys", "model", "template")}
    for name, hint in own.items():
        yield f"- `{name}`: {_named(hint)}"
    for name, hint in keys(kind).items() if _has_keys(kind) else ():
        if name not in own:
            yield f"- `{name}`: {_named(hint)}. {described[name]}"


def _named(hint: Any) -> str:
    """A type in words: such as "FactView, …" for a tuple of them."""
    written = getattr(hint, "__name__", str(hint)) if isinstance(hint, type) and not get_args(hint) else str(hint)
    written = re.sub(r"(?:\w+\.)+(\w+)", r"\1", written)
    written = re.sub(r"^Optional\[(.*)\]$", r"\1 | None", written)
    return f"`{written.replace('NoneType', 'None')}`"


def _linked(kind: type) -> str:
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


def _first_line(kind: type) -> str:
    return _said((inspect.getdoc(kind) or "").split("\n\n")[0])


def _said(text: str) -> str:
    return " ".join(text.split())


def _arguments(function: Any) -> str:
    return "(" + ", ".join(name for name in inspect.signature(function).parameters if name != "self") + ")"
