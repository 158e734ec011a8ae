"""A page's tree, from lxml, within limits: what would take long or much is refused in words before it does.

The parser looks at each attribute of an element once for each other one, and stops without a word where elements stand too deep in
one another: the first is counted before it parses, the second is asked for after.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from generator.ingest.article import IngestError

_MAX_ELEMENTS = 50_000
_MARKS_OF_EACH = 10  # `<`: its tags, comments, and what scripts compare
_MAX_ATTRIBUTES = 2_000  # of one element
_VALUE = r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]++))?+"
_ATTRIBUTE = re.compile(rf"[^\s/>=][^\s/>=]*+{_VALUE}")
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+((?:[\s/=]++|[^\s/>=]++{_VALUE})*+)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SAVE = "save the text alone, and import that"
TOO_DEEP = f"nests its elements too deeply; {_SAVE}"


def tree_of(page: str) -> Any:
    """The tree of a page; IngestError where there is none, or too much of it."""
    for tag in _TAG.finditer(page):
        if len(tag[1]) > 2 * _MAX_ATTRIBUTES and sum(1 for _ in _ATTRIBUTE.finditer(tag[1])) > _MAX_ATTRIBUTES:
            raise IngestError(f"has an element of more than {_MAX_ATTRIBUTES:,} attributes; {_SAVE}")
    too_many = IngestError(f"is a web page of more than {_MAX_ELEMENTS:,} elements; {_SAVE}")
    if page.count("<") > _MARKS_OF_EACH * _MAX_ELEMENTS:
        raise too_many
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise IngestError("is no web page that can be read; copy its text into a file, and import that") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise IngestError(TOO_DEEP)
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        raise too_many
    return tree
