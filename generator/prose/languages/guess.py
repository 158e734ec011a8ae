"""The language of a text, by its script where that is of one language, else by the little words that only it has."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from generator.prose.languages import LANGUAGES
from generator.text.scripts import has_any, stretches

_READ = 20_000  # characters that are enough to tell
_SOME = 0.1  # of the characters of a text
_LEAST, _MARGIN = 0.08, 1.3  # the share of little words in a sure language, and how far ahead of the next it must be


@lru_cache(maxsize=8)
def guess_language(text: str) -> str | None:
    """The BCP 47 tag of a text's language where it can be told."""
    if own := _by_script(text[:_READ]):
        return own
    words = Counter(re.findall(r"[^\W\d_]+", text[:_READ].lower()))
    counts = Counter({language.tag: sum(words[word] for word in language.telling & words.keys()) for language in LANGUAGES})
    (first, most), (_, next_most) = counts.most_common(2)
    return first if words and most >= max(3, _LEAST * words.total()) and most >= _MARGIN * next_most else None


def _by_script(text: str) -> str | None:
    """The language of most letters of a text; Han is Japanese where some kana stand among it, else Chinese."""
    if not has_any(text):
        return None
    letters: Counter[str] = Counter()
    for script, stretch in stretches(text):
        letters[script.tag if script else ""] += sum(map(str.isalpha, stretch))
    most = letters.total() / 2
    japanese, korean, han = letters["ja"], letters["ko"], letters["und-Hani"]
    if japanese + korean + han > most:
        return "ja" if japanese > max(korean, _SOME * han) else "ko" if korean > _SOME * han else "zh"
    return next((tag for tag, count in letters.items() if tag and "-" not in tag and count > most), None)
