"""What is not the article of a page stays in its text, marked as what it is; nothing of the article is marked, in any language."""

from __future__ import annotations

import pytest

from generator.drafting.segments import find_segments
from generator.ingest.article import Article
from generator.ingest.web_page import notices, read
from generator.ingest.web_page.standing import TEASER

STORY = [
    f"Road {number} will be closed from Monday, the town of Exwick said, until the workers have mended the bridge over the river."
    for number in range(5)
]
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"


def read_page(story: str, around: str = "{}", head: str = "", language: str = "en") -> Article:
    """The article of a page with a story, and what stands around it."""
    body = around.format(f"<article>{story}</article>")
    return read("page", f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode())


def told(lines: list[str]) -> str:
    """Lines as paragraphs of a page."""
    return "".join(f"<p>{line}</p>" for line in lines)


def citable(article: Article) -> list[str]:
    """The lines of a text that may be cited."""
    lines = article.text.split("\n")
    kept = [each for each in find_segments(article.text, article.told_by_form) if each.kind != "boilerplate"]
    return [line for each in kept for line in lines[each.first_line - 1 : each.last_line] if line]


def test_what_stands_around_an_article_is_marked_and_stays() -> None:
    """Menu, headline, caption, foot and the links beside are in the text, in order, with their sorts; only the story may be cited."""
    story = f"<h1>Roads closed in Exwick</h1><figure><figcaption>The bridge at noon</figcaption></figure>{told(STORY)}"
    article = read_page(story, f"{MENU}{{}}<aside><a href='/f'>Ferry strike ends</a></aside><footer>About us</footer>")
    assert [(each.text, each.furniture) for each in article.paragraphs if each.text not in STORY] == [
        ("- Home", "navigation"),
        ("- World", "navigation"),
        ("Roads closed in Exwick", "headline"),
        ("The bridge at noon", "caption"),
        ("Ferry strike ends", "beside the text"),
        ("About us", "page foot"),
    ]
    assert citable(article) == STORY


@pytest.mark.parametrize("name", ["related-articles", "newsletter", "social-share", "comments", "advert", "cookie-banner"])
def test_a_box_in_the_story_that_says_what_it_is_is_marked(name: str) -> None:
    """A box among the paragraphs is furniture by its class; the story goes on after it."""
    box = f'<div class="{name}"><p>Sign up for a letter of ours that comes once a week, and tells what happens in town.</p></div>'
    assert citable(read_page(told(STORY[:3]) + box + told(STORY[3:]))) == STORY


def test_a_name_that_most_of_the_story_bears_says_nothing() -> None:
    """A site may call its main box a newsletter; the story is one all the same."""
    assert citable(read_page(f'<div class="newsletter-page">{told(STORY)}</div>', f"{MENU}{{}}")) == STORY


def test_what_stands_among_the_paragraphs_is_the_storys() -> None:
    """A list of links under its sentence, a sentence that is a link, and a lead in a box of its own may be cited."""
    items = "<ul><li><a href='1'>The road to Ness</a></li><li><a href='2'>The old mill lane</a></li></ul>"
    linked = "On Friday two drivers denied that they had passed the barrier at night."
    lead = "All roads over the river are shut for a month, and buses take another way."
    story = f"{told(STORY[:2])}<p>Open are:</p>{items}<p><a href='3'>{linked}</a></p>{told(STORY[2:])}"
    article = read_page(story, f"<header><h1>Roads closed</h1><div class='teaser'><p>{lead}</p></div></header>{{}}")
    assert citable(article) == [lead, *STORY[:2], "Open are:", "- The road to Ness", "- The old mill lane", linked, *STORY[2:]]
    assert [each.text for each in article.paragraphs if notices.LINKED in each.checks] == [linked]


@pytest.mark.parametrize(
    "link",
    ["<a href='1'>Ferry strike ends</a>", "Read also: <a href='1'>Ferry strike ends</a>", "Read more", "<button>Share</button>"],
)
def test_a_teaser_in_the_story_is_marked(link: str) -> None:
    """A link to another story, or a button, that stands among the paragraphs may not be cited."""
    assert citable(read_page(told(STORY[:2]) + f"<p>{link}</p>" + told(STORY[2:]))) == STORY


def test_links_to_other_stories_are_marked_up_to_where_the_story_goes_on() -> None:
    """A heading such as `Related articles` hides what is below it only as far as it is links."""
    links = "<h3>Related articles</h3><p>Ferry strike ends</p><p>Five walks in May</p>"
    assert citable(read_page(told(STORY[:4]) + links + told(STORY[4:]), "{}")) == STORY[:4]
    assert citable(read_page(told(STORY[:2]) + links + told(STORY[2:]))) == STORY


LANGUAGES = {
    "zh": "海边小镇议会星期二宣布，通往港口的第{}号公路自下周起封闭，直到大桥修好为止。",
    "ja": "海辺の町の議会は火曜日、港へ向かう第{}号道路を来週から閉鎖すると発表した。",
    "ko": "바닷가 마을 의회는 화요일에 항구로 가는 {}번 도로를 다음 주부터 닫는다고 밝혔다.",
    "th": "สภาเมืองประกาศเมื่อวันอังคารว่าถนนหมายเลข {} ที่ไปท่าเรือจะปิดตั้งแต่สัปดาห์หน้าจนกว่าจะซ่อมสะพานเสร็จ",
    "ar": "أعلن مجلس البلدة يوم الثلاثاء إغلاق الطريق رقم {} المؤدي إلى الميناء ابتداء من الأسبوع القادم.",
    "he": "מועצת העיר הודיעה ביום שלישי כי כביש {} אל הנמל ייסגר מהשבוע הבא עד תיקון הגשר.",
    "ru": "Городской совет объявил во вторник, что дорога номер {} к порту будет закрыта со следующей недели.",
    "de": "Der Gemeinderat teilte am Dienstag mit, dass die Straße {} zum Hafen ab nächster Woche gesperrt ist.",
    "fr": "Le conseil de la ville a annoncé mardi que la route {} vers le port sera fermée dès la semaine prochaine.",
    "es": "El concejo anunció el martes que la carretera {} hacia el puerto se cerrará a partir de la próxima semana.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_in_any_language_may_be_cited(language: str) -> None:
    """Paragraphs are no menu because their script sets few spaces, on a page and in a text file."""
    story = [LANGUAGES[language].format(number) for number in range(1, 7)]
    assert citable(read_page(told(story), f"{MENU}{{}}<footer>© Exwick Post</footer>", language=language)) == story
    text = "\n\n".join(story)
    assert [each.kind for each in find_segments(text)] == ["report"]


@pytest.mark.parametrize("label", ["Comment", "Comments", "Kommentar", "Kommentare", "Commentaires", "3 Comments", "Related articles"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_no_label_hides_a_story(label: str, place: int) -> None:
    """A word above a story, after its lead or in its midst takes none of its paragraphs away, on a page and in a text file."""
    story = [*STORY[:place], label, *STORY[place:], *(line.replace("Road", "Lane") for line in STORY)]
    expected = [line for line in story if line != label]
    assert [line for line in citable(read_page(told(story))) if line != label] == expected
    lines = "\n\n".join(["Exwick Post", *story]).split("\n")
    hidden = {
        line
        for each in find_segments("\n".join(lines))
        if each.kind == "boilerplate"
        for line in lines[each.first_line - 1 : each.last_line]
    }
    assert not hidden & set(expected)


@pytest.mark.parametrize(
    ("after", "head", "check"),
    [
        ("<p>Subscribe to continue reading</p>", "", notices.CUT_BY_PAYWALL),
        ("<div>Bereits Abonnent? Hier anmelden</div>", "", notices.CUT_BY_PAYWALL),
        ("<p>この記事は会員限定です</p>", "", notices.CUT_BY_PAYWALL),
        ("<p><a href='/all'>Continue reading</a></p>", "", notices.CUT),
        ("<p>And then the council said that it will look at the matter once more in the course of the…</p>", "", notices.CUT),
        ("<p>And then the council said that it will look at the matter once more in the course of</p>", "", notices.CUT),
        ("", '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>', notices.NOT_FREE),
        ("", "", None),
        ("<p>“Subscribe to continue reading”, the page says, and nobody does.</p>", "", None),
    ],
)
def test_an_article_that_may_be_cut_is_told(after: str, head: str, check: str | None) -> None:
    """The last paragraph before a wall, a link to the rest, or an ellipsis is to be looked at."""
    checks = [check for paragraph in read_page(told(STORY) + after, head=head).paragraphs for check in paragraph.checks]
    assert checks == [check] * (check is not None)


def test_a_notice_that_asks_to_pay_may_not_be_cited() -> None:
    """A wall is the page's word, and not the article's."""
    article = read_page(told(STORY) + "<p>Subscribe to continue reading</p>")
    assert article.paragraphs[-1].furniture == notices.PAYWALL


@pytest.mark.parametrize("head", ["", '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'])
def test_a_live_page_is_told_and_keeps_its_times_in_order(head: str) -> None:
    """Entries stay in the page's order, each after its time; the first paragraph says that the page goes on."""
    entries = "".join(f"<div><p><time>{20 - number}:15</time></p><p>{line}</p></div>" for number, line in enumerate(STORY))
    article = read_page(entries, head=head)
    assert [each.text for each in article.paragraphs] == [part for number, line in enumerate(STORY) for part in (f"{20 - number}:15", line)]
    assert sum(notices.LIVE in each.checks for each in article.paragraphs) == 1


def test_a_chapter_is_all_text() -> None:
    """Where nothing stands around a text, short lines and headings are no furniture."""
    found = read("chapter", b"<body><h1>One</h1><p>It began.</p><p>Late</p><p><a href='#2'>Two</a></p></body>", is_whole=True)
    assert [each.furniture for each in found.paragraphs] == [""] * 4


def test_an_ordinary_link_in_a_list_is_no_teaser() -> None:
    """Only a paragraph of its own that is a link is taken for one."""
    article = read_page(told(STORY[:2]) + "<p><a href='1'>Ferry strike ends</a></p>" + told(STORY[2:]))
    assert [each.furniture for each in article.paragraphs] == ["", "", TEASER, "", "", ""]
