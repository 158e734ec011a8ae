"""What the program offers and what its documentation says are the same things."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator.doors.cli import main
from generator.items.settings import Settings
from generator.text.codes import RULES

ROOT = Path(__file__).parents[2]
DOCUMENTATION = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py") if path.name != "codes.py")
COMMANDS = {name: main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))}


def options() -> list[tuple[str, str]]:
    """Each option of each command by its longest name; `briefs` stands for the command without a name."""
    commands = {"briefs": main, **COMMANDS}
    return [
        (name, max(option.opts, key=len))
        for name, command in commands.items()
        if command
        for option in command.params
        if isinstance(option, click.Option)
    ]


def test_every_code_that_is_used_is_in_the_table() -> None:
    """Modules name no code that `codes.py` does not explain."""
    assert set(re.findall(r'"(B\d{3})"', CODE)) - set(RULES) == set()


def test_every_code_of_the_table_is_used() -> None:
    """The table explains no code that no module reports."""
    assert set(RULES) - set(re.findall(r'"(B\d{3})"', CODE)) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    """The documentation names each command, and the command says in a sentence what it does."""
    command = COMMANDS[name]
    assert f"briefs {name}" in DOCUMENTATION
    assert command is not None
    assert (command.help or "").rstrip().endswith(".")


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_is_documented(command: str, option: str) -> None:
    """The documentation names each option of each command."""
    assert f"`{option}" in DOCUMENTATION, f"{command} {option}"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    """The documentation names each setting of the plugin, and the setting describes itself."""
    assert re.search(rf"^ +{name}: \S+.* # \S", DOCUMENTATION, re.MULTILINE)
    assert Settings.model_fields[name].description


def test_no_merge_is_left_unfinished() -> None:
    """No document has the marks that an unfinished merge leaves."""
    marks = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
    assert [
        path.name
        for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md"))
        if marks.search(path.read_text(encoding="utf-8"))
    ] == []


def test_every_link_leads_to_a_file() -> None:
    """What the documents for readers of the code link to in this repository is there."""
    for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"):
        linked = re.findall(r"\]\(([^):#\s]+)[)#]", (ROOT / name).read_text(encoding="utf-8"))  # no addresses, which have a colon
        assert [path for path in linked if not (ROOT / path).exists()] == []
