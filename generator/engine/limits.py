"""Limits of a process that works on what others made."""

from __future__ import annotations


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory and no more, where the system knows such limits."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted, (_, hard) = megabytes * 1_000_000, resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
