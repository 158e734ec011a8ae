"""A publication as its mkdocs.yml describes it, read without MkDocs; the adapter to MkDocs makes the same value of MkDocs's own.

What only MkDocs needs (the theme, the navigation, other plugins) is for MkDocs to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from pathspec import GitIgnoreSpec
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from generator.engine.clock import near_zones, zone_of
from generator.engine.markdown_extensions import Extensions, extensions_of
from generator.engine.mkdocs_yml import Opaque, Written, read_mkdocs_yml
from generator.errors import ConfigurationError
from generator.items import Model
from generator.items.fields import Location
from generator.items.settings import Settings
from generator.library.library import Site
from generator.parsing import errors
from generator.parsing.folder import find, span_at
from generator.text.finding import Finding
from generator.text.yamltree import Mapping as MappingNode

PLUGIN = "briefs"

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Configuration:
    """`root` is the folder of mkdocs.yml and `docs` the folder of the briefs inside it; `excluded` and `drafts` are patterns of paths below
    `docs`, as MkDocs's `exclude_docs` and `draft_docs` have them; `extensions` are those of Markdown in ordinary pages.
    """

    root: Path
    docs: Path
    site: Site
    settings: Settings = field(default_factory=Settings)
    excluded: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec([]))
    drafts: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec([]))
    extensions: Extensions = field(default_factory=dict)

    def wants(self, path: str, *, preview: bool) -> bool:
        """Whether a path below `docs` belongs to the publication: what is excluded never does, a draft in a preview only."""
        return not self.excluded.match_file(path) and (preview or not self.drafts.match_file(path))


def _check_url(value: str) -> str:
    """An address as MkDocs completes it: it ends with a slash."""
    try:
        parts = urlsplit(value)
    except ValueError as error:
        raise PydanticCustomError("bad_url", "`{value}` is no address: {why}", {"value": value, "why": str(error)}) from None
    if value and not (parts.scheme and parts.netloc):
        raise PydanticCustomError("bad_url", "`{value}` is no address that begins with https:// or http://", {"value": value})
    return urlunsplit(parts._replace(path=parts.path if parts.path.endswith("/") else f"{parts.path}/")) if value else value


def _check_patterns(value: str) -> str:
    try:
        GitIgnoreSpec.from_lines(value.splitlines())
    except ValueError as error:
        raise PydanticCustomError("bad_patterns", "the patterns cannot be read: {why}", {"why": str(error)}) from None
    return value


def _check_locale(value: str) -> str:
    from babel import Locale, UnknownLocaleError  # slow to import, and hardly a site names a locale

    try:
        return str(Locale.parse(value, sep="_"))
    except (ValueError, UnknownLocaleError):
        raise PydanticCustomError("bad_locale", "`{value}` is no locale such as en or pt_BR", {"value": value}) from None


def _read_theme(value: Any) -> Any:
    """A theme that is named and no more; Material is in English until its `language` says otherwise."""
    theme = {"name": value} if isinstance(value, str) else value
    return {"language": "en", **theme} if isinstance(theme, Mapping) and theme.get("name") == "material" else theme


Patterns = Annotated[str, AfterValidator(_check_patterns)]


class _Theme(Model):
    """What a theme says of the language of its pages."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=False)

    language: str | None = Field(None, description="The language of the site.")
    locale: Annotated[str, AfterValidator(_check_locale)] | None = Field(None, description="The language of the site, with a region.")


class _Keys(Model):
    """The keys of a mkdocs.yml that are read here; what is left empty counts as left out."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=False)

    site_name: str = Field(description="The name of the publication.")
    site_url: Annotated[str, AfterValidator(_check_url)] = Field("", description="The address that the site will have.")
    docs_dir: str = Field("docs", description="The folder of the briefs.")
    use_directory_urls: bool = Field(True, description="Whether an address of a folder is one of the page in it.")
    theme: Annotated[_Theme, BeforeValidator(_read_theme)] = Field(_Theme(), description="The theme.")
    exclude_docs: Patterns = Field("", description="Patterns of files that are not published.")
    draft_docs: Patterns = Field("", description="Patterns of files that show under `serve` only.")


class PluginSettings(Settings):
    """The settings as mkdocs.yml has them: their zone is one that the zone database has, which the models' floor does not open."""

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            zone_of(name)
        except ValueError:
            near = " or ".join(f"`{zone}`" for zone in near_zones(name))
            fix = f"did you mean {near}?" if near else "write an IANA name such as Europe/Berlin, America/Los_Angeles or UTC"
            raise PydanticCustomError("bad_zone", "`{value}` is no time zone that is known", {"value": name, "fix": fix}) from None
        return name


def read_configuration(path: Path) -> Configuration:
    """The configuration in a mkdocs.yml; raises ConfigurationError, with the place of each thing that is wrong, and OSError."""
    path = path.absolute()
    root = path.parent.resolve()
    written = read_mkdocs_yml(path)
    values = {name: value for name, value in written.values.items() if value is not None}
    keys, wrong_keys = _model(_Keys, values, written.tree)
    docs, wrong_docs = _docs(root, values.get("docs_dir", "docs"), written)
    settings, wrong_settings = _settings(values.get("plugins", ()), written)
    if keys is None or docs is None or settings is None:
        raise ConfigurationError((*wrong_keys, *wrong_docs, *wrong_settings))
    site = Site(
        keys.site_name,
        keys.site_url,
        keys.theme.language or keys.theme.locale or "en",
        keys.use_directory_urls,
        zone=zone_of(settings.timezone),
    )
    excluded, drafts = (GitIgnoreSpec.from_lines(patterns.splitlines()) for patterns in (keys.exclude_docs, keys.draft_docs))
    return Configuration(root, docs, site, settings, excluded, drafts, extensions_of(values.get("markdown_extensions")))


def _model(model: type[M], values: Mapping[str, Any], tree: MappingNode) -> tuple[M | None, tuple[Finding, ...]]:
    try:
        return model.model_validate(values), ()
    except ValidationError as error:
        found = zip(error.errors(include_url=False), errors.findings(model, error, tree), strict=True)
        return None, tuple(_tagged(finding, detail["input"]) for detail, finding in found)


def _tagged(finding: Finding, value: object) -> Finding:
    """A finding about a value that bears a tag says so: its words alone would do."""
    if not isinstance(value, Opaque):
        return finding
    return replace(finding, message=f"this has the tag `{value.tag}`, which only MkDocs makes something of; write the value itself")


def _docs(root: Path, name: object, written: Written) -> tuple[Path | None, tuple[Finding, ...]]:
    if not isinstance(name, str):
        return None, ()  # the model of the keys says so
    docs = _resolved(root / name)
    if docs and docs.is_dir() and docs.is_relative_to(root) and docs != root:
        return docs, ()
    why = "is no folder inside of the publication's own" if docs and docs.is_dir() else "is no folder that is there"
    fix = "name a folder beside mkdocs.yml, such as `docs_dir: briefs`"
    return None, (Finding("B105", f"docs_dir: `{name}` {why}", span_at(written.tree, ("docs_dir",)), fix),)


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return None


def _settings(plugins: object, written: Written) -> tuple[Settings | None, tuple[Finding, ...]]:
    """The options of the plugin `briefs`."""
    for location, options in _plugins(plugins):
        given = {name: value for name, value in options.items() if value is not None} if isinstance(options, Mapping) else {}
        enabled = given.pop("enabled", True)
        if not isinstance(options, Mapping) or not isinstance(enabled, bool):
            message = f"the options of the plugin `{PLUGIN}` are keys with values; `enabled` is true or false"
            return None, (Finding("B105", message, span_at(written.tree, location)),)
        node, _ = find(written.tree, location)
        if enabled:
            return _model(PluginSettings, given, node if isinstance(node, MappingNode) else written.tree)
    message, fix = f"mkdocs.yml does not name the plugin `{PLUGIN}` under `plugins:`", f"write `- {PLUGIN}` there"
    return None, (Finding("B106", message, span_at(written.tree, ("plugins",)), fix),)


def _plugins(listed: object) -> Iterator[tuple[Location, Any]]:
    """The place and the options of each entry of `plugins` that names ours, in either of the forms that MkDocs reads."""
    if isinstance(listed, Mapping):
        for name, options in listed.items():
            if _is_ours(name):
                yield ("plugins", name), options or {}
    elif isinstance(listed, Sequence):
        for index, entry in enumerate(listed):
            if isinstance(entry, Mapping):
                yield from ((("plugins", index, name), options or {}) for name, options in entry.items() if _is_ours(name))
            elif _is_ours(entry):
                yield ("plugins", index), {}


def _is_ours(name: object) -> bool:
    return isinstance(name, str) and name.removeprefix("/") == PLUGIN
