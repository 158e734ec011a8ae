"""What goes with something, told as what it does to it: who sleeps badly is heavier, poor sleep makes heavy; and what is, told as to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.prose.hedges import first_hedge, is_unsure
from generator.prose.languages.shifting import words
from generator.prose.negations import denial
from generator.prose.shifts.calling import where
from generator.prose.shifts.pair import Pair, Shift
from generator.prose.shifts.said import Said, stem
from generator.text.patterns import compiled

# Verbs by which one thing does something to another; of a person that does something they say no cause.
_EFFECTS = words(
    """
    causes caused cause makes made make improves improve improved worsens worsen worsened boosts boost raises
    reduces lowers prevents protects
    harms damages shortens lengthens prolongs extends accelerates slows triggers triggered leads led drives brings brought
    macht machte machen machten verursacht verursachte verursachen verbessert verschlechtert erhöht senkt verringert verhindert schützt
    schadet verkürzt verlängert stärkt schwächt führt führte geführt führen fördert beschleunigt bremst löst bringt brachte sorgt sorgte
    """
)
_GOING_TOGETHER = compiled(
    r"\b(?:link(?:s|ed)?|associat\w+|correlat\w+|connect(?:ed|ion)|coincid\w+|tend(?:s|ed)?\sto"
    r"|(?:more|less)\s(?:often|frequently|common|likely)|likelier|(?:have|had|has|are|were|is|was|do|did|get|got)\s(?:\w+\s){0,2}(?:more|better|fewer"
    r"|less|higher|lower|worse|longer|shorter|healthier|happier|heavier)|häufiger|seltener|öfter|korrelier\w+|verbindung|zusammenhang|zusammenhäng\w+"
    r"|hängt\b[^,.;]{1,60}\bzusammen|im\s(?:schnitt|durchschnitt)|(?:haben|hatten|sind|waren|leben|lebten)\s[^,.;]{0,40}(?:besser|schlechter|höher|niedriger|mehr"
    r"|weniger|länger|kürzer|gesünder|zufriedener)\w*)\b",
    re.IGNORECASE,
)
_SINCE = compiled(
    r"\b(?:since|seit(?:dem)?|shortly\safter|soon\safter|kurz\s(?:nach|nachdem)|nachdem|at\sthe\ssame\stime|gleichzeitig|zeitgleich)\b",
    re.IGNORECASE,
)
_LED = compiled(
    r"\b(?:led\sto|has\sled|have\sled|brought\sabout|resulted\sin|is\s(?:the|a)\s(?:cause|reason)|was\s(?:the|a)\s(?:cause|reason)|because\sof|caused|thanks\sto"
    r"|as\sa\sresult\sof|due\sto|owing\sto|wegen|aufgrund|infolge|dank|dazu\sgeführt|führte[n]?\s[^,.;]{0,40}\bzu|verursacht\w*|ausgelöst|ursache|schuld)\b",
    re.IGNORECASE,
)
_TELLS_CAUSE = compiled(
    r"\b(?:because|caus\w+|due|reasons?|as\sa\sresult|result\w*|led|lead\w*|thanks|owing|attribut\w+|blam\w+|make\sway|explain\w*|effects?|therefore|thus|so\sthat|trigger\w*"
    r"|prompt\w*|forc\w+|oblig\w+|compel\w*|from|weil|wegen|aufgrund|infolge|dank|grund|gründe|ursache\w*|verursach\w*|führ\w+|folg\w+|deshalb|daher|dadurch|durch|auslös\w*|ausgelöst|wirk\w*"
    r"|schuld|denn|da)\b",
    re.IGNORECASE,
)
_WILL = compiled(r"\b(?:will(?!\sof\b)|is\sgoing\sto|are\sgoing\sto|soon)\b")
_WIRD = compiled(r"\b(?:wird|werden)\s(?:[^,.;]{0,40}\s)?(?:bald|künftig|demnächst|einmal)\b")
_SINCE_THEN = compiled(
    r"\b(?:has|have)\s(?:\w+ly\s|now\s|since\s|already\s)?(?!to\b)[a-z]+(?:ed|en|wn|ne|t)\b|\bsince\b|\bago\b|\bhat\b|\bhaben\b|\bseit\b|\bwurden?\b"
)
_TO_COME = compiled(
    r"\b(?:will|would|shall|may|might|could|plan\w*|to\s(?:be|come)|next|tomorrow|soon|coming|future|until|till|by\s(?:20|the\send)|expect\w*|hop\w+|intend\w*|due|set\sto"
    r"|about\sto|(?:is|are|was|were)\sto|to\smake|put\s(?:back|off)|postpon\w*|delay\w*|moved|brought\sforward|verschob\w*|verleg\w*|going\sto|want\w*|agree\w*|promis\w*|announc\w*|decid\w*|vot\w+|approv\w*|propos\w*|order\w*|schedul\w*|forecast\w*|predict\w*|call\w*|from\s(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December|next)|wird|werden|will|wollen|soll\w*|plan\w*|künftig\w*|nächst\w*|kommend\w*|bald|ab|bis|könn\w+"
    r"|beschl\w+|angekündigt|kündig\w*|vorgesehen|geplant|dürf\w*|demnächst|morgen|vor\sallem|ankünd\w*)\b",
    re.IGNORECASE,
)


@where(ours=lambda tongue: _EFFECTS | tongue.shifting.cause_words | {"ursache"})
def effect(pair: Pair) -> Iterator[Shift]:
    """A cause, where the evidence only says that two things go together, or one since the other."""
    ours, near = pair.ours, pair.near
    if not pair.is_close or denial(ours.text):
        return
    verbs = sorted(ours.set & _EFFECTS - near.set)
    beside = _GOING_TOGETHER.search(near.text)
    is_new = verbs and stem(verbs[0]) not in near.stems and not near.set & _EFFECTS and not _GOING_TOGETHER.search(ours.text)
    if is_new and beside and not _TELLS_CAUSE.search(near.text):
        if not _is_hedged(ours):
            yield Shift("cause", verbs[0], beside[0])
        return
    since = _SINCE.search(near.text)
    led = _LED.search(ours.text) if since else None
    is_of_same = 2 * len(ours.stems & near.stems) >= len(ours.stems)
    if led and since and is_of_same and not _TELLS_CAUSE.search(pair.theirs.text) and not _is_hedged(ours):
        yield Shift("cause", led[0], since[0])


def _is_hedged(text: Said) -> bool:
    return first_hedge(text.text) is not None and is_unsure(text.text)


@where(tells="future")
def to_come(pair: Pair) -> Iterator[Shift]:
    """What is or was, told as what is to be."""
    will = (_WIRD if pair.shifting.has_capital_nouns else _WILL).search(pair.ours.text)
    if not will or not pair.is_close or _TO_COME.search(pair.theirs.text) or denial(pair.ours.text) or denial(pair.near.text):
        return
    done = _SINCE_THEN.search(pair.near.text)
    if done and 2 * len(pair.ours.stems & pair.near.stems) >= len(pair.ours.stems):
        yield Shift("future", will[0], done[0])
