"""The structure tree of a handout, mended: what WeasyPrint's tags leave out or get wrong for PDF/UA-1 (ISO 14289-1).

WeasyPrint tags page by page. Here what page breaks divided is joined, notes, languages and the scope of headers are named, links are
described, and what repeats or decorates is taken out of the tree, as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]

from generator.press.origins import Element, Origins

DIVISIBLE = {
    "/Table",
    "/TBody",
    "/TR",
    "/TD",
    "/TH",
    "/L",
    "/LI",
    "/LBody",
    "/P",
    "/Sect",
    "/Art",
    "/Part",
    "/Div",
    "/BlockQuote",
    "/NonStruct",
}
HEADINGS = {f"/H{level}" for level in range(1, 7)}
NOTES = ("doc-footnote", "doc-endnote")  # roles of WAI-ARIA for digital publishing


class Structure:
    """The structure tree of one document."""

    def __init__(self, pdf: pydyf.PDF, origins: Origins) -> None:
        self.pdf = pdf
        self.origins = origins
        root = self.object(pdf.catalog["StructTreeRoot"])
        self.parents = self.object(root["ParentTree"])["Nums"]
        self.document = self.object(root["K"][0])

    def object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Element) -> list[Element]:
        """The structure elements directly in another one; content and annotations left out."""
        found = (self.object(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in found if kid.get("Type") == "/StructElem"]

    def html(self, element: Element) -> Any:
        """The HTML element that a structure element stands for."""
        return self.origins.get(id(element))

    def attribute(self, element: Element, name: str) -> str | None:
        """An attribute of its HTML element."""
        html = self.html(element)
        return None if html is None else html.get(name)

    def new(self, kind: str, parent: Element, kids: list[Any], **more: Any) -> Element:
        """A structure element around others."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": kind, "K": pydyf.Array(kids), "P": parent.reference, **more})
        self.pdf.add_object(element)
        for kid in self.kids(element):
            kid["P"] = element.reference
        return element

    def mend(self) -> None:
        """Everything, in an order in which each step finds what it needs."""
        self.join_pages()
        self.walk(self.document, 0, ())
        self.make_artifacts()

    # What page breaks divided

    def join_pages(self) -> None:
        """Join at each page break the last element before it with the first one after it, where both are of one HTML element."""
        together = pydyf.Array()
        for kid in self.kids(self.document):
            last = self.object(together[-1]) if together else None
            if last is None or not self.join(last, kid):
                together.append(kid.reference)
        self.document["K"] = together

    def join(self, first: Element, second: Element) -> bool:
        """Move the content of `second` to the end of `first` and join at the seam again; whether that was possible."""
        if not self.are_parts(first, second):
            return False
        if first["S"] == "/Table":
            self.drop_repeated(first, second)
        moved = self.kids(second)
        if first["S"] == "/TR":  # all cells of a row go on, not the last one alone
            for cell in moved:
                match = next((kid for kid in self.kids(first) if self.html(kid) is self.html(cell)), None)
                if match is None or not self.join(match, cell):
                    self.adopt(first, cell)
        else:
            seam = self.kids(first)[-1:]
            for index, kid in enumerate(moved):
                if index or not seam or not self.join(seam[0], kid):
                    self.adopt(first, kid)
        second["K"] = pydyf.Array()
        return True

    def are_parts(self, first: Element, second: Element) -> bool:
        """Whether two elements are parts of one that a page break divided."""
        if (
            first["S"] != second["S"]
            or first["S"] not in DIVISIBLE
            or self.html(first) is None
            or self.html(first) is not self.html(second)
        ):
            return False
        return all(isinstance(kid, bytes) for part in (first, second) for kid in part["K"])

    def adopt(self, parent: Element, kid: Element) -> None:
        kid["P"] = parent.reference
        parent["K"].append(kid.reference)

    def drop_repeated(self, first: Element, second: Element) -> None:
        """Leave out the header and the footer that a table repeats on each page; headers are then told by their scope alone."""
        there = [self.html(kid) for kid in self.kids(first) if kid["S"] in ("/THead", "/TFoot")]
        repeated = [kid for kid in self.kids(second) if any(self.html(kid) is html for html in there)]
        second["K"] = pydyf.Array(kid for kid in second["K"] if not any(kid == gone.reference for gone in repeated))
        for part in (first, second):
            for cell in self.cells(part):
                cell["A"].pop("Headers", None)

    def cells(self, element: Element) -> Iterator[Element]:
        for kid in self.kids(element):
            if kid["S"] in ("/TD", "/TH"):
                yield kid
            else:
                yield from self.cells(kid)

    # What each element is

    def walk(self, element: Element, level: int, around: tuple[Any, ...]) -> int:
        """Mend what stands in an element, in reading order; `level` is the last heading's, before and after.

        `around` are the HTML elements that it stands in: an anonymous box bears the name of the one around it.
        """
        if element["S"] == "/LI":
            self.gather_body(element)
        for kid in self.kids(element):
            html = self.html(kid)
            if kid["S"] == "/Figure":
                self.lift_links(kid, element)
                if "Alt" not in kid:  # decoration
                    element["K"].remove(kid.reference)
                    continue
            if kid["S"] in HEADINGS:
                level = min(int(kid["S"][2:]), level + 1)
                kid["S"] = f"/H{level}"
            if html is not None and not any(html is outer for outer in around):
                self.describe(kid)
            level = self.walk(kid, level, (*around, html))
        return level

    def lift_links(self, figure: Element, parent: Element) -> None:
        """The link around an image has the link's annotation, never the image."""
        for kid in list(figure["K"]):
            reference = self.object(kid) if isinstance(kid, bytes) else {}
            if reference.get("Type") == "/OBJR":
                figure["K"].remove(kid)
                parent["K"].append(kid)
                self.parents[2 * self.object(reference["Obj"])["StructParent"] + 1] = parent.reference

    def gather_body(self, item: Element) -> None:
        """A list item holds a label and one body, never a bare paragraph."""
        labels = [kid for kid in self.kids(item) if kid["S"] == "/Lbl"]
        bodies = [kid for kid in self.kids(item) if kid["S"] == "/LBody"]
        others = [kid for kid in self.kids(item) if kid["S"] not in ("/Lbl", "/LBody")]
        if not others and len(bodies) <= 1:
            return
        inside = [
            reference for kid in self.kids(item) if kid["S"] != "/Lbl" for reference in (kid["K"] if kid in bodies else [kid.reference])
        ]
        if all(isinstance(reference, bytes) for reference in inside):
            body = self.new("/LBody", item, inside, Pg=item["Pg"])
            self.origins[id(body)] = self.html(item)
            item["K"] = pydyf.Array([*(label.reference for label in labels), body.reference])

    def describe(self, element: Element) -> None:
        """Say what the HTML element says: its language, the scope of a header, what is a note, where a link leads."""
        language = self.attribute(element, "lang")
        if language:
            element["Lang"] = pydyf.String(language)
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Row" if self.attribute(element, "scope") in ("row", "rowgroup") else "/Column"
        role, name = self.attribute(element, "role"), self.attribute(element, "id")
        if role in NOTES:
            self.make_note(element, name or f"note-{element.number}")
        elif role == "doc-noteref" and element["S"] in ("/Span", "/NonStruct"):
            element["S"] = "/Reference"
        if element["S"] == "/Link":
            self.describe_link(element)

    def make_note(self, element: Element, name: str) -> None:
        if element["S"] in ("/LI", "/LBody"):  # a list has items and an item a body: the note is what stands in it
            body = next((kid for kid in self.kids(element) if kid["S"] == "/LBody"), element)
            self.gather_body(element)
            body = next((kid for kid in self.kids(element) if kid["S"] == "/LBody"), element)
            note = self.new("/Note", body, list(body["K"]), Pg=body["Pg"])
            body["K"] = pydyf.Array([note.reference])
        else:
            note = element
            note["S"] = "/Note"
        note["ID"] = pydyf.String(name)

    def describe_link(self, element: Element) -> None:
        """A link is described by its label, else by the text that a reader sees."""
        html = self.html(element)
        words = "" if html is None else html.get("aria-label") or html.get("title") or " ".join("".join(html.itertext()).split())
        for kid in element["K"]:
            reference = self.object(kid) if isinstance(kid, bytes) else {}
            if reference.get("Type") == "/OBJR" and words:
                self.object(reference["Obj"])["Contents"] = pydyf.String(words)

    # What is no content

    def make_artifacts(self) -> None:
        """Content that the tree does not reach is an artifact: page headers, repeated table headers, decoration."""
        reached = set(self.content(self.document))
        for number, page in enumerate(self.pdf.page_references):
            owners = self.parents[2 * number + 1]
            marks = {mark for mark in range(len(owners)) if (page, mark) not in reached}
            if not marks:
                continue
            for mark in marks:
                owners[mark] = "null"
            stream = self.object(self.object(page)["Contents"]).stream
            for index, entry in enumerate(stream):
                if isinstance(entry, pydyf.Dictionary) and entry.get("MCID") in marks:
                    stream[index - 1 : index + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]

    def content(self, element: Element) -> Iterator[tuple[bytes, int]]:
        """The marked content of an element and of all in it, as page and mark."""
        for kid in element["K"]:
            if isinstance(kid, int):
                yield element["Pg"], kid
        for inner in self.kids(element):
            yield from self.content(inner)
