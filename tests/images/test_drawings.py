"""A drawing goes out as shapes and words, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.images import ImageError, image
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
<metadata><x>Zanzibar</x></metadata><i:grid name="Zanzibar"/><title>A map</title>
<style>.a &gt; path {{fill:rgb(1 2 3);clip-path:url(#c)}}</style>
<defs><linearGradient id="g"><stop offset="1" stop-color="#fff"/></linearGradient></defs><a href="https://example.org/"><text>kept</text></a>
<use x:href="#g"/><path class="a" d="M0 0h9" fill="url(#g)" style="stroke:url('#g')" data-note="Zanzibar"/></svg>"""
    made = image("a.svg", text.encode()).decode()
    assert "Zanzibar" not in made
    assert made.startswith(f'<svg {SVG} viewBox="0 0 9 9">')
    for kept in (
        "<title>A map</title>", ".a &gt; path {fill:rgb(1 2 3);clip-path:url(#c)}", '<linearGradient id="g">', "<a><text>kept</text></a>",
        '<use href="#g"/>', '<path class="a" d="M0 0h9" fill="url(#g)" style="stroke:url(\'#g\')"/>',
    ):  # fmt: skip
        assert kept in made
    assert image("a.svg", made.encode()) == made.encode()


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
    assert b'href="#g"' in image("a.svg", f'<svg {SVG} viewBox="0 0 9 9">{inside}</svg>'.encode())
