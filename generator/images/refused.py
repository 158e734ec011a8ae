"""What is wrong with an image."""

from __future__ import annotations


class ImageError(Exception):
    """An image that is not published: the code of the finding, what is wrong, and what to do."""

    def __init__(self, code: str, why: str, fix: str) -> None:
        self.code, self.why, self.fix = code, why, fix
        super().__init__(why)
