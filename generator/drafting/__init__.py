"""One text to its draft: quotations with their speakers, statements, actors, dates, figures and open questions, by rules and a parser.

`draft` is the way through, `drafted` what comes out. `segments` cut a page first, by its `furniture`, the `turns` of its speakers and its
`register`; `engine` loads the parser and `grammar` reads what it says; `speech` finds who says what, `actors` who that is; `dates`,
`figures` and `questions` read the text alone. The words that all of them go by are in `prose`.
"""
