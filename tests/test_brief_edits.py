"""Items go out of a brief.yml, and keys into and out of items, and nothing else of it changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.brief_edits import removed, with_key, with_list, without_key
from generator.engine.brief_file import added, item
from generator.engine.brief_text import BriefFileError
from generator.text.places import Text

BRIEF = """\
title: T   # the title
facts:
  # first those of the town
  - id: a  # one
    draft: true  # two
    # three
  # about b
  - id: b
    note: |
      words

      draft: true

  - draft: true
    id: c

# who
actors:
- {id: z, draft: true}
- {draft: true, id: y}   # Y
timeline: [{date: "2024", draft: true}, {date: "2025"}]
"""

LINES = BRIEF.splitlines(keepends=True)


def body(text: str) -> Text:
    """A brief.yml."""
    return Text("brief.yml", text)


@pytest.mark.parametrize(
    ("key", "index", "gone"),
    [("facts", 0, (3, 6)), ("facts", 1, (7, 13)), ("facts", 2, (12, 15)), ("actors", 0, (18, 19)), ("actors", 1, (19, 20))],
)
def test_an_item_goes_with_its_comments(key: str, index: int, gone: tuple[int, int]) -> None:
    """Its lines go, and the empty line that parted it from a neighbour; comments above it stay."""
    assert removed(body(BRIEF), key, index) == "".join(LINES[: gone[0]] + LINES[gone[1] :])


@pytest.mark.parametrize(("index", "rest"), [(0, 'timeline: [{date: "2025"}]\n'), (1, 'timeline: [{date: "2024", draft: true}]\n')])
def test_an_item_goes_out_of_brackets(index: int, rest: str) -> None:
    """With the comma beside it."""
    assert removed(body(BRIEF), "timeline", index) == "".join(LINES[:-1]) + rest


@pytest.mark.parametrize(
    ("key", "index", "old", "new"),
    [
        ("facts", 0, "    draft: true  # two\n", ""),
        ("facts", 2, "draft: true\n    id: c", "id: c"),
        ("actors", 0, "{id: z, draft: true}", "{id: z}"),
        ("actors", 1, "{draft: true, id: y}", "{id: y}"),
        ("timeline", 0, '"2024", draft: true', '"2024"'),
    ],
)
def test_a_key_goes(key: str, index: int, old: str, new: str) -> None:
    """The line of a key goes with the comment on it, wherever in the item it stands."""
    assert without_key(body(BRIEF), key, index, "draft") == BRIEF.replace(old, new, 1)


@pytest.mark.parametrize(
    ("key", "index", "old", "new"),
    [("facts", 0, "- id: a", "- seen: 2026-02-10\n    id: a"), ("actors", 1, "{draft", "{seen: 2026-02-10, draft")],
)
def test_a_key_comes(key: str, index: int, old: str, new: str) -> None:
    """Before the item's others, on a line of its own or in its braces."""
    assert with_key(body(BRIEF), key, index, "seen", "2026-02-10") == BRIEF.replace(old, new, 1)


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_an_item_comes_between(at: int) -> None:
    """An item stands where it is wanted among the others, with every line of theirs."""
    text = added(body(BRIEF), "facts", [item({"id": "new"})], at if at < 3 else None)
    assert [fact["id"] for fact in yaml.safe_load(text)["facts"]] == [*"abc"[:at], "new", *"abc"[at:]]
    assert text.replace("  - id: new\n", "") == BRIEF


def test_line_ends_and_the_mark_of_the_file_are_kept() -> None:
    """A file of Windows stays one."""
    windows = "\ufeff" + BRIEF.replace("\n", "\r\n")
    for edit in EDITS:
        assert edit(body(windows)) == "\ufeff" + edit(body(BRIEF)).replace("\n", "\r\n")


EDITS: tuple[Callable[[Text], str], ...] = (
    lambda text: removed(text, "facts", 1),
    lambda text: without_key(text, "facts", 2, "draft"),
    lambda text: with_key(text, "facts", 0, "seen", "2026-02-10"),
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("facts: words\n", "`facts` is no list"),
        ("facts:\n  - word\n", "line 2: an item of `facts` has no keys"),
        ("facts:\n  - draft: true\n  - id: b\n", "cannot be changed safely"),
        ("facts:\n  - &a {draft: true, id: a}\n  - *a\n", "cannot be changed safely"),
    ],
)
def test_what_cannot_be_edited_is_said(text: str, why: str) -> None:
    """Where an edit would change more than it should, nothing is changed."""
    with pytest.raises(BriefFileError, match=why):
        without_key(body(text), "facts", 0, "draft")


@given(
    st.lists(
        st.tuples(st.sampled_from(["  - id: {}\n", "  - {{id: {}}}\n", "  # {}\n", "\n", "    # {}\n"]), st.integers(1, 9)), max_size=9
    )
)
def test_any_list_loses_what_it_should(lines: list[tuple[str, int]]) -> None:
    """However items, comments and empty lines follow each other: one item goes, the others and all comments outside of it stay."""
    text = "title: T\nfacts:\n" + "".join(line.format(number) for line, number in lines) + "terms:\n"
    listed = yaml.safe_load(text)["facts"] or []
    for index in range(len(listed)):
        left = removed(body(text), "facts", index)
        assert (yaml.safe_load(left)["facts"] or []) == listed[:index] + listed[index + 1 :]
        assert left.count("  # ") - left.count("    # ") == text.count("  # ") - text.count("    # ")
        assert left.endswith("terms:\n")


SEGMENTS = [{"lines": "1-5", "kind": "boilerplate"}, {"lines": 7, "kind": "opinion", "note": "hers: not news, " + "and long " * 9 + "too"}]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a  # one\n", "\n- id: b\n"),
        ("-   id: a\n    segments:\n      - {lines: 2, kind: data}\n      - lines: 3\n        kind: data\n    kind:  # five\n", ""),
        ("- segments: [{lines: 2, kind: data}]\n  id: a", ""),
        ("- {id: a, segments: []}\n", "- id: b\n"),
    ],
)  # fmt: skip
def test_a_list_goes_into_an_item(before: str, after: str, end: str) -> None:
    """In the place of what was there, whatever the layout; an empty one takes the key away, and nothing else changes."""
    text = body(f"facts:\n{before}{after}".replace("\n", end))
    new = with_list(text, "facts", 0, "segments", SEGMENTS)
    old, found = (yaml.safe_load(each)["facts"] for each in (text.body, new))
    assert found == [{**old[0], "segments": SEGMENTS}, *old[1:]]
    assert new.endswith(after.replace("\n", end))
    assert new.count("\n") == new.count(end)
    assert all(comment in new for comment in ("# one", "# five") if comment in before)
    emptied = {key: value for key, value in old[0].items() if key != "segments"}
    assert yaml.safe_load(with_list(body(new), "facts", 0, "segments", []))["facts"] == [emptied, *old[1:]]
