"""Images as they are published."""
