"""Jinja2 over views: every value that a template prints is written by the writer of the document.

Templates come as a mapping from name to text (reading them is `storage`'s work); content is never a template.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import fields
from functools import cached_property
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateRuntimeError, pass_context
from markupsafe import Markup, escape

from generator.pages.compiling import Compiler
from generator.pages.contexts import Context
from generator.pages.nodes import Link, Place, Rich, Target, Words
from generator.pages.paper import short_address
from generator.pages.writer import Writer
from generator.wording.wording import Wordings

_writer: ContextVar[Writer] = ContextVar("writer")  # of the document that is being rendered


class Renderer:
    """Renders templates by name; `digest` changes when any template does."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self.templates = templates
        loader = DictLoader(templates)
        self._plain = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
        )
        self.environment = self._plain.overlay(finalize=_finalize)
        self.environment.code_generator_class = Compiler
        self.environment.call = operator.call  # type: ignore[attr-defined]
        self.environment.filters.update(FILTERS)
        self.environment.globals.update(FUNCTIONS, _=self.gettext, ngettext=self.ngettext, spoken=self.spoken)

    @cached_property
    def digest(self) -> str:
        state = hashlib.sha256()
        for name in sorted(self.templates):
            state.update(f"{name}\0{self.templates[name]}\0".encode("utf-8", "surrogatepass"))
        return state.hexdigest()

    def render(self, writer: Writer, context: Context) -> str:
        """The HTML of a document, or of a part of one."""
        before = _writer.set(writer)
        try:
            values = {field.name: getattr(context, field.name) for field in fields(context)}
            return self.environment.get_template(context.template).render(values)
        except TemplateError:
            raise
        except Exception as error:  # a template is a program: it may divide by zero, and call itself for ever
            raise TemplateRuntimeError(f"{context.template}: {error or type(error).__name__}") from error
        finally:
            _writer.reset(before)

    @cached_property
    def wordings(self) -> Wordings:
        """The words of all languages."""
        return Wordings(self.templates)

    def gettext(self, message: str, *, lang: str = "", **values: object) -> str:
        """A message in the document's language, or in another, with values for its names in braces."""
        writer = _writer.get()
        return writer.said(self.wordings.of(lang or writer.language).message(message), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A message that counts something, in the form for a number, which is `{number}` in it."""
        writer = _writer.get()
        wording = self.wordings.of(writer.language)
        return writer.said(wording.plural(one, many, number), {"number": wording.number(number), **values})

    def spoken(self) -> str:
        """The language that messages are in: the document's, or English where that has no catalogue."""
        return self.wordings.of(_writer.get().language).spoken

    def text(self, name: str, **context: Any) -> str:
        """A file that is no document: a scaffold."""
        return self._plain.get_template(name).render(context)


@pass_context  # so that Jinja2 asks while it renders, not while it compiles
def _finalize(_: object, value: object) -> Markup:
    return value if type(value) is Markup else _writer.get().write(value)


def link(words: object, to: Target | None, style: str = "") -> Markup:
    """Words that lead to a place or an address, with a class; the words alone where the document does not lead there."""
    return _writer.get().link(words, to, style)


def plain(value: Rich | Words | Link | str | int) -> Markup:
    """Words without markup, for attributes and titles."""
    return escape(str(value.words if isinstance(value, Rich) else value))


def address(to: Target) -> Markup:
    """The address of a place of the document, for an attribute."""
    return escape(_writer.get().address(to) or "")


def id_(place: Place) -> Markup:
    """The id of a place of the document, for the element that it is."""
    return escape(_writer.get().id(place))


def lang(value: Rich | Words | str) -> Markup:
    """The attributes of an element whose words are in the language of a value, or in a language."""
    return _writer.get().lang(value if isinstance(value, str) else value.language)


def ending(text: Rich, html: Markup) -> Markup:
    """A text with something right after its last word."""
    return _writer.get().prose(text, html)


FILTERS = {"plain": plain, "address": address, "id": id_, "lang": lang, "ending": ending, "short": short_address}
FUNCTIONS = {"link": link}
