"""Real MkDocs builds of a small publication."""
