"""The types of what templates print: each template is read as Jinja2 parses it, beginning with the type of its context."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from markupsafe import Markup

from generator.items import Brief, Model
from generator.items.fields import fields
from generator.items.marks import Prose, Refers
from generator.pages import sections, views
from generator.pages.nodes import Date, Link, Rich
from generator.pages.renderer import Renderer
from generator.pages.views import BriefView, ItemView, SectionView

NAMES = {
    name: value
    for module in (views, *(row.module for row in sections.SECTIONS))
    for name, value in vars(module).items()
    if isinstance(value, type)
}
"""What annotations may name before it is defined."""

ATTRIBUTE_SAFE = {"plain", "address", "id", "lang"}
SAME = {"unique", "sort", "list", "selectattr", "rejectattr"}
STRINGS = {"join", "truncate", "replace", "short"}


@dataclass
class Loop:
    """What Jinja2 knows of a loop."""

    index: int
    revindex: int
    length: int
    first: bool
    last: bool


@dataclass(frozen=True)
class Section:
    """A section of which it is known what stands in it."""

    content: Any


def hints(of: Any) -> Mapping[str, Any]:
    """The fields of a type, and what its properties return."""
    found = {name: hint for name, hint in get_type_hints(of, localns=NAMES).items() if not name.startswith("_")}
    for cls in reversed(of.__mro__):
        for name, value in vars(cls).items():
            made_by = value.func if isinstance(value, cached_property) else getattr(value, "fget", None)
            if made_by:
                found[name] = get_type_hints(made_by, localns=NAMES)["return"]
    return found


def keys(of: Any) -> Mapping[str, Any]:
    """The keys of a view's model, each as the type of node that it becomes."""
    model = Brief if of is BriefView else of.model
    found: dict[str, Any] = {}
    for entry in fields(model):
        if not entry.keyed:
            found[entry.name] = _node(entry.mark, get_type_hints(model)[entry.name])
    return found


def _node(mark: object, written: Any) -> Any:
    if get_origin(written) is tuple and get_args(written)[1:] == (...,):
        return tuple[_node(mark, get_args(written)[0]), ...]
    if get_origin(written) in (Union, types.UnionType):
        return Union[tuple(_node(mark, part) for part in get_args(written))]  # noqa: UP007 - of types that are known here only
    if written is type(None):
        return written
    node = Rich if isinstance(mark, Prose) else Link if isinstance(mark, Refers) else written
    return Date if node in (date, datetime) else node


def contents(row: sections.Section) -> Any:
    """What stands in a section, by what its module says."""
    return get_type_hints(row.module.content, localns={**NAMES, "Viewing": object})["return"]


@dataclass
class Checker:
    """Reads templates and notes what is wrong; `read` are those that it has come by."""

    renderer: Renderer
    problems: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    place: str = ""
    in_tag: bool = False

    def template(self, name: str, scope: dict[str, Any]) -> None:
        before, self.place = self.place, name
        self.read.add(name)
        self.statements(self.parsed(name).body, scope)
        self.place = before

    def parsed(self, name: str) -> nodes.Template:
        return self.renderer.environment.parse(self.renderer.templates[name], name)

    def say(self, node: nodes.Node, message: str) -> None:
        self.problems.append(f"{self.place}:{node.lineno}: {message}")

    # Statements

    def statements(self, body: Sequence[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            getattr(self, f"on_{type(node).__name__.lower()}")(node, scope)

    def on_output(self, node: nodes.Output, scope: dict[str, Any]) -> None:
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                at = max(part.data.rfind("<"), part.data.rfind(">"))
                self.in_tag = part.data[at] == "<" if at >= 0 else self.in_tag
                continue
            if self.in_tag and not self.is_safe(part, scope):
                self.say(part, "prints in a tag without `| plain`")
            self.type_of(part, scope)

    def is_safe(self, part: nodes.Node, scope: dict[str, Any]) -> bool:
        """Whether it prints no markup: by its filter, or as a macro that has only words of its own."""
        if isinstance(part, nodes.Filter):
            return part.name in ATTRIBUTE_SAFE
        macro = self.macro(part, scope)
        return macro is not None and all(isinstance(one, nodes.TemplateData) for out in macro.find_all(nodes.Output) for one in out.nodes)

    def on_if(self, node: nodes.If, scope: dict[str, Any]) -> None:
        self.type_of(node.test, scope)
        for body in (node.body, node.elif_, node.else_):
            self.statements(body, scope)

    def on_for(self, node: nodes.For, scope: dict[str, Any]) -> None:
        each = element(self.type_of(node.iter, scope))
        inner = {**scope, "loop": Loop}
        if isinstance(node.target, nodes.Tuple):
            inner.update({name.name: part for name, part in zip(node.target.items, get_args(each), strict=True)})  # type: ignore[attr-defined]
        else:
            inner[node.target.name] = each  # type: ignore[attr-defined]
        self.statements(node.body, inner)
        self.statements(node.else_, scope)

    def on_assign(self, node: nodes.Assign, scope: dict[str, Any]) -> None:
        scope[node.target.name] = self.type_of(node.node, scope)  # type: ignore[attr-defined]

    def on_import(self, node: nodes.Import, scope: dict[str, Any]) -> None:
        name = node.template.as_const()
        self.read.add(name)
        scope[node.target] = (name, {macro.name: macro for macro in self.parsed(name).find_all(nodes.Macro)})

    def imports(self, name: str) -> dict[str, Any]:
        """What macros of a template know from elsewhere: other templates that it imports."""
        scope: dict[str, Any] = {}
        for node in self.parsed(name).find_all(nodes.Import):
            self.on_import(node, scope)
        return scope

    def on_macro(self, node: nodes.Macro, scope: dict[str, Any]) -> None:
        """Macros are read where they are called."""

    def on_include(self, node: nodes.Include, scope: dict[str, Any]) -> None:
        if isinstance(node.template, nodes.Const):
            self.template(node.template.value, scope)
            return
        for row in sections.SECTIONS:
            self.template(f"sections/{row.id}.html.j2", {**scope, "section": Section(contents(row))})

    # Expressions

    def type_of(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        found: Any = getattr(self, f"of_{type(node).__name__.lower()}", self.of_others)(node, scope)
        return found

    def of_others(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        for child in node.iter_child_nodes():
            self.type_of(child, scope)
        return str if isinstance(node, nodes.Concat) else Any

    def of_const(self, node: nodes.Const, scope: dict[str, Any]) -> Any:
        return type(node.value)

    def of_name(self, node: nodes.Name, scope: dict[str, Any]) -> Any:
        if node.name not in scope:
            self.say(node, f"knows no `{node.name}`")
        return scope.get(node.name, Any)

    def of_or(self, node: nodes.Or, scope: dict[str, Any]) -> Any:
        return Union[self.type_of(node.left, scope), self.type_of(node.right, scope)]  # noqa: UP007 - of types that are known here only

    def of_getattr(self, node: nodes.Getattr, scope: dict[str, Any]) -> Any:
        return self.attribute(self.type_of(node.node, scope), node.attr, node)

    def of_getitem(self, node: nodes.Getitem, scope: dict[str, Any]) -> Any:
        held = self.type_of(node.node, scope)
        return held if isinstance(node.arg, nodes.Slice) else element(held)

    def of_filter(self, node: nodes.Filter, scope: dict[str, Any]) -> Any:
        held = self.of_others(node, scope) if node.node is None else self.type_of(node.node, scope)
        for argument in node.args:
            self.type_of(argument, scope)
        attribute = next((kw.value.as_const() for kw in node.kwargs if kw.key == "attribute"), None)
        each = element(held) if attribute else None
        for name in attribute.split(".") if attribute else ():
            each = self.attribute(each, name, node)
        if node.name == "map":
            return tuple[each, ...]
        return held if node.name in SAME else str if node.name in STRINGS else int if node.name == "length" else Markup

    def macro(self, node: nodes.Node, scope: dict[str, Any]) -> nodes.Macro | None:
        """The macro that a call calls, from the template that was imported or the one that is being read."""
        if not isinstance(node, nodes.Call):
            return None
        if isinstance(node.node, nodes.Getattr):
            found: nodes.Macro | None = scope[node.node.node.name][1].get(node.node.attr)  # type: ignore[attr-defined]
            return found
        return next((macro for macro in self.parsed(self.place).find_all(nodes.Macro) if macro.name == node.node.name), None)  # type: ignore[attr-defined]

    def of_call(self, node: nodes.Call, scope: dict[str, Any]) -> Any:
        given = [self.type_of(argument, scope) for argument in node.args]
        for named in node.kwargs:
            self.type_of(named.value, scope)
        macro = self.macro(node, scope)
        if macro is None:
            if not (isinstance(node.node, nodes.Name) and node.node.name in self.renderer.environment.globals):
                self.say(node, "calls no macro and no function that is there")
            return Markup
        defaults = [type(default.as_const()) for default in macro.defaults]
        given += defaults[len(defaults) - len(macro.args) + len(given) :]
        before = self.place, self.in_tag
        self.place = scope[node.node.node.name][0] if isinstance(node.node, nodes.Getattr) else self.place  # type: ignore[attr-defined]
        seen = scope if isinstance(node.node, nodes.Name) else self.imports(scope[node.node.node.name][0])  # type: ignore[attr-defined]
        self.statements(macro.body, {**seen, **dict(zip((argument.name for argument in macro.args), given, strict=True))})
        self.place, self.in_tag = before
        return Markup

    def attribute(self, held: Any, name: str, node: nodes.Node) -> Any:
        found = [self.of_one(part, name, node) for part in parts(held)]
        return Union[tuple(found)] if found else Any  # noqa: UP007 - of types that are known here only

    def of_one(self, held: Any, name: str, node: nodes.Node) -> Any:
        if held is Any:
            return Any
        if isinstance(held, Section):
            return held.content if name == "content" else hints(SectionView).get(name, Any)
        known = hints(held) if is_dataclass(held) or hasattr(held, "_fields") or issubclass(held, Model) else {}
        if name not in known and (held is BriefView or (isinstance(held, type) and issubclass(held, ItemView))):
            known = keys(held)
        if name not in known:
            self.say(node, f"{held.__name__} has no `{name}`")
        return known.get(name, Any)


def parts(held: Any) -> Iterator[Any]:
    """The types that a value may have, but for nothing."""
    if get_origin(held) in (Union, types.UnionType):
        for part in get_args(held):
            yield from parts(part)
    elif held is not type(None):
        yield held


def element(held: Any) -> Any:
    """What stands in a sequence."""
    found = [get_args(part)[0] for part in parts(held) if get_args(part)]
    return Union[tuple(found)] if found else Any  # noqa: UP007 - of types that are known here only
