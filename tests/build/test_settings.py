"""`mkdocs serve` outlives its settings: what was made ready with old ones does not serve the new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.doors.mkdocs.plugin import BriefsPlugin
from generator.press.press import Press

MKDOCS = "site_name: Birds\nsite_url: https://birds.example.org/\ndocs_dir: briefs\ntheme: {name: material}\nplugins:\n  - briefs: {}\n"
Rebuild = Callable[..., Press]


@pytest.fixture
def rebuild(tmp_path: Path) -> Iterator[Rebuild]:
    """Configures one running server with an mkdocs.yml, and gives the press that it makes handouts with."""
    (tmp_path / "briefs").mkdir()
    plugin = BriefsPlugin()
    plugin.on_startup(command="serve", dirty=False)

    def configured(*changes: tuple[str, str]) -> Press:
        text = MKDOCS
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        config = load_config(str(tmp_path / "mkdocs.yml"))
        plugin.config = config.plugins["briefs"].config
        for method in plugin.on_config.methods:
            method(config)
        return plugin.use_press()

    yield configured
    plugin.on_shutdown()


@pytest.mark.parametrize(
    ("setting", "limits"),
    [
        ("handout_seconds: 7", lambda press: press.limits.seconds == 7),
        ("handout_megabytes: 300", lambda press: press.limits.megabytes == 300),
        ("workers: 3", lambda press: press.workers == 3),
    ],
)
def test_a_press_has_the_settings_of_its_build(rebuild: Rebuild, setting: str, limits: Callable[[Press], bool]) -> None:
    """After an edit of a limit or of the number of workers handouts are made with the new one, and the old workers are ended."""
    first = rebuild()
    executor = ThreadPoolExecutor(1)
    first._open = (executor, lambda document: b"")
    assert not limits(first)
    assert limits(rebuild(("{}", f"{{{setting}}}")))
    assert first.executor is None
    with pytest.raises(RuntimeError, match="after shutdown"):
        executor.submit(print)
    assert not limits(rebuild())


@pytest.mark.parametrize(
    "change", [("Birds", "Bees"), ("{}", "{accent: '#005500'}"), ("{}", "{rules: {B207: off}}"), ("{}", "{handouts: false}")]
)
def test_a_press_outlives_other_settings(rebuild: Rebuild, change: tuple[str, str]) -> None:
    """An edit that says nothing of workers leaves them as they are, for starting them takes time."""
    assert rebuild() is rebuild(change)
