"""Records for reference managers: the same brief and the same items in three forms."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema

from tests.support.edition import SITE, Edition
from tests.support.shared import shared_file

BRIEF = r"""title: 'Dam & "bridge": 50% of $9_000 {x} # \end{y}'
summary: The bridge is *closed*.
status: {status}
published: 2026-01-01
updated: 2026-02-03
as_of: 2026-02-03
authors: [Ada Example, "Ben & Co"]
questions: [{id: when, question: 'When does [it](actor:town) open?', status: open}]
actors: [{id: town, name: Town, kind: organisation, existence: verified}]
corrections: [{date: 2026-02-03, text: A name was wrong., kind: correction}]
"""


def test_all_forms_say_the_same() -> None:
    """The brief and its items have a record in each form, with version and permalink, and no sign of a form breaks it."""
    files = Edition({"a": {"brief.yml": BRIEF.replace("{status}", "published")}}).contents()
    brief, question = json.loads(files["a/cite.json"])
    assert brief["title"] == 'Dam & "bridge": 50% of $9_000 {x} # \\end{y}'
    assert [author["literal"] for author in brief["author"]] == ["Ada Example", "Ben & Co"]
    assert brief["issued"] == {"date-parts": [[2026, 2, 3]]}
    assert (brief["URL"], question["URL"]) == ("https://gazette.example.org/a/", "https://gazette.example.org/a/#question-when")
    assert (question["title"], question["container-title"]) == ("When does it open?", brief["title"])
    assert brief["version"] == question["version"] != ""

    bib = files["a/cite.bib"]
    assert bib.count("@misc{") == 2
    assert r"title = {{Dam \& " in bib
    assert r"50\% of \$9\_000 \{x\} \# \textbackslash{}end\{y\}" in bib
    assert "howpublished = {{The Gazette}},\n" in bib
    assert bib.endswith("\n}\n")
    assert bib.count("  date = {2026-02-03},\n  origdate = {2026-01-01},\n") == 2
    assert "author = {{Ada Example} and {Ben \\& Co}}" in bib
    assert "url = {https://gazette.example.org/a/#question-when}" in bib

    lines = files["a/cite.ris"].split("\r\n")
    assert [line for line in lines if line and not re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line)] == []
    assert [line[6:] for line in lines if line.startswith("UR")] == [brief["URL"], question["URL"]]
    assert "DA  - 2026/02/03" in lines

    head, tail = (
        "Ada Example, Ben & Co. “",
        f"The Gazette. Published 1 January 2026. Updated 3 February 2026. As of 3 February 2026. Version {brief['version']}. https://gazette.example.org/a/",
    )
    title = brief["title"]
    assert files["a/cite.txt"] == f"{head}{title}”. {tail}\n{head}When does it open?” “{title}”. {tail}#question-when\n"


def test_the_words_of_a_quote_are_those_of_its_speaker() -> None:
    """Each form names who said them beside the authors, who did not; a sentence that has its end gets no second one."""
    quoting = """sources: [{id: s, file: s.txt, kind: report, title: S}]
quotes: [{id: q, text: 'Who pays 5} for it?', speaker: ann, source: s}]
"""
    told = BRIEF.replace("{status}", "published").replace("actors: [", "actors: [{id: ann, name: Ann Lee, kind: person}, ") + quoting
    files = Edition({"a": {"brief.yml": told, "s.txt": "“Who pays 5} for it?” said Ann Lee.\n"}}).contents()
    words = "Ann Lee: “Who pays 5} for it?”"
    assert [record["title"] for record in json.loads(files["a/cite.json"]) if record["id"] == "a-quote-q"] == [words]
    assert f"TI  - {words}\r\n" in files["a/cite.ris"]
    assert f"Ada Example, Ben & Co. {words} “Dam" in files["a/cite.txt"]
    entry = files["a/cite.bib"].partition("@misc{a-quote-q,")[2]
    assert r"Who pays 5\textbraceright{} for it?" in entry
    assert entry.count("{") == entry.count("}") - 1  # as BibTeX counts them, also behind a backslash


def test_the_day_of_a_tag_is_that_of_the_first_publication() -> None:
    """An update does not hide when a brief was published."""
    pages = Edition({"a": {"brief.yml": BRIEF.replace("{status}", "published")}}).rendered().pages
    assert [dict(page.tags)["citation_publication_date"] for page in pages if page.tags] == ["2026/01/01"]


def test_csl_json_is_what_the_schema_of_csl_asks_for() -> None:
    """The records are valid by the schema of the Citation Style Language, also of a brief without a day, an author or an address."""
    schema = json.loads(shared_file("corpora/schemas/csl-data.json").read_text(encoding="utf-8"))
    bare = "title: A\nsummary: B.\n"
    briefs = {"a": {"brief.yml": BRIEF.replace("{status}", "published")}, "b": {"brief.yml": bare}}
    for site in (SITE, replace(SITE, url="")):
        files = Edition(briefs, site=site, preview=True).contents()
        for slug in briefs:
            jsonschema.validate(json.loads(files[f"{slug}/cite.json"]), schema, cls=jsonschema.Draft7Validator)


def test_what_was_withdrawn_is_not_cited() -> None:
    """A withdrawn brief has no records, and its page no tags."""
    assert [name for name in Edition({"a": {"brief.yml": BRIEF.replace("{status}", "withdrawn")}}).contents() if "cite" in name] == []


def test_words_that_show_nothing_have_a_record() -> None:
    """A title or an item of markup alone is cited by its name in addresses, and stops no build."""
    text = BRIEF.replace("{status}", "published").replace("When does [it](actor:town) open?", "[](https://example.org/)")
    files = Edition({"a": {"brief.yml": re.sub("title: .*", 'title: "[](https://example.org/)"', text)}}).contents()
    assert [(record["title"], record["container-title"]) for record in json.loads(files["a/cite.json"])] == [
        ("a", "The Gazette"),
        ("question-when", "a"),
    ]
    assert "TI  - question-when" in files["a/cite.ris"]
