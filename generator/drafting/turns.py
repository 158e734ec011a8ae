"""The turns of an interview: paragraphs that begin with the name of who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.drafting.lines import Line
from generator.prose.titles import split_title
from generator.prose.turns import NO_SPEAKERS

_LABEL = re.compile(r"(?P<label>[^\W\d_a-zäöüß](?:[\w.’'&-]*)(?:[\s,]+[\w.’'&-]+){0,7}?)\s?:\s*(?=\S)")
LEAST = 4  # turns that make an interview
_SHORT = 3  # names in a label that may recur


def turns(lines: Sequence[Line]) -> dict[int, str]:
    """Which lines (by index) open a turn, and the name before the colon; nothing where no two speakers take turns."""
    labels = {
        index: match["label"]
        for index, line in enumerate(lines)
        if (match := _LABEL.match(line.text)) and not NO_SPEAKERS.fullmatch(match["label"])
    }
    # Whoever is named by one short label again and again; a first turn may give the name in full.
    counts = Counter(names for label in labels.values() if len(names := _names(label)) <= _SHORT)
    speakers = [names for names, count in counts.items() if count > 1]
    found = {index: label for index, label in labels.items() if any(names <= _names(label) for names in speakers)}
    return found if len(found) >= LEAST and len(speakers) > 1 else {}


def _names(label: str) -> frozenset[str]:
    """The names in a label, without titles and without what follows a comma."""
    return frozenset(re.findall(r"[^\W\d_][\w’'-]*", split_title(label.partition(",")[0])[1].lower())) - {"the"}
