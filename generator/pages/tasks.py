"""Lists of tasks, as GitHub has them: `- [ ] to do`, `- [x] done`. A page shows a box, which nobody can tick."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

MARK = "task_mark"
"""The token of a box: `meta` has whether it is `done` and what it says in `words`."""

Tasks = Callable[[bool], str]
"""The words for a task that is done, or not."""

_WRITTEN = re.compile(r"\[([ xX])\][ \t\n]+")


def boxed(tokens: Sequence[Token], tasks: Tasks | None) -> tuple[Token, ...]:
    """The tokens of a text whose items begin with a box where they are tasks; as they are written where nobody has words for them."""
    for index, token in enumerate(tokens if tasks else ()):
        in_item = [each.type for each in tokens[max(0, index - 2) : index]] == ["list_item_open", "paragraph_open"]
        found = _WRITTEN.match(token.content) if in_item and token.type == "inline" else None
        if tasks and found and token.children and token.children[0].content.startswith(found[0][:3]):
            done = found[1] != " "
            first = token.children[0].copy(content=token.children[0].content[3:].lstrip())
            box = Token(MARK, "", 0, meta={"done": done, "words": tasks(done)})
            token.children = [box, first, *token.children[1:]]
    return tuple(tokens)
