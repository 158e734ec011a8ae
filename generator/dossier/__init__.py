"""The data that goes with a brief, so that others can check it: its form, and how it is made."""
