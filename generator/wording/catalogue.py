"""Message catalogues in gettext's PO form: what pages and handouts say, in other languages than the English that is written in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import c2py

from babel.messages.pofile import read_po

Key = tuple[str, str]
"""A message's context, empty where it has none, and the message as it is written, in the singular."""


@dataclass(frozen=True)
class Catalogue:
    """The translations of messages, each in all its plural forms; `form` chooses one of these by a number."""

    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda number: int(number != 1)

    def find(self, message: str, context: str = "", number: int = 1) -> str | None:
        """The translation of a message, in the form for a number; None where there is none."""
        forms = self.messages.get((context, message), ())
        return forms[min(self.form(number), len(forms) - 1)] if forms else None


def read_catalogue(text: str, language: str) -> Catalogue:
    """A catalogue from a PO file; messages that are not translated, or marked as fuzzy, count as not there.

    Raises babel.messages.pofile.PoFileError (a ValueError in kind) where the file does not follow the form.
    """
    read = read_po(text.splitlines(keepends=True), locale=language.replace("-", "_"), abort_invalid=True)
    messages: dict[Key, tuple[str, ...]] = {}
    for message in read:
        single = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if single and all(forms) and not message.fuzzy:
            messages[message.context or "", single] = forms
    return Catalogue(messages, c2py(read.plural_expr))
