"""New publications and new briefs from the packaged scaffolds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from markupsafe import Markup

from generator.desk.schema import schema_file, schema_name
from generator.engine import storage
from generator.items import MODELS
from generator.items.base import ID_PATTERN
from generator.pages.renderer import Renderer
from generator.text.pins import pin


def is_slug(words: str) -> bool:
    """Whether words may name a brief's folder."""
    return re.fullmatch(ID_PATTERN[1:-1], words) is not None


def new_publication(folder: Path, today: date) -> list[Path]:
    """Write a publication with one draft brief; raises FileExistsError where a file is there already."""
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Briefs"
    quoted = Markup(json.dumps(name, ensure_ascii=False))  # noqa: S704 - for YAML, where a JSON string means itself
    files = _rendered("scaffold/publication/", _names("scaffold/publication/"), site_name=name, quoted_name=quoted)
    files = {re.sub("^git", ".git", name): content for name, content in files.items()}
    files |= {schema_name(of): schema_file(of) for of in MODELS}
    files |= {f"briefs/first-brief/{name}": content for name, content in _brief("first-brief", today).items()}
    return storage.write_new(folder, files)


def new_brief(docs: Path, slug: str, today: date) -> list[Path]:
    """Write a draft brief that builds at once; raises FileExistsError where it is there already."""
    return storage.write_new(docs / slug, _brief(slug, today))


def _brief(slug: str, today: date) -> dict[str, bytes]:
    folder = "scaffold/brief/"
    title = slug.replace("-", " ").capitalize()
    sources = _rendered(folder, [name for name in _names(folder) if name.startswith("sources/")])
    digest = pin(next(iter(sources.values())).decode())
    texts = [name for name in _names(folder) if not name.startswith("sources/")]
    return _rendered(folder, texts, slug=slug, title=title, today=today, sha256=digest) | sources


def _names(folder: str) -> list[str]:
    return [name.removeprefix(folder) for name in _templates() if name.startswith(folder)]


def _rendered(folder: str, names: Iterable[str], **context: object) -> dict[str, bytes]:
    renderer = Renderer(_templates())
    return {name.removesuffix(".j2"): (renderer.text(folder + name, **context) + "\n").encode() for name in names}


def _templates() -> dict[str, str]:
    return storage.read_templates((storage.templates_folder(),))
