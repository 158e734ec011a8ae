"""Hostile input reaches no page and no handout."""
