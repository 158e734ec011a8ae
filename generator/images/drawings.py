"""Drawings (SVG): rebuilt of the elements and attributes that may stand in one.

What could run, fetch or embed something makes a drawing refused, for without it the drawing might say something else. What programs that
draw keep for themselves (their namespaces, comments, instructions) is left out, and so are words that nobody sees, and the names of parts.
"""

from __future__ import annotations

import base64
import binascii
import re

from lxml import etree  # type: ignore[import-untyped]

from generator.images.names import without_names
from generator.images.pictures import picture
from generator.images.refused import ImageError
from generator.images.repetition import MOST, is_too_much
from generator.images.styles import forbidden, without_comments
from generator.images.svg import SVG
from generator.images.unshown import without_unshown

XML = "{http://www.w3.org/XML/1998/namespace}"
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
MAX_BYTES = 2_000_000
MAX_ATTRIBUTES = 200  # of one element
MAX_TEXT = 20_000  # characters beside style sheets: a line of ten times as many is set in half a minute
MAX_STYLES = 100_000  # characters of a style sheet
MAX_STEPS = 300_000  # commands and numbers of all lines: of more, a handout takes too long to be set

_ELEMENTS = """
svg g a defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath image marker
linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""
ELEMENTS = frozenset(_ELEMENTS.split())
LEFT_OUT = frozenset(["metadata", "cursor", "view"])
_ATTRIBUTES = """
id class lang role style transform viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points
pathLength dx dy rotate textLength lengthAdjust startOffset method spacing side offset gradientUnits gradientTransform spreadMethod
patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX
refY orient filterUnits primitiveUnits in in2 result type values mode operator k1 k2 k3 k4 stdDeviation edgeMode kernelMatrix divisor
bias order targetX targetY preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent kernelUnitLength azimuth
elevation pointsAtX pointsAtY pointsAtZ limitingConeAngle z radius baseFrequency numOctaves seed stitchTiles scale xChannelSelector
yChannelSelector tableValues slope intercept amplitude exponent systemLanguage
alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters direction display
dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch
font-style font-variant font-weight image-rendering letter-spacing lighting-color marker-end marker-mid marker-start mask
mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_STEP = re.compile(r"[A-Za-z]|\d+\.?\d*|\.\d+")
_DATA = re.compile(r"data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)")
_ENDING = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp"}
_SIMPLER = "make it simpler, or save it as PNG"
_PLAIN = "save it as plain SVG without scripts, animations and outside references"


def drawing(content: bytes) -> bytes:
    """A drawing as it is published; raises ImageError."""
    if len(content) > MAX_BYTES:
        raise ImageError("B212", f"it has more than {MAX_BYTES // 1_000_000} MB", _SIMPLER)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = str(error).partition(", line")[0]
        raise ImageError("B212", f"it is no drawing that can be read: {why}", "save it anew as SVG, or as PNG") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise _active("<!ENTITY>")
    if root.tag != f"{SVG}svg":
        raise ImageError("B212", 'it is no SVG: it does not begin with <svg xmlns="http://www.w3.org/2000/svg">', "save it anew as SVG")
    try:
        return _rebuilt(root)
    except (RecursionError, ValueError):  # of the parser of styles: brackets in brackets, and numbers of more digits than Python reads
        raise ImageError("B212", "its styles nest too deeply, or have a number that is too long", _SIMPLER) from None


def _rebuilt(root: etree._Element) -> bytes:
    """A drawing of listed elements and attributes."""
    built = _element(root, None)
    _fill(built, root)
    sheets = set(built.iter(f"{SVG}style"))
    if sum(len(words.strip()) for each in built.iter() if each not in sheets for words in (each.text or "", each.tail or "")) > MAX_TEXT:
        raise ImageError("B212", f"it holds more than {MAX_TEXT:,} letters", _SIMPLER)
    if sum(1 for each in built.iter() for line in map(each.get, ("d", "points")) if line for _ in _STEP.finditer(line)) > MAX_STEPS:
        raise ImageError("B212", f"its lines have more than {MAX_STEPS:,} commands and numbers", _SIMPLER)
    if is_too_much(built):
        raise ImageError("B212", f"it draws more than {MOST:,} shapes, those counted each time that are drawn again", _SIMPLER)
    without_unshown(built)
    without_names(built)
    return bytes(etree.tostring(built, encoding="utf-8")) + b"\n"


def _active(found: str) -> ImageError:
    return ImageError("B205", f"it holds `{found}`, which could run a script or fetch a file", _PLAIN)


def _fill(built: etree._Element, found: etree._Element) -> None:
    """Give an element what may stand in it; what is left out leaves the text behind it."""
    built.text = found.text
    for child in found:
        if not isinstance(child.tag, str):
            raise _active(str(child))  # an entity that nobody resolves
        if _is_kept(child):
            made = _element(child, built)
            _fill(made, child)
            made.tail = child.tail
        elif child.tail:
            last = built[-1] if len(built) else None
            if last is None:
                built.text = (built.text or "") + child.tail
            else:
                last.tail = (last.tail or "") + child.tail
    if built.tag == f"{SVG}style":
        sheet = "".join(found.itertext())
        if len(sheet) > MAX_STYLES:
            raise ImageError("B212", f"its styles have more than {MAX_STYLES // 1000} kB", _SIMPLER)
        if wrong := forbidden(sheet, sheet=True):
            raise _active(wrong)
        built[:] = ()
        built.text = without_comments(sheet)


def _is_kept(element: etree._Element) -> bool:
    """Whether an element stays; one that does something is refused."""
    name = etree.QName(element)
    if f"{{{name.namespace}}}" == SVG and name.localname in ELEMENTS:
        return True
    drawn = name.namespace is None or name.namespace.startswith(("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"))
    known = f"{{{name.namespace}}}" == SVG and name.localname in LEFT_OUT
    if (drawn and not known) or name.namespace in _ACTIVE:
        raise _active(f"<{name.localname}>")
    return False


_ACTIVE = ("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events", "http://www.w3.org/2001/XInclude")


def _element(found: etree._Element, parent: etree._Element | None) -> etree._Element:
    """An element with the attributes that may stand in it."""
    made = etree.Element(found.tag, nsmap={None: SVG[1:-1]}) if parent is None else etree.SubElement(parent, found.tag)
    local = etree.QName(found).localname
    if len(found.attrib) > MAX_ATTRIBUTES:  # each is looked for among all others
        raise ImageError("B212", f"an element of it has more than {MAX_ATTRIBUTES} attributes", _PLAIN)
    for name, value in found.attrib.items():
        if name in HREFS:
            if address := _address(local, value):
                made.set("href", address)
        elif name.lower().startswith("on") or name == f"{XML}base":
            raise _active(f"{name.rpartition('}')[2]}=")
        elif name in (f"{XML}space", f"{XML}lang"):
            made.set(name, value)
        elif name in ATTRIBUTES:
            if wrong := forbidden(value):
                raise _active(wrong)
            made.set(name, without_comments(value))
    return made


def _address(element: str, value: str) -> str | None:
    """What an element may lead to: a part of the drawing, or a picture that is written out; a link of a drawing leads nowhere."""
    value = value.strip()
    if re.fullmatch(r"#[^\s\"'<>]+", value):
        return value
    if element == "a" or not value:
        return None
    embedded = _DATA.fullmatch(value)
    if element != "image" or embedded is None:
        raise _active(value[:60])
    try:
        content = base64.b64decode(embedded[2], validate=False)
    except binascii.Error:
        raise ImageError("B212", "a picture inside of it is damaged", _PLAIN) from None
    return f"data:image/{embedded[1]};base64,{base64.b64encode(picture(_ENDING[embedded[1]], content)).decode()}"
