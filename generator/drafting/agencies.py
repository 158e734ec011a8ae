"""News agencies: records of what others say. They pass words on, and speak for themselves but seldom."""

from __future__ import annotations

_SHORT = """
    reuters afp ap dpa yonhap xinhua tass kyodo ansa efe pti ani interfax bloomberg apa sda ria-novosti anadolu kcna bernama antara
    upi belga
"""
AGENCIES = frozenset(_SHORT.split()) | {
    "the associated press", "associated press", "agence france-presse", "ria novosti", "press association", "pa media", "dow jones",
    "press trust of india", "korean central news agency", "anadolu agency", "kyodo news", "jiji press", "united press international",
    "interfax-ukraine", "central news agency",
}  # fmt: skip
