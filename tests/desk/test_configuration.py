"""mkdocs.yml is read without MkDocs, with places, and as MkDocs reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError as MkDocsConfigurationError

from generator.doors.mkdocs.configuration import configuration_of
from generator.doors.mkdocs.plugin import plugin_of
from generator.engine.configuration import Configuration, read_configuration
from generator.errors import ConfigurationError

ROOT = Path(__file__).parents[2]
HEAD = "site_name: Birds\ndocs_dir: briefs\n"
PLUGIN = "plugins: [search, briefs]\n"


def of_mkdocs(path: Path) -> Configuration:
    """The configuration that the plugin gets of MkDocs."""
    config = load_config(str(path))
    return configuration_of(config, dict(plugin_of(config).config))


def written(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    """A mkdocs.yml beside a folder of briefs."""
    (folder / "briefs").mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def complaints(path: Path) -> list[tuple[int, int, str]]:
    """Line, column and code of all that is wrong."""
    with pytest.raises(ConfigurationError) as raised:
        read_configuration(path)
    return [(finding.span.line, finding.span.column, finding.code) for finding in raised.value.findings]


@pytest.mark.parametrize("path", ["mkdocs.yml", "tests/golden/publication/mkdocs.yml"])
def test_publications_of_this_repository(path: str) -> None:
    """MkDocs and we make the same of the example publication and of the golden one."""
    assert read_configuration(ROOT / path) == of_mkdocs(ROOT / path)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + PLUGIN,
        HEAD + "plugins: {search: , briefs: {accent: '#9B1C31', handouts: false, rules: {B504: off}}}\n",
        HEAD + "plugins:\n- briefs: {enabled: false, accent: none}\n- briefs: {workers: 3, draft_model: }\n",
        HEAD + "plugins:\n- /briefs: {handouts: {sizes: letter, forms: [full, large]}, handout_seconds: 0x10}\n",
        HEAD + "plugins: {briefs: {timezone: America/Los_Angeles}}\n",
        HEAD + PLUGIN + "site_url: http://birds.example/a?b#c\n",
        HEAD + PLUGIN + "site_url: ''\nexclude_docs: |\n  /old/\n  *.txt\n  !keep.txt\ndraft_docs: half/\n",
        HEAD + PLUGIN + "theme: readthedocs\nuse_directory_urls: false\n",
        HEAD + PLUGIN + "theme: {name: mkdocs, locale: pt_br}\n",
        HEAD + PLUGIN + "theme: {name: material, locale: de}\n",
        HEAD + PLUGIN + "theme: {name: material, language: }\n",
        HEAD + PLUGIN + "theme: {name: material, language: fr, features: []}\n",
        "\ufeff" + HEAD.replace("\n", "\r\n") + PLUGIN,
        "docs_dir: !ENV [BIRDS_NOWHERE, BIRDS_DOCS, gone]\nsite_name: !ENV [BIRDS_NOWHERE, Geese]\n" + PLUGIN,
        "site_name: '  Birds '\nextra: {more: &more {when: 2024-10-22}, and: {<<: *more}}\ndocs_dir: ./briefs/../briefs\n" + PLUGIN,
        HEAD + PLUGIN + "markdown_extensions:\n- toc: {slugify: !!python/name:os.path.basename , permalink: yes}\n- tables\n",
        HEAD
        + PLUGIN
        + "markdown_extensions: [pymdownx.snippets: {base_path: [!relative $docs_dir]}]\nextra: {when: 2024-10-22, size: 1_000}\n",
        "INHERIT: base.yml\nplugins: {briefs: {workers: 2}}\nsite_name: Geese\n",
        "INHERIT: base.yml\nplugins: [briefs]\ntheme: {language: it}\n",
    ],
)
def test_we_read_what_mkdocs_reads(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every form that MkDocs knows, with what is inherited and what comes out of the environment."""
    monkeypatch.setenv("BIRDS_DOCS", "briefs")
    written(tmp_path, HEAD + "plugins: {briefs: {accent: '#123456', workers: 5}}\ntheme: {name: material, language: fr}\n", "base.yml")
    path = written(tmp_path, text)
    assert read_configuration(path) == of_mkdocs(path)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("site_name: [", [(1, 12, "B102")]),
        ("- a list\n", [(1, 1, "B105")]),
        (PLUGIN, [(1, 1, "B105"), (1, 1, "B106")]),
        (HEAD + "site_name: Geese\n" + PLUGIN, [(3, 1, "B103")]),
        (HEAD, [(1, 1, "B106")]),
        (HEAD + "plugins:\n  - search\n", [(3, 1, "B106")]),
        (HEAD + "plugins: 5\n", [(3, 10, "B106")]),
        (HEAD + "plugins: [briefs: 5]\n", [(3, 19, "B105")]),
        (HEAD + "plugins: [briefs: {enabled: perhaps}]\n", [(3, 11, "B105")]),
        (
            HEAD + "plugins:\n  - briefs: {acent: '#123456', workers: 0, handout_seconds: soon}\n",
            [(4, 14, "B104"), (4, 41, "B105"), (4, 61, "B105")],
        ),
        (
            HEAD + "plugins:\n  - briefs:\n      accent: '#ffee00'\n      rules: {B999: off, B301: off, B504: loud}\n",
            [(5, 15, "B105"), (6, 15, "B104"), (6, 26, "B105"), (6, 43, "B105")],
        ),
        (HEAD + "plugins: [briefs: {timezone: Europe/Berln}]\n", [(3, 30, "B105")]),
        (
            HEAD + PLUGIN + "site_url: birds.example\ntheme: {name: x, locale: xx_yy}\nexclude_docs: '!'\n",
            [(4, 11, "B105"), (5, 26, "B105"), (6, 15, "B105")],
        ),
        ("site_name: 5\ndocs_dir: ..\n" + PLUGIN, [(1, 12, "B109"), (2, 11, "B105")]),
        ("site_name: !!python/name:str x\ndocs_dir: gone\n" + PLUGIN, [(1, 12, "B105"), (2, 11, "B105")]),
        ("site_name: 2024-13-45\n" + PLUGIN, [(1, 1, "B102")]),
        ("site_name: !ENV {a: 1}\n" + PLUGIN, [(1, 12, "B102")]),
        ("INHERIT: gone.yml\n", [(1, 10, "B105")]),
        ("INHERIT: mkdocs.yml\n", [(1, 10, "B105")]),
        ("INHERIT: [base.yml]\n", [(1, 1, "B105")]),
        ('site_name: x\ndocs_dir: "\\0"\n' + PLUGIN, [(2, 11, "B105")]),
    ],
)  # fmt: skip
def test_what_is_wrong_has_a_place(tmp_path: Path, text: str, wrong: list[tuple[int, int, str]]) -> None:
    """Everything that is wrong is found at once, each at its line and column."""
    assert complaints(written(tmp_path, text)) == wrong


def test_mkdocs_says_the_place_too(tmp_path: Path) -> None:
    """Where MkDocs runs the plugin, a wrong setting of ours is said with its line, as `briefs` says it."""
    path = written(tmp_path, HEAD + "plugins:\n  - briefs: {workers: many}\n")
    with pytest.raises(MkDocsConfigurationError, match=r"mkdocs\.yml:4:23: error B105: `workers` holds text"):
        of_mkdocs(path)


def test_a_wrong_zone_is_told_the_right_one(tmp_path: Path) -> None:
    """MkDocs's door and our own refuse a zone that there is not, and offer the one that was meant."""
    path = written(tmp_path, HEAD + "plugins:\n  - briefs: {timezone: los angeles}\n")
    with pytest.raises(ConfigurationError) as raised:
        read_configuration(path)
    assert [finding.fix for finding in raised.value.findings] == ["did you mean `America/Los_Angeles`?"]
    with pytest.raises(MkDocsConfigurationError, match=r"`los angeles` is no time zone(.|\n)*`America/Los_Angeles`"):
        of_mkdocs(path)


def test_a_wrong_setting_that_is_inherited(tmp_path: Path) -> None:
    """The place is in the file that has it."""
    written(tmp_path, HEAD + "plugins:\n  briefs: {workers: 0}\n", "base.yml")
    path = written(tmp_path, "INHERIT: base.yml\nplugins: {briefs: {accent: '#123456'}}\n")
    with pytest.raises(ConfigurationError, match=r"^base\.yml:4:21: `workers` cannot be `0`: it is at least 1$"):
        read_configuration(path)


def test_no_object_is_made(tmp_path: Path) -> None:
    """A tag that MkDocs would run code for runs none here."""
    proof = tmp_path / "proof"
    path = written(
        tmp_path, HEAD + PLUGIN + f"extra: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [{proof}]]\n"
    )
    read_configuration(path)
    assert not proof.exists()


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"{HEAD}{PLUGIN}{text}".encode("utf-8", "replace")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_there_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """No bytes in a mkdocs.yml give anything but a configuration or findings."""
    path = written(tmp_path, "")
    path.write_bytes(content)
    try:
        found = read_configuration(path).root
    except ConfigurationError as error:
        found = error.findings
    assert found
