"""The words for what brief.yml says in keys: a table each, whose name is the context of its messages in the catalogues."""

from __future__ import annotations

from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Marks a message that is translated where it is printed."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above, of a message that counts
    """Marks a message in the singular and the plural."""
    return one, many


LABELS: Mapping[str, Mapping[str, str]] = {
    "fact status": {
        "confirmed": "Confirmed",
        "reported": "Reported",
        "claimed": "Claimed",
        "disputed": "Disputed",
        "refuted": "Refuted",
        "unverified": "Unverified",
    },
    "meaning of a fact status": {
        "confirmed": "two or more independent sources, or the party concerned, say so",
        "reported": "sources report it; we could not confirm it ourselves",
        "claimed": "somebody says so who has an interest in it",
        "disputed": "sources contradict each other",
        "refuted": "sources show that it is not so",
        "unverified": "nobody could check it so far",
    },
    "question status": {"open": "Open", "partly": "Partly answered", "answered": "Answered"},
    "brief": {
        "draft": "Draft: not published",
        "review": "In review: not published",
        "withdrawn": "Withdrawn",
        "embargo": "Under embargo: not published",
        "broken": "Broken: shown as it was before",
    },
    "search result": {
        "brief": "Brief",
        "fact": "Fact",
        "quote": "Quote",
        "question": "Question",
        "event": "Event",
        "actor": "Person or body",
        "text": "Story",
        "term": "Term",
        "source": "Source",
        "correction": "Correction",
        "page": "Page",
    },
    "confidence": {"low": "Low confidence", "moderate": "Moderate confidence", "high": "High confidence"},
    "source kind": {
        "report": "News report",
        "official": "Official source",
        "transcript": "Transcript",
        "interview": "Interview",
        "analysis": "Analysis",
        "opinion": "Opinion",
        "data": "Data",
        "satire": "Satire",
        "synthetic": "Made-up text",
        "unverified": "Unverified source",
        "boilerplate": "Page furniture",
    },
    "segment": {
        "report": "news report",
        "official": "official source",
        "transcript": "transcript",
        "interview": "interview",
        "analysis": "analysis",
        "opinion": "opinion",
        "data": "data",
        "satire": "satire",
        "synthetic": "made-up text",
        "unverified": "unverified source",
    },
    "actor kind": {
        "person": "Person",
        "organisation": "Organisation",
        "state": "State",
        "group": "Group",
        "anonymous": "Unnamed source",
    },
    "existence": {
        "verified": "",
        "unverified": "We could not verify that this person exists.",
        "fictional": "This person is fictional.",
    },
    "tier": {
        "exact": "Word for word",
        "typographic": "Word for word; only typography differs",
        "elided": "Word for word, shortened where marked […]",
        "edited": "Word for word, but for the editor’s words in [brackets] or a capital",
    },
    "correction kind": {"correction": "Correction", "clarification": "Clarification", "update": "Update"},
    "item": {
        "fact": "fact",
        "quote": "quote",
        "actor": "actor",
        "question": "question",
        "source": "source",
        "term": "term",
        "event": "timeline",
        "correction": "correction",
        "key-point": "key point",
        "title": "title",
        "summary": "answer",
    },
    "paper": {"a4": "A4", "letter": "Letter"},
    "handout form": {"full": "", "onepage": "one sheet", "large": "large print"},
    "reliability": {
        "A": "Completely reliable",
        "B": "Usually reliable",
        "C": "Fairly reliable",
        "D": "Not usually reliable",
        "E": "Unreliable",
        "F": "Reliability cannot be judged",
    },
}
