"""What was proposed for a brief and what was rejected of it, from decisions.yml."""

from __future__ import annotations

from generator.items import Decisions
from generator.parsing.folder import Folder
from generator.parsing.yaml_file import decode, read
from generator.text.finding import Finding
from generator.text.places import Text

DECISIONS = "decisions.yml"


def parse_decisions(folder: Folder) -> tuple[Text, Decisions, tuple[Finding, ...]]:
    """The file, empty where there is none, what of it could be read, and the findings of reading."""
    path = f"{folder.path}/{DECISIONS}"
    text, found = decode(path, folder.files.get(DECISIONS, b""))
    if text is None:
        return Text(path, ""), Decisions(), found
    reading = read(Decisions, text)
    return text, reading.value or Decisions(), reading.findings
