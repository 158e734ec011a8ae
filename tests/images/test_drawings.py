"""A drawing goes out as shapes and words, or not at all."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from generator.images import ImageError, image
from generator.images.pictures import picture
from generator.images.repetition import MOST_LEVELS, _Drawn
from tests.safety.hostile import CORPORA

SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:x="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<SCRIPT>x</SCRIPT>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
        '<s-x:script xmlns:s-x="http://www.w3.org/2000/svg">x</s-x:script>',
        "<foreignObject/>",
        '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=/x"/>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml"/>',
        '<handler xmlns="http://www.w3.org/2001/xml-events"/>',
        '<animate attributeName="href" to="javascript:x"/>',
        '<set attributeName="onload" to="x"/>',
        '<discard begin="1s"/>',
        '<rect onload="x"/>',
        '<rect OnClick="x"/>',
        '<g xml:base="http://evil.example/"/>',
        '<image href="http://evil.example/x.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<image href="data:text/html,x"/>',
        f'<use {XLINK} x:href="http://evil.example/x.svg#a"/>',
        '<use href="../x.svg#a"/>',
        "<style>@import 'x';</style>",
        "<style>@\\69mport 'x';</style>",
        "<style>rect{fill:url(http://evil.example)}</style>",
        "<style>rect{fill:u\\72l(x)}</style>",
        "<style>rect{fill:URL('x#a')}</style>",
        "<style>rect{background:image-set('x' 1x)}</style>",
        "<style>rect{background:-webkit-image-set('x' 1x)}</style>",
        "<style>rect{background:src('x')}</style>",
        "<style>@font-face{font-family:z;src:url(x)}</style>",
        "<style>a{}<![CDATA[ @import 'x'; ]]></style>",
        '<rect style="fill:url(http://evil.example)"/>',
        '<rect fill="url(x.svg#a)"/>',
        '<rect filter="url( &quot;http://evil.example/#a&quot; )"/>',
        '<rect fill="u\\72l(x)"/>',
        "<feImage href='#a'/>",
    ],
)
def test_what_does_something_is_refused(inside: str) -> None:
    """Whatever runs, fetches, embeds or moves is refused by what it is, however it is written, in whatever encoding."""
    for encoding in ("utf-8", "utf-16"):
        text = f"<?xml version='1.0' encoding='{encoding}'?><svg {SVG}><g>{inside}</g></svg>"
        with pytest.raises(ImageError) as refused:
            image("a.svg", text.encode(encoding))
        assert refused.value.code == "B205"


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE svg [<!ENTITY a "x">]><svg {SVG}><text>&a;</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG}><text>&a;</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://evil.example/x">%a;]><svg {SVG}/>',
        f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "{"&a;" * 50}"><!ENTITY c "{"&b;" * 50}">]><svg {SVG} id="{"&c;" * 50}"/>',
        "<svg><rect/></svg>",
        f"<svg {SVG}><rect></svg>",
        '<html xmlns="http://www.w3.org/1999/xhtml"><script>x</script></html>',
        f"<svg {SVG}>{'<g>' * 1000}{'</g>' * 1000}</svg>",
        f"<svg {SVG}><!--{'x' * 2_000_000}--></svg>",
        "",
        "\0",
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    """Entities, other documents, what is broken, too deep or too large is refused in words."""
    with pytest.raises(ImageError):
        image("a.svg", text.encode())


def test_a_drawing_keeps_its_looks() -> None:
    """Shapes, words, styles and references inside of the drawing stay; what a program keeps for itself goes, and no text with it."""
    text = f"""<?xml version="1.0"?><?xml-stylesheet href="x.css"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">
<svg {SVG} {XLINK} xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9" i:version="1 Zanzibar"><!-- Zanzibar -->
<metadata><x>Zanzibar</x></metadata><i:grid name="Zanzibar"/><title>Zanzibar</title><desc>Zanzibar</desc>
<style>.Zanzibar &gt; path {{fill:rgb(1 2 3);clip-path:url(#c)}}</style>
<defs><linearGradient id="Zanzibar"><stop offset="1" stop-color="#fff"/></linearGradient></defs><a href="https://example.org/"><text>kept</text></a>
<use x:href="#Zanzibar"/><path class="Zanzibar Zanzibar-1" id="Zanzibar-2" d="M0 0h9" fill="url(#Zanzibar)" style="stroke:url('#Zanzibar')"
aria-label="Zanzibar" data-note="Zanzibar"/><g class="Zanzibar"><path/></g></svg>"""
    made = image("a.svg", text.encode()).decode()
    assert "Zanzibar" not in made
    assert made.startswith(f'<svg {SVG} viewBox="0 0 9 9">')
    for kept in (
        ".c1 &gt; path {fill:rgb(1 2 3);clip-path:url(#i2)}", '<linearGradient id="i1">', "<a><text>kept</text></a>",
        '<use href="#i1"/>', '<path class="c1" d="M0 0h9" fill="url(#i1)" style="stroke:url(&quot;#i1&quot;)"/>',
        '<g class="c1"><path/></g>',
    ):  # fmt: skip
        assert kept in made
    assert image("a.svg", made.encode()) == made.encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<title>HID</title><desc>HID</desc>",
        "HID<g>HID<rect>HID</rect>HID</g>HID<tspan>HID</tspan>",
        "<defs><text>HID</text></defs>",
        "<symbol id='a'><text>HID</text></symbol><clipPath><text>HID</text></clipPath><mask><text>HID</text></mask>",
        "<pattern><text>HID</text></pattern><marker><text>HID</text></marker>",
        "<g display='none'><text>HID</text></g>",
        "<g style='DISPLAY: none'><text>HID</text></g>",
        "<style>g.a:not(.b) text {display: none !important}</style><g class='a'><text style='display: inline'>HID</text></g>",
        "<style>.a {display: none} text {display: inline}</style><text class='a'>HID</text>",
        "<g opacity='0'><text>HID</text></g>",
        "<text opacity='.0%'>HID</text>",
        "<g visibility='hidden'><text>HID<tspan>HID</tspan></text></g>",
        "<text visibility='collapse'>HID</text>",
        "<text font-size='0'>HID</text><g style='font-size: 0px'><text>HID</text></g>",
        "<text fill='none'>HID</text><text fill='transparent'>HID</text><text fill='#1230'>HID</text>",
        "<text fill-opacity='0'>HID</text><text fill='none' stroke='red' stroke-opacity='0'>HID</text>",
        "<use href='#a'/><g id='b'><text id='a' display='none'>HID</text></g>",
        "<use href='#a'/><use href='#b' visibility='hidden'/><defs><text id='b'>HID</text></defs>",
        "<g id='a'><use href='#a'/><defs><text>HID</text></defs></g>",
        "<g visibility='hidden'><text visibility='inherit'>HID</text></g>",
        "<style>rect {mask: url(#a)}</style><defs><a id='a'>HID</a></defs><rect/>",
        "<defs><a id='a'>HID</a></defs><use href='#a'/>",
        "<style>rect {fill: red}</style><style>text {display: none}</style><text>HID</text>",
        "<style/><style>text {display: none}</style><text>HID</text>",
        "<text>a {</text><style>.a {display: none}</style><text class='a'>HID</text>",
        "<style>text:is-unknown {display: inline} .a {display: none}</style><text class='a'>HID</text>",
        "<style>g {} ; .a {display: none}</style><style> .b {display: none}</style><text class='b'>HID</text>",
    ],
)
def test_words_that_nobody_sees_do_not_go_out(inside: str) -> None:
    """What is not drawn, or drawn so that it cannot be seen, has no words in what is published."""
    assert "HID" not in image("a.svg", f"<svg {SVG}>{inside}</svg>".encode()).decode()


@pytest.mark.parametrize(
    "inside",
    [
        "<text>SEEN</text>",
        "<text><tspan>SEEN</tspan></text>",
        "<text><a>SEEN</a></text>",
        "<text>a<tspan>b</tspan>SEEN</text>",
        "<text><textPath href='#p'>SEEN</textPath></text>",
        "<switch><text>SEEN</text></switch>",
        "<defs><text id='a'>SEEN</text></defs><use href='#a'/>",
        "<symbol id='a'><text>SEEN</text></symbol><use href='#a'/>",
        "<g display='none'><text id='a'>SEEN</text></g><use href='#a'/>",
        "<clipPath id='a'><text>SEEN</text></clipPath><rect clip-path='url(#a)'/>",
        "<mask id='a' display='none'><text>SEEN</text></mask><rect style='mask: url(\"#a\")'/>",
        "<style>rect {fill: url(#a)}</style><pattern id='a'><text>SEEN</text></pattern><rect/>",
        "<pattern id='a'><text>SEEN</text></pattern><pattern id='b' href='#a'/><rect fill='url(#b)'/>",
        "<g visibility='hidden'><text><tspan visibility='visible'>SEEN</tspan></text></g>",
        "<g fill='none'><text fill='red'>SEEN</text></g>",
        "<g fill='none' stroke='red'><text fill='inherit'>SEEN</text></g>",
        "<text fill='url(#a)'>SEEN</text>",
        "<text opacity='0.01' font-size='0.5'>SEEN</text>",
        "<style>text {display: none} .a {display: inline}</style><text class='a'>SEEN</text>",
        "<style>g:hover text {display: none} b::after {opacity: 0}</style><g><text>SEEN</text></g>",
        "<use href='#a' visibility='hidden'/><use href='#a'/><defs><text id='a'>SEEN</text></defs>",
        "<mask id='a'><text>SEEN</text></mask><rect fill='none' mask='url(#a)'/>",
    ],
)
def test_words_that_are_seen_stay(inside: str) -> None:
    """Whatever draws words keeps them: references, inheritance and the weight of styles are followed."""
    made = image("a.svg", f"<svg {SVG}>{inside}</svg>".encode())
    assert b"SEEN" in made
    assert image("a.svg", made) == made


def test_names_become_numbers_and_still_lead_to_their_parts() -> None:
    """Whoever drew it chose the names of parts, classes, properties and results, and nobody reads them."""
    inside = """<style>#Zan .Zan:not(.Zin, #Zin) {--Zan: red; fill: var(--Zan); filter: url("#Zun")}</style>
<g id="Zan"><path class="Zan Zon" fill="#abc" mask="url(#Zen)"/></g><mask id="Zen"/><rect id="Zon"/>
<filter id="Zun"><feOffset in="SourceGraphic" result="Zan"/><feOffset in="Zan" result="Zon"/></filter>"""
    made = image("a.svg", f"<svg {SVG}>{inside}</svg>".encode()).decode()
    assert "Z" not in made
    for kept in (
        '#i1 .c1:not(.c2, #i4) {--p1: red; fill: var(--p1); filter: url("#i3")}',
        '<g id="i1"><path class="c1" fill="#abc" mask="url(#i2)"/></g>',
        '<mask id="i2"/><rect/><filter id="i3"><feOffset in="SourceGraphic" result="r1"/><feOffset in="r1"/></filter>',
    ):  # fmt: skip
        assert kept in made
    with pytest.raises(ImageError) as caught:
        image("a.svg", f"<svg {SVG}><style>[class^=Zan] {{fill: red}}</style></svg>".encode())
    refused = "B212", "its styles look for parts of names", "save it as plain SVG, or as PNG"
    assert (caught.value.code, caught.value.why, caught.value.fix) == refused


def test_names_in_attributes_become_numbers() -> None:
    """A property that only an attribute sets, one that only an attribute asks for, and two classes of one part; no style becomes words."""
    inside = (
        """<style/><style>.Zan {--Zin: red} .Zon {stroke: red}</style><g class="Zan Zon" style="--Zun: red"><path fill="var(--Zin)"/></g>"""
    )
    made = image("a.svg", f"<svg {SVG}>{inside}</svg>".encode()).decode()
    assert "<style></style><style>.c1 {--p2: red} .c2 {stroke: red}</style>" in made
    assert '<g class="c1 c2" style="--p1: red"><path fill="var(--p2)"/></g>' in made


def test_letters_stay_letters() -> None:
    """A drawing goes out in UTF-8."""
    assert "<text>Brücke</text>" in image("a.svg", f"<svg {SVG}><text>Br&#252;cke</text></svg>".encode()).decode()


def test_a_colour_is_no_name() -> None:
    """What a value says of a colour stays, though a part may be called the same; what selects by other attributes does, too."""
    inside = '<style>[fill="red"] {fill: #abc}</style><rect id="abc" style="fill:#abc;stroke:url(#def)"/><g id="def"/>'
    made = image("a.svg", f"<svg {SVG}>{inside}</svg>".encode()).decode()
    assert '<style>[fill="red"] {fill: #abc}</style><rect style="fill:#abc;stroke:url(#i1)"/><g id="i1"/>' in made
    assert '<rect fill="#abc"/>' in image("a.svg", f'<svg {SVG}><rect id="abc" fill="#abc"/></svg>'.encode()).decode()


@pytest.mark.skipif(not (CORPORA / "ssrf-svg").is_dir(), reason="the shared corpus of drawings that ask for files is not here")
@pytest.mark.parametrize("path", sorted((CORPORA / "ssrf-svg").glob("*.svg")), ids=lambda path: path.name)
def test_drawings_that_ask_for_files(path: Path) -> None:
    """Nothing of a public corpus of drawings leads anywhere once it is published."""
    try:
        made = image("a.svg", path.read_bytes())
    except ImageError:
        return
    assert b"http" not in made.replace(b"http://www.w3.org/2000/svg", b"")


LEVELS = "".join(f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * 10 + "</g>" for level in range(1, 8))


@pytest.mark.parametrize(
    "inside",
    [
        f'<g id="a0"><rect/></g>{LEVELS}<use href="#a7"/>',
        f'<g id="a0"><rect/></g>{LEVELS}<rect fill="url( \'#a7\' )"/>',
        f'<style>rect{{mask:url(#a7)}}</style><g id="a0"><path/></g>{LEVELS}<rect/>',
        "".join(f'<g id="a{level}"><use href="#a{level + 1}"/></g>' for level in range(100)),
        f"<style>{'a{b:c}' * 20_000}</style>",
    ],
)
def test_what_draws_itself_again_is_counted_each_time(inside: str) -> None:
    """A drawing that asks for millions of shapes in a few lines, or has endless styles, is refused before anybody draws it."""
    with pytest.raises(ImageError) as caught:
        image("a.svg", f'<svg {SVG} viewBox="0 0 9 9">{inside}</svg>'.encode())
    assert caught.value.code == "B212"


def test_what_is_drawn_again_a_few_times_is_drawn() -> None:
    """Symbols, patterns and a circle of references are as ordinary as they were."""
    inside = (
        '<style>.a{fill:url(#p)}</style><pattern id="p"><rect class="a"/></pattern><g id="g"><use href="#g"/></g>' + '<use href="#g"/>' * 99
    )
    assert b'href="#i2"' in image("a.svg", f'<svg {SVG} viewBox="0 0 9 9">{inside}</svg>'.encode())


SIMPLER = "make it simpler, or save it as PNG"
PLAIN = "save it as plain SVG without scripts, animations and outside references"
ACTIVE = "it holds `{}`, which could run a script or fetch a file"
DAMAGED = "it is no drawing that can be read: {}"


def drawn(inside: str) -> str:
    """What is published of a drawing, without its frame."""
    made = image("a.svg", f"<svg {SVG}>{inside}</svg>".encode()).decode()
    return made.removeprefix(f"<svg {SVG}>").removesuffix("</svg>\n")


MANY = " ".join(f"a{n}='x'" for n in range(201))


BEYOND = "its styles nest too deeply, or have a number that is too long"


@pytest.mark.parametrize(
    ("text", "code", "why", "fix"),
    [
        (f"<svg {SVG}>{' ' * 2_000_000}</svg>", "B212", "it has more than 2 MB", SIMPLER),
        ("<svg>", "B212", DAMAGED.format("Premature end of data in tag svg line 1"), "save it anew as SVG, or as PNG"),
        ("<svg/>", "B212", f"it is no SVG: it does not begin with <svg {SVG}>", "save it anew as SVG"),
        (f"<svg {SVG}>{'<g/>' * 50_001}</svg>", "B212", "it draws more than 50,000 shapes, those counted each time that are drawn again",
            SIMPLER),
        (f"<svg {SVG}><style>{' ' * 100_001}</style></svg>", "B212", "its styles have more than 100 kB", SIMPLER),
        (f"<svg {SVG}><text>{'a' * 20_001}</text></svg>", "B212", "it holds more than 20,000 letters", SIMPLER),
        (f"<svg {SVG}><path d='{'h1' * 150_000}'/><polygon points='.1'/></svg>", "B212",
            "its lines have more than 300,000 commands and numbers", SIMPLER),
        (f"<svg {SVG}><style>{'9' * 4_301}</style></svg>", "B212", BEYOND, SIMPLER),
        (f"<svg {SVG}><path style='{'(' * 5_000}'/></svg>", "B212", BEYOND, SIMPLER),
        (f"<svg {SVG}><g {MANY}/></svg>", "B212", "an element of it has more than 200 attributes", PLAIN),
        (f'<svg {SVG}><image href="data:image/png;base64,A"/></svg>', "B212", "a picture inside of it is damaged", PLAIN),
        (f'<!DOCTYPE svg [<!ENTITY a "x">]><svg {SVG}>&a;</svg>', "B205", ACTIVE.format("<!ENTITY>"), PLAIN),
        (f"<!DOCTYPE svg SYSTEM 'x.dtd'><svg {SVG}>&a;</svg>", "B205", ACTIVE.format("&a;"), PLAIN),
        (f"<svg {SVG}><script/></svg>", "B205", ACTIVE.format("<script>"), PLAIN),
        (f'<svg {SVG} onload="x"/>', "B205", ACTIVE.format("onload="), PLAIN),
        (f'<svg {SVG} xml:base="x"/>', "B205", ACTIVE.format("base="), PLAIN),
        (f'<svg {SVG} fill="src(x)"/>', "B205", ACTIVE.format("src("), PLAIN),
        (f'<svg {SVG} fill="\\72 ed"/>', "B205", ACTIVE.format("\\"), PLAIN),
        (f"<svg {SVG}><use href='{'x' * 99}'/></svg>", "B205", ACTIVE.format("x" * 60), PLAIN),
        (f"<svg {SVG}><style>a{{b:url({'x' * 99})}}</style></svg>", "B205", ACTIVE.format("url(" + "x" * 56), PLAIN),
        (f"<svg {SVG}><style>a{{b:)}}</style></svg>", "B205", ACTIVE.format("Unmatched )"), PLAIN),
        (f"<svg {SVG}><style>a{{b:rgb(calc(src(x)))}}</style></svg>", "B205", ACTIVE.format("src("), PLAIN),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text: str, code: str, why: str, fix: str) -> None:
    """A refusal names what it found and what helps."""
    with pytest.raises(ImageError) as refused:
        image("a.svg", text.encode())
    assert (refused.value.code, refused.value.why, refused.value.fix) == (code, why, fix)


def test_what_is_as_large_as_may_be_is_drawn() -> None:
    """Neither the last byte, nor the last shape or character of styles, nor the last level is one too many."""
    frame = len(f"<svg {SVG}><text></text></svg>")
    assert drawn(f"<text>{' ' * (2_000_000 - frame)}</text>")
    assert drawn(f'<path d="{"h-1.5" * 149_999}"/><polygon points=".1,1"/>')
    assert drawn("<g/>" * 49_999)
    assert drawn(f"<g {MANY.rpartition(' ')[0]}/>")
    assert drawn(f"<style>{' ' * 100_000}</style><text>{'a' * 20_000}</text>")
    levels = "".join(f'<g id="a{level}"><use href="#a{level + 1}"/></g>' for level in range(MOST_LEVELS))
    assert drawn(levels + f'<g id="a{MOST_LEVELS}"/><use href="#a0"/>')


@pytest.mark.parametrize(
    ("inside", "shapes"),
    [
        ("<g/>", 2),
        ('<g id="a"><g/></g><use href="#a"/>', 6),
        ('<g id="a"/><use href="a"/><use x:href="#a"/><use href="#b"/>', 6),
        ('<g id="a"/><rect fill="url( \'#a\' ) url(#a)" mask="none"/><rect id="#a" class="#a"/>', 6),
        ('<g id=""/><use href="#"/><use href="#None"/>', 5),
        ('<g id="a"/><g id="a"><g/></g><use href="#a"/>', 6),
        ('<g id="ab"/><style>a{b:url(<title/>#ab)}</style>', 4 + 4),
        ('<g id="a"/><style>a{b:url(#</style><style>a)}</style>', 4 + 4),
    ],
)
def test_each_shape_counts_as_often_as_it_is_drawn(inside: str, shapes: int) -> None:
    """What is led to counts once more for each that leads to it: by `href`, by a value, and from styles by every element."""
    root = etree.fromstring(f"<svg {SVG} {XLINK}>{inside}</svg>")
    assert _Drawn(root).size(root, ()) == shapes


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("<text>a<metadata/>b<tspan>c<metadata>x</metadata>d</tspan>e</text>", "<text>ab<tspan>cd</tspan>e</text>"),
        ("<text><metadata/>a<metadata/>b<tspan/><metadata/>c<tspan/><metadata/>d<metadata/>e</text>", "<text>ab<tspan/>c<tspan/>de</text>"),
        ("<text><tspan/>a<metadata/>b<!-- x -->c<?x?>d</text>", "<text><tspan/>abcd</text>"),
        ("<text><metadata/></text>", "<text/>"),
        ('<g xml:space="preserve" xml:lang="de" aria-label="é"/>', '<g xml:space="preserve" xml:lang="de"/>'),
        ('<g xml:id="x" data-x="y" style="color:red"/>', '<g style="color:red"/>'),
        ('<a href="javascript:x"/><use href=""/><use href=" #b "/>', '<a/><use/><use href="#i1"/>'),
        ("<style>a<title/>&gt;b{c:url( '#d' )}</style>", '<style>a&gt;b{c:url( "#i1" )}</style>'),
        ("<style>/* x */a{b:url('#d' /* ( */)}/* x</style>", '<style>a{b:url("#i1" )}</style>'),
        ("<style>a{b:'/* x */'}</style>", "<style>a{b:\"/* x */\"}</style>"),
        ('<rect style="/* x */fill:red" fill="re/* x */d"/>', '<rect style="fill:red" fill="re/**/d"/>'),
        ("<style>a{b:rgb(calc(1 + 2) 3 4)}</style>", "<style>a{b:rgb(calc(1 + 2) 3 4)}</style>"),
        ('<rect id="a)b;c}" fill="a)"/>', '<rect fill="a)"/>'),
    ],
)  # fmt: skip
def test_no_text_is_lost_around_what_is_left_out(inside: str, kept: str) -> None:
    """What goes takes nothing along, and what may stay stays letter by letter, but for what belongs to no drawing and comments."""
    assert drawn(inside) == kept


@pytest.mark.parametrize(("kind", "ending"), [("png", "PNG"), ("jpeg", "JPEG"), ("gif", "GIF"), ("webp", "WEBP")])
def test_a_picture_in_a_drawing_is_published_as_pictures_are(kind: str, ending: str) -> None:
    """It is decoded and encoded anew; elsewhere than in an image there is none."""
    stored = io.BytesIO()
    Image.new("RGB", (2, 2), (200, 30, 30)).save(stored, ending)
    content = stored.getvalue() + (b"Zanzibar" if ending in ("PNG", "JPEG") else b"")
    words = base64.encodebytes(content).decode()
    published = base64.b64encode(picture({"jpeg": ".jpg"}.get(kind, f".{kind}"), content)).decode()
    assert drawn(f'<image href="data:image/{kind};base64,{words}"/>') == f'<image href="data:image/{kind};base64,{published}"/>'
    with pytest.raises(ImageError, match="could run a script or fetch a file"):
        drawn(f'<use href="data:image/{kind};base64,{words}"/>')
