"""How large, how many, how long: the bounds of files."""

from __future__ import annotations

from datetime import timedelta

from backend.core.settings import settings

MEGABYTE = 1_000_000
NAME_LENGTH = 200
MAX_WAITING = 100
"""Files of an account that are on their way."""
WAITING = timedelta(days=1)
"""How long a file waits for the rest of it, or for whoever is to have it."""
LINK_SECONDS = 3600


def max_account_bytes() -> int:
    """Return how much the files of an account may take together."""
    return settings().max_account_files_mb * MEGABYTE


def max_file_mb() -> int:
    """Return how large a file may be, in megabytes."""
    return settings().max_file_mb


def max_file_bytes() -> int:
    """Return how large a file may be."""
    return settings().max_file_mb * MEGABYTE
