"""News agencies: records of what others say. They pass words on, and speak for themselves but seldom."""

from __future__ import annotations

import re

from generator.text.patterns import compiled

# As they write themselves: short names are told from words by their capitals.
_NAMES = (
    "Reuters", "AFP", "AP", "dpa", "DPA", "Yonhap", "Xinhua", "TASS", "Tass", "Kyodo", "ANSA", "Ansa", "EFE", "PTI", "ANI", "Interfax",
    "Bloomberg", "APA", "SDA", "sda", "RIA-Novosti", "Anadolu", "KCNA", "Bernama", "Antara", "UPI", "Belga", "The Associated Press",
    "Associated Press", "Agence France-Presse", "RIA Novosti", "Press Association", "PA Media", "Dow Jones", "Press Trust of India",
    "Korean Central News Agency", "Anadolu Agency", "Kyodo News", "Jiji Press", "United Press International", "Interfax-Ukraine",
    "Central News Agency",
)  # fmt: skip
AGENCIES = frozenset(name.casefold() for name in _NAMES)
_NAMED = compiled(rf"\b(?:{'|'.join(map(re.escape, _NAMES))}|[Nn]ews [Aa]gency|Nachrichtenagentur|[Aa]gence de presse)\b")


def names_agency(words: str) -> bool:
    """Whether a name or a role is an agency's, or says that its bearer is one."""
    return _NAMED.search(words) is not None
