"""Page furniture: lines of a scraped page that are no part of what it tells: menus, captions, credits, bylines, datelines, teasers.

Single lines are known by what they say (`LINE_RULES`), or by where they stand: a short line in a run of short lines, or beside a byline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.dates.named import named_days


@dataclass(frozen=True)
class Line:
    """A line with words in it: its number from 1, where it starts, and its text without the white space around."""

    number: int
    start: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence rather than a label."""
        return (
            self.words > 3 and bool(re.search(r"[.!?…][”\"’'»)\]]*(?:\s\([\w/. ]{2,12}\))?$", self.text)) and not _BULLET.match(self.text)
        )


_BULLET = re.compile(r"[-*•·›»|]\s+|\d{1,2}[.)]\s+")
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:[^\W\d_a-z][\w.’'-]*|van|von|de|der|den|di|da|la|le|und|and|et|für|for|of|in|at|the)){0,7}"
_TIME = r"(?:\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|Uhr|GMT|UTC|[A-Z]{2,4}))?)"
BYLINE = re.compile(
    rf"(?:(?:[Bb]y|BY|Von|VON|Par|PAR|Author|Written\sby|Autor(?:in)?|Text|Reported\sby|Reporting\sby):?\s)(?:{_NAME})(?:[,|–-]\s.{{0,60}})?\.?"
)
DATE_LABEL = re.compile(
    r"(?:As\sof|Stand|Published|Updated|Last\supdated|First\spublished|Posted|Veröffentlicht|Aktualisiert|Publié|Mis\sà\sjour|Date)\b(?:\s(?:on|at|am|le))?:?\s.{0,60}",
    re.IGNORECASE,
)
LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("byline", BYLINE),
    ("dateline", DATE_LABEL),
    (
        "photo credit",
        re.compile(
            r".{0,400}(?:©|\(c\)\s|\b(?:Getty\sImages|IMAGO|Shutterstock|dpa/|AP\sPhoto|AFP\svia|Picture\sAlliance|picture\salliance|Keystone)\b).{0,120}"
            r"|(?:Photo|Image|Picture|Foto|Bild|Credit|Illustration|Graphic|Grafik|Crédit|Quelle)s?(?:\s(?:by|credit|from))?:\s.{0,300}"
            r"|.{0,400}[.\s(](?:Photo|Image|Picture|Foto|Bild|Photograph|File\sphoto)s?:\s[^\"“”„«»?!]{1,100}"
        ),
    ),
    (
        "navigation",
        re.compile(
            r"(?:[-*•·›»|]\s*)?(?:Home(?:\s?page)?|Startseite|Accueil|Menu|Menü|Search|Suche|Log\s?in|Sign\s(?:in|up|out)|Register|Anmelden|Subscribe|Abonnieren|Newsletter"
            r"|Skip\sto\s(?:main\s)?content|Back\sto\stop|Next|Previous|Contact(?:\sus)?|Kontakt|About(?:\sus)?|Über\suns|Impressum|Datenschutz|Privacy(?:\spolicy)?"
            r"|Terms(?:\sof\s(?:use|service))?|Cookies?(?:\s(?:settings|policy))?|Politics|Political|World|Business|Sports?|Culture|Opinion|Technology|Science|Health|Politik|Wirtschaft|Kultur"
            r"|Advertisement|Anzeige|Werbung|Publicité|Share|Teilen|Print|Drucken|E-?mail|Facebook|Twitter|X|WhatsApp|LinkedIn|Tweet|Comments?|Kommentare"
            r"|Read\smore|Mehr\slesen|Weiterlesen|View\s(?:photo\s)?(?:series|gallery|photos)|Fotostrecke\sansehen|Show\smore|Load\smore)\s*[|»›]?",
            re.IGNORECASE,
        ),
    ),
    (
        "teaser",
        re.compile(
            r"(?:Read\s(?:more|also|next)|See\salso|Also\sread|Related(?:\sarticles?|\sstories)?|More\s(?:on|from)|Lesen\sSie\sauch|Mehr\szum\sThema|Auch\sinteressant|À\slire\saussi)\s?[:›»–-].{0,200}"
            r"|(?:Subscribe|Sign\sup|Follow\sus|Join|Support\sus|Abonnieren\sSie|Folgen\sSie|Click\shere|Download\sour|Get\sour|Become\sa)\b.{0,120}",
            re.IGNORECASE,
        ),
    ),
    (
        "imprint",
        re.compile(
            r"(?:©|\(c\)|Copyright\b|All\srights\sreserved|Alle\sRechte).{0,150}|.{0,100}\b(?:All\srights\sreserved|Alle\sRechte\svorbehalten)\.?.{0,40}",
            re.IGNORECASE,
        ),
    ),
    (
        "cookie notice",
        re.compile(
            r"(?:We|This\s(?:site|website)|Wir|Diese\s(?:Seite|Website))\s(?:and\sour\spartners\s)?(?:uses?|verwende[nt]|nutz(?:t|en))\scookies\b.{0,300}",
            re.IGNORECASE,
        ),
    ),
    (
        "reading time",
        re.compile(
            r"\d{1,3}\s?(?:min(?:utes?)?\.?\s(?:read|Lesezeit)|comments?|Kommentare|shares?|views)|Lesezeit:?\s.{0,20}", re.IGNORECASE
        ),
    ),
)
# Headings after which nothing of the article comes any more.
_ENDS = re.compile(
    r"(?:(?:\d+\s)?(?:Reader\s)?Comments?(?:\s\(\d+\))?|(?:\d+\s)?Kommentare?(?:\s\(\d+\))?|Leave\sa\s(?:comment|reply)|Related(?:\s(?:articles|links|stories|posts|topics|content))?"
    r"|More\s(?:on\sthis|from|stories|news|in)\b.{0,40}|(?:You\s(?:may|might)\salso\slike|Recommended|Read\s(?:next|also)|Most\s(?:read|popular|viewed)|Trending|Latest\snews|Sources?\sand\slinks)"
    r"|Mehr\szum\sThema|Das\skönnte\sSie\sauch\sinteressieren|Meistgelesen|Verwandte\sArtikel|Weitere\sArtikel|À\slire\saussi|Commentaires?)\s?:?",
    re.IGNORECASE,
)


def lines_of(body: str) -> list[Line]:
    """The lines of a text that hold words."""
    found: list[Line] = []
    start = 0
    for number, line in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)", body), 1):
        if line.strip():
            found.append(Line(number, start, line.strip().removeprefix("\ufeff")))
        start += len(line)
    return found


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Which of the lines (by index) are page furniture, and of what sort."""
    found = {index: sort for index, line in enumerate(lines) if (sort := _sort(line))} | _front_matter(lines)
    found |= {index: sort for index, sort in _runs(lines, found).items() if index not in found}
    found |= {
        index: "label beside other furniture"
        for index, line in enumerate(lines)
        if index not in found and _stands_beside(lines, found, index, line)
    }
    return found | {index: sort for index, sort in _endings(lines, found).items() if index not in found}


def _front_matter(lines: Sequence[Line]) -> dict[int, str]:
    """What a Markdown file says of itself at its top, between two lines of `---`."""
    fences = [index for index, line in enumerate(lines[:40]) if line.text == "---"]
    return dict.fromkeys(range(fences[1] + 1), "front matter") if fences[:1] == [0] and len(fences) > 1 else {}


def _sort(line: Line) -> str | None:
    for sort, pattern in LINE_RULES:
        if pattern.fullmatch(line.text):
            return sort
    return "dateline" if is_date_alone(line.text) else None


def is_date_alone(text: str) -> bool:
    """Whether a short line says nothing but when, as in `Friday, July 21, 2017 · 10:15 GMT`."""
    if len(text) > 60:
        return False
    for start, end, mentions in named_days(text):
        if mentions[0].year and mentions[0].day:
            rest = re.sub(_TIME, "", f"{text[:start]} {text[end:]}")
            return len(re.findall(r"[^\W\d_]{2,}", re.sub(r"(?i)\b(?:at|um|uhr|[ap]m|updated|gmt|utc)\b", "", rest))) <= 1
    return False


def _runs(lines: Sequence[Line], found: dict[int, str]) -> dict[int, str]:
    """Four and more labels of at most four words, one after the other, are a menu; a list under a sentence is none."""
    runs: dict[int, str] = {}
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and found.get(end, "navigation") == "navigation" and (_is_label(lines[end]) or end in found):
            end += 1
        introduced = index > 0 and lines[index - 1].text.endswith((":", ","))
        marked = any(found.get(number) == "navigation" for number in range(index, end))
        # The last label of a menu that an article follows is likelier its headline.
        headline = end < len(lines) and lines[end - 1].words > 2 and end - 1 not in found and not _BULLET.match(lines[end - 1].text)
        last = end - 1 if headline else end
        table = sum(any(letter.isdigit() for letter in lines[number].text) for number in range(index, end)) * 2 >= max(1, end - index)
        if not introduced and not table and (end - index >= 4 or (marked and end - index >= 2)):
            runs |= dict.fromkeys(range(index, last), "navigation")
        index = max(end, index + 1)
    return runs


def _is_label(line: Line) -> bool:
    return line.words <= 4 and not line.is_prose and not re.search(r"[.!?:,;”\"]$", line.text) and not line.text.startswith("#")


def _stands_beside(lines: Sequence[Line], found: dict[int, str], index: int, line: Line) -> bool:
    """A word or two directly under a byline (an agency's tag, a share button); the title of a gallery above the link to it."""
    if re.match(r"(?i)view|fotostrecke|show", lines[index + 1].text if found.get(index + 1) == "navigation" else "") and not line.is_prose:
        return True
    above = found.get(index - 1) in ("byline", "dateline")
    return above and line.words <= 2 and not line.is_prose and not re.search(r"[.!?:]$", line.text) and index + 1 < len(lines)


def _endings(lines: Sequence[Line], found: dict[int, str]) -> dict[int, str]:
    """What stands after a heading such as `Comments` or `Related articles`, up to the next byline."""
    endings: dict[int, str] = {}
    ending = ""
    for index, line in enumerate(lines):
        if index > 0 and _ENDS.fullmatch(line.text):
            ending = "comments" if re.search("comment|kommentar|reply", line.text, re.IGNORECASE) else "links to other pages"
        elif found.get(index) == "byline" or (found.get(index) == "dateline" and ending != "comments"):
            ending = ""
        elif ending == "links to other pages" and line.is_prose and line.words > 25:
            ending = ""  # the article goes on: the links stood in the middle of it
        if ending:
            endings[index] = ending
    return endings
