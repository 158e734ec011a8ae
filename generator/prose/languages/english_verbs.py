"""The English verbs that say that somebody speaks, kept apart from those of belief and intent.

A verb stands in one list, and is told by its form, not by its lemma: a parser's lemmas differ from model to model.
"""

from __future__ import annotations

# Verbs of speech that take a clause or quoted words as what is said. Of the first ones the past and the `-s` mean speech wherever they
# stand, of the next ones the past only (remarks and posts are things, too); the others take a parser to be sure of.
_SURE = """
    add admit announce argue claim conclude confirm declare emphasise emphasize explain insist note recall reply state stress warn
"""
_SURE_PAST = "comment continue joke post predict remark report respond testify tweet vow"
_SAYING = """
    acknowledge advise affirm agree allege answer apologise apologize ask assert assure aver bemoan boast caution chant charge clarify
    complain concede confess confide contend counter cry demand deny disclose email estimate exclaim forecast highlight hypothesise
    hypothesize imply inform interject lament maintain message mock muse mutter object observe opine outline plead pledge point proclaim
    promise pronounce propose protest quip reaffirm reason recommend recount reiterate relate remind repeat request retort reveal roar
    rule scoff shout signal specify speculate suggest summarise summarize text theorise theorize threaten tout underline underscore urge
    verify volunteer whisper
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


SAYING = _table(f"{_SURE} {_SURE_PAST} {_SAYING} {_GESTURES}", _IRREGULAR_SAYING)
FINDING = _table(_FINDING, _IRREGULAR_FINDING)
NAMING = _table(_NAMING, _IRREGULAR_NAMING)
BELIEVING = _table(_BELIEVING, _IRREGULAR_BELIEVING)
QUOTING_ONLY = _table(f"{_QUOTING_ONLY} {_GESTURES}", _IRREGULAR_QUOTING_ONLY)
SAID = (
    "said", "says", "told", "wrote", "writes", "say", "warn", "insist", "argue", "explain",
    *(form for verb in _SURE.split() for form in _forms(verb)[1:3]),
    *(_forms(verb)[2] for verb in _SURE_PAST.split()),
)  # fmt: skip
# Forms that have a subject: beside quoted words it is who says them. A noun may look alike (claims), which the word before it tells.
_NO_SPEECH = frozenset(["go", "goes", "put", "puts", "read", "reads", "hold", "holds", "talks"])  # alone
FINITE = tuple(
    dict.fromkeys(
        (
            *(form for verb in f"{_SURE} {_SURE_PAST} {_SAYING} {_GESTURES} {_NAMING}".split() for form in _forms(verb)[1:3]),
            *(form for form in f"{_IRREGULAR_SAYING} {_IRREGULAR_NAMING}".split() if not form.endswith("ing") and form not in _NO_SPEECH),
            *(
                "thought",
                "thinks",
                "believes",
                "believed",
                "asks",
                "retweeted",
                "puts it",
                "put it",
                "goes on",
                "went on",
                "put in",
                "chimed in",
                "cut in",
            ),
        )
    )
)
