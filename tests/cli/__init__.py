"""The command `briefs`."""
