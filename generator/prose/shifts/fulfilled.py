"""What holds under a condition, told as if it were met, or need not be, or for everybody: as it has been; without paying; all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.negations import denial
from generator.prose.quantities import quantities
from generator.prose.shifts.calling import where
from generator.prose.shifts.extents import INVERTED, MOST, NO_CONDITION, ranks
from generator.prose.shifts.pair import Pair, Shift, conditional
from generator.prose.shifts.said import Said
from generator.text.patterns import compiled

_LEAST = 4  # letters by which a word is one of the evidence's
# Words that keep a condition, and that tell a cause as well.
_ALSO_CAUSES = frozenset(["as", "once", "after", "nach", "when", "without", "ohne", "until"])
_WITHOUT = compiled(r"\bwithout\s([^\W\d_]{3,})ing\b", re.IGNORECASE)
_AS_SO = compiled(
    r"(?:,\s(?:as(?!\s(?:long|soon|well|if|expected|planned|of)\b)|since|because)|\bbecause|\bnow\sthat|\bhaving|^(?:As|Since|Because|After)|[,;]\s(?:denn|weil|da)|^(?:Da|Weil|Nachdem)|\bnun\sda)\s[^,.;]+",
    re.IGNORECASE,
)
_CONDITIONAL_NOUN = compiled(
    r"\b(?:condition|requir|prerequisite|terms?\b|necessary|oblig|entitl|force[sd]?\b|mean[s]?\b|voraussetz|beding|erforder|nötig|verlang|anspruch)",
    re.IGNORECASE,
)
# A condition by its verb, which comes first: Fällt die Ernte schlecht aus, muss …
_CONDITION_FIRST = compiled(
    r"(?!Laut|Mit|Seit|Nicht|Jetzt|Erst|Selbst|Zuletzt|Bereits|Fast|Sonst|Meist|Gegen|Neben|Wegen|Zwischen|Dort|Damit|Heute|Neuesten|Hinten|Oben|Unten"
    r"|Sagt|Meint|Entgegen|Binnen|Dann|Denn|Wenn|Einen)"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:t|en|ss|ff|ll|f|rd)\s(?:der|die|das|er|sie|es|man|eine?|sein|ihre?|sich)\b[^,.;]*,\s(?:so\s|dann\s)?"
    r"(?:ist|sind|muss|müssen|darf|dürfen|kann|können|wird|werden|soll|sollen|will|wollen|bleib\w*|droh\w*|[a-zäöüß]+(?:t|en))\b"
)


@where(tells="condition")
def fulfilled(pair: Pair) -> Iterator[Shift]:
    """A condition that a text tells as met, undoes, or leaves out."""
    if (left := _left_out(pair)) is not None:
        yield Shift("condition", *left)


def _left_out(pair: Pair) -> tuple[str, str] | None:
    """A condition told as what is so, or as what need not be so; or one left out with its figure, of which a text says that all have it."""
    shifting, language = pair.shifting, pair.language
    kept = pair.ours.set & (shifting.conditional - _ALSO_CAUSES)
    is_inverted = shifting.has_capital_nouns and _CONDITION_FIRST.match(pair.near.text) is not None
    if not (pair.theirs.set & shifting.condition_words or is_inverted) or not pair.is_close or denial(pair.near.text):
        return None
    text = pair.near.text
    match = _CONDITION_FIRST.match(text) if is_inverted else conditional(language.tag).search(text)
    if not match or NO_CONDITION.search(text):
        return None
    clause = text[match.start() :].partition(",")[0].strip(' .”"')
    stems = Said(clause).stems - Said(match[0]).stems if not is_inverted else Said(clause).stems
    if len(stems) < 1 or clause == text.strip(' .”"'):
        return None
    undone = _WITHOUT.search(pair.ours.text)
    if undone and any(word[:_LEAST] == undone[1][:_LEAST] or word == undone[1] for word in Said(clause).words):
        return undone[0], clause
    if kept or _CONDITIONAL_NOUN.search(pair.ours.text):
        return None
    for told in _AS_SO.finditer(pair.ours.text):
        shared = Said(told[0]).stems & stems
        if shared and 2 * len(shared) >= len(stems):
            return told[0].strip(" ,."), clause
    every = next((word for rank, word in ranks(pair.ours, shifting) if rank > MOST), "")
    ours = {value for each in quantities(pair.ours.text) for value in each.values}
    figures = [each for each in quantities(clause) if not each.name]
    if every and figures and every not in pair.theirs.set and not any(each.values & ours for each in figures):
        return every, clause
    if is_inverted and not INVERTED.match(pair.ours.text) and not _CONDITION_FIRST.match(pair.ours.text):
        rest = pair.near.stems - stems
        if 3 * len(stems & pair.ours.stems - rest) <= len(stems) and 2 * len(rest & pair.ours.stems) >= len(pair.ours.stems):
            return "", clause
    return None
