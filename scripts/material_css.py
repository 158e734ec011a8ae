"""Writes the part of Material's style sheet that pages of `look: publication` need, as templates/site/material.css.

    python scripts/material_css.py

What is kept: rules about elements and about the few classes that our frame has of Material's. A page with any other class that Material
styles gets its whole sheet instead (generator/doors/mkdocs/light.py), so nothing needs to be added here for what ordinary pages have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

from generator.doors.mkdocs.light import FRAME, RARE, whole_sheet

SITE = Path(__file__).parents[1] / "templates" / "site"
TARGET = SITE / "material.css"

UNUSED = ("columnheader", "drawer", "scrolllock", "fullscreen", "data-preview", "[id^=", "details", "summary", "::-webkit-scrollbar",
          ".md-header[hidden]", "a.focus-visible", "__comments", "tbody tr", "img[align", *RARE)  # fmt: skip
"""What selectors say of what Material's script or its own frame makes of a page, of boxes that fold (ours are styled in briefs.css), of
scroll bars in words that newer ones go before, and of rows under a pointer."""

UNWANTED = ("transition", "scrollbar-color", "scrollbar-width", "touch-action", "-webkit-tap-highlight-color", "-moz-text-size-adjust",
            "box-decoration-break", "-webkit-box-decoration-break", "color-adjust", "-webkit-print-color-adjust")  # fmt: skip
"""Declarations that change nothing about how a page of ours is read: motion, what bars for scrolling, taps, wrapped code and printed
backgrounds look like, old names."""

OVERRULED = ("prefers-reduced-motion", "min-width:100em", "min-width:125em")
"""Media of which publication.css says something else."""

INSTEAD = (
    ".md-typeset table:not([class]){display:block;width:fit-content;margin-block:1em 1.5em}",  # Material's script puts boxes around them
    ".md-typeset details{display:flow-root;color:var(--md-default-fg-color);page-break-inside:avoid}",
    ".md-typeset details>*{box-sizing:border-box}",  # what stands in it inherits from a part of the browser's own
    "html .md-typeset details>:last-child{margin-bottom:.6rem}",
    ".md-typeset summary{position:relative;display:block;min-height:1rem;overflow:hidden;border-radius:.1rem;"
    "-webkit-tap-highlight-color:transparent}",
)
"""What the whole sheet and its script come to, in fewer words."""

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_SET = re.compile(r"^ *(--md-[\w-]+):", re.MULTILINE)
_NAME = re.compile(r"var\((--[\w-]+)")


def part() -> str:
    """The part of the installed sheet, a rule a line."""
    kept = [*_towards(_rules(tinycss2.parse_rule_list(whole_sheet(), skip_comments=True, skip_whitespace=True)))]
    ours = "".join((SITE / f"{name}.css").read_text(encoding="utf-8") for name in ("publication", "briefs", "columns", "theme"))
    set_by_us = set(_SET.findall((SITE / "publication.css").read_text(encoding="utf-8")))  # where Material sets them for all, later
    while True:  # a property that nobody reads any more may have been the last reader of another
        read = set(_NAME.findall("".join(kept) + ours))
        for_all = read - set_by_us
        rest = [_without(rule, for_all if rule.startswith(":root") else read) for rule in kept]
        rest = [rule for rule in rest if not rule.endswith("{}")]
        if rest == kept:
            break
        kept = rest
    head = "/* Made by scripts/material_css.py of Material for MkDocs, (c) Martin Donath and contributors, MIT licence. */"
    return "\n".join((head, *kept, *INSTEAD, ""))


def _rules(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in re.split(r",(?![^(\[]*[)\]])", tinycss2.serialize(rule.prelude)) if _is_kept(one)]
            if kept:
                yield f"{','.join(kept)}{{{' '.join(tinycss2.serialize(rule.content).split())}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            if any(map(tinycss2.serialize(rule.prelude).__contains__, OVERRULED)):
                continue
            inner = "".join(_rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _towards(rules: Iterable[str]) -> Iterator[str]:
    """Rules where what is said of pages that run to the right, and the same for those that run to the left, is said once, of the
    direction of each element: a quotation in another direction than its page is indented on one side, not on both."""
    before = ""
    for rule in rules:
        if before and rule == _mirrored(before):
            before = before.replace("[dir=ltr]", "[dir]").replace("-left:", "-inline-start:")
        else:
            if before:
                yield before
            before = rule
    yield before


def _mirrored(rule: str) -> str:
    return rule.replace("[dir=ltr]", "[dir=rtl]").replace("-left:", "-right:") if rule.startswith("[dir=ltr]") else ""


def _is_kept(selector: str) -> bool:
    return (
        set(_CLASS.findall(selector)) <= FRAME | {"focus-visible"} and "#" not in selector and not any(map(selector.__contains__, UNUSED))
    )


def _without(rule: str, read: set[str]) -> str:
    """A rule without what is unwanted, and without the custom properties that nobody reads here."""
    head, brace, body = rule.partition("{")
    if head.startswith("@"):
        return rule
    declared = tinycss2.parse_declaration_list(body.removesuffix("}"), skip_comments=True, skip_whitespace=True)
    kept = [one for one in declared if one.name not in UNWANTED and (not one.name.startswith("--") or one.name in read)]
    return f"{head}{brace}{';'.join(one.serialize() for one in kept)}}}" if len(kept) < len(declared) else rule


if __name__ == "__main__":
    TARGET.write_text(part(), encoding="utf-8")
