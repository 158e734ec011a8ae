"""Word-exact matching: where the words of a quote stand in a source, and how exactly.

The way of a match: `normal` folds typography away with a map back to the file's own offsets, `markup` a source's layout, `structure`
finds paragraphs and pairs of quotation marks, `pieces` divides a quote at what editors left out and put in, `match` finds words tier by
tier, `nearest` says what stands there instead when nothing matches. Nothing fuzzier than a tier ever passes.
"""

from generator.text.matching.match import Cut, Match, Tier, matches, matches_by_tier
from generator.text.matching.nearest import Nearest, nearest
from generator.text.matching.source import Source

__all__ = ["Cut", "Match", "Nearest", "Source", "Tier", "matches", "matches_by_tier", "nearest"]
