"""Jinja2 over finished values.

Templates come as a mapping from name to text (reading them is `storage`'s work); content is never a template.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined


class Renderer:
    """Renders templates by name; `digest` changes when any template does."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self.templates = templates
        self._environment = Environment(
            loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    @cached_property
    def digest(self) -> str:
        state = hashlib.sha256()
        for name in sorted(self.templates):
            state.update(f"{name}\0{self.templates[name]}\0".encode())
        return state.hexdigest()

    def render(self, name: str, **context: Any) -> str:
        return self._environment.get_template(name).render(context)
