"""MkDocs: one thin adapter. Nothing outside of this folder and the commands that drive MkDocs imports it."""
