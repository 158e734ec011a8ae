"""What of a page its readers see: elements that a browser does not draw, or draws as something else than text, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from generator.ingest.web_page.style_sheets import hidden_by, matches
from generator.ingest.web_page.tables import words

SILENT = words("""
    script style title meta link base rp source track param col colgroup area annotation annotation-xml basefont bgsound frame keygen
""")
"""Elements without words for readers: nothing of them is named."""
_UNSHOWN = {
    "template": "a template, which no reader sees",
    "noscript": "shown without scripts only",
    "noframes": "shown without frames only",
    "noembed": "shown without plug-ins only",
    "iframe": "embedded from elsewhere",
    "object": "embedded from elsewhere",
    "video": "a film",
    "audio": "a sound",
    "canvas": "a drawing",
    "svg": "a drawing",
    "textarea": "a field of a form",
    "select": "a choice of a form",
    "datalist": "a choice of a form",
    "rt": "a reading beside its characters",
}
STRUCK = {"del": "struck out", "s": "struck out", "strike": "struck out"}
_FOR_SPEECH = words("""
    visually-hidden visuallyhidden visually-hidden-focusable sr-only sr-only-focusable screen-reader-text screen-reader-only
    screenreader-only
    screenreader screen-reader a11y-hidden u-visually-hidden u-hiddenvisually u-visuallyhidden element-invisible offscreen off-screen
    hidden-visually assistive-text accessibility-hidden is-visually-hidden is-visuallyhidden uk-hidden-visually show-for-sr hide-text
    skip-link
""")
_HIDDEN = words("hidden hide is-hidden d-none u-hidden uk-hidden invisible js-hidden print-only visible-print")
_SHOWN_AGAIN = re.compile(r"(?:[\w-]+:|d-\w+-|visible-|show-)(?:block|flex|inline|inline-block|inline-flex|grid|table\w*|[a-z]{2})")
_STACKED = words("mfrac msqrt mroot mtable munder mover munderover msubsup mmultiscripts msub")
_NOT_DRAWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:px|em|%)?\s*(?:;|!|$)"
    r"|(?:left|top|text-indent|margin-left)\s*:\s*-\d{4}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,])",
    re.IGNORECASE,
)
_LONGEST_STYLE = 2000
HIDDEN, FOR_SPEECH, FOR_SIGHT = "hidden on the page", "for screen readers only", "hidden from screen readers"
_BY_SCRIPT = frozenset((HIDDEN, FOR_SPEECH, FOR_SIGHT, _UNSHOWN["noscript"]))
FORMULA = "a formula"
_TEXTS = etree.XPath(".//text()[not(parent::script or parent::style or parent::title)]")
_PROSE, _MUCH = 40, 200  # characters of a text that is no label; of prose that somebody is meant to read


class Sight:
    """What a reader sees; `with_scripts`, also the prose that a page hides until a script shows it."""

    def __init__(self, tree: Any, *, with_scripts: bool = False) -> None:
        self.hidden_prose = 0
        """Characters of prose in what is hidden."""
        self._by_sheet = hidden_by(tree)
        self._with_scripts = with_scripts

    def unshown(self, element: Any) -> str | None:
        """Why an element's words are not shown as text: `""` where it has none, None where they are."""
        if element.tag in SILENT:
            return ""
        why = STRUCK.get(element.tag) or _UNSHOWN.get(element.tag) or self._hidden(element)
        if why not in _BY_SCRIPT:
            return why
        texts = [text.strip() for text in _TEXTS(element)]
        if why == FOR_SIGHT and len("".join(texts)) == 1:  # a large first letter
            return None
        prose = _prose(texts)
        self.hidden_prose += prose
        return None if self._with_scripts and prose >= _MUCH else why

    def _hidden(self, element: Any) -> str | None:
        """Why an element is not shown, by its attributes and by the page's own style sheets."""
        if element.tag == "math":
            return FORMULA if any(part.tag in _STACKED for part in element.iter()) else None
        if not element.attrib:
            return HIDDEN if element.tag == "dialog" else None
        if element.get("hidden") is not None or _NOT_DRAWN.search((element.get("style") or "")[:_LONGEST_STYLE]):
            return HIDDEN
        names = frozenset((element.get("class") or "").lower().split())
        if names & _FOR_SPEECH:
            return FOR_SPEECH
        is_closed = element.tag == "dialog" and element.get("open") is None
        is_named_so = bool(names & _HIDDEN) and not any(_SHOWN_AGAIN.fullmatch(name) for name in names)
        if is_closed or is_named_so or self._is_hidden_by_sheet(element, names):
            return HIDDEN
        return FOR_SIGHT if element.get("aria-hidden") == "true" else None

    def _is_hidden_by_sheet(self, element: Any, names: frozenset[str]) -> bool:
        if not self._by_sheet:
            return False
        keys = [*names, f"#{element.get('id')}"] if element.get("id") else names
        return any(matches(selector, element, names) for key in keys for selector in self._by_sheet.get(key, ()))


def words_of(element: Any) -> str:
    """All words in an element that are words at all."""
    return " ".join(" ".join(_TEXTS(element)).split())


def may_be_missed(element: Any, why: str, *, is_within: bool) -> bool:
    """Whether words that are left out may belong to the text: they are struck out, stand in a sentence, or are paragraphs themselves."""
    if why not in _BY_SCRIPT:
        return element.tag in STRUCK or (why == FORMULA and is_within)
    return (is_within and why != FOR_SPEECH) or _prose(text.strip() for text in _TEXTS(element)) >= _MUCH


def _prose(texts: Iterable[str]) -> int:
    """Characters of texts that are no labels."""
    return sum(len(text) for text in texts if len(text) >= _PROSE)


def is_exponent(element: Any) -> bool:
    """Whether a part of a formula is raised."""
    parent = element.getparent()
    return parent is not None and parent.tag == "msup" and element.getprevious() is not None
