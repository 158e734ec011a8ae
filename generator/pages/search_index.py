"""The index that `/search/` reads: files of bounded size, of which a search fetches a few.

    index.json     how many pages there are, where each file of words begins, what filters offer
    words/N.txt    words in order of UTF-16, one a line: how many letters it shares with the last (a digit, base 36), the others, a tab, the
                   bytes of its places (base 36)
    places/N.bin   where each word is: pages, and in each the entries that have it (0: the title of the page; else the entry before)
    pages/N.json   a page with its entries, as they are shown

A filter is a word, too (`:status:confirmed`), so that a search for some words of some kind is one intersection. Places of a word are, for
each page, the distance to the last as a number of 7 bits a byte, lowest first; then another, whose two lowest bits say what it counts:
0 entries, each as its distance to the last; 1 bytes of a bit set; 2 entries in a row, whose first follows.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.pages.artifacts import DataFile, SearchEntry
from generator.text.search_words import COMPOUNDING, LONG, parts, search_words

FOLDER = "search/"
INDEX = f"{FOLDER}index.json"
WORDS_BYTES = 10_000
PLACES_BYTES = 10_000
CHOICES = 100  # that a filter offers before somebody has searched
_SHOWN = 400  # characters of an entry's other words that are shown where they are found

Words = tuple[tuple[str, ...], tuple[bytes, ...]]
"""The words of a page, and for each of them which entries have it, packed."""


@dataclass(frozen=True)
class Searched:
    """A page that search finds, at an address from the site's root; its first entry is the page itself."""

    url: str
    language: str
    entries: tuple[SearchEntry, ...]

    @property
    def day(self) -> str:
        return self.entries[0].day


def search_index(pages: Iterable[Searched], known: dict[Searched, Words] | None = None) -> Iterator[DataFile]:
    """The files of the index; `known` has what was read of pages before, and is left with what was read of these."""
    ordered = sorted((page for page in pages if page.entries), key=lambda page: page.url)
    ordered.sort(key=lambda page: page.day, reverse=True)  # of pages that are as good, the newest is found first
    places = _places(ordered, known)
    starts, firsts = [], []
    words = _Packed("words", WORDS_BYTES)
    packed = _Packed("places", PLACES_BYTES)
    last = ""
    for word in sorted(places, key=lambda word: word.encode("utf-16-be", "surrogatepass")):
        at = packed.add(bytes(places[word]))
        shared = min(_shared(last, word), 35)
        line = f"{_base36(shared)}{word[shared:]}\t{_base36(len(places[word]))}\n".encode("utf-8", "replace")
        if words.is_full(line):
            line = f"0{word}\t{_base36(len(places[word]))}\n".encode("utf-8", "replace")
        if words.add(line)[1] == 0:
            firsts.append(word)
            starts.append(at)
        last = word
    files = [*words.files(), *packed.files()]
    files += [DataFile(f"{FOLDER}pages/{number}.json", _json(_shown(page))) for number, page in enumerate(ordered)]
    state = hashlib.sha256()
    for file in files:
        state.update(f"{file.path} {len(file.content)} ".encode() + file.content)
    head = {"version": state.hexdigest()[:12], "pages": len(ordered), "limit": PLACES_BYTES, "words": firsts, "starts": starts}
    yield DataFile(INDEX, _json({**head, "filters": _choices(ordered)}))
    yield from files


# What is in it


def _words(page: Searched) -> Words:
    """The words of a page, and the filters that it stands under, with the entries that have them."""
    whole = page.entries[0]
    found = dict.fromkeys(search_words(whole.title), 1)
    for number, entry in enumerate(page.entries, 1):
        bit = 1 << number
        for word in {*search_words(entry.title), *search_words(entry.text), *_filters(entry, whole)}:
            found[word] = found.get(word, 0) | bit
    return tuple(found), tuple(map(_packed, found.values()))


def _filters(entry: SearchEntry, whole: SearchEntry) -> Iterator[str]:
    yield f":kind:{entry.kind}"
    if entry.status:
        yield f":status:{entry.status}"
    day = entry.day or whole.day
    if day:
        yield f":year:{day[:4]}"
    yield from (f":actor:{name}" for name, _ in entry.actors)
    yield from (f":topic:{name}" for name, _ in whole.topics)


def _choices(pages: Sequence[Searched]) -> Mapping[str, list[tuple[str, str]]]:
    """What filters offer, with its words: what most pages have."""
    words: dict[str, dict[str, str]] = {"topic": {}, "actor": {}, "year": {}}
    counts: dict[str, Counter[str]] = {name: Counter() for name in words}
    for page in pages:
        years = {entry.day[:4] for entry in page.entries if entry.day}
        actors = {name: shown for entry in page.entries for name, shown in entry.actors}
        for kind, there in (("topic", dict(page.entries[0].topics)), ("actor", actors), ("year", {year: year for year in years})):
            counts[kind].update(there.keys())
            for name, shown in there.items():
                words[kind].setdefault(name, shown)
    most = {kind: sorted(counts[kind], key=lambda name: (-counts[kind][name], name))[:CHOICES] for kind in words}
    listed = {kind: sorted(((name, words[kind][name]) for name in names), key=lambda each: each[1].lower()) for kind, names in most.items()}
    return {**listed, "year": listed["year"][::-1]}


def _shown(page: Searched) -> Mapping[str, object]:
    """A page as the script shows it; what is empty is left out."""
    whole, *rest = page.entries
    entries = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "status": entry.status,
            "words": entry.status_words,
            "day": entry.day,
            "title": entry.title,
            "text": entry.text[:_SHOWN],
            "actors": [name for name, _ in entry.actors],
        }
        for entry in (whole, *rest)
    ]
    return {
        "url": page.url,
        "language": page.language,
        "actors": {name: shown for entry in page.entries for name, shown in entry.actors},
        "entries": [{key: value for key, value in entry.items() if value} for entry in entries],
    }


# How it is packed


def _places(pages: Sequence[Searched], known: dict[Searched, Words] | None) -> Mapping[str, bytearray]:
    """The places of each word, and of each part of a compound, packed."""
    last: dict[str, int] = {}
    found: dict[str, bytearray] = {}
    compounds: dict[str, None] = {}
    kept: dict[Searched, Words] = {}
    for number, page in enumerate(pages):
        read = known.get(page) if known else None
        words, entries = read or _words(page)
        if known is not None:
            kept[page] = words, entries
        for word, packed in zip(words, entries, strict=True):
            into = found.get(word)
            if into is None:
                found[word] = bytearray(_number(number) + packed)
            else:
                into += _number(number - last[word] - 1) + packed
            last[word] = number
        if page.language[:2] in COMPOUNDING:
            compounds |= dict.fromkeys(word for word in words if len(word) >= LONG)
    if known is not None:
        known.clear()
        known.update(kept)
    whole = frozenset(found)
    more: dict[str, list[str]] = {}
    for word in compounds:
        for part in parts(word, whole):
            more.setdefault(part, []).append(word)
    before = {word: bytes(found.get(word, b"")) for part, words in more.items() for word in (part, *words)}
    return {**found, **{part: _together([before[part], *(before[word] for word in words)]) for part, words in more.items()}}


def _together(lists: Iterable[bytes]) -> bytearray:
    """The places of several words as those of one."""
    entries: dict[int, int] = {}
    for packed in lists:
        for page, there in unpacked(packed):
            entries[page] = entries.get(page, 0) | sum(1 << entry for entry in there)
    into, last = bytearray(), -1
    for page in sorted(entries):
        into += _number(page - last - 1) + _packed(entries[page])
        last = page
    return into


def unpacked(packed: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Pages and their entries of what is packed: what the script reads."""
    signs = iter(packed)

    def count(first: int) -> int:
        value, shift, byte = first & 127, 0, first
        while byte > 127:
            byte, shift = next(signs), shift + 7
            value |= (byte & 127) << shift
        return value

    page = -1
    for sign in signs:
        page += count(sign) + 1
        much, form = divmod(count(next(signs)), 4)
        if form == 2:
            first = count(next(signs))
            yield page, tuple(range(first, first + much))
        elif form == 1:
            bits = int.from_bytes(bytes(next(signs) for _ in range(much)), "little")
            yield page, tuple(bit for bit in range(bits.bit_length()) if bits >> bit & 1)
        else:
            yield page, tuple(accumulate(count(next(signs)) for _ in range(much)))


@lru_cache(maxsize=100_000)
def _packed(bits: int) -> bytes:
    """Entries, of which each is a bit, in the shortest of the three forms."""
    count, first, length = bits.bit_count(), (bits & -bits).bit_length() - 1, bits.bit_length()
    if length - first == count:
        return _number(count << 2 | 2) + _number(first)
    size = (length + 7) // 8
    if size < count:
        return _number(size << 2 | 1) + bits.to_bytes(size, "little")
    entries = [entry for entry in range(first, length) if bits >> entry & 1]
    steps = (_number(entry - before) for before, entry in zip((0, *entries), entries, strict=False))
    return _number(count << 2) + b"".join(steps)


@lru_cache(maxsize=10_000)
def _number(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


class _Packed:
    """Pieces one behind the other in files of so many bytes; a piece that is longer has a file to itself."""

    def __init__(self, name: str, limit: int) -> None:
        self.name, self.limit = name, limit
        self.parts: list[bytearray] = [bytearray()]

    def is_full(self, piece: bytes) -> bool:
        return bool(self.parts[-1]) and len(self.parts[-1]) + len(piece) > self.limit

    def add(self, piece: bytes) -> tuple[int, int]:
        """The file that a piece is in, and where it begins there."""
        if self.is_full(piece):
            self.parts.append(bytearray())
        self.parts[-1] += piece
        return len(self.parts) - 1, len(self.parts[-1]) - len(piece)

    def files(self) -> Iterator[DataFile]:
        suffix = "txt" if self.name == "words" else "bin"
        return (DataFile(f"{FOLDER}{self.name}/{number}.{suffix}", bytes(part)) for number, part in enumerate(self.parts) if part)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with; none beyond those that are one unit of UTF-16, as scripts count."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b or a > "\uffff":
            return at
    return min(len(one), len(other))


def _base36(value: int) -> str:
    digits = ""
    while True:
        value, digit = divmod(value, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not value:
            return digits


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
