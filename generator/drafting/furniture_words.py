"""What lines of page furniture say, in the languages that we know it in: whole lines, each pattern with its sort."""

from __future__ import annotations

import re

_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s(?:[^\W\d_a-z][\w.’'-]*|van|von|de|der|den|di|da|la|le|und|and|et|für|for|of|in|at|the)){0,7}"
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
_DATE_LABEL = re.compile(
    r"(?:As\sof|Stand|Published|Updated|Last\supdated|First\spublished|Posted|Veröffentlicht|Aktualisiert|Publié|Mis\sà\sjour|Publicado|Actualizado|Pubblicato|Date)"
    r"\b(?:\s(?:on|at|am|le|el|il))?:?\s(?=.{0,60}(?:\d|\b(?:ago|today|yesterday|heute|gestern)\b)).{0,60}",
    re.IGNORECASE,
)
_AGENCY = r"(?:Getty\sImages|IMAGO|Shutterstock|dpa|AP|AFP|Reuters|REUTERS|EPA|[Pp]icture[\s-][Aa]lliance|Keystone|Xinhua)"
LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("byline", BYLINE),
    ("dateline", _DATE_LABEL),
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
    (
        "credit",
        re.compile(
            r"\(?(?:Additional\s)?(?:Reporting|Writing|Editing|Compiled)\sby\s.{1,250}|.{1,250}\scontributed\s(?:to\sthis\s(?:report|article|story)|reporting)\b.{0,60}"
        ),
    ),
)
MOST_WORDS = {"dateline": 8, "photo credit": 60, "teaser": 30}  # of a sentence that is still one of these
# Headings after which nothing of the article comes any more.
COMMENTS = re.compile(
    r"(?:\d+\s)?(?:Reader\s)?Comments(?:\s\(\d+\))?|(?:\d+\s)?Kommentare(?:\s\(\d+\))?|\d+\s(?:Comments?|Kommentare?|Commentaires?)|Commentaires|Leave\sa\s(?:comment|reply)",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"(?:Related(?:\s(?:articles|links|stories|posts|topics|content|coverage|news))?"
    r"|More\s(?:on\sthis|from|stories|news|in)\b.{0,40}|(?:You\s(?:may|might)\salso\slike|Recommended|Read\s(?:next|also)|Most\s(?:read|popular|viewed)|Trending|Latest\snews|Sources?\sand\slinks)"
    rf"|Das\skönnte\sSie\sauch\sinteressieren|Meistgelesen|Verwandte\sArtikel|{_READ_ON})\s?[:：]?",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"(?i)reply|antworten|répondre|\d+\s(?:hours?|days?|minutes?|weeks?|months?|years?)\sago|vor\s\d+\s\w+|.{1,40}\s(?:says|said|writes|sagt|schreibt|meint):?"
)
