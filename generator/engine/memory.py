"""What runs have made, for when it is asked for again: by the same process, or, where it is kept in a cache, by a later one."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Hashable, Mapping
from functools import cached_property
from itertools import islice
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

    def also(self, digest: str, other: str) -> None:
        """What is kept under names whose second word is a digest would be made under another one, too, unless it was. Nothing is, here."""

    def over(self) -> None:
        """The run is over: what it leaves to later ones is kept, and what nobody asks for is not. In the memory of a process nothing is."""


class KeptMemory(RunMemory):
    """The memory of a single run that finds in a cache what earlier runs have made, and keeps there what it makes itself.

    `kinds` are the codecs of what is kept, by the words with which its names begin; a name says all that a thing was made from, but for
    the program, whose digest is `program`. All is in one entry of the cache together, which is written when the run is `over`: it has what
    this run has asked for, and as much of what earlier ones have. Of the kinds `large` it has the names of entries of their own.
    """

    def __init__(
        self, cache: Cache, program: str, kinds: Mapping[str, Codec[Any]], large: Collection[str] = (), only: tuple[str, ...] = ()
    ) -> None:
        super().__init__(only)
        self.cache = cache
        self._program = program
        self._kinds = kinds
        self._large = large
        self._used: dict[str, bytes] = {}
        self._of: dict[str, list[tuple[str, str]]] = {}  # names that were used, by their second word: the first, a digest of the others

    @cached_property
    def _earlier(self) -> Mapping[str, bytes]:
        """What earlier runs have kept together."""
        with contextlib.suppress(ValueError):
            return _TOGETHER.decode(self.cache.get(self._digest("")) or b"")
        return {}

    def get(self, key: Hashable, default: Any = None) -> Any:
        kind = self._kind(key)
        if not kind:
            return super().get(key, default)
        digest = self._named(str(key))
        entry = self._used.get(digest) or self._earlier.get(digest)
        content = self.cache.get(entry.decode()) if entry and kind in self._large else entry
        try:
            made = self._kinds[kind].decode(content or b"")
        except ValueError:
            return default
        if entry:
            self._used[digest] = entry
        return made

    def __setitem__(self, key: Hashable, made: Any) -> None:
        super().__setitem__(key, made)
        kind = self._kind(key)
        if not kind:
            return
        with contextlib.suppress(UnknownValueError):  # which is made again the next time
            entry = self._kinds[kind].encode(made)
            if kind in self._large:
                name = self._digest(entry)
                self.cache.put(name, entry)
                entry = name.encode()
            self._used[self._named(str(key))] = entry

    def also(self, digest: str, other: str) -> None:
        for kind, rest in self._of.get(digest, ()):
            entry = self._used.get(self._digest(kind, digest, rest))
            if entry:
                self._used.setdefault(self._digest(kind, other, rest), entry)

    def over(self) -> None:
        if not self._used.items() <= self._earlier.items():
            others = (digest for digest in self._earlier if digest not in self._used)
            kept = {**self._used, **{digest: self._earlier[digest] for digest in islice(others, len(self._used))}}
            self.cache.put(self._digest(""), _TOGETHER.encode(kept))
        self.cache.tidy()

    def _kind(self, key: Hashable) -> str:
        """The word with which a name begins; empty where what is under it is not kept."""
        kind = key.partition(" ")[0] if isinstance(key, str) else ""
        return kind if kind in self._kinds and self.cache.folder else ""

    def _named(self, key: str) -> str:
        """Under which digest something is kept that has a name."""
        kind, word, rest = (*key.split(" ", 2), "", "")[:3]
        known = kind, digest_of(rest)
        listed = self._of.setdefault(word, [])
        if known not in listed:
            listed.append(known)
        return self._digest(kind, word, known[1])

    def _digest(self, *parts: str | bytes) -> str:
        return digest_of(self._program, *parts)


_TOGETHER = Codec[dict[str, bytes]](dict[str, bytes])
