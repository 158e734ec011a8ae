"""The runs of a Word document: how its styles and properties show words, and what fields, changes and drawings make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.ingest.runs import DELETED, HIDDEN, INSERTED, MOVED_AWAY, MOVED_HERE, NO_RESULT, NO_SIGN, STRUCK, Run, Shown, mark_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHANGES = {"ins": INSERTED, "del": DELETED, "moveTo": MOVED_HERE, "moveFrom": MOVED_AWAY}
_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_UNKNOWN = "\ufffd"
# Fields that show nothing where they stand.
_SILENT = frozenset(("XE", "TC", "TA", "RD", "SET", "ASK", "TOC", "INDEX", "HYPERLINK", "NEXT", "IF", "COMMENTS", "ADVANCE", "PRIVATE"))


def tag(element: Any) -> str:
    """An element's name in Word's own namespace, other names in full; empty for what is no element."""
    name = element.tag if isinstance(element.tag, str) else ""
    return str(name.removeprefix(W))


def in_one_namespace(root: Any) -> Any:
    """A tree whose elements and attributes have the names of the transitional format, whichever of the two it has."""
    if root is not None and str(root.tag).startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, W) if isinstance(element.tag, str) else element.tag
            for name in [name for name in element.attrib if name.startswith(_STRICT)]:
                element.set(name.replace(_STRICT, W), element.attrib.pop(name))
    return root


def shown_by(properties: Any) -> Shown:
    """What the properties of a run say."""
    if properties is None:
        return Shown()
    aligned, position = properties.find(f"{W}vertAlign"), properties.find(f"{W}position")
    raised = None if aligned is None else aligned.get(f"{W}val") == "superscript"
    if raised is None and position is not None:
        raised = not (position.get(f"{W}val") or "0").startswith(("-", "0"))
    struck = [_is_on(properties, name) for name in ("strike", "dstrike")]
    return Shown(True if True in struck else (None if struck == [None, None] else False), _is_on(properties, "vanish"), raised)


def _is_on(properties: Any, name: str) -> bool | None:
    found = properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")


def styles_of(root: Any) -> dict[str, Shown]:
    """What each style shows, with what it is based on."""
    if root is None:
        return {}
    elements = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    def shown(name: str | None, depth: int = 0) -> Shown:
        style = elements.get(name)
        if style is None or depth > 20:
            return Shown()
        base = style.find(f"{W}basedOn")
        return shown_by(style.find(f"{W}rPr")).over(shown(None if base is None else base.get(f"{W}val"), depth + 1))

    return {name: shown(name) for name in elements if name}


@dataclass
class Field:
    """A field whose instruction and result are spread over runs."""

    instruction: str = ""
    has_result: bool = False


@dataclass
class Runs:
    """Reads the runs of paragraphs, and remembers what they refer to: notes and text boxes."""

    styles: dict[str, Shown]
    notes: dict[str, dict[str, int]] = field(default_factory=lambda: {"footnote": {}, "endnote": {}})
    """The numbers of the notes of a kind, by their ids, in the order in which the text refers to them."""
    boxes: list[Any] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    own_mark: str = ""
    """The mark of the note that is read."""

    def of_paragraph(self, paragraph: Any) -> list[Run]:
        """The runs of a paragraph."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return list(self._of(paragraph, self.styles.get("" if named is None else named.get(f"{W}val"), Shown()), ""))

    def _of(self, parent: Any, style: Shown, change: str) -> Iterator[Run]:
        for child in parent:
            name = tag(child)
            if name == "r":
                yield from self._run(child, style, change)
            elif name in _CHANGES:
                yield from self._of(child, style, _CHANGES[name])
            elif name == "fldSimple":
                yield from self._simple_field(child, style, change)
            elif name.startswith(_MATH):
                yield from _formula(child)
            elif name.endswith("}AlternateContent"):
                yield from self._of(chosen(child), style, change)
            elif name not in ("pPr", "rPr", "sdtPr", "sdtEndPr", "p", "tbl", "rt"):
                yield from self._of(child, style, change)

    def _run(self, run: Any, style: Shown, change: str) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        named = None if properties is None else properties.find(f"{W}rStyle")
        style = shown_by(properties).over(self.styles.get("" if named is None else named.get(f"{W}val"), Shown()).over(style))
        why = HIDDEN if style.is_hidden else STRUCK if style.is_struck else ""
        for child in run:
            name = tag(child)
            if name in ("t", "delText") or name in _LETTERS or name == "sym":
                if self.fields:
                    self.fields[-1].has_result = True
                words = _letters(child, name)
                yield Run(words, bool(style.is_raised), why, change, NO_SIGN if words == _UNKNOWN else "")
            elif name in ("footnoteReference", "endnoteReference"):
                yield Run(
                    self._mark(name.removesuffix("Reference"), child.get(f"{W}id") or ""), is_raised=True, left_out=why, change=change
                )
            elif name in ("footnoteRef", "endnoteRef"):
                yield Run(f"[{self.own_mark}] ", change=change)
            elif name == "fldChar":
                yield from self._field_mark(child.get(f"{W}fldCharType"), change)
            elif name == "instrText" and self.fields:
                self.fields[-1].instruction += child.text or ""
            elif name == "ruby":
                yield from self._of(child, style, change)
                yield from (Run(each.text or "", left_out="how a word is read") for each in child.iterfind(f"{W}rt//{W}t"))
            else:
                self.boxes += _boxes(child)

    def _mark(self, kind: str, note: str) -> str:
        """The mark of a note, by its place among the notes of its kind."""
        return mark_of(kind, self.notes[kind].setdefault(note, len(self.notes[kind]) + 1))

    def _simple_field(self, element: Any, style: Shown, change: str) -> Iterator[Run]:
        runs = list(self._of(element, style, change))
        yield from runs or _without_result(element.get(f"{W}instr") or "", change)

    def _field_mark(self, kind: str | None, change: str) -> Iterator[Run]:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].has_result = False
        elif kind == "end" and self.fields:
            done = self.fields.pop()
            if done.has_result and self.fields:
                self.fields[-1].has_result = True
            if not done.has_result:
                yield from _without_result(done.instruction, change)


def _without_result(instruction: str, change: str) -> Iterator[Run]:
    """What stands for a field whose words the file does not have."""
    name = (instruction.split() or [""])[0].upper()
    if name and name not in _SILENT and not name.startswith(("=", "FORM")):
        yield Run(f"[field: {name}]", change=change, check=NO_RESULT)


def _letters(child: Any, name: str) -> str:
    if name == "sym":
        code = child.get(f"{W}char") or ""
        if code.upper() == "F0B7":
            return "•"
        # Symbol fonts keep their signs where Unicode has none.
        return chr(int(code, 16)) if re.fullmatch(r"(?!D[89A-F]|E|F[0-8]|0000)[0-9A-F]{4}", code, re.IGNORECASE) else _UNKNOWN
    return _LETTERS.get(name) or (child.text or "")


def _formula(element: Any) -> Iterator[Run]:
    """A formula on one line, its powers raised."""
    for child in element:
        name = tag(child).removeprefix(_MATH)
        if name == "t":
            yield Run(child.text or "")
        elif name == "sup":
            yield Run("".join(f"^{child.xpath('string()')}".split()))
        elif name == "den":
            yield from (Run("/"), *_formula(child))
        elif tag(child).startswith(_MATH):
            yield from _formula(child)


def chosen(alternatives: Any) -> Any:
    """Of contents for newer and for older programs, the one for newer ones: both say the same."""
    return next(iter(alternatives), alternatives)


def _boxes(element: Any) -> list[Any]:
    """The contents of text boxes in a drawing; of two forms of one box the first."""
    if tag(element) == "txbxContent":
        return [element]
    children = chosen(element) if tag(element).endswith("}AlternateContent") else element
    return [box for child in children for box in _boxes(child)]
