"""The ways in: commands, MkDocs, and how findings are shown. Nothing below knows of them."""
