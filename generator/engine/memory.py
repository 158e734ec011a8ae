"""What runs of one process have made, for when it is asked for again."""

from __future__ import annotations

import contextlib
from collections.abc import Hashable, Mapping
from typing import Any

from generator.engine.cache import Cache
from generator.engine.codec import Codec, UnknownValueError
from generator.engine.digest import digest_of


class RunMemory(dict[Hashable, Any]):
    """What runs have made, by what it was made from, or a digest of that; forgets what the last run did not ask for.

    Where it keeps `only` what was made under names that begin with some words, it is for a single run, which asks for little twice.
    """

    def __init__(self, only: tuple[str, ...] | None = None) -> None:
        super().__init__()
        self._only = only
        self._asked: set[Hashable] = set()

    def __getitem__(self, key: Hashable) -> Any:
        self._asked.add(key)
        return super().__getitem__(key)

    def get(self, key: Hashable, default: Any = None) -> Any:
        self._asked.add(key)
        return super().get(key, default)

    def __setitem__(self, key: Hashable, made: Any) -> None:
        if self._only is None or (isinstance(key, str) and key.startswith(self._only)):
            self._asked.add(key)
            super().__setitem__(key, made)

    def forget_unused(self) -> None:
        for key in self.keys() - self._asked:
            del self[key]
        self._asked.clear()

    def tidy(self) -> None:
        """Remove what is kept for too long; in the memory of a process nothing is."""


class KeptMemory(RunMemory):
    """The memory of a single run that finds in a cache what earlier runs have made, and keeps there what it makes itself.

    `kinds` are the codecs of what is kept, by the words with which its names begin; a name says all that a thing was made from, but for
    the program, whose digest is `program`.
    """

    def __init__(self, cache: Cache, program: str, kinds: Mapping[str, Codec[Any]], only: tuple[str, ...] = ()) -> None:
        super().__init__(only)
        self.cache = cache
        self._program = program
        self._kinds = kinds

    def get(self, key: Hashable, default: Any = None) -> Any:
        codec = self._codec(key)
        entry = self.cache.get(self._digest(key)) if codec else None
        if codec is None or entry is None:
            return super().get(key, default)
        try:
            return codec.decode(entry)
        except ValueError:
            return default

    def __setitem__(self, key: Hashable, made: Any) -> None:
        super().__setitem__(key, made)
        codec = self._codec(key)
        if codec and self.cache.folder:
            with contextlib.suppress(UnknownValueError):  # which is made again the next time
                self.cache.put(self._digest(key), codec.encode(made))

    def tidy(self) -> None:
        self.cache.tidy()

    def _codec(self, key: Hashable) -> Codec[Any] | None:
        return self._kinds.get(key.partition(" ")[0]) if isinstance(key, str) else None

    def _digest(self, key: Hashable) -> str:
        return digest_of(self._program, str(key))
