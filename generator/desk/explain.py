"""The pages of the codes: what each holds, why, what to do, and a bad and a good example.

The pages are `docs/checks/` of a checkout, and of the package where it came as a wheel. A fence is an example of a file,
which its info string names; `tests/contract/` builds a publication of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from generator.errors import WrongUsageError
from generator.text.codes import RULES

PACKAGED_PAGES = Path(__file__).parents[1] / "docs" / "checks"
CHECKOUT_PAGES = Path(__file__).parents[2] / "docs" / "checks"

_FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_PATHS = {"yaml": "brief.yml", "markdown": "article.md", "json": "releases/{}", "text": "sources/{}", "svg": "media/{}"}


class Block(NamedTuple):
    """A stretch of a page: prose, or an example with the path of its file in a brief's folder."""

    text: str
    path: str | None = None


def pages_folder() -> Path:
    """The pages that came with the package: inside the wheel, or beside the package in a checkout."""
    return PACKAGED_PAGES if PACKAGED_PAGES.is_dir() else CHECKOUT_PAGES


def page(code: str) -> str:
    """The page of a code, as Markdown."""
    return (pages_folder() / f"{code}.md").read_text(encoding="utf-8")


def known(written: str) -> str:
    """The code that was meant by a word; raises WrongUsageError, with the nearest one, where it is none."""
    code = written.upper()
    if code in RULES:
        return code
    likeness = {each: SequenceMatcher(None, code, each).ratio() for each in RULES}
    nearest = max(RULES, key=lambda each: likeness[each])  # the first of several: `B3O1` is B301 sooner than B319
    meant = f"did you mean `{nearest}`?" if likeness[nearest] > 0.6 else "`briefs explain` lists all codes"
    raise WrongUsageError(f"`{written}` is no code of a finding; {meant}")


def blocks(markdown: str) -> Iterator[Block]:
    """The prose and the examples of a page, in order."""
    end = 0
    for fence in _FENCE.finditer(markdown):
        yield Block(markdown[end : fence.start()])
        language, name, body = fence.groups()
        yield Block(body, _PATHS[language].format(name))
        end = fence.end()
    yield Block(markdown[end:])
