"""Words that a prefix turns into their contrary: lawful, unlawful."""

from __future__ import annotations

from functools import lru_cache

from generator.text.patterns import compiled

_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "miss", "anti", "dé")
_LEAST = 5  # letters of the word without its prefix: fewer are as often another word (form, inform)
_OTHERS = frozenset(  # words that only look so
    [
        "discover",
        "discount",
        "dispatch",
        "distract",
        "district",
        "impress",
        "instance",
        "instate",
        "inspire",
        "investment",
        "misstate",
        "unionist",
        "unknown",
    ]
)
_WORD = compiled(r"[^\W\d_]{5,}")


def contrary(ours: str, theirs: str) -> tuple[str, str] | None:
    """A word of one text whose contrary by a prefix stands in the other, where neither has both: ours first."""
    mine, yours = _words(ours), _words(theirs)
    for has, lacks, is_ours in ((mine, yours, True), (yours, mine, False)):
        for word in sorted(word for word in has - lacks - _OTHERS if word.startswith(_PREFIXES)):
            bare = next((word[len(prefix) :].lstrip("-") for prefix in _PREFIXES if word.startswith(prefix)), "")
            if len(bare) >= _LEAST and bare in lacks and bare not in has:
                return (word, bare) if is_ours else (bare, word)
    return None


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
