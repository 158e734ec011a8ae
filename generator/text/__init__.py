"""Texts and the places in them: what everything else stands on. No language in it, and no brief.

`places` is a decoded file and spans of it, `ref` what items are called, `finding` what a check says of a span, `codes` the table of all
rules, `mending` safe edits; `yamltree` YAML whose nodes know their place, `markdown` CommonMark, `edtf` dates of timelines, `scripts` the
scripts of the world, `quotation_marks` its printers' habits, `slugs` words as ids and addresses; `matching` finds the words of a quote.
"""
