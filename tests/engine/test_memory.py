"""What a build keeps on the disk is found by the next one under the same name, by the same program, and counts for nothing otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine.cache import Cache
from generator.engine.codec import Codec
from generator.engine.memory import KeptMemory
from generator.library.survey import remembered

WORDS = Codec[tuple[str, ...]](tuple[str, ...])
KINDS = {"word": WORDS, "book": WORDS}


def asked(folder: Path | None, name: str, program: str = "1") -> bool:
    """Whether a new run has to make what it asks for under a name; what is called `book` is large."""
    made: list[str] = []

    def make() -> tuple[str, ...]:
        made.append(name)
        return (name,)

    memory = KeptMemory(Cache(folder), program, KINDS, {"book"})
    assert remembered(memory, name, make) == (name,)
    assert remembered(memory, name, make) == (name,)
    memory.over()
    assert not memory, "nothing stays in the memory of the process"
    return bool(made)


@pytest.mark.parametrize("kind", ["word", "book"])
def test_it_is_made_once(tmp_path: Path, kind: str) -> None:
    """What one run has made the next one finds: of the kinds that are kept, under the whole name, of the same program."""
    assert asked(tmp_path, f"{kind} a")
    assert not asked(tmp_path, f"{kind} a")
    assert asked(tmp_path, f"{kind} b")
    assert not asked(tmp_path, f"{kind} a")
    assert asked(tmp_path, f"{kind} a", program="2")
    assert asked(tmp_path, "number a")
    assert asked(tmp_path, "number a")


def test_what_is_kept_together_is_bounded(tmp_path: Path) -> None:
    """Of what a run has not asked for it leaves as much as of what it has."""
    assert all(asked(tmp_path, f"word {number}") for number in range(3))
    assert [asked(tmp_path, f"word {number}") for number in (2, 0)] == [False, True]


def test_without_a_folder_all_is_made() -> None:
    """Where there is no cache, nothing is kept."""
    assert asked(None, "word a")
    assert asked(None, "word a")


@pytest.mark.parametrize("kind", ["word", "book"])
@pytest.mark.parametrize("content", [b"", b"other bytes", None])
def test_a_damaged_entry_is_made_again(tmp_path: Path, kind: str, content: bytes | None) -> None:
    """An entry that is cut, overwritten or of another codec counts for nothing, and is written anew."""
    assert asked(tmp_path, f"{kind} a")
    for entry in tmp_path.rglob("*.sealed"):
        if content is None:
            Cache(tmp_path).put(entry.name.removesuffix(".sealed"), b"\0" * 8 + b"sealed, and no value")
        else:
            entry.write_bytes(content)
    assert asked(tmp_path, f"{kind} a")
    assert not asked(tmp_path, f"{kind} a")


@pytest.mark.parametrize("kind", ["word", "book"])
def test_what_is_also_kept_under_another_digest_is_found(tmp_path: Path, kind: str) -> None:
    """All that has a digest as the second word of its name is found under another one, too, but what was made for that already."""
    memory = KeptMemory(Cache(tmp_path), "1", KINDS, {"book"})
    for name in (f"{kind} a one", f"{kind} a two", f"{kind} b one", f"{kind} c two"):
        memory[name] = (name,)
    memory.also("a", "c")
    memory.over()
    found = KeptMemory(Cache(tmp_path), "1", KINDS, {"book"})
    assert [found.get(f"{kind} c {rest}") for rest in ("one", "two", "three")] == [(f"{kind} a one",), (f"{kind} c two",), None]
