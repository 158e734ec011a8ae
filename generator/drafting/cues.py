"""The words that say that somebody speaks, kept apart from those of belief and intent.

A verb is told by its form, not by its lemma: a parser's lemmas differ from model to model.
"""

from __future__ import annotations

import re

# Verbs of speech that take a clause or quoted words as what is said.
_SAYING = """
    acknowledge add admit advise affirm agree allege announce answer apologise apologize argue ask assert assure aver bemoan boast
    caution chant charge claim clarify comment complain concede conclude confess confide confirm contend continue counter cry
    declare demand deny disclose email emphasise emphasize estimate exclaim explain forecast highlight hypothesise hypothesize imply
    inform insist interject joke lament maintain message mock muse mutter note object observe opine outline plead pledge point post
    predict proclaim promise pronounce propose protest quip reaffirm reason recall recommend recount reiterate relate remark remind
    repeat reply report request respond retort reveal roar rule scoff shout signal specify speculate state stress suggest summarise
    summarize testify text theorise theorize threaten tout tweet underline underscore urge verify volunteer vow warn whisper
"""
_IRREGULAR_SAYING = """
    say says said saying tell tells told telling write writes wrote written writing read reads reading swear swears swore sworn
    swearing hold holds held holding put puts putting go goes went quote quotes quoted quoting cite cites cited citing begin begins
    began beginning spell spells spelled spelt sum sums summed summing
"""
# What people do while they speak: cues beside a quotation only.
_GESTURES = """
    bark beam chuckle cry enthuse fume gasp grin groan grumble gush laugh mumble murmur nod plead scream shrug sigh smile snap sob
    thunder wonder yell
"""
# What studies and figures do: only with a clause that says what.
_FINDING = "calculate demonstrate determine discover document establish indicate prove reveal suggest record"
_IRREGULAR_FINDING = "find finds found finding show shows showed shown showing learn learns learned learnt learning"
# Verbs of speech whose quoted words are a part of the sentence: called it “a mistake”, accused them of “lying”.
_NAMING = """
    accuse applaud attack blame blast brand characterise characterize commend compare condemn criticise criticize decry defend
    denounce depict deplore deride describe dismiss dub hail label lambast liken portray praise rail reject ridicule salute savage
    slam thank welcome
"""
_IRREGULAR_NAMING = """
    call calls called calling speak speaks spoke spoken speaking talk talks talked talking refer refers referred referring
"""
_BELIEVING = "believe fear expect hope suspect doubt assume consider worry"
_IRREGULAR_BELIEVING = "think thinks thought thinking feel feels felt feeling know knows knew known knowing"
# These say something only of quoted words; a clause after them is something else: read that, put it, go on.
_QUOTING_ONLY = "continue"
_IRREGULAR_QUOTING_ONLY = """
    put puts putting go goes went read reads reading begin begins began sum sums summed spell spells spelled quote quotes quoted hold
    holds held holding ask asking
"""
_DOUBLING = {"quip", "shrug", "grin", "sob", "nod", "dub", "slam", "admit", "commit", "refer", "rebut"}


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), stem + "ed", stem + "ing"


def _table(regular: str, irregular: str) -> frozenset[str]:
    return frozenset(form for verb in regular.split() for form in _forms(verb)) | frozenset(irregular.split())


SAYING = _table(f"{_SAYING} {_GESTURES}", _IRREGULAR_SAYING)
FINDING = _table(_FINDING, _IRREGULAR_FINDING)
NAMING = _table(_NAMING, _IRREGULAR_NAMING)
BELIEVING = _table(_BELIEVING, _IRREGULAR_BELIEVING)
QUOTING_ONLY = _table(f"{_QUOTING_ONLY} {_GESTURES}", _IRREGULAR_QUOTING_ONLY)

# Nobody is named who says it.
HEARSAY = re.compile(
    r"\b(?:is|are|was|were|has been|have been|had been)\s+(?:also\s+|now\s+|widely\s+)?"
    r"(?P<cue>said|reported|rumou?red|alleged|claimed|thought|believed|understood)\s+to\s+(?:have|be|already)\b",
    re.IGNORECASE,
)
