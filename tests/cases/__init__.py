"""Test cases as text files: what goes in, and what is expected."""
