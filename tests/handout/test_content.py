"""What a reader finds in a handout: everything, in order, copied as it was written, with nothing left alone at the foot of a page."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from generator.items.fields import KEYED
from generator.pages.nodes import Rich
from generator.pages.outputs.brief_page import brief_page
from generator.pages.sections import SECTIONS
from generator.pages.views import BriefView
from generator.press.fallback_fonts import FALLBACKS
from generator.verifying import verify
from tests.support import awkward
from tests.support.awkward import BRIEFS, HEAD, SOURCE, fact, made, prints

HEADINGS = {*(section.heading for section in SECTIONS), "Evidence: the exact words"}
LABELS = {"Why it matters", "Known so far", "What would answer it", "Answered by"}
STATUSES = {"Confirmed", "Reported", "Claimed", "Disputed", "Refuted", "Unverified"}

MANY = {
    "many": {
        "brief.yml": f"title: Many facts\nsummary: It holds.\n{HEAD}facts:\n"
        + "".join(fact(f"f{n}", f'"Fact {n} of the dam{", which was built by many people over many years" * (n % 7)}."') for n in range(60))
        + "questions:\n"
        + "".join(f'  - {{id: q{n}, question: "Question {n}?", why: {"It matters. " * (n % 9 + 1)}, known: So far.}}\n' for n in range(120))
        + "quotes:\n"
        + "".join(f"  - {{id: w{n}, text: It was built in 1904., speaker: lee, source: press}}\n" for n in range(12))
        + "actors:\n  - {id: lee, name: Lee, kind: person, existence: verified}\n",
        "sources/press.txt": f"{SOURCE}Lee said: “It was built in 1904.”\n",
        "article.md": "\n\n".join(f"### Heading {n}\n\n{'The dam was built. ' * (3 + n % 5)}" for n in range(40)),
    }
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All awkward briefs, and one with much of everything, in full."""
    return made(prints(briefs={**BRIEFS, **MANY}).values(), tmp_path_factory.mktemp("full"))


def copied(pdf: bytes, folder: Path) -> str:
    """What somebody copies out of a PDF: its text in the order in which it was painted."""
    (folder / "x.pdf").write_bytes(pdf)
    arguments = ["pdftotext", "-raw", "-enc", "UTF-8", str(folder / "x.pdf"), "-"]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def view_of(slug: str) -> BriefView:
    """What page and handout of a brief are printed from."""
    return awkward.view_of(slug, {**BRIEFS, **MANY})


def letters(text: str) -> str:
    """A text without what typesetting changes: spaces, the ends of lines, and hyphens."""
    return re.sub(r"[\s\u00ad‐-]", "", text)


def parts(view: BriefView) -> list[str]:
    """The headings and texts of a brief in the order of its handout."""
    found = [str(view.title.words), str(view.summary.words)]
    for section in view.sections:
        said = [
            getattr(item, "text", None) or item[KEYED[item.ref.kind].says]
            for item in section.items
            if item.ref.kind not in ("source", "term")
        ]
        found += [section.title, *(str(words.words if isinstance(words, Rich) else words) for words in said)] if said else []
    return [letters(text) for text in found]


@pytest.mark.parametrize("slug", ["one-fact", "forty-facts", "events", "many"])
def test_what_is_copied_is_the_text_of_the_brief_in_its_order(full: dict[str, bytes], tmp_path: Path, slug: str) -> None:
    """Title, answer, facts, questions, actors and quotes stand in the PDF letter for letter, in order; all are on the page, too."""
    text = letters(re.sub(r"\n.*\n+Page \d+ of \d+\n+\f.*\n+.*\n", "\n", copied(full[slug], tmp_path)))
    page = re.sub(r"<[^>]*>", "", next(brief_page(awkward.ready(slug, {**BRIEFS, **MANY}))).html)
    at = 0
    for part in parts(view_of(slug)):
        at = text.find(part, at)
        assert at >= 0, part
        assert part in letters(page)


def test_sections_come_in_the_order_of_the_brief(full: dict[str, bytes], tmp_path: Path) -> None:
    """The headings in the PDF are those of the brief, in its order, with the evidence after them."""
    lines = copied(full["many"], tmp_path).splitlines()
    found = [heading for line in lines for heading in HEADINGS if f"{line} ".startswith(f"{heading} ")]  # text may stand beside it
    assert found == ["Facts", "What we don’t know", "Who’s who", "In their own words", "The story", "Sources", "Evidence: the exact words"]


def test_nothing_stands_alone_at_the_foot_of_a_page(full: dict[str, bytes]) -> None:
    """The last line of a page is no heading, no status and no label whose words begin on the next page."""
    for slug, content in full.items():
        for number, page in enumerate(pypdfium2.PdfDocument(content), 1):
            height = page.get_height()
            lines = page.get_textpage().get_text_bounded(bottom=0.072 * height, top=0.9 * height).splitlines()
            last = next((line.strip() for line in reversed(lines) if line.strip()), "")
            assert last not in HEADINGS | LABELS | STATUSES, f"{slug}, page {number}"
            assert not re.fullmatch(r"Heading \d+|Question \d+\?", last), f"{slug}, page {number}"


def test_pages_are_filled(full: dict[str, bytes]) -> None:
    """But for the last, no page of an ordinary brief ends in its upper half."""
    for slug in ("forty-facts", "events", "many"):
        pages = list(pypdfium2.PdfDocument(full[slug]))
        for number, page in enumerate(pages[:-1], 1):
            height = page.get_height()
            assert page.get_textpage().get_text_bounded(bottom=0.08 * height, top=0.5 * height).strip(), f"{slug}, page {number}"


def test_a_short_item_is_not_split(full: dict[str, bytes]) -> None:
    """A fact stands on one page, from its first word to its date."""
    found = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(full["many"])]
    for entry in view_of("many").section("facts"):
        words = str(entry["text"].words)
        assert sum(letters(words) in letters(page) for page in found) == 1, words


def test_the_appendix_gives_the_exact_words_and_where_they_stand(full: dict[str, bytes], tmp_path: Path) -> None:
    """Each passage has its number, its words, source, date, kind, exactness, line and the beginning of the source's hash."""
    text = copied(full["one-fact"], tmp_path).split("Evidence: the exact words")[1]
    passage = view_of("one-fact").evidence[0]
    words = " ".join(text.split())
    assert words.startswith(
        "1 Source 1, line 1 The dam holds. It was built in 1904. A source, The Press, 1 January 2026. Official source. Word"
    )
    assert f"Word for word. SHA-256 {passage.source.digest[:12]}." in words


def test_the_address_stands_beside_its_code(full: dict[str, bytes], tmp_path: Path) -> None:
    """The address that the QR code holds is printed, and the version is the beginning of the hash of the data inside."""
    text = " ".join(copied(full["one-fact"], tmp_path).split())
    version = re.search(r"gazette\.example\.org/one-fact/ is this brief on the web, .* This is version ([0-9a-f]{12})\.", text)
    assert version
    assert f"Version {version[1]} is how the SHA-256 of its data" in text


def failures(pdf: bytes, path: Path) -> list[str]:
    """What `briefs verify` finds wrong with a PDF."""
    path.write_bytes(pdf)
    verdict = verify(path)
    return [verdict.problem] if verdict.problem else [words for part in verdict.parts for check in part.checks for words in check.failures]


def test_every_awkward_handout_verifies(full: dict[str, bytes], tmp_path: Path) -> None:
    """What is set is found again by `briefs verify`."""
    assert {slug: found for slug, pdf in full.items() if (found := failures(pdf, tmp_path / "x.pdf"))} == {}


def test_a_handout_that_runs_to_the_left_verifies(tmp_path: Path) -> None:
    """Words, numbers and names in Latin letters of an Arabic brief are found again in the order in which they are read."""
    if not any(entry.path() for entry in FALLBACKS if "Arabic" in entry.scripts):
        pytest.skip("the fonts of more scripts are not installed")
    text = "السد متين كما يقول التقرير الصادر عام 2026 (BBC)، لكن أحداً لا يعرف إلى متى: 12,500 شخص، شركة Siemens AG (München)."
    facts = fact("f", "بُني السد في عام 1904.")
    brief = {"brief.yml": f'title: هل يصمد السد القديم؟\nlanguage: ar\nsummary: "{text}"\n{HEAD}facts:\n{facts}'}
    (pdf,) = made(prints(briefs={"arabic": brief}).values(), tmp_path / "cache").values()
    assert failures(pdf, tmp_path / "x.pdf") == []
