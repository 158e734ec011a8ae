"""Page furniture: lines of a scraped page that are no part of what it tells: menus, captions, credits, bylines, datelines, teasers.

Single lines are known by what they say (`LINE_RULES`), or by where they stand: a short line in a run of short lines, or beside a byline.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from generator.drafting.dates.named import named_days

NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True)
class Line:
    """A line with words in it: its number from 1, where it starts, and its text without the white space around."""

    number: int
    start: int
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has; where a script sets no spaces between them, as many as its letters make."""
        unspaced = len(_UNSPACED.findall(self.text))
        return len(_UNSPACED.sub(" ", self.text).split()) + -(-unspaced // _LETTERS_OF_A_WORD)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a sentence rather than a label; some scripts have no mark for its end."""
        if self.words <= 3 or _BULLET.match(self.text):
            return False
        return _SENTENCE_END.search(self.text[-_LONGEST_END:]) is not None or (_ENDLESS.search(self.text) is not None and self.words > _LONG_LABEL)


# Scripts without spaces between words; of these, and of those with spaces, scripts whose sentences end in none.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ENDLESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LETTERS_OF_A_WORD, _LONG_LABEL = 2, 12
_LONGEST_END = 24  # characters of marks, and a source in brackets, at the end of a sentence
_SENTENCE_END = re.compile(r"[.!?…。！？｡؟۔।॥።။៖។][”\"’'»“)\]」』】）]*(?:\s\([\w/. ]{2,12}\))?$")
_BULLET = re.compile(r"[-*•·›»|]\s+|\d{1,2}[.)]\s+")
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:[^\W\d_a-z][\w.’'-]*|van|von|de|der|den|di|da|la|le|und|and|et|für|for|of|in|at|the)){0,7}"
_TIME = r"(?:\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|Uhr|GMT|UTC|[A-Z]{2,4}))?)"
# What leads to other pages, in many languages: a heading above a list of them, or a label before one.
_READ_ON = (
    r"(?:Lesen\sSie\s(?:auch|mehr|dazu)|Mehr\s(?:zum\sThema|von|dazu|auf)|Weitere\s(?:Artikel|Beiträge|Themen|Meldungen|Nachrichten|News|aktuelle\sThemen)|Auch\sinteressant|Schon\sgelesen\??"
    r"|Zum\sWeiterlesen|Top-?Themen|(?:À\s)?Lire\s(?:aussi|également)|Sur\sle\smême\s(?:sujet|thème)|Le[ae]\stambién|Vea\stambién|Te\spuede\sinteresar|(?:Contenido|Nota|Noticia|Artículo)s?\srelacionad[oa]s?"
    r"|Más\s(?:sobre|noticias)|Veja\s(?:também|mais)|Leia\s(?:também|mais)|Leggi\s(?:anche|pure)|Articoli\scorrelati|Lees\sook|Läs\s(?:även|också|mer)|Czytaj\s(?:też|także|również|więcej)|Zobacz\s(?:też|także|również)"
    r"|Читайте\s(?:также|ещё|еще)|関連(?:記事|リンク)|相关(?:阅读|新闻|文章|链接)|相關(?:閱讀|新聞|文章)|延伸閱讀|관련\s?(?:기사|뉴스)|اقرأ\sأيضا)(?:\s.{0,40})?"
)
BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Door|Author|Written\sby|Autor(?:in)?|Text|Reported\sby|Reporting\sby|Автор|Текст|作者|記者|记者|文|기자)"
    rf"(?::?\s|：))(?:{_NAME})(?:[,|–-]\s.{{0,60}})?\.?"
)
DATE_LABEL = re.compile(
    r"(?:As\sof|Stand|Published|Updated|Last\supdated|First\spublished|Posted|Veröffentlicht|Aktualisiert|Publié|Mis\sà\sjour|Publicado|Actualizado|Pubblicato|Date)"
    r"\b(?:\s(?:on|at|am|le|el|il))?:?\s(?=.{0,60}(?:\d|\b(?:ago|today|yesterday|heute|gestern)\b)).{0,60}",
    re.IGNORECASE,
)
_AGENCY = r"(?:Getty\sImages|IMAGO|Shutterstock|dpa|AP|AFP|Reuters|REUTERS|EPA|Picture\sAlliance|picture\salliance|picture-alliance|Keystone|Xinhua)"
LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("byline", BYLINE),
    ("dateline", DATE_LABEL),
    (
        "photo credit",
        re.compile(
            r".{0,400}(?:©|\(c\)\s).{0,120}"
            rf"|.{{0,400}}(?:[/|(–—]\s?|\bvia\s|[.!?…]\s)(?:AP\sPhoto|{_AGENCY}\b)(?:[^\w.!?]\S{{0,40}}){{0,3}}|(?:Getty\sImages|IMAGO|Shutterstock|AP\sPhoto)\b.{{0,80}}"
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
            r"|Advertisement|Anzeige|Werbung|Publicité|Share|Teilen|Print|Drucken|E-?mail|Facebook|Twitter|X|WhatsApp|LinkedIn|Tweet|Comments|Kommentare"
            r"|Read\smore|Mehr\slesen|Weiterlesen|View\s(?:photo\s)?(?:series|gallery|photos)|Fotostrecke\sansehen|Show\smore|Load\smore)\s*[|»›]?",
            re.IGNORECASE,
        ),
    ),
    (
        "teaser",
        re.compile(
            rf"(?:\W{{0,2}})(?:Read\s(?:more|also|next)|See\s(?:also|more)|Also(?:\sread|\son\s\S+)?|Related(?:\sarticles?|\sstor(?:y|ies))?|More\s(?:on|from)|{_READ_ON})"
            r"(?:\s?[:：›»|?–-].{0,200}|)"
            r"|(?:Subscribe|Sign\sup|Follow\s(?:us|@|.{1,40}\son\s(?:Twitter|X|Facebook|Instagram|Telegram|YouTube|LinkedIn|Bluesky|Mastodon)\b)"
            r"|Join\s(?:us|our|the\s(?:conversation|discussion|community))|Support\s(?:us|our)|Abonnieren\sSie|Folgen\sSie|Click\s(?:here|for)|Download\sour|Get\sour"
            r"|Become\sa\s(?:member|subscriber|supporter|friend|patron)|Like\sthis\s(?:story|article))\b.{0,120}",
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
    ("credit", re.compile(r"\(?(?:Additional\s)?(?:Reporting|Writing|Editing|Compiled)\sby\s.{1,250}|.{1,250}\scontributed\s(?:to\sthis\s(?:report|article|story)|reporting)\b.{0,60}")),
)
_LONG, _ARTICLE = 25, 60  # words of a paragraph that is no teaser, and of what may be an article
_MOST_WORDS = {"dateline": 8, "photo credit": 60, "teaser": 30}  # of a sentence that is still one of these
# Headings after which nothing of the article comes any more.
_COMMENTS = re.compile(
    r"(?:\d+\s)?(?:Reader\s)?Comments(?:\s\(\d+\))?|(?:\d+\s)?Kommentare(?:\s\(\d+\))?|\d+\s(?:Comments?|Kommentare?|Commentaires?)|Commentaires|Leave\sa\s(?:comment|reply)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:Related(?:\s(?:articles|links|stories|posts|topics|content|coverage|news))?"
    r"|More\s(?:on\sthis|from|stories|news|in)\b.{0,40}|(?:You\s(?:may|might)\salso\slike|Recommended|Read\s(?:next|also)|Most\s(?:read|popular|viewed)|Trending|Latest\snews|Sources?\sand\slinks)"
    rf"|Das\skönnte\sSie\sauch\sinteressieren|Meistgelesen|Verwandte\sArtikel|{_READ_ON})\s?[:：]?",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?i)reply|antworten|répondre|\d+\s(?:hours?|days?|minutes?|weeks?|months?|years?)\sago|vor\s\d+\s\w+|.{1,40}\s(?:says|said|writes|sagt|schreibt|meint):?")


def lines_of(body: str) -> list[Line]:
    """The lines of a text that hold words."""
    found: list[Line] = []
    start = 0
    for number, line in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)", body), 1):
        if line.strip():
            found.append(Line(number, start, line.strip().removeprefix("\ufeff")))
        start += len(line)
    return found


def furniture(lines: Sequence[Line], known: Mapping[int, str] = NOTHING) -> dict[int, str]:
    """Which of the lines (by index) are page furniture, and of what sort.

    `known` is what a reader of the original has told by its form, by the number of a line: a sort, or `""` where the line stands in the
    text. Of such a line the words are looked at, and not the place.
    """
    told = {index for index, line in enumerate(lines) if line.number in known}
    found = {index: sort for index, line in enumerate(lines) if (sort := known.get(line.number) or _sort(line))} | _front_matter(lines)
    _add(found, _runs(lines, found), told)
    _add(found, dict.fromkeys((index for index in range(len(lines)) if _stands_beside(lines, found, index)), "label beside other furniture"), told)
    _add(found, _endings(lines, found, told))
    return found


def _add(found: dict[int, str], more: Mapping[int, str], told: Container[int] = ()) -> None:
    found |= {index: sort for index, sort in more.items() if index not in found and index not in told}


def _front_matter(lines: Sequence[Line]) -> dict[int, str]:
    """What a Markdown file says of itself at its top, between two lines of `---`."""
    fences = [index for index, line in enumerate(lines[:40]) if line.text == "---"]
    return dict.fromkeys(range(fences[1] + 1), "front matter") if fences[:1] == [0] and len(fences) > 1 else {}


def _sort(line: Line) -> str | None:
    for sort, pattern in LINE_RULES:
        if pattern.fullmatch(line.text) and not (line.is_prose and line.words > _MOST_WORDS.get(sort, line.words)):
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


def _stands_beside(lines: Sequence[Line], found: dict[int, str], index: int) -> bool:
    """A word or two directly under a byline (an agency's tag, a share button); the title of a gallery above the link to it."""
    line = lines[index]
    if index in found:
        return False
    if re.match(r"(?i)view|fotostrecke|show", lines[index + 1].text if found.get(index + 1) == "navigation" else "") and not line.is_prose:
        return True
    above = found.get(index - 1) in ("byline", "dateline")
    return above and line.words <= 2 and not line.is_prose and not re.search(r"[.!?:]$", line.text) and index + 1 < len(lines)


def _endings(lines: Sequence[Line], found: dict[int, str], told: set[int]) -> dict[int, str]:
    """What stands after a heading such as `Comments` or `Related articles`, up to the next byline or to where the article goes on.

    No heading hides an article: what is below it must be less than what is above, or look like comments.
    """
    prose = _sums(0 if index in found or _is_label(line) else line.words for index, line in enumerate(lines))
    answers = _sums(_ANSWERED.match(line.text) is not None for line in lines)
    bylines = [index for index in range(len(lines)) if found.get(index) == "byline"]
    goes_on = [index for index in range(len(lines)) if _goes_on(lines, found, index)]
    endings: dict[int, str] = {}
    end = 0
    for index, line in enumerate(lines[1:], 1):
        if index < end:
            continue
        if _COMMENTS.fullmatch(line.text):
            until = _next(bylines, index, len(lines))
            is_answered = answers[until] - answers[index] > 1 and prose[index] > _ARTICLE
            if is_answered or (index not in told and prose[until] - prose[index] < prose[index]):
                end, sort = until, "comments"
        elif _ENDS.fullmatch(line.text):
            until = _next(goes_on, index + 1, len(lines))
            if prose[index] > 2 * (prose[until] - prose[index]):
                end, sort = until, "links to other pages"
        if index < end:
            endings |= dict.fromkeys(range(index, end), sort)
    return endings


def _sums(numbers: Iterable[int]) -> list[int]:
    """For each place the sum of all numbers before it."""
    return list(accumulate(numbers, initial=0))


def _next(places: Sequence[int], since: int, otherwise: int) -> int:
    at = bisect_left(places, since)
    return places[at] if at < len(places) else otherwise


def _goes_on(lines: Sequence[Line], found: dict[int, str], index: int) -> bool:
    """Whether an article begins or goes on at a line below links to others: a byline, a long paragraph, or the first of two."""
    if found.get(index) in ("byline", "dateline") or (lines[index].is_prose and lines[index].words > _LONG):
        return True
    return lines[index].is_prose and any(line.is_prose for line in lines[index + 1 : index + 2])
