"""The script by which a page that `serve` shows follows what is saved.

MkDocs's own loads a page again, which takes longer and folds up what was unfolded. This one asks the same address (`/livereload/…`).
"""

from __future__ import annotations

import zlib
from pathlib import Path

_SCRIPT = Path(__file__).with_name("follow.js").read_bytes()


def following(page: bytes, epoch: int) -> bytes:
    """A page as it was at an epoch of the server, with the script; that knows which page it has come with."""
    return at_end(page, b'<script data-epoch="%d" data-of="%08x">%s</script>' % (epoch, zlib.crc32(page), _SCRIPT))


def at_end(page: bytes, more: bytes) -> bytes:
    """A page with something more at its end, whether it has that end or not."""
    end = page.rfind(b"</body>") if b"</body>" in page else len(page)
    return page[:end] + more + page[end:]
