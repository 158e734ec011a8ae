"""Whose frame stands around our pages: our own, or the theme's as the site has furnished it (the setting `look`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import material
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from generator.desk.building import FAVICON, SCRIPT, STYLESHEET
from generator.engine import storage
from generator.items.settings import Look

FOOT = "briefs/partials/foot.html"
_MATERIAL_FAVICON = "assets/images/favicon.png"  # where a site names none

_HEAD = '{% include "briefs/partials/head.html" %}'
_OURS, _THEIRS = "brief_page.language", "lang.t('language')"
_LANGUAGES = {
    f'<html lang="{{{{ {_THEIRS} }}}}"': f'<html lang="{{{{ ({_OURS} if brief_page else {_THEIRS}) | e }}}}"'
    '{% if brief_page and brief_page.direction == "rtl" %} dir="rtl"{% endif %}',
    "<body": f'<body{{% if brief_page and {_OURS} != {_THEIRS} %}} lang="{{{{ {_THEIRS} }}}}"{{% endif %}}',
}
"""A document is in the language of its brief, and the frame around this in that of the site: so it is said in Material's words."""
_MATERIAL = Path(material.__path__[0]) / "templates"
_FURNISHING = ("header.", "navigation.", "toc.")  # features of Material that are parts of its frame
_IN_BOTH = ("navigation.instant", "navigation.prune", "navigation.top", "navigation.tracking")  # and some that are the same in ours


def look_of(config: MkDocsConfig, wanted: Look | None) -> Look:
    """The look that is wanted, or, where none is named, that of a site which furnishes the frame of its theme: then it keeps it.

    Any theme but Material has no frame of ours.
    """
    if config.theme.name != "material":
        return "theme"
    return wanted or ("theme" if any(furniture(config)) else "publication")


def furniture(config: MkDocsConfig) -> Iterator[str]:
    """What a mkdocs.yml says of the theme's frame that ours has no place for, in words of that file."""
    theme = config.theme
    if theme.get("logo") or (theme.get("icon") or {}).get("logo"):
        yield "a logo"
    if any("toggle" in palette for palette in _palettes(theme.get("palette"))):
        yield "a palette toggle"
    if any(name.startswith(_FURNISHING) and not name.startswith(_IN_BOTH) for name in map(str, theme.get("features") or ())):
        yield "features of the frame"
    yield from (f"extra.{name}" for name in ("social", "alternate", "version") if config.extra.get(name))
    if config.repo_url:
        yield "repo_url"
    if _depth(config.nav) > 2:
        yield "a navigation within sections of sections"


def _palettes(palette: object) -> Iterable[dict[str, Any]]:
    return [each for each in (palette if isinstance(palette, list) else [palette]) if isinstance(each, dict)]


def _depth(nav: object) -> int:
    """How many levels a navigation has: one for pages alone."""
    if not isinstance(nav, list):
        return 0
    return 1 + max((_depth(below) for entry in nav if isinstance(entry, dict) for below in entry.values()), default=0)


def overrides_of(root: Path) -> list[Path]:
    """The folders of our templates of the theme: the publication's own, where it has some, then the package's."""
    return [folder / "theme" for folder in storage.template_folders(root) if (folder / "theme").is_dir()]


def set_up(theme: Theme, folders: Sequence[Path], gettext: Callable[..., str]) -> None:
    """Give a theme our templates and words, whoever asks it for its environment: plugins that make pages of their own do, too."""

    def get_env() -> Environment:
        env = type(theme).get_env(theme)
        if env.loader is not None:
            env.loader = Frame(env.loader, folders)
        env.globals["_"] = gettext
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def dress(config: MkDocsConfig, look: Look, folders: Sequence[Path]) -> None:
    """Have our script and styles on each page.

    In our own look, our templates of the theme come after the publisher's own and before Material, and so do our styles and fonts.
    """
    if SCRIPT not in map(str, config.extra_javascript):
        script = config_options.ExtraScriptValue(SCRIPT)
        script.async_ = True  # no page waits for it
        config.extra_javascript.append(script)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0 if look == "theme" else len(config.extra_css), STYLESHEET)  # a site's own theme has the last word
    if look == "theme":
        return
    theme = config.theme
    own, ours = (1 if theme.custom_dir else 0), [*map(str, folders)]
    theme.dirs[own:] = [*ours, *(folder for folder in theme.dirs[own:] if folder not in ours)]
    theme["font"] = False  # fonts are our own, nobody else is asked
    if theme["favicon"] == _MATERIAL_FAVICON:
        theme["favicon"] = FAVICON


class Frame(BaseLoader):
    """The templates of a theme with ours: `material/…` is Material's own, whatever overrides it, `briefs/…` what no site overrides.

    At the end of each document's head stands what our pages say to machines, `noindex` among it: no block that a site fills can lose it.
    """

    def __init__(self, theme: BaseLoader, folders: Iterable[Path]) -> None:
        self.theme = theme
        ours = FileSystemLoader([*folders])
        self.inner = ChoiceLoader([theme, PrefixLoader({"material": FileSystemLoader(_MATERIAL), "briefs": ours})])

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, is_current = self.inner.get_source(environment, template)
        if _THEIRS in source:
            for theirs, ours in _LANGUAGES.items():
                source = source.replace(theirs, ours)
        return source.replace("</head>", f"{_HEAD}</head>", 1), path, is_current

    def list_templates(self) -> list[str]:
        return self.theme.list_templates()
