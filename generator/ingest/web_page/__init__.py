"""HTML: one walk over the page gives all the text that its readers see, in order; what is not the article is marked, and stays.

An extractor such as trafilatura answers another question: which words are the article? It takes the page apart, and what it does not
find good (a date in a `<time>`, a paragraph that is one link) is gone without a word. So the words come from a walk of our own, which knows
no article, and an extractor only votes on its blocks. The price: a source text holds the page's menus and feet too, marked as boilerplate,
which nothing may cite; the gain: no word is lost or moved, a wrong vote is one line of brief.yml to mend, and each line has the path of
its element. What is not in the text at all is named as left out: what the page hides, strikes out, or draws as something else than text.

The stages: `characters` (bytes to characters), `tree` (to elements, within limits), `walk` (to blocks, with `shown`, `line`, `rows` and
`bullets`), `votes` and `standing` (which blocks are the article's, with `signs`), `quotations` and `notices` (what is set off, cut, or not
free), `metadata` (who, when and where, with `linked_data` and `names`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from generator.ingest.article import Article, IngestError, LeftOut, Origin, Paragraph, Piece, told_by
from generator.ingest.web_page import linked_data, notices, quotations, standing, votes
from generator.ingest.web_page.block import Block
from generator.ingest.web_page.characters import MARK, decoded, encoding_of
from generator.ingest.web_page.metadata import Said
from generator.ingest.web_page.shown import Sight
from generator.ingest.web_page.tree import tree_of
from generator.ingest.web_page.walk import Walk
from generator.prose.languages.guess import guess_language

__all__ = ["decoded", "read", "tree_of"]

_MAX_BYTES = 20_000_000
_SOME = 2_000  # texts of a page that are enough to tell its language by
_HIDDEN_PROSE, _SEEN = 400, 0.3  # characters; share of the extract that the page shows
_DEEP = 200  # elements in one another: more than the extractor takes
_WRONG_BYTE = "a byte that is no character of the page’s encoding, shown as �"


def read(name: str, data: bytes, *, is_whole: bool = False) -> Article:
    """A web page; what its head says of its own article is sure, what is guessed from its words is not.

    `is_whole` says that nothing stands around the text, as in a chapter of a book or a letter.
    """
    if len(data) > _MAX_BYTES:
        raise IngestError(f"is a web page of more than {_MAX_BYTES // 10**6} MB; save the text alone, and import that")
    tree = tree_of(decoded(data))
    said = Said(tree)
    language = str(tree.get("lang") or "").strip()[:20] or guess_language("".join(islice(tree.itertext(), _SOME))) or "en"
    walk = Walk(Sight(tree))
    walk.over(tree, language)
    guessed = None if is_whole or walk.depth > _DEEP else votes.extraction(tree)
    extract = getattr(guessed, "text", None) or ""
    seen = "\n".join(block.text for block in walk.blocks)
    if walk.sight.hidden_prose > _HIDDEN_PROSE and (not seen or votes.share(extract, seen) < _SEEN):
        walk = Walk(Sight(tree, with_scripts=True))
        walk.over(tree, language)
    sorts = standing.signed(walk.blocks) if is_whole else standing.sorts(walk.blocks, extract)
    blocks, sorts = quotations.marked(walk.blocks, sorts)
    blocks, sorts = notices.told(blocks, sorts, is_free=linked_data.is_free(said.article), is_live=linked_data.is_live(said.article))
    encoding, is_told = encoding_of(data)
    doubt = () if is_told else (f"the page names no encoding: it was read as {encoding}",)
    return said.described(told_by(_pieces(walk.pieces, blocks, sorts, doubt), name), guessed)


def _pieces(found: list[Block | LeftOut], marked: list[Block], sorts: list[str], doubt: tuple[str, ...]) -> list[Piece]:
    """Blocks as paragraphs, and what is left out between them; of that, what stood in the article is to be looked at."""
    pieces: list[Piece] = []
    told = iter(zip(marked, sorts, strict=True))
    is_own = False
    for piece in found:
        if isinstance(piece, LeftOut):
            pieces.append(replace(piece, to_check=piece.to_check and is_own))
            continue
        block, sort = next(told)
        is_own = not sort
        checks = (*doubt, *block.checks, *((_WRONG_BYTE,) if MARK in block.text else ())) if is_own else ()
        doubt = () if is_own else doubt
        pieces.append(Paragraph(block.text, Origin(element=block.place.block), checks, sort))
    return pieces
