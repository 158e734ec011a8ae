"""Templates mean what Jinja2 says that they mean, however they are compiled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from jinja2 import TemplateError
from jinja2.compiler import CodeGenerator

from generator.library.library import Site
from generator.pages.contexts import Context
from generator.pages.renderer import Renderer
from generator.pages.writer import PageWriter

SITE = Site("Site", "https://e.org/", "en")
USES = {
    "printed": "{{ '<' }}{{ words }}{{ words | upper }}{{ 1 }}{{ none }}{{ ('<b>' | safe) ~ words }}{{ words if site }}",
    "macros": "{% macro show(a, b='<', class='c') %}{{ a }}{{ b }}{{ class }}{{ varargs }}{{ kwargs }}{% endmacro %}"
    "{{ show(words) }}{{ show(words, 'x', 'y', 'z') }}{{ show(a=1, b=2, d=3, **{'class': 'e'}) }}{{ show(*[1, 2]) }}",
    "callers": "{% macro box(n) %}[{{ caller(n) }}]{% endmacro %}{% call(n) box(words) %}{{ n }}&{% endcall %}",
    "loops": "{% for n in range(3) recursive %}{{ loop.cycle('a', '<') }}{{ loop.index }}{% endfor %}"
    "{% set between = joiner(',') %}{% set kept = namespace(n=1) %}"
    "{% for n in [1, 2] %}{{ between() }}{% set kept.n = n %}{% endfor %}{{ kept.n }}",
    "blocks": "{% extends 'base' %}{% block b %}{{ super() }}{{ self.c() }}{% endblock %}",
    "imports": "{% from 'said' import show %}{% import 'said' as here %}"
    "{{ here.show('a') }}{{ _('According to {names}', names=show('&')) }}",
    "wrong": "{{ site() }}",
    "missing": "{{ nothing.more() }}",
    "too much": "{% macro show() %}{% endmacro %}{{ show(1) }}",
}
TEMPLATES = {
    **USES,
    "base": "{% block b %}{{ words }}{% endblock %}{% block c %}c{% endblock %}",
    "said": "{% macro show(a) %}<i>{{ a }}</i>{% endmacro %}",
}


def rendered(renderer: Renderer, name: str) -> str:
    """What a template says, or what is wrong with it."""

    @dataclass(frozen=True)
    class Given(Context):
        template: ClassVar[str] = name
        words: str = "a & b"

    try:
        return renderer.render(PageWriter(SITE, "dam/", "en"), Given(SITE))
    except TemplateError as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("name", USES)
def test_templates_mean_what_jinja_says(name: str) -> None:
    """What is printed, called and said of mistakes is the same as with Jinja2's own compiler."""
    ours, theirs = Renderer(TEMPLATES), Renderer(TEMPLATES)
    theirs.environment.code_generator_class = CodeGenerator
    assert rendered(ours, name) == rendered(theirs, name)
