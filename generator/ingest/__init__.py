"""From a file's bytes to the text of a source and what the file says of itself.

One module a format, one row for it in `formats`, which tells by the bytes what a file is: `web_page` (HTML), `pdf_pages` (PDF, pypdfium2),
`word` (DOCX), `open_document` (ODT), `rich_text` (RTF), `e_book` (EPUB), `message` (EML, MHT), `subtitles` (VTT, SRT; webvtt-py), `plain`
(text and Markdown). `reading` makes an article of a file of any of them. `fetching` gets a page from the network, `records` makes the item
for brief.yml, `maps` says where each paragraph came from, `importing` writes it all.
Files are untrusted: whatever is wrong with one is an `IngestError` in words.
"""

from generator.ingest.article import Article, IngestError, Known, LeftOut, Origin, Paragraph
from generator.ingest.fetching import Fetched, fetch
from generator.ingest.formats import MAX_BYTES, format_of, suffix_of
from generator.ingest.importing import Imported, import_file
from generator.ingest.reading import ingest

__all__ = [
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
    "suffix_of",
]
