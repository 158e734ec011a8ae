"""From the words of a source to proposed items.

Floor 8, and pure.
"""
