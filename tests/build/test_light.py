"""What pages of our look load of Material."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
import tinyhtml5

from generator.doors.mkdocs.light import fitted, lightened
from generator.pages.compact import apart, compact, terse
from scripts.material_css import TARGET, part

EXPECTED = Path(__file__).parents[1] / "golden" / "expected"
PAGE = (
    '<html class="no-js"><link rel="stylesheet" href="../assets/stylesheets/main.57a0d79d.min.css">'
    '<link rel="stylesheet" href="../assets/stylesheets/palette.fb2fffe2.min.css"><link rel="stylesheet" href="../assets/briefs.css">'
    '<link rel="stylesheet" href="../assets/letters.css"><script src="../assets/material.js"></script>'
    '<input class="md-toggle" id="__drawer"><label class="md-overlay" for="__drawer"></label>{}'
    '<div class="md-dialog">\n<div class="md-dialog__inner md-typeset"></div>\n</div>'
    '<script id="__config" type="application/json">{{"base": ".."}}</script>'
    '<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script><script src="../assets/briefs.js"></script>'
)
LIGHT = (
    '<html class="no-js"><link rel="stylesheet" href="../assets/light.css"><link rel="stylesheet" href="../assets/lists.css">'
    '<link rel="stylesheet" href="../assets/wide.css" media="print,(min-width:66em)">'
    '<link rel="stylesheet" href="../assets/letters.css">{}<script src="../assets/briefs.js"></script>'
)


def test_the_part_of_the_sheet_is_that_of_the_installed_material() -> None:
    """templates/site/material.css is what scripts/material_css.py makes of the sheet that is installed: else run it, and look at pages."""
    assert TARGET.read_text(encoding="utf-8") == part()


@pytest.mark.parametrize(
    "content",
    [
        '<li class="question"><details class="evidence">',
        '<nav class="on-this-page" aria-label="x">\n<details>',
        '<a class="headerlink">',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_a_page_of_our_own_parts_loads_the_small_sheet_and_no_script_of_material(content: str) -> None:
    """What is ours needs neither, though some of our classes have names of Material's admonitions."""
    assert lightened(PAGE.format(content)) == LIGHT.format(content)


def test_the_frame_is_not_indented_and_what_it_holds_stays() -> None:
    """Between tags of the frame stands one line end; words and all between `<main>` and its end are as they were."""
    inside = "<main>\n\n  <pre>  <b>\n    </b></pre>\n </main>"
    assert lightened(PAGE.format(f"<p>a\n  b</p>\n\n  {inside} \n\t<p>")) == LIGHT.format(f"<p>a\n  b</p>\n{inside}\n<p>")


@pytest.mark.parametrize(
    "content",
    [
        '<div class="admonition note">',
        '<details open class="question">',
        "<details><summary>",
        "<kbd>",
        '<div class="tabbed-set">',
        "<script>document$</script>",
    ],
)
def test_a_page_with_parts_of_material_keeps_all_of_it(content: str) -> None:
    """Admonitions, tabs, folded ones and scripts that may lean on Material's leave a page as it is."""
    assert lightened(PAGE.format(content)) == PAGE.format(content)


@pytest.mark.parametrize(
    ("content", "has_some"), [("Łódź, “naïve” – œuvre → 5 €", False), ("<p>Ω</p>", True), ("中文", False), ("ə", True), ("Ạ", True)]
)
def test_a_page_loads_the_rules_for_faces_whose_letters_it_has(content: str, has_some: bool) -> None:
    """Greek, Cyrillic and the less common Latin letters have a sheet of their own, which other pages do not name."""
    page = fitted(PAGE.format(content))
    assert page.count('<link rel="stylesheet" href="../assets/letters.css">') == has_some
    assert fitted(content) == content


@pytest.mark.parametrize(
    ("content", "has_some"),
    [
        ('<article class="brief brief-page" data-version="x">', False),
        ('<article class="brief index-page">', True),
        ("<article class='a'><ul class=brief-list>", True),
        ('<div class="front">', True),
        ('<article class="brief changes-page" lang="en">', True),
        ('<span class="proposed">', True),
        ('<div class="up-front-page">index-page front', False),
    ],
)
def test_only_what_a_brief_has_not_loads_the_rules_for_it(content: str, has_some: bool) -> None:
    """Pages across briefs, the front page, changes and drafts name lists.css; what a reader of a brief gets does not."""
    page = fitted(lightened(PAGE.format(content)))
    assert page.count('<link rel="stylesheet" href="../assets/lists.css">') == has_some


def test_every_page_that_lists_css_styles_loads_it() -> None:
    """No page of the golden publication has a class that only lists.css knows and goes without it."""
    others = classes("briefs") | classes("publication") | classes("columns")
    only = classes("lists") - others - {"brief-head"}  # after which a list of theirs stands
    pages = {page: page.read_text(encoding="utf-8") for page in EXPECTED.rglob("*.html")}
    styled = {
        page
        for page, html in pages.items()
        if any(not only.isdisjoint(element.attrib.get("class", "").split()) for element in tinyhtml5.parse(html).iter())
    }
    link = '<link rel="stylesheet" href="assets/lists.css">'
    assert {page for page in pages if fitted(link + pages[page]).startswith(link)} >= styled != set()


def classes(sheet: str) -> set[str]:
    """The classes that one of our sheets names."""
    css = (TARGET.parent / f"{sheet}.css").read_text(encoding="utf-8")
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)))


def test_rules_for_some_media_stand_apart() -> None:
    """They keep their order, and what looks like them in a string or within another rule stays."""
    css = 'a{x:"@media print{"}@media print{b{y:1}}/* } */@media (min-width: 66em) {c{z:2}}@supports (d:e){@media print{f{g:3}}}h{i:4}'
    here, there = apart(css, ("print", "(min-width:66em)"))
    assert compact(here) == 'a{x:"@media print{"}@supports (d:e){@media print{f{g:3}}}h{i:4}'
    assert compact(there) == "@media print{b{y:1}}@media (min-width: 66em){c{z:2}}"


def test_a_style_sheet_says_the_same_when_it_is_compact() -> None:
    """Strings, pseudo-classes and descendants keep their spaces; comments, indentation and line ends go."""
    css = '/* no */\n.a :hover,\n.b > li::after {\n  content: " ; › ";\n  margin: 0 calc(1px + 2px);\n}\n'
    assert compact(css) == '.a :hover,.b>li::after{content:" ; › ";margin:0 calc(1px + 2px)}'


def test_a_page_says_the_same_when_it_is_terse() -> None:
    """Quotation marks, end tags and line ends beside blocks go where HTML needs none; words, values with other signs, what is no tag, line
    ends within words and all that is preformatted stay."""
    html = (
        '<ul class="ways">\n<li id="a"><p>b="c" <a href="../d/">e</a></p></li>\n<li><p title="f g">h</p>\n</li></ul>'
        "<p>n <b>o</b>\n<i>p</i></p>\n<pre>\n<code>q\n</code>\n</pre>\n"
        '<dl><dt>i</dt><dd><p>j</p></dd></dl><svg><path d="M1 2" r="3"/></svg><ins><p>k</p></ins><i title=\'l m="n" \'>o</i>'
    )
    assert terse(html) == (
        '<ul class=ways><li id=a><p>b="c" <a href=../d/>e</a><li><p title="f g">h</ul>'
        "<p>n <b>o</b>\n<i>p</i>\n<pre>\n<code>q\n</code>\n</pre>"
        '<dl><dt>i<dd><p>j</dl><svg><path d="M1 2" r="3"/></svg><ins><p>k</p></ins><i title=\'l m="n" \'>o</i>'
    )


@pytest.mark.parametrize("page", sorted(EXPECTED.rglob("*.html")), ids=lambda page: page.relative_to(EXPECTED).as_posix())
def test_a_terse_page_is_read_as_it_was(page: Path) -> None:
    """A parser makes the same elements of it, with the same attributes and words, but for white space before and after them."""
    html = page.read_text(encoding="utf-8")
    assert list(read(terse(html))) == list(read(html))


@pytest.mark.parametrize("part", ["\n", "\n ", "</p> ", "</li>\n", "<p a ", "<p\n", ' x="y" '])
def test_ten_times_the_page_takes_ten_times_the_time(part: str) -> None:
    """A page of ten times the length is made terse in no more than thirty times as long, whatever it has many of."""

    def seconds(times: int) -> float:
        begun = process_time()
        terse(f"<pre><code>{part * times}x</code></pre>")
        return process_time() - begun

    assert seconds(4_000) < 30 * max(0.01, seconds(400))


def read(html: str) -> Iterator[tuple[object, ...]]:
    """The elements of a page in order, with the words in and after each."""
    for element in tinyhtml5.parse(html).iter():
        yield element.tag, element.attrib, (element.text or "").split(), (element.tail or "").split()


def test_rules_that_begin_alike_are_nested() -> None:
    """Neighbours share the compound that they begin with, also in media; order, lists and what is no rule stay."""
    css = (
        '@import "x";.md{x:0.5}.md h1{y:2}.md > p,.md{z:3}.md a{b:1}.brief .note{c:4}.md a::before{d:5}'
        "@media print{.brief .fact{e:6}.brief :is(.a .b,.c){f:7}}[dir] .md,.md p{g:8} .md{unclosed"
    )
    assert compact(css) == (
        '@import "x";.md{x:.5;& h1{y:2}>p,&{z:3}& a{b:1}}.brief .note{c:4}.md a::before{d:5}'
        "@media print{.brief{.fact{e:6}:is(.a .b,.c){f:7}}}[dir] .md,.md p{g:8}.md{unclosed"
    )
