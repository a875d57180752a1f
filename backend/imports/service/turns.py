"""How long a job works on an import before others have their turn."""

from __future__ import annotations

from datetime import timedelta

FIRST_ROWS = 100
"""To a transaction, before it is known how long that takes here."""
LEAST_ROWS, MOST_ROWS = 50, 500
BATCH_SECONDS = 0.06
"""What a batch is to take: other writers wait as long, and so does whoever reads a page."""
TURN_SECONDS = 5.0
"""Then the job queues itself again, behind the mails and the like that are due."""
GAP_SECONDS = 0.01
"""Between two batches: whoever waits for the account's turn, or for SQLite, comes first."""
TAKEN_UP_AFTER = timedelta(seconds=5)
"""When the process died in the middle, the job that waits goes on so long after the last batch."""
MOST_FAILURES = 5
"""In a row; then the import has failed."""


def next_rows(rows: int, seconds: float) -> int:
    """Return how many rows to take after ``rows`` of them took some seconds."""
    wanted = rows * BATCH_SECONDS / max(seconds, 0.001)
    # Half way: a single slow batch, or a fast one of rows that are there already, says little.
    return int(min(MOST_ROWS, max(LEAST_ROWS, (rows + wanted) / 2)))
