"""A translation shares the evidence of its original, and nothing of it that the original keeps back."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.desk.publication import open_publication
from generator.desk.scaffold import new_publication
from tests.support import check_all
from tests.support.edition import Edition

DOCUMENTED = Path(__file__).parents[2] / "docs/languages.md"

ORIGINAL = """\
title: The Old Bridge
summary: It is closed.
status: {status}
language: en
published: 2026-03-01
as_of: 2026-03-01
sources:
  - {{id: council, file: sources/council.txt, title: The council, kind: official}}
  - {{id: courier, file: sources/courier.txt, title: The Courier, kind: report, publish: none}}
actors:
  - {{id: mayor, name: Ada Example, kind: person, role: mayor, existence: verified}}
facts:
  - id: closes
    text: The bridge is closed.
    status: reported
    by: [mayor]
    evidence: [{{source: council, quote: The bridge is closed to cars}}, {{source: courier, quote: secret wording}}]
quotes:
  - {{id: safe, text: It is safe, speaker: mayor, source: council}}
"""
TRANSLATION = """\
title: Die Alte Brücke
summary: "Sie ist [gesperrt](fact:closes)."
status: published
language: de
published: 2026-03-01
as_of: 2026-03-01
translation_of: bridge
sources: [{id: courier, publish: full}]
facts: [{id: closes, text: Die Brücke ist gesperrt.}]
quotes: [{id: safe, text: Sie ist sicher}]
"""
SOURCES: dict[str, str | bytes] = {
    "sources/council.txt": "The bridge is closed to cars. “It is safe,” said the mayor, Ada Example.\n",
    "sources/courier.txt": "This is a secret wording of the Courier.\n",
}


def briefs(status: str = "published") -> dict[str, dict[str, str | bytes]]:
    """An original with its sources, and a translation that has none."""
    return {"bridge": {"brief.yml": ORIGINAL.format(status=status), **SOURCES}, "bruecke": {"brief.yml": TRANSLATION}}


def edition(status: str = "published") -> dict[str, str]:
    """All that readers get of the translation, by its path."""
    return {path: content for path, content in Edition(briefs(status)).contents().items() if path.startswith("bruecke/")}


def test_a_page_shows_the_evidence_of_the_original_in_its_own_language() -> None:
    """Passages, the words before a translation, who says what and the source come from the original, and are said to be English."""
    page = edition()["bruecke/index.html"]
    assert re.search(r'lang="en"[^>]*>[^<]*(<[^>]+>)*[^<]*The bridge is closed to cars', page)
    assert re.search(r'<span lang="en" dir="auto">It is safe</span>', page)
    assert "Ada Example" in page
    assert 'id="related"' not in page  # its original is its other version
    assert not re.search(r">[^<]*\bmayor\b", page.replace("said the mayor", ""))  # a role is words of ours


@pytest.mark.parametrize("status", ["published", "draft", "review", "withdrawn"])
def test_what_the_original_withholds_stays_withheld(status: str) -> None:
    """Of a source that the original lets nobody see no word is in anything that is made of a translation, though that says otherwise."""
    made = edition(status)
    assert any("The bridge is closed to cars" in content for content in made.values())
    assert [path for path, content in made.items() if "secret wording" in content] == []


def test_an_original_that_is_not_public_is_not_named() -> None:
    """What a brief is called that readers do not get stands in nothing that is made of its translation."""
    for status, is_named in (("published", True), ("draft", False)):
        assert any(re.search(r"\bbridge\b(?! is closed)", content) for content in edition(status).values()) == is_named


def test_no_more_of_a_source_is_shown_than_in_the_original() -> None:
    """Where the original shows excerpts of a source, which is what is left unsaid, no translation shows all of it; less it may."""
    for ours, shown in (("full", ["excerpt"]), ("none", [])):
        found = briefs()
        found["bridge"]["sources/council.txt"] = f"{SOURCES['sources/council.txt']}\nZanzibar is an island, and far away.\n"
        found["bruecke"]["brief.yml"] = TRANSLATION.replace("{id: courier, publish: full}", f"{{id: council, publish: {ours}}}")
        made = [content for path, content in Edition(found).contents().items() if path.startswith("bruecke/")]
        assert not any("Zanzibar" in content for content in made)
        assert ["excerpt" for content in made if "The bridge is closed to cars" in content][:1] == shown


def test_a_proposal_of_the_original_is_one_in_its_translation() -> None:
    """A fact that nobody has accepted in the original is not published by its translation."""
    found = briefs()
    found["bridge"]["brief.yml"] = str(found["bridge"]["brief.yml"]).replace("id: closes", "id: closes\n    draft: true", 1)
    found["bruecke"]["brief.yml"] = str(found["bruecke"]["brief.yml"]).replace("[gesperrt](fact:closes)", "gesperrt")
    assert not [path for path, content in Edition(found).contents().items() if "Die Brücke ist gesperrt" in content]


def test_a_change_in_the_original_reaches_its_translations(tmp_path: Path) -> None:
    """Where only the original is said to have changed, what translates it, and what translates that, is checked again."""
    new_publication(tmp_path, date(2026, 3, 1))
    again = {"brief.yml": TRANSLATION.replace("language: de", "language: fr").replace("of: bridge", "of: bruecke")}
    for slug, files in (briefs() | {"pont": again}).items():
        for name, content in files.items():
            path = tmp_path / "briefs" / slug / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(content), encoding="utf-8")
    found = open_publication(tmp_path / "mkdocs.yml")
    first = found.survey()
    assert not first.findings.errors, first.findings
    source = tmp_path / "briefs/bridge/sources/council.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("closed", "open"), encoding="utf-8")
    after = {outcome.slug: outcome.checked for outcome in found.survey(changed={"bridge"}).outcomes}
    assert [after[slug] for slug in ("bridge", "bruecke", "pont")] == [None] * 3


def test_a_ring_of_translations_ends() -> None:
    """Two briefs that say of each other that they translate it are read, and what neither has is missing."""
    ring = {slug: {"brief.yml": TRANSLATION.replace("of: bridge", f"of: {of}")} for slug, of in (("one", "two"), ("two", "one"))}
    assert {finding.code for finding in check_all(ring).findings} >= {"B106"}


def test_the_example_of_the_documentation_is_whole() -> None:
    """A brief as docs/languages.md shows it takes all else from an original with these ids."""
    example = next(
        block for block in re.findall(r"```yaml\n(.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL) if "translation_of" in block
    )
    old = ORIGINAL.format(status="draft").replace("The bridge is closed to cars", "closed to cars from 1 March")
    source = str(SOURCES["sources/council.txt"]).replace("closed to cars", "closed to cars from 1 March")
    found = check_all({"old-bridge": {"brief.yml": old, **SOURCES, "sources/council.txt": source}, "bruecke": {"brief.yml": example}})
    assert not [finding.message for finding in found.findings if finding.brief == "bruecke"]
