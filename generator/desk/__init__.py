"""The use cases, as functions that take plain values and return what was found, made, changed or refused.

All that work on a publication take the one that `publication` opens: `check` finds and mends, `due` looks at the calendar, `scaffold` and
`sources` begin briefs, `draft` proposes and `decide` accepts and rejects, `building` makes what a site consists of and `printing` makes
handouts. `verify`, `explain`, `schema` and `doctor` need none. Whatever shows them (commands, MkDocs, a screen) is a door.
"""
