"""Setting prints as PDF: in worker processes, within limits of time and memory, as PDF/UA-1 and PDF/A-3a.

The way of a document: `press` asks the cache and hands it to an executor (`workers`, or a `cluster`), a `worker` process gets
it, `setting` lays it out, `structure` mends its tags, `archive` says in its metadata what it is.
"""
