"""What the names of people are built of, beside names."""

from __future__ import annotations

PARTICLES = ("de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "al", "el", "bin", "ibn", "ben")
"""Small words inside of a name: Ursula von der Leyen."""

AFTER_NAMES = frozenset(["KC", "QC", "MP", "MEP", "MSP", "PhD", "MD", "CBE", "OBE", "MBE", "Jr", "Sr", "II", "III"])
"""What follows a name: degrees, honours, numbers."""

REGAL = frozenset(["king", "queen", "pope", "prince", "princess", "emperor", "empress", "sultan"])
"""Titles that are a part of a name: Pope Francis is never Francis."""
