"""What a terminal shows and a pipe does not: colours and progress."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.doors.cli import main
from generator.doors.progress import font_progress, with_bar

BRIEFS = [sys.executable, "-c", "from generator.doors.cli import main; main(prog_name='briefs')"]


def on_terminal(words: list[str], folder: Path, **environment: str) -> str:
    """What a command shows on a terminal."""
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    screen, keyboard = pty.openpty()
    process = subprocess.Popen(
        [*BRIEFS, *words], cwd=folder, stdin=keyboard, stdout=keyboard, stderr=keyboard, env={**plain, "TERM": "xterm", **environment}
    )
    os.close(keyboard)
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that nobody holds the other end any more
        while chunk := os.read(screen, 65536):
            shown += chunk
    os.close(screen)
    process.wait()
    return shown.decode()


def piped(words: list[str], folder: Path) -> str:
    """What a command prints into a pipe."""
    return subprocess.run([*BRIEFS, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout


def test_findings_have_colours_on_a_terminal_only(publish: Path, publication: Path) -> None:
    """A terminal shows colours, unless NO_COLOR asks for none; a pipe never gets any."""
    publish.write_text(publish.read_text(encoding="utf-8").replace("status: reported", "status: rumoured"), encoding="utf-8")
    assert "\x1b[" in on_terminal(["check"], publication)
    for plain in (on_terminal(["check"], publication, NO_COLOR="1"), piped(["check"], publication), piped(["build"], publication)):
        assert "error B105" in plain
        assert "\x1b" not in plain


def test_progress_is_for_terminals(publish: Path, publication: Path) -> None:
    """A build shows a bar on a terminal, and none in a pipe, where every line stays: as of when, what is not made, and what was."""
    assert "Handouts" in on_terminal(["build"], publication)
    (publication / "briefs/more.md").write_text("# More\n", encoding="utf-8")
    shown = piped(["build"], publication)
    assert "Handouts" not in shown
    assert "\r" not in shown
    assert [words in line for words, line in zip(("as of", "no `site_url`", "pages"), shown.splitlines(), strict=True)] == [True] * 3


def test_fonts_are_announced_before_they_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    """The making of fonts is said before the first is made."""
    said: list[str] = []

    def made() -> object:
        assert said
        yield from (None, None)

    assert list(font_progress(said.append)(made(), 2)) == [None, None]
    assert len(said) == 1
    assert capsys.readouterr().err == ""


def test_a_bar_hands_on_everything() -> None:
    """What goes through a bar comes out in order, and nothing goes through an empty one."""
    assert list(with_bar(["a", "b"], 2, "Letters")) == ["a", "b"]
    assert list(with_bar([], 0, "Letters")) == []
    assert click.get_current_context(silent=True) is None


def test_what_is_closed_is_no_place_for_files(tmp_path: Path) -> None:
    """A file that a command opens is never where standard output or errors should be, and a bar shows nothing where these are closed."""
    program = (
        "import os, sys; from generator.doors.cli import main; from generator.doors.progress import with_bar; "
        "main(['--version'], standalone_mode=False); said = open('said', 'w'); print(said.fileno(), *with_bar([1], 1, 'x'), file=said)"
    )
    subprocess.run(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", program], cwd=tmp_path, check=True)
    descriptor, result = (tmp_path / "said").read_text(encoding="utf-8").split()
    assert (int(descriptor) > 2, result) == (True, "1")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_interrupt_is_no_error_of_a_library(error: type[BaseException], number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal to end while a command is loaded ends in one word and with the status that says which, though a library that is loaded
    makes another error of it."""
    usual = signal.getsignal(signal.SIGTERM)

    def load(name: str) -> None:
        try:
            os.kill(os.getpid(), number)
        except KeyboardInterrupt:
            raise error from None

    monkeypatch.setattr("generator.doors.cli.import_module", load)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.output.strip()) == (128 + number, "Aborted!")
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == (signal.default_int_handler, usual)


def test_an_error_without_an_interrupt_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody has interrupted is not said to be."""
    monkeypatch.setattr("generator.doors.cli.import_module", lambda name: {}[name])
    assert isinstance(CliRunner().invoke(main, ["check"]).exception, KeyError)


def test_an_interrupt_before_the_command_is_there_is_silent(tmp_path: Path) -> None:
    """^C while the command itself is loaded ends the process as it does any other program: by the signal, without a word."""
    folder = tmp_path / "click"
    folder.mkdir()
    (folder / "__init__.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGINT)", encoding="utf-8")
    program = "import sys; from generator.__main__ import main; sys.path.insert(0, sys.argv[1]); main()"
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def test_the_package_is_the_command() -> None:
    """`python -m generator` is `briefs`."""
    done = subprocess.run([sys.executable, "-m", "generator", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("briefs, version ")
