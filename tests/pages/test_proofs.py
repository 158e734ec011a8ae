"""Words in quotation marks lead to where they stand, and nothing that is hidden is shown for them."""

from __future__ import annotations

import re

from tests.support.edition import Edition

BRIEF = """title: A dam
summary: |-
  The town spoke of “a wall of
  wet sand”, Ada of “water that nobody wants”.
status: published
published: 2026-01-01
as_of: 2026-01-01
sources:
  - {id: s, file: s.txt, title: S, publisher: The Post, kind: report}
actors: [{id: ada, name: Ada Example, kind: person, existence: verified}]
quotes: [{id: water, text: water that nobody wants, speaker: ada, source: s}]
facts:
  - {id: linked, text: 'It is [“a wall of wet sand”](source:s).', status: unverified, evidence: [{source: s, quote: the town says}]}
  - {id: hidden, text: They called it “a monument of folly”., status: unverified, draft: true, evidence: [{source: s, quote: a wall}]}
"""
SOURCE = """It is a wall of wet sand, the town says.

“It is water that nobody wants,” said Ada Example.

Others call it a monument of folly.
"""
FILES = {"dam": {"brief.yml": BRIEF, "sources/s.txt": SOURCE}}


def test_words_in_marks_lead_to_where_they_stand() -> None:
    """On a page they link to their quote, or to their place on the page of the source, where they are marked; links stay as they are."""
    files = Edition(FILES).contents()
    page, source = files["dam/index.html"], files["dam/sources/s/index.html"]
    assert '“<a href="#quote-water">water that nobody wants</a>”' in page
    found = re.search(r'“<a href="sources/s/#(words-\w+)">a wall of\swet sand</a>”', page)
    assert found
    assert f'<span id="{found[1]}" class="target"></span><mark>a wall of wet sand</mark>' in source
    assert ">“a wall of wet sand”</a>" in page


def test_a_handout_names_the_source_of_words_in_marks() -> None:
    """On paper, where nobody follows a link to a page of the site, the source stands behind the words."""
    files = Edition(FILES).contents()
    (handout,) = (html for name, html in files.items() if name == "dam/dam.pdf 0")
    assert re.search(r"a wall of\s+wet sand”? <span class=\"url\">\(The Post\)</span>", handout)


def test_words_of_what_is_hidden_show_nothing_of_a_source() -> None:
    """What only a proposal has in marks is not shown in the source, nor anything that stands beside it."""
    assert "monument" not in "".join(Edition(FILES).contents().values())


def test_characters_that_turn_the_order_turn_their_own_stretch() -> None:
    """An override in a source, and in the words of it, is isolated: what follows on the page stands in its own order."""
    body = "It was built before \u202e2031 and holds until the year 2040."
    fact = f"{{id: f, text: It holds., status: claimed, evidence: [{{source: s, quote: '{body}'}}]}}"
    brief = (
        BRIEF.partition("summary:")[0]
        + "summary: It holds.\n"
        + BRIEF[BRIEF.index("status:") : BRIEF.index("actors:")]
        + f"facts: [{fact}]\n"
    )
    files = Edition({"dam": {"brief.yml": brief, "sources/s.txt": body}}).contents()
    for path in ("dam/index.html", "dam/sources/s/index.html", "dam/dam.pdf 0"):
        assert "before <bdi>\u202e2031</bdi> and holds" in files[path], path
