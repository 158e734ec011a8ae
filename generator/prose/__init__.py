"""What words say, for checks, drafting and ingest alike: tables per language, and small functions over them.

`languages` holds the tables, a file a language; `sentences`, `hedges`, `negations`, `speech` and `titles` read them, `calendar` and
`quantities` their dates and numbers. `names`, `first_names`, `agencies` and `states` are of the world, not of a language; `coverage` says
how much of an article leads to items.
"""
