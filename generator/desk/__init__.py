"""The use cases: what commands, MkDocs and other doors ask for, as functions that return values."""
