"""What pages of `look: publication` load of styles: a small part of Material's, and all of it where a page has something for it; what lists
have, and the faces of letters that few pages have, where it has some.

On a slow line a page is drawn when its sheet is there, so what a brief has no use for on a phone stands in sheets of their own.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import material

from generator.desk.building import LETTERS, LIGHT, LISTS, STYLESHEET, WIDE, WIDE_MEDIA
from generator.press.fonts import SCRIPTS, SELDOM

SCRIPT = "assets/material.js"  # what Material has in its pages as scripts: a page that loads it is in our frame

FRAME = frozenset({
    "headerlink", "js", "no-js", "md-banner", "md-banner__inner", "md-container", "md-content", "md-content__inner", "md-grid", "md-header",
    "md-main", "md-main__inner", "md-skip", "md-typeset",
})  # fmt: skip
"""The classes of Material's that our frame has: scripts/material_css.py keeps what the sheet says of them."""

RARE = ("kbd", "iframe", "video")
"""Elements that our frame has none of, and few pages."""

_RARE = re.compile(rf"<(?:{'|'.join(RARE)})\b")
_CLASSES = re.compile(r"<[a-z][a-z0-9-]*\b[^<>]*?\sclass=\"([^\"<>]*)\"")
_FOLDED = re.compile(r'<details class="(?:evidence|folded)\b|<nav class="on-this-page"[^<>]*>\s*<details>')  # briefs.css styles them
_CLASS = re.compile(r"(details)?\.(-?[A-Za-z_][\w-]*)")
_STRING = re.compile(r'"[^"]*"')
_INLINE = re.compile(r"<script(?![^<>]*\s(?:src|type)=)")  # a publisher's own, which may lean on what Material's defines
_OWN_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*?)assets/stylesheets/main\.[^"]*">')
_SHEETS = (
    rf'<link rel="stylesheet" href="\1{LIGHT}"><link rel="stylesheet" href="\1{LISTS}">'
    rf'<link rel="stylesheet" href="\1{WIDE}" media="{",".join(WIDE_MEDIA)}">'
)
_REST = re.compile(
    r'\s*<link rel="stylesheet" href="[^"]*assets/stylesheets/palette\.[^"]*">'
    rf'|\s*<link rel="stylesheet" href="[^"]*{re.escape(STYLESHEET)}">'
    r'|\s*<script(?: data-[a-z]+="[^"]*")* src="[^"]*assets/(?:material\.js|javascripts/bundle\.[^"]*)"></script>'
    r'|\s*<script id="__config" type="application/json">.*?</script>'
    r'|\s*<(?:input class="md-toggle"[^<>]*|label class="md-overlay"[^<>]*></label)>'
    r'|\s*<div class="md-dialog"[^<>]*>\s*<div[^<>]*></div>\s*</div>',
    re.DOTALL,
)
"""What only Material's script uses: it, its settings, its colours, and the empty elements that it fills or folds by; and our own sheet,
which LIGHT has in it."""
_INDENTED = re.compile(r"<main\b.*</main>|(?<=>)\s*\n\s*(?=<)", re.DOTALL)

_SELDOM = re.compile("[" + re.sub(r"(?:U\+)?([0-9A-F]{4}),?", r"\\u\1", "".join(SCRIPTS[script] for script in SELDOM)) + "]")
_ASCII = bytes(range(128))
_LETTERS, _LISTS = (re.compile(rf'\s*<link rel="stylesheet" href="[^"]*{re.escape(sheet)}">') for sheet in (LETTERS, LISTS))
_LISTED = re.compile(
    r"\sclass=(?:\"(?:[^\"<>]*\s)?|')?(?:index-page|front|brief-list|brief-mark|changes-page|findings|proposed)(?=[\s\"'>])"
)
"""The classes of pages, or of parts of them, that lists.css is for."""


def fitted(page: str) -> str:
    """A page of our look without the sheets that it has nothing for: that of lists, that of letters that few pages have."""
    if LISTS in page and not _LISTED.search(page):
        page = _LISTS.sub("", page, count=1)
    if LETTERS not in page:
        return page
    beyond = page.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")  # a small part, to be searched
    return page if _SELDOM.search(beyond) else _LETTERS.sub("", page, count=1)


def lightened(page: str) -> str:
    """A page of our frame with one sheet, which has the small part of Material's, and no script of its, where it has nothing for the rest.

    Tags of the frame stand on lines without indentation; what stands between is as it was.
    """
    if f'{SCRIPT}"></script>' not in page or 'data-wanted="everywhere"' in page or _INLINE.search(page):
        return page
    light = _REST.sub("", page)
    if _has_more(light):
        return page
    light = _OWN_SHEET.sub(_SHEETS, light)
    return _INDENTED.sub(lambda found: found[0] if found[0].startswith("<main") else "\n", light)


def _has_more(page: str) -> bool:
    """Whether a page has an element that Material styles and our part of the sheet lacks: by its name or class, or folded and not ours."""
    if _RARE.search(page) or page.count("<details") > len(_FOLDED.findall(page)):
        return True
    more = _only_in_material()
    return any(not more.isdisjoint(names.split()) for names in _CLASSES.findall(page))


def whole_sheet() -> str:
    """Material's style sheet, as it is installed."""
    (path,) = (Path(material.__path__[0]) / "templates/assets/stylesheets").glob("main.*.min.css")
    return path.read_text(encoding="utf-8")


@cache
def _only_in_material() -> frozenset[str]:
    """The classes that Material styles and our frame does not have, without those that it knows of `<details>`: kinds of admonitions."""
    known = _CLASS.findall(_STRING.sub("", whole_sheet()))
    kinds = frozenset(name for details, name in known if details)
    return frozenset(name for _, name in known) - FRAME - kinds
