"""What kind of text a piece of prose is, by its labels, its turns and its tone; and by what it was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.lines import Line
from generator.prose.languages.guess import guess_language
from generator.prose.sentences import sentences
from generator.prose.speech import SAID
from generator.text.quotation_marks import CLOSING, ENCLOSED

# Labels that say it themselves, in one of the first lines.
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "satire",
        re.compile(
            r"(?:Satire|Satirical|Humou?r|Parody|Glosse|Parodie)\b.{0,40}|.{0,60}\b(?:The\sOnion|Der\sPostillon|Babylon\sBee|The\sDaily\sMash|Borowitz\sReport|Le\sGorafi)\b.{0,40}",
            re.IGNORECASE,
        ),
    ),
    (
        "official",
        re.compile(
            r"(?:(?:Press|News|Media)\s(?:release|statement)|FOR\sIMMEDIATE\sRELEASE|Pressemitteilung|Communiqué(?:\sde\spresse)?)\b.{0,60}",
            re.IGNORECASE,
        ),
    ),
    ("transcript", re.compile(r"(?:(?:Full\s|Edited\s)?Transcript|Remarks\sby|Wortprotokoll)\b.{0,80}", re.IGNORECASE)),
    (
        "opinion",
        re.compile(
            r"(?:Opinion|Op-Ed|Editorial|Comment(?:ary)?|Guest\s(?:essay|column)|Column|Kommentar|Meinung|Leitartikel|Gastbeitrag|Tribune)(?:\s?[:|–-]\s.{0,120})?",
            re.IGNORECASE,
        ),
    ),
    ("analysis", re.compile(r"(?:News\s)?(?:Analysis|Analyse|Explainer|Hintergrund|Décryptage)(?:\s?[:|–-]\s.{0,120})?", re.IGNORECASE)),
)
_INTERVIEW = re.compile(
    r"(?:(?:An?\s|Exclusive\s|The\s)?(?:Q\s?&\s?A|Interview)(?:\swith\b|\smit\b|\savec\b|:).{0,150}|Im\sGespräch\smit.{0,120}|Entretien\savec.{0,120}|.{0,100}:\s(?:an|the)\sinterview\b.{0,60}"
    r"|.{0,60}\binterviews\s[A-Z].{0,100})",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"{ENCLOSED.pattern}|‘[^‘’]{{12,}}’")
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|you[’']re|folks|let[’']s|we[’']re|dear readers?|du|dein\w*|ihr|euch|liebe Leser)\b", re.IGNORECASE
)
# The stock of written comedy: asides, mock drama, comparisons that belittle, stock characters.
_JOKES = (
    r"popcorn|alas|good ol[’']|whopping|plot twists?|spoiler alert|silver screen|circus|drumroll|haha|ta-da|voilà",
    r"you heard (?:that|it) right|talk about (?:an? )?\w+|who (?:doesn[’']t|needs|wouldn[’']t)|guess what|surprise, surprise|well played",
    r"what could (?:possibly )?go wrong|stay tuned|my bets|buckle up|move over|hold my beer|cue the|because nothing says",
    r"rumou?r mill|(?:it[’']?s|is) like (?:watching|a|an|the)|sounds like a|imagine (?:a|an|the|passing|being|if)",
    r"(?:bad|awkward|terrible) (?:haircuts?|karaoke|musicals?|first dates?|puns?)|in a (?:shocking|stunning|bizarre) twist",
    r"area (?:man|woman)|local (?:man|woman|dog|cat)|sources close to the (?:sofa|fridge|dog|cat|couch)|(?:no )?pun intended",
    r"(?:in|to) a move that (?:surprised|shocked) (?:no one|nobody|absolutely)|according to (?:his|her|its|their) (?:cat|dog|horoscope)",
    r"well, well|no kidding|picture this|that[’']s right, folks|hold on to your|if you can call it that|but hey|who knew",
    r"wait for it|like a (?:cat|dog|bad|toddler|drunk)|(?:faster|slower|bigger|deeper|louder|worse) than (?:my|your)|as if it were",
    r"what could be better|let[’']s not forget|(?:we )?may never know|my (?:uncle|aunt|grandm\w+)[’']s|the kind with",
    r"bless (?:his|her|their)|to the surprise of (?:absolutely )?(?:no one|nobody)|brace yourselves?|grab your|bring your own",
    r"as if it were|you guessed it|stroke of genius|shocker|love story|congratulations|in other news|isn[’']t it\?|of course!",
    r"rocket science|sherlock|stop the presses|needless to say|heaven forbid|oh,? (?:and|wait|the irony)|seriously, though|yes, really",
)
_JOKE = re.compile(rf"\b(?:{'|'.join(_JOKES)})(?!\w)|[😀-🙏]", re.IGNORECASE)
_MARKED, _STRONG = 0.06, 0.12  # of the sentences
_FEW = 5  # sentences that a tone can be told from


def labelled(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The kind that one of the first lines says itself, and which words say so."""
    for line in lines[:6]:
        for kind, pattern in _LABELS:
            if line.words <= 15 and not line.is_prose and pattern.fullmatch(line.text):
                return kind, f"labelled “{_short(line.text)}”"
    return None


def announces_interview(line: Line) -> bool:
    """Whether a line is the heading of an interview."""
    return line.words <= 25 and not (line.is_prose and not line.text.endswith("?")) and _INTERVIEW.fullmatch(line.text) is not None


def questions_and_answers(lines: Sequence[Line]) -> int:
    """How many paragraphs of an unlabelled interview ask: they end with a question mark, and an answer follows."""
    return sum(
        line.text.endswith("?") and not lines[index + 1].text.endswith("?") and line.words > 3 for index, line in enumerate(lines[:-1])
    )


@dataclass(frozen=True)
class Tone:
    """How a text speaks: its signs as they are shown, and how many of them are strong; jokes and attributions for a sentence."""

    signs: tuple[str, ...]
    strong: int
    jokes: int
    jokes_rate: float
    said_rate: float


def tone_of(lines: Sequence[Line]) -> Tone | None:
    """The tone of a text without what it quotes; None where it is too short to tell."""
    told = " ".join(_QUOTED.sub(" “” ", line.text) for line in lines)
    found = [told[start:end] for start, end in sentences(told, guess_language(told)) if len(told[start:end].split()) > 1]
    if len(found) < _FEW:
        return None
    ends = Counter(sentence.rstrip(CLOSING)[-1:] for sentence in found)
    counts = {"exclamations": ends["!"], "rhetorical questions": ends["?"], "talking to the reader": len(_YOU.findall(told))}
    rates = {sign: count / len(found) for sign, count in counts.items()}
    jokes = len({match[0].lower() for match in _JOKE.finditer(told)})
    signs = tuple(f"{sign} ({counts[sign]})" for sign, rate in rates.items() if rate >= _MARKED)
    strong = sum(rate >= _STRONG for rate in rates.values())
    return Tone(signs, strong, jokes, jokes / len(found), len(SAID.findall(told)) / len(found))


def judged(tone: Tone | None) -> tuple[str, str] | None:
    """Satire where there are jokes, and two of three other signs; opinion where the signs are strong and hardly anybody else is cited."""
    if tone is None or len(tone.signs) < 2:
        return None
    if tone.jokes >= 3 and tone.jokes_rate >= _MARKED and tone.said_rate <= 0.5:
        return "satire", ", ".join([f"jokes ({tone.jokes})", *tone.signs])
    if tone.strong >= 2 and tone.said_rate <= 0.1:
        return "opinion", f"{', '.join(tone.signs)}, and hardly anybody is cited"
    return None


def _short(words: str) -> str:
    return words if len(words) <= 50 else f"{words[:49].rstrip()}…"


def told_as_news(lines: Sequence[Line]) -> str:
    """What speaks for a report."""
    count = sum(len(SAID.findall(line.text)) for line in lines)
    return f"told as news, with {count} attributions" if count > 1 else "no sign of another kind"
