"""From files to a brief whose every value knows its place.

`folder` is what storage hands over, `yaml_file` makes a model of a YAML file and `errors` findings
of its complaints, `sources` reads the source texts, `decisions` what became of proposals, `brief` puts a folder's parts together, `shared`
reads what all briefs share.
"""

from generator.parsing.brief import parse_brief
from generator.parsing.decisions import DECISIONS, parse_decisions
from generator.parsing.folder import FactText, Folder, ParsedBrief, Refused, Sizes
from generator.parsing.inherited import original_of, with_original
from generator.parsing.shared import Shared, parse_shared
from generator.parsing.sources import Run, SourceText

__all__ = [
    "DECISIONS",
    "FactText",
    "Folder",
    "ParsedBrief",
    "Refused",
    "Run",
    "Shared",
    "Sizes",
    "SourceText",
    "original_of",
    "parse_brief",
    "parse_decisions",
    "parse_shared",
    "with_original",
]
