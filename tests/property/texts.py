"""Texts to try: words of many scripts, set in many ways."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "soldiers", "Kim’s", "don't", "1,500", "café", "cafe\u0301", "Müller", "Mu\u0308ller", "non-nuclear", "l’Ukraine", "북한은",
    "\u1107\u116e\u11a8\u1112\u1161\u11ab", "Bundes\u00adgericht", "朝鲜派遣军队", "सेना", "की", "\U0001f680", "U.S.", "(ed.)", "well…so",
)  # fmt: skip
JOINTS = (" ", " ", " ", " ", ", ", ". ", "\n", "\u00a0", "  ", " — ", " “", "” ", "… ", "-- ", "\n\n", "\r\n", "\u200b ")

words = st.sampled_from(WORDS)
joints = st.sampled_from(JOINTS)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A text of some words."""
    parts = draw(st.lists(st.tuples(words, joints), min_size=1, max_size=30))
    return "".join(word + joint for word, joint in parts)


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.lists(words | joints, max_size=20).map("".join)
