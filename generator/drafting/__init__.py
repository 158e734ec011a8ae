"""From the words of a source to proposed items."""
