"""B323: cited words do not begin after what their sentence puts before them: a negation, a condition, a hedge, “never said that”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.around import Before, before, is_quote, own_words
from generator.checks.evidence import Anchored
from generator.items import Fact
from generator.items.fields import Citation
from generator.prose.losses import Loss, carries, lost_before
from generator.prose.speech import names_whose
from generator.text.finding import Finding
from generator.text.patterns import compiled

_NEAR = 12  # words of a reporter before a woven quotation under which it may stand
_SAY = (
    r"(?:sa(?:y|id|ying)|t(?:ell|old)|claim\w*|writ\w+|wrote|utter\w*|stat\w+|gesagt|sagen|sagte|behauptet|geschrieben|dit|déclaré|écrit)"
)
_UNSAID = compiled(
    rf"(?:(?:\b(?:never|not|refus\w+ to|nie|nicht|niemals|jamais|pas)|n[’']t)\W+(?:\w+\W+){{0,3}}?"
    rf"|\b(?:den(?:y|ies|ied|ying)|disput\w+|bestr(?:eite|itt)\w*|dementier\w*|dément\w*|nie)\W+(?:\w+\W+){{0,10}}?){_SAY}(?:\W+zu\W+haben)?\W*$",
    re.IGNORECASE,
)
_FIRST = compiled(r"\W*(\w+)")
_ATTRIBUTES = compiled(
    r"accord|alleg|claim|report|said|say|sources|witness|rumou?r|suppos|purport|laut|zufolge|angab|angeb|heißt|selon|d.après|préten"
    r"|believ|think|thought|suspect|fear|hope|expect|assum|doubt|reckon|glaub|denk|vermut|hoff|fürcht|croi|pense|espèr|crai",
    re.IGNORECASE,
)
_OWN_VIEW = compiled(r"(?:I|we|ich|wir|je|nous)\b", re.IGNORECASE)

SAYS = {
    "negation": "the words before these deny them",
    "condition": "the words before these set a condition",
    "hedge": "the words before these are not sure of them",
}


def check(anchored: Anchored) -> Iterator[Finding]:
    """The sentence's own words before a quote or a passage take nothing from it that the item does not say itself."""
    for cited, anchor, source in anchored.cited():
        left = before(source, anchor.start, anchor.pieces[0][1])
        loss = _lost(left, source.text.body[anchor.start : anchor.end], source.tag)
        if loss and not _is_said(cited, loss, " ".join(cut.inserted for cut in anchor.cuts)):
            lost = " ".join(filter(None, (left.outside, left.inside)))
            message = f"{SAYS[loss.kind]}, with “{loss.word}”\nleft out: {' '.join(lost.split())} …"
            fix = "cite the sentence from its beginning" + ("" if is_quote(cited) else ", or say in the text what it says")
            yield Finding("B323", message, anchored.context.parsed.span(*cited.location), fix, item=cited.item)


def _lost(left: Before, words: str, tag: str | None) -> Loss | None:
    first = match[1] if (match := _FIRST.match(words)) else ""
    if left.inside:
        return lost_before(left.inside, first, tag)
    if not left.is_woven:
        match = _UNSAID.search(left.outside)
        return Loss("negation", match[0].strip(" ,:")) if match else None
    return lost_before(" ".join(left.outside.split()[-_NEAR:]), first, tag)


def _is_said(cited: Citation, loss: Loss, inserted: str) -> bool:
    """Whether the item says itself what is lost: in its words, or by naming whose view it is."""
    own = own_words(cited, inserted)
    if carries(own, loss.kind, besides="" if is_quote(cited) else cited.words):
        return True
    return loss.kind == "hedge" and _is_attribution(loss.word) and (names_whose(own) or _is_attributed(cited))


def _is_attribution(word: str) -> bool:
    return _ATTRIBUTES.search(word) is not None and _OWN_VIEW.match(word) is None


def _is_attributed(cited: Citation) -> bool:
    """Whether a fact says whose word it gives: by an actor, through somebody, or as a mere claim."""
    if not isinstance(cited.of, Fact):
        return False
    sources = {passage.source for passage in cited.of.evidence}
    return bool(cited.of.by) or not sources.issuperset(cited.of.via) or cited.of.status not in ("confirmed", "reported")
