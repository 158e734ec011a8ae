"""Style sheets and pages without what only their authors read, and without what is said again and again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'("(?:[^"\\]|\\.)*")')
_AROUND = re.compile(r"\s*([{};,>])\s*")
_AFTER = re.compile(r"([{;][a-z-]+):\s+")  # a declaration, not a selector's pseudo-class
_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|.', re.DOTALL)

_TAG = re.compile(r"(<[a-z][^<>'\"]*\"[^<>']*>)")
_VALUE = re.compile(r'(\s[A-Za-z:-]+=)"([^\s"\'=<>`]+)"(?=[\s>])')
_NEXT = "address article aside blockquote details div dl figure footer form h[1-6] header hr main nav ol p pre section table ul"
_OVER = "article aside blockquote dd details div figure footer header li main nav section td th"
_END = re.compile(
    rf"</p>(?=\s*<(?:{_NEXT.replace(' ', '|')}|/(?:{_OVER.replace(' ', '|')}))[\s>])"
    r"|</li>(?=\s*<(?:li[\s>]|/[ou]l>))|</d[dt]>(?=\s*<(?:d[dt][\s>]|/dl>))"
)
"""Which end tags may be left out: where one of these begins or ends after it."""

_BLOCKS = "|".join(name for name in f"{_NEXT} dd dt li summary".split() if name != "pre")
_LINE_END = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\s++|(?<!\s)\s++(?=</?(?:{_BLOCKS})[\s>])")
"""White space where a block begins or ends, which is not seen; what is preformatted is no such block."""

Rule = tuple[str, str | None]
"""A prelude and what stands between its braces; a statement has none."""


def terse(html: str) -> str:
    """Elements of a page without the quotation marks and end tags that HTML lets go (HTML, 13.1.2.3 and 13.1.2.4), and without line ends
    beside blocks: they are read as the same elements with the same words.

    A tag with a single quotation mark stays as it is, and so does a value that stands before a `/`.
    """
    parts = _TAG.split(html)  # words, tag, words, …
    parts[1::2] = ["".join(_VALUE.split(tag)) for tag in parts[1::2]]  # which leaves out what no group of the pattern holds
    return _LINE_END.sub(_on_one_line, _END.sub("", "".join(parts)))


def _on_one_line(found: re.Match[str]) -> str:
    """The tag that white space follows, if any, without that where it holds a line end."""
    tag = found[1] or ""
    return tag if "\n" in found[0][len(tag) :] else found[0]


def compact(css: str) -> str:
    """A style sheet without comments, indentation and line ends; strings in double quotes stay as they are.

    Neighbours whose selectors begin alike are nested (CSS Nesting 1), which keeps their order and their specificity: only what stands
    before a combinator is shared, so `&` is one compound. A selector that begins with an element's name says `&`, which the first
    browsers that nest ask for.
    """
    parts = _STRING.split(_COMMENT.sub("", css))  # text, string, text, …
    return _nested(list(_rules("".join(part if index % 2 else _spaced(part) for index, part in enumerate(parts)).strip())))


def apart(css: str, media: Collection[str]) -> tuple[str, str]:
    """A style sheet without its rules for some media, and those alone, each in the order of the sheet; media as in `(min-width:66em)`."""
    heads = {f"@media{one}" for one in media}
    found: tuple[list[str], list[str]] = ([], [])
    for rule in _rules(_COMMENT.sub("", css)):
        found["".join(rule[0].split()) in heads].append(_whole(rule))
    return "".join(found[False]), "".join(found[True])


def _whole(rule: Rule) -> str:
    prelude, body = rule
    return prelude if body is None else f"{prelude}{{{body}}}"


def _spaced(text: str) -> str:
    text = _AROUND.sub(r"\1", " ".join(f"x{text}x".split()))[1:-1]
    return _ZERO.sub("", _AFTER.sub(r"\1:", text)).replace(";}", "}")


def _rules(css: str) -> Iterator[Rule]:
    """The rules of a sheet or of an at-rule that holds some."""
    depth, start, body = 0, 0, 0
    for token in _TOKEN.finditer(css):
        if token[0] == "{":
            depth += 1
            body = body if depth > 1 else token.end()
        elif token[0] == "}":
            depth -= 1
            if not depth:
                yield css[start : body - 1], css[body : token.start()]
                start = token.end()
        elif token[0] == ";" and not depth:
            yield css[start : token.end()], None
            start = token.end()
    if css[start:]:
        yield css[start:], None


def _nested(rules: Sequence[Rule], inside: bool = False) -> str:
    written, at = [], 0
    while at < len(rules):
        end, shared = at + 1, _shared(rules[at][0])
        while shared and end < len(rules) and rules[end][0] != shared == _shared(rules[end][0]):
            end += 1
        flat = "".join(_written(rule, inside) for rule in rules[at:end])
        own = next((f"{body};" for prelude, body in rules[at : at + 1] if prelude == shared), "")
        within = [(",".join(_split(one)[1] or "&" for one in _listed(prelude)), body) for prelude, body in rules[at + bool(own) : end]]
        nest = f"{_named(shared, inside)}{{{own}{_nested(within, True)}}}" if shared and within else flat
        written.append(min(flat, nest, key=len))
        at = end
    return "".join(written)


def _written(rule: Rule, inside: bool) -> str:
    prelude, body = rule
    if body is None:
        return prelude
    if prelude.startswith(("@media", "@supports")):
        body = _nested(list(_rules(body)), inside)
    return f"{_named(prelude, inside)}{{{body}}}"


def _named(prelude: str, inside: bool) -> str:
    return ",".join(f"& {one}" if inside and one[0].isalpha() else one for one in _listed(prelude))


def _shared(prelude: str) -> str:
    """The compound that all selectors of a rule begin with, if there is one."""
    first, *others = {_split(one)[0] for one in _listed(prelude)}
    return "" if others or first[:1] in "@>+~&" else first


def _split(selector: str) -> tuple[str, str]:
    """The first compound of a selector, and the rest with its combinator, unless that is a space."""
    end = next((at for at in _outside(selector, " >+~") if at), len(selector))
    return selector[:end], selector[end:].strip()


def _listed(prelude: str) -> Iterator[str]:
    """The selectors of a list."""
    start = 0
    for at in (*_outside(prelude, ","), len(prelude)):
        yield prelude[start:at]
        start = at + 1


def _outside(text: str, marks: str) -> Iterator[int]:
    """Where one of the marks stands in no brackets and in no string."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "([") - (token[0] in ")]")
        if not depth and token[0] in marks:
            yield token.start()
