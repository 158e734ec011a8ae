"""The numbers of an OpenDocument text's lists and headings, which are shown and stand nowhere in its words."""

from __future__ import annotations

import pytest

from generator.ingest import ingest
from tests.ingest.files import odt


def level(at: int, more: str, kind: str = "number") -> str:
    """A level of a list style, or of the outline."""
    name = "outline-level-style" if kind == "outline" else f"list-level-style-{kind}"
    return f'<text:{name} text:level="{at}" {more}/>'


def items(*inner: str, more: str = "") -> str:
    """A list whose items are paragraphs, or markup."""
    told = (each if each.startswith("<text:list-") else f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f"<text:list {more}>{''.join(told)}</text:list>"


def p(words: str) -> str:
    """A paragraph."""
    return f"<text:p>{words}</text:p>"


def h(words: str, at: int, more: str = "") -> str:
    """A heading at a level of the outline."""
    return f'<text:h text:outline-level="{at}" {more}>{words}</text:h>'


POINT, OF = 'style:num-suffix="."', 'text:style-name="L"'
STYLES = (
    f'<text:list-style style:name="L">{level(1, f"""style:num-format="1" {POINT}""")}'
    f'{level(2, f"""style:num-format="1" text:display-levels="2" {POINT}""")}{level(3, "", "bullet")}</text:list-style>'
    f'<text:list-style style:name="A">'
    f'{level(1, """style:num-format="A" style:num-prefix="(" style:num-suffix=")" text:start-value="27" """)}'
    f'{level(10, """style:num-format="i" text:display-levels="10" """)}</text:list-style>'
    f'<text:outline-style style:name="Outline">{level(1, """style:num-format="I" style:num-prefix="§ " """, "outline")}'
    f'{level(2, f"""style:num-format="1" {POINT}""", "outline")}{level(3, """style:num-format="" """, "outline")}</text:outline-style>'
    '<style:style style:name="Plain" style:list-style-name=""/><style:style style:name="Mine" style:parent-style-name="Plain"/>'
    '<style:style style:name="Own" style:list-style-name="A"/>'
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (items(p("a") + p("more") + items(p("b"), p("c") + items(p("d"))), p("e") + items(p("f")), more=OF),
         ["1. a", "more", "1.1. b", "1.2. c", "- d", "2. e", "2.1. f"]),
        (items(p("a"), p("b"), more=f'{OF} xml:id="x"') + p("between") + items(p("anew"), more=OF)
         + items(p("c"), more='text:continue-list="x" ' + OF),
         ["1. a", "2. b", "between", "1. anew", "3. c"]),
        (items(p("a"), more=OF) + items(items(p("b")), p("c"), more=f'{OF} text:continue-numbering="true"'), ["1. a", "1.1. b", "2. c"]),
        (items(p("a"), f'<text:list-item text:start-value="7">{p("b")}</text:list-item>', f'<text:list-header>{p("c")}</text:list-header>',
               p("d"), more=OF), ["1. a", "7. b", "c", "8. d"]),
        (items(p("a") + items(p("b")) + items(p("c")) + items(p("d"), more='text:continue-numbering="true"'), more=OF),
         ["1. a", "1.1. b", "1.1. c", "1.2. d"]),
        (items(p("a"), p("b"), more='text:style-name="A"'), ["(AA) a", "(AB) b"]),
        (items('<text:p text:style-name="Own">a</text:p>'), ["(AA) a"]),
        (items(f'<text:number>IX</text:number>{p("a")}', p("b"), more=OF), ["IX a", "2. b"]),
        (items(p(""), p("b"), more=OF), ["2. b"]),
        (items(p(f'a<draw:frame><draw:text-box>{p("box")}{items(p("in it"), more=OF)}</draw:text-box></draw:frame>'), p("b"), more=OF),
         ["1. a", "box", "1. in it", "2. b"]),
        (h("Tolls", 1) + h("Cars", 2) + h("Boats", 2) + h("Small", 3) + h("Sand", 1) + h("Wet", 2),
         ["§ I Tolls", "1. Cars", "2. Boats", "Small", "§ II Sand", "1. Wet"]),
        (h("A", 1, 'text:is-list-header="true"') + h("B", 1, 'text:style-name="Mine"') + h("<text:number>4</text:number>C", 1)
         + h("D", 1, 'text:restart-numbering="true" text:start-value="9"') + items(h("E", 1), more='text:style-name="Outline"'),
         ["A", "B", "4 C", "§ IX D", "§ X E"]),
        (items(p("a")) + h("B", 9), ["a", "B"]),
    ],
)  # fmt: skip
def test_the_numbers_of_lists_and_headings_are_in_the_text(body: str, text: list[str]) -> None:
    """They are as the reader saw them: levels, new starts, lists that take up others, headings by the outline, and none that none has."""
    assert ingest("a.odt", odt(body, styles=STYLES)).text.strip().split("\n\n") == text


def test_the_tenth_level_is_not_the_first_and_a_nought() -> None:
    """All ten levels that the format has are told apart, in both of its notations."""
    deep = p("deep")
    for _ in range(10):
        deep = items(deep)
    deep = deep.replace("<text:list ", '<text:list text:style-name="A" ', 1)
    assert ingest("a.odt", odt(deep, styles=STYLES)).text == "AA.i deep\n"
