"""A quick look for numbers, before those of two texts are set against each other."""

from __future__ import annotations

import re

from generator.text.patterns import compiled

NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn"
    r"|\w+zig|\w+ßig|half|third|quarter"
)
NUMBER = compiled(rf"\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)
LONGEST = 1500  # characters of texts whose numbers are set against each other: one that is longer lists no few things
