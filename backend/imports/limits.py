"""How large, how many, how long: the bounds of imports."""

from __future__ import annotations

from datetime import timedelta

MEGABYTE = 1_000_000
MAX_FILE_MB = 100
MAX_FILE_BYTES = MAX_FILE_MB * MEGABYTE
MAX_WAITING_FILES = 10
"""Of an account, not yet imported: with the size of each, this bounds the disk it can fill."""
FILENAME_LENGTH = 255
MAX_LABELS = 50
WAITING_DAYS = timedelta(days=1)
"""How long a file waits for its import after the last choice."""
KEPT_DAYS = timedelta(days=30)
"""How long an import can be undone, and its rejected rows be downloaded."""
