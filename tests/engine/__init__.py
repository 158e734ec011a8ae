"""Caches, digests and processes."""
