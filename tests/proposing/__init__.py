"""Proposals for brief.yml."""
