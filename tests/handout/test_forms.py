"""The forms and sizes of handouts, and what they are made for."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from pypdfium2 import raw

from generator.doors.cli import main
from generator.dossier.dossier import dossier
from generator.items import Handout
from generator.items.handout import Form, Paper, handout_name
from generator.items.settings import Settings
from generator.pages.brief_view import brief_view
from generator.pages.outputs.handout import handout
from generator.pages.outputs.handout.forms import FORMS
from generator.pages.outputs.handout.onesheet import by_priority, left_out, shortened
from generator.pages.outputs.ready import Ready
from generator.pages.views import BriefView
from generator.pipeline import print_booklet
from generator.wording.labels import LABELS
from generator.wording.wording import Wording
from tests.support.awkward import BRIEFS, HEAD, SITE, SOURCE, fact, library, made, prints, renderer, view_of

POINTS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture(scope="module")
def view() -> BriefView:
    """The brief with forty facts."""
    return view_of("forty-facts")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All awkward briefs on one sheet each."""
    return made(prints("onepage", "letter").values(), tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All awkward briefs in large print."""
    return made(prints("large", "a4").values(), tmp_path_factory.mktemp("large"))


def text(pdf: bytes) -> str:
    """All text of a document, on one line."""
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf))


def sizes_of_text(pdf: bytes) -> Iterator[float]:
    """The size, in points, of each letter that is set."""
    for page in pypdfium2.PdfDocument(pdf):
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            if chr(raw.FPDFText_GetUnicode(letters, index)).isspace():  # the ends of lines are not set
                continue
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(letters, index, ctypes.byref(matrix))
            yield raw.FPDFText_GetFontSize(letters, index) * abs(matrix.d)


@pytest.mark.parametrize(
    ("form", "paper", "name"),
    [
        ("full", "a4", "dam.pdf"),
        ("full", "letter", "dam-letter.pdf"),
        ("onepage", "a4", "dam-onepage.pdf"),
        ("onepage", "letter", "dam-onepage-letter.pdf"),
        ("large", "letter", "dam-large-letter.pdf"),
    ],
)
def test_each_form_and_size_has_an_address(form: Form, paper: Paper, name: str) -> None:
    """The full handout on A4 bears the brief's name alone; every other one says what it is."""
    assert handout_name("dam", form, paper) == name


def test_every_form_that_may_be_asked_for_is_made() -> None:
    """Each form of the settings has a row that says what it is, and a name in words."""
    assert set(get_args(Form)) == set(FORMS) == set(LABELS["handout form"])


def test_a_publication_says_which_handouts_are_made() -> None:
    """`handouts` is true, false, or sizes and forms; each pair is made once, and nothing else is understood."""
    assert Settings(handouts=True).handouts.kinds == (("full", "a4"),)
    assert Settings(handouts=False).handouts.kinds == ()
    assert Settings(handouts={"sizes": ["a4", "letter"], "forms": ["full", "onepage", "full"]}).handouts.kinds == (
        ("full", "a4"),
        ("full", "letter"),
        ("onepage", "a4"),
        ("onepage", "letter"),
    )  # fmt: skip
    with pytest.raises(ValueError, match="a5"):
        Settings(handouts={"sizes": ["a5"]})


def test_a_brief_has_the_last_word() -> None:
    """What a brief says of its handouts goes before what the publication says, key by key; no forms are no handouts."""
    publication = Handout(sizes=("letter",), forms=("full", "large"))
    assert publication.with_own(None) == publication
    assert publication.with_own(Handout(forms=("onepage",))).kinds == (("onepage", "letter"),)
    assert publication.with_own(Handout(forms=())).kinds == ()


def test_the_page_lists_the_handouts_that_are_made() -> None:
    """The view that page and handout are printed from names each file, in words, too."""
    own = {"dam": {"brief.yml": f"title: T\nsummary: S.\nhandout: {{forms: [full, onepage]}}\n{HEAD}facts:\n{fact('a', 'The dam holds.')}"}}
    view = view_of("dam", own, Handout(sizes=("letter",)))
    assert [(made.file.name, made.words) for made in view.handouts] == [
        ("dam-letter.pdf", "Letter"),
        ("dam-onepage-letter.pdf", "one sheet, Letter"),
    ]


def test_a_sheet_has_two_sides_of_the_paper_asked_for(sheets: dict[str, bytes]) -> None:
    """Every brief, however long, is on two pages at most, of the right size."""
    for slug, content in sheets.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert len(pdf.pages) <= 2, slug
            assert {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in pdf.pages} == {POINTS["letter"]}


def test_a_sheet_says_how_much_it_leaves_out(sheets: dict[str, bytes]) -> None:
    """The facts that are printed and those that are said to be missing are all facts; what the key points lead to is printed."""
    words = text(sheets["forty-facts"])
    shown = {int(number) for number in re.findall(r"Fact number (\d+)", words)}
    missing = re.search(r"Not on this sheet: (\d+) of 40 facts", words)
    assert missing
    assert len(shown) + int(missing[1]) == 40
    assert len(shown) > 10
    assert 30 in shown
    assert "gazette.example.org/forty-facts/" in words


def test_a_sheet_with_room_for_all_facts_leaves_none_out(sheets: dict[str, bytes]) -> None:
    """A short brief has all its facts on the sheet, and only the exact words are said to be elsewhere."""
    words = text(sheets["one-fact"])
    assert "The dam holds." in words
    assert "Not on this sheet: the exact words of the sources." in words


def test_a_sheet_has_what_both_sides_have_room_for(sheets: dict[str, bytes]) -> None:
    """Who speaks, and what was said, stand on a sheet that has room for them, with the source of the words; nothing else is missing."""
    words = text(sheets["names"])
    assert "and that is all." in words
    assert "Source: The Press" in words
    assert re.search(r"Not on this sheet: the exact words of the sources\.", words)


@pytest.mark.parametrize(("forms", "is_there"), [(("full", "onepage"), True), (("onepage",), False)])
def test_a_sheet_leads_to_no_handout_that_is_not_made(forms: tuple[Form, ...], is_there: bool) -> None:
    """Where the site has no address, a sheet says that all is in the full handout, if there is one."""
    nowhere = replace(SITE, url="")
    shown = library({"forty-facts": BRIEFS["forty-facts"]})
    view = brief_view(shown.by_slug["forty-facts"].public, nowhere, Wording("en"), None, Handout(forms=forms))
    ready = Ready(nowhere, renderer(), view, dossier(shown.by_slug["forty-facts"].public, nowhere))
    assert ("All of it is in the full handout." in handout(ready, "onepage").html) is is_there
    assert "Not on this sheet" in handout(ready, "onepage").html


def test_what_is_most_needed_gives_way_last() -> None:
    """Events go before actors, these before quotes, and all before the first fact; what is missing is counted, all of it or some."""
    actors = "actors:\n  - {id: ada, name: Ada, kind: person, existence: verified}\n"
    quotes = "quotes:\n  - {id: q, text: The dam holds, speaker: ada, source: press}\n"
    events = "timeline:\n  - {date: '2026', text: One.}\n  - {date: '2027', text: Two.}\n"
    rest = actors + quotes + events
    whole = view_of("dam", {"dam": {"brief.yml": f"title: T\nsummary: S.\n{HEAD}facts:\n{fact('a', 'It holds.')}{rest}"}})
    missing = ["; ".join(left_out(whole, part, Wording("en"))[:-1]) for part in shortened(whole)]
    assert missing == [
        "",
        "1 of 2 events of the timeline",
        "2 events of the timeline",
        "1 actor; 2 events of the timeline",
        "1 quote; 1 actor; 2 events of the timeline",
        "1 fact; 1 quote; 1 actor; 2 events of the timeline",
    ]


def test_one_huge_entry_does_not_empty_the_sheet() -> None:
    """What would take a side for itself gives way before everything else, and nothing else does with it; what is only long stays."""
    said = {"huge": " ".join(["The dam holds"] * 300), "long": " ".join(["The dam holds"] * 50)}
    actors = "actors:\n  - {id: ada, name: Ada, kind: person, existence: verified}\n"
    quotes = "".join(f"  - {{id: {name}, text: {words}, speaker: ada, source: press, said: 2026-01-01}}\n" for name, words in said.items())
    rest = f"{actors}quotes:\n{quotes}timeline:\n  - {{date: '2026', text: One.}}\n"
    source = SOURCE + "".join(f"\n“{words}”, said Ada.\n" for words in said.values())
    brief = {"brief.yml": f"title: T\nsummary: S.\n{HEAD}facts:\n{fact('a', 'It holds.')}{rest}", "sources/press.txt": source}
    whole = view_of("dam", {"dam": brief})
    first, second, third, *_ = shortened(whole)
    assert [str(quote.place.part) for quote in first.section("quotes")] == ["quote:huge", "quote:long"]
    assert [str(quote.place.part) for quote in second.section("quotes")] == ["quote:long"]
    assert left_out(whole, second, Wording("en"))[:-1] == ("1 of 2 quotes",)
    assert left_out(whole, third, Wording("en"))[:-1] == ("1 of 2 quotes", "1 event of the timeline")


def test_a_brief_is_shortened_step_by_step(view: BriefView) -> None:
    """Each step leaves out one thing more, facts first, and the editor's order stays; the first is whole, the last nearly empty."""
    steps = list(shortened(view))
    sums = [sum(len(step.section(name)) for name in ("facts", "questions", "key-points")) for step in steps]
    assert sums == list(range(50, -1, -1))
    assert len(steps[0].section("facts")) == 40
    assert [len(step.section("questions")) for step in steps[:38]] == [8] * 38
    for step in steps:
        kept = [fact.place for fact in step.section("facts")]
        assert kept == sorted(kept, key=[fact.place for fact in view.section("facts")].index)
    assert left_out(view, steps[3], Wording("en"))[0] == "3 of 40 facts"


def test_what_the_key_points_lead_to_comes_first(view: BriefView) -> None:
    """A fact that a key point links to goes before all others, which stay in the editor's order."""
    assert [str(place.part) for place in by_priority(view)][:3] == ["fact:f30", "fact:f1", "fact:f2"]


def test_large_print_has_no_small_letter(large: dict[str, bytes]) -> None:
    """In large print every letter is of 16 points or more, page numbers and sources included."""
    for slug, content in large.items():
        assert min(sizes_of_text(content)) >= 15.9, slug


def test_a_brief_that_runs_to_the_left_has_its_labels_on_the_right() -> None:
    """The handout of an Arabic brief is mirrored: labels, page header and columns change sides."""
    arabic = {"dam": {"brief.yml": f"title: السد\nlanguage: ar\nsummary: قائم.\n{HEAD}facts:\n{fact('a', 'السد قائم.')}"}}
    latin, mirrored = (prints(briefs=briefs).popitem()[1].css for briefs in ({"one-fact": BRIEFS["one-fact"]}, arabic))
    assert ".fact, .event { padding-left: var(--side); }" in latin
    assert ".fact, .event { padding-right: var(--side); }" in mirrored


def test_a_booklet_holds_its_briefs_apart(tmp_path: Path) -> None:
    """Each brief of a booklet begins at the page that the contents name, has its own ids, bookmarks and data; all links lead somewhere."""
    shown = library()
    names = ("one-fact", "forty-facts", "markdown")
    document = print_booklet(renderer(), "Dams", [(shown, shown.by_slug[name].public) for name in names], "dams.pdf")
    assert document.briefs == len(names)  # by which it is given time
    ids = re.findall(r'\sid="([^"]+)"', document.html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', document.html)) <= set(ids)
    content = made([document], tmp_path)["dams"]
    contents = pypdfium2.PdfDocument(content)[1].get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert sorted(pdf.attachments) == sorted(f"{name}.{kind}.json" for name in names for kind in ("brief", "evidence"))
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles == ["Dams", "A dam", "Forty facts about a dam", "Markdown everywhere"]
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    for title in titles[1:]:
        named = re.search(rf"{title}[ .]*?(\d+)", contents)
        assert named
        assert title in pages[int(named[1]) - 1]
        assert "Dams" in pages[int(named[1]) - 1].split(title)[0]  # the topic, in the title block


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with two briefs of one topic, and the folder that commands run in."""
    (tmp_path / "mkdocs.yml").write_text("site_name: The Gazette\ndocs_dir: briefs\nplugins: [briefs]\n", encoding="utf-8")
    for slug in ("one-fact", "events"):
        (tmp_path / "briefs" / slug / "sources").mkdir(parents=True)
        (tmp_path / "briefs" / slug / "brief.yml").write_bytes(str(BRIEFS[slug]["brief.yml"]).encode())
        (tmp_path / "briefs" / slug / "sources" / "press.txt").write_bytes(SOURCE.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "file", "pages"),
    [
        (["one-fact", "--form", "onepage", "--paper", "letter"], "one-fact-onepage-letter.pdf", 1),
        (["one-fact", "--form", "large", "-o", "big.pdf"], "big.pdf", 2),
        (["--pack", "dams"], "dams.pdf", 4),
        (["--pack", "one-fact", "events", "--title", "Of dams", "-o", "pack.pdf"], "pack.pdf", 4),
    ],
)
def test_the_command_makes_what_is_asked_for(here: Path, arguments: list[str], file: str, pages: int) -> None:
    """Form, paper, pack and output are what they say; a topic stands for its briefs."""
    result = CliRunner().invoke(main, ["pdf", *arguments])
    assert result.exit_code == 0, result.output
    assert [path.name for path in here.glob("*.pdf")] == [file]
    assert len(pypdfium2.PdfDocument(here / file)) == pages


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["one-fact", "events", "-o", "x.pdf"], "-o names one file"),
        (["one-fact", "-o", "."], "'.' is a directory"),
        (["--pack", "one-fact", "--form", "onepage"], "no room on one sheet"),
        (["one-fact", "--title", "x"], "names a booklet"),
        (["--pack", "nothing"], "there is no brief `nothing`"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(here: Path, arguments: list[str], words: str) -> None:
    """Options that do not go together, and names that nothing has, end with status 2 and say why."""
    result = CliRunner().invoke(main, ["pdf", *arguments])
    assert result.exit_code == 2
    assert words in result.output
