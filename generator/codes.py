"""The table of all codes: what each holds, and how severe its breach is.

Floor 0. A code, once released, keeps its meaning. A new check is a file in `checks/` and a row here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Rule(NamedTuple):
    """A row: default severity, and the sentence that holds when nothing is found."""

    severity: Literal["error", "warning", "info"]
    holds: str


RULES: dict[str, Rule] = {
    # B1xx reading
    "B101": Rule("error", "A file is UTF-8 text."),
    "B102": Rule("error", "A YAML file follows YAML's syntax."),
    "B103": Rule("error", "A key stands once in a mapping."),
    "B104": Rule("error", "A key is one that the format knows."),
    "B105": Rule("error", "A value has the form that its key asks for."),
    "B106": Rule("error", "A required key is there."),
    "B107": Rule("error", "An id is lower-case letters and digits, in parts joined by single hyphens."),
    "B108": Rule("error", "A date is an ISO 8601 date that exists (in a timeline: EDTF)."),
    "B109": Rule("error", "Text that YAML reads as something else stands in quotation marks."),
    "B110": Rule("warning", "A ` #` in a text is not taken for a comment by mistake."),
    "B111": Rule("error", "A file stays within the limits of size, depth and aliases."),
    "B112": Rule("error", "A path stays inside its brief's folder."),
    "B113": Rule("error", "Markdown stays within the limit of nesting."),
    "B114": Rule("error", "Segments lie inside their file and do not overlap."),
    # B2xx references
    "B201": Rule("error", "An id that is referred to exists."),
    "B202": Rule("error", "An id stands for one item."),
    "B203": Rule("error", "A link to an item leads to one."),
    "B204": Rule("error", "A link goes to http, https, mailto or an item."),
    "B205": Rule("error", "An image is a file in the brief's media folder, in a safe form."),
    "B206": Rule("info", "A source is cited by something."),
    "B207": Rule("info", "An actor is named by something."),
    "B208": Rule("error", "A source's file is there."),
    # B3xx evidence
    "B301": Rule("error", "The words of a quote stand in its source."),
    "B302": Rule("error", "The words of a passage of evidence stand in their source."),
    "B303": Rule("warning", "A passage can be told from its repetitions."),
    "B304": Rule("error", "Cited words stand in a segment that may be cited."),
    "B305": Rule("error", "A quote from reporting lies inside one pair of quotation marks."),
    "B306": Rule("error", "What an interviewee whose existence is not verified says supports no fact."),
    "B307": Rule("error", "A source is the file that was pinned by sha256."),
    "B308": Rule("warning", "The source of a published brief is pinned by sha256."),
    # B4xx editorial
    "B401": Rule("error", "A published brief says when it was published and as of when it is known."),
    # B6xx output
    "B601": Rule("error", "A handout can be set."),
}
