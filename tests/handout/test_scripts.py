"""Names in any script print, and what no font has is said."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.building import with_fonts
from generator.desk.publication import Publication
from generator.dossier.printed import squeezed
from generator.engine.configuration import Configuration
from generator.library.library import Site
from generator.pages.artifacts import Print
from generator.press import fallback_fonts
from generator.press.fallback_fonts import FALLBACKS, with_fallbacks
from generator.press.parts import digests
from generator.text.scripts import SCRIPTS, is_written_in, stretches
from generator.verifying import verify
from generator.verifying.layer import text_of
from tests.support.awkward import BRIEFS, HEAD, fact, made, prints


def document(text: str) -> Print:
    """A document of one paragraph."""
    css = 'p { font-family: "Briefs Serif", "Briefs Fallback", serif }'
    return Print("x", "x/x.pdf", f'<html lang="en"><title>x</title><p>{text}', css, {}, {}, "2026-01-01")


@given(st.text(st.sampled_from("ab .,김용Путин محمد安倍あ")))
def test_stretches_are_the_whole_text(text: str) -> None:
    """A text's stretches are the text, letter for letter, and each is of the script that it is said to be."""
    found = list(stretches(text))
    assert "".join(words for _, words in found) == text
    for script, words in found:
        assert script is None or words[0] not in " .,"
        assert script is not None or not any(character in "김용Путинمحمد安倍あ" for character in words)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("김용현 장관", "ko"),
        ("محمد بن سلمان", "und-Arab"),
        ("Владимир Путин", "und-Cyrl"),
        ("あべ", "ja"),
        ("金", "und-Hani"),
        ("Ελλάς", "el"),
    ],
)
def test_words_of_a_script_are_one_stretch(text: str, tag: str) -> None:
    """A name of several words in one script is one stretch, with the language that its script tells."""
    (_, _), (script, words), (_, _) = stretches(f"a {text} b")
    assert (script and script.tag, words) == (tag, text)


def test_a_language_is_no_stranger_to_its_own_script() -> None:
    """Russian is written in Cyrillic, and Japanese in Han."""
    by_name = {script.name: script for script in SCRIPTS}
    assert is_written_in("ru", by_name["Cyrillic"])
    assert is_written_in("ja-JP", by_name["Han"])
    assert not is_written_in("en", by_name["Greek"])


def test_what_no_font_has_is_a_finding_and_printed_as_its_name() -> None:
    """An emoji is named in one finding for all handouts of a brief and set as its name; a document without one is found fine."""
    (given, _, fine), findings = with_fallbacks(
        [document("Yes \U0001f600."), document("Yes \U0001f600."), replace(document("Ünïcode – “fine”."), slug="fine")]
    )
    assert [(finding.code, finding.brief) for finding in findings] == [("B602", "x")]
    assert "grinning face" in findings[0].message
    assert "Yes [grinning face]." in given.html
    assert fine.html == '<html lang="en"><title>x</title><p>Ünïcode – “fine”.'
    assert "Fallback" not in fine.css


def test_what_no_font_has_is_found_where_it_stands(tmp_path: Path) -> None:
    """The finding leads to the line and column of brief.yml, where an editor can change it."""
    body = "title: A title\nsummary: Yes 😀.\n"
    (tmp_path / "briefs/x").mkdir(parents=True)
    (tmp_path / "briefs/x/brief.yml").write_text(body, encoding="utf-8")
    publication = Publication(Configuration(tmp_path, tmp_path / "briefs", Site("S", "", "en")))
    _, (finding,) = with_fonts(publication, [document("Yes 😀.")])
    assert (finding.span.path, finding.span.line, finding.span.column) == ("briefs/x/brief.yml", 2, 14)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a script's fonts are not installed, the finding says what to install."""
    monkeypatch.setattr(fallback_fonts, "FALLBACKS", tuple(replace(entry, package=f"No {entry.package}", file="") for entry in FALLBACKS))
    fallback_fonts.installed.cache_clear()
    try:
        _, findings = with_fallbacks([document("김")])
    finally:
        fallback_fonts.installed.cache_clear()
    assert [finding.fix for finding in findings] == [f"install the fonts of more scripts: {fallback_fonts.EXTRA}"]


def test_a_korean_name_is_set_in_a_font_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A brief with Korean and Cyrillic names embeds the fonts of the package, no font of the machine, and no empty box."""
    if not any(entry.path() for entry in FALLBACKS if "Hangul" in entry.scripts):
        pytest.skip("the fonts of more scripts are not installed")
    documents = prints(briefs={"names": BRIEFS["names"]})
    with pikepdf.open(io.BytesIO(made(documents.values(), tmp_path_factory.mktemp("cache"))["names"])) as pdf:
        fonts = {str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.resources.Font.values()}
    assert all(any(ours in name for ours in ("Briefs", "Source-Serif", "Inter", "Noto", "Almarai")) for name in fonts), fonts
    assert any("Noto" in name or "noto" in name for name in fonts), fonts


def test_what_is_to_stand_out_does_so_in_other_scripts(tmp_path: Path) -> None:
    """A title in Arabic is set in the bold face of its font, the text below it in the other one."""
    if not any(entry.path() for entry in FALLBACKS if "Arabic" in entry.scripts):
        pytest.skip("the fonts of more scripts are not installed")
    html = '<html lang="ar" dir="rtl"><title>x</title><h1>محمد</h1><p>محمد'
    css = 'h1 { font: 600 20pt "Briefs Serif", "Briefs Fallback" } p { font: 400 10pt "Briefs Serif", "Briefs Fallback" }'
    (given,), _ = with_fallbacks([Print("x", "x/x.pdf", html, css, {}, {"brief.json": b"{}"}, "2026-01-01")])
    with pikepdf.open(io.BytesIO(made([given], tmp_path)["x"])) as pdf:
        assert len({str(font.BaseFont) for font in pdf.pages[0].resources.Font.values()}) == 2


SENTENCES = {
    "ar": "قال المجلس إن السعر زاد +12% ونقص -3.5%، والهاتف +966 11 234 5678.",
    "hi": "नगर परिषद ने कहा कि पुराना पुल गाड़ियों के लिए बंद रहेगा, क्योंकि मरम्मत में क्षति मिली; विद्यार्थी पैदल जाएँगे।",
    "bn": "পৌরসভা জানিয়েছে, পুরানো সেতুটি গাড়ির জন্য বন্ধ থাকবে; কৃষ্ণপুরের শিক্ষার্থীরা হেঁটে যাবে।",
    "ta": "பழைய பாலம் வாகனங்களுக்கு மூடப்படும் என்று மன்றம் கூறியது; கொள்கை மாறவில்லை.",
    "te": "పాత వంతెన వాహనాలకు మూసివేయబడుతుంది అని సంఘం తెలిపింది; క్షేత్రం శ్రీ.",
    "th": "สภาเมืองกล่าวว่าสะพานเก่าจะปิดไม่ให้รถผ่าน น้ำท่วมผู้ใหญ่",
    "km": "ស្ពានចាស់នឹងបិទមិនឱ្យរថយន្តឆ្លងកាត់ ព្រះរាជាណាចក្រ",
}


def in_scripts() -> dict[str, dict[str, str | bytes]]:
    """A brief for each of some languages, which says one sentence in its title, its fact, its quote and its source."""
    found: dict[str, dict[str, str | bytes]] = {}
    for language, words in SENTENCES.items():
        facts = f"facts:\n{fact('said', words).replace('The dam holds.', words)}".replace(f": {words}", f': "{words}"')
        head = HEAD.replace("title: A source", f'title: "{words}"')
        found[language] = {
            "brief.yml": f'title: "{words}"\nlanguage: {language}\nsummary: "{words}"\n{head}{facts}',
            "sources/press.txt": f"{words}\n",
        }
    return found


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A handout in each of some languages whose letters join and change places."""
    wanted = {"Arabic", "Devanagari", "Bengali", "Tamil", "Telugu", "Thai", "Khmer"}
    if not all(entry.path() for entry in FALLBACKS if wanted & set(entry.scripts)):
        pytest.skip("the fonts of more scripts are not installed")
    return made(prints("onepage", briefs=in_scripts()).values(), tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_handout_holds_in_every_script(spoken: dict[str, bytes], language: str, tmp_path: Path) -> None:
    """Fresh from the press a handout verifies, and each of its texts is held word by word, not left to the digests of pages."""
    (tmp_path / "x.pdf").write_bytes(spoken[language])
    verdict = verify(tmp_path / "x.pdf")
    assert verdict.holds, [failure for part in verdict.parts for check in part.checks for failure in check.failures]
    with pikepdf.open(tmp_path / "x.pdf") as pdf:
        printed = json.loads(pdf.attachments["evidence.json"].get_file().read_bytes())["printed"]
        words = squeezed("".join(text_of(pdf)))
    assert printed["fact:said"] >= 1
    assert words.count(squeezed(SENTENCES[language])) >= printed["fact:said"]


@pytest.mark.parametrize("language", SENTENCES)
def test_words_that_are_copied_are_those_that_are_read(spoken: dict[str, bytes], language: str) -> None:
    """A reader of PDFs that knows nothing of our tags copies the words of a sentence in their order."""
    document = pypdfium2.PdfDocument(spoken[language])
    copied = "".join(squeezed(page.get_textpage().get_text_bounded()) for page in document)
    first = SENTENCES[language].split()[0]
    assert squeezed(first) in copied


def test_a_letter_that_another_takes_the_place_of_is_found(spoken: dict[str, bytes], tmp_path: Path) -> None:
    """Where a glyph is drawn for another one, the words are others, though all digests were made anew."""
    with pikepdf.open(io.BytesIO(spoken["hi"])) as pdf:
        contents = pdf.pages[0].Contents.read_bytes()
        pdf.pages[0].Contents = pdf.make_stream(re.sub(rb"<([0-9a-f]{4})([0-9a-f]{4})", rb"<\2\1", contents))
        attached = json.loads(pdf.attachments["evidence.json"].get_file().read_bytes())
        renewed = json.dumps(attached | {"parts": digests(pdf)}).encode()
        pdf.attachments["evidence.json"] = pikepdf.AttachedFileSpec(pdf, renewed)
        pdf.save(tmp_path / "x.pdf")
    failures = [failure for part in verify(tmp_path / "x.pdf").parts for check in part.checks for failure in check.failures]
    assert any("stands in the text" in failure for failure in failures)
