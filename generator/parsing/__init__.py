"""From files to a brief whose every value knows its place.

Floor 3. `folder` is what storage hands over, `errors` turns a model's complaint into a finding, `sources` reads
the source texts, `brief` puts a folder's parts together.
"""

from generator.parsing.brief import Shared, parse_brief, parse_shared
from generator.parsing.folder import Folder, ParsedBrief
from generator.parsing.sources import Run, SourceText

__all__ = ["Folder", "ParsedBrief", "Run", "Shared", "SourceText", "parse_brief", "parse_shared"]
