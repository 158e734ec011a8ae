"""From a file's bytes to the text of a source and what the file says of itself.

One module a format: `web_page` (HTML, trafilatura), `word` (DOCX), `pdf_pages` (PDF, pypdfium2), `plain` (text and
Markdown). `formats` tells by the bytes what a file is, `fetching` gets a page from the network, `records` makes the item for brief.yml,
`importing` writes it all.
Files are untrusted: whatever is wrong with one is an `IngestError` in words.
"""

from generator.ingest.any_format import ingest
from generator.ingest.article import Article, IngestError, Known, LeftOut, Origin, Paragraph
from generator.ingest.fetching import Fetched, fetch
from generator.ingest.formats import FORMATS, MAX_BYTES, format_of
from generator.ingest.importing import Imported, import_file

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "Article",
    "Fetched",
    "Imported",
    "IngestError",
    "Known",
    "LeftOut",
    "Origin",
    "Paragraph",
    "fetch",
    "format_of",
    "import_file",
    "ingest",
]
