"""How long a job works on an import before others have their turn."""

from __future__ import annotations

from datetime import timedelta

BATCH_ROWS = 250
"""To a transaction: while it is written, other writers wait some tens of milliseconds."""
TURN_SECONDS = 5.0
"""Then the job queues itself again, behind the mails and the like that are due."""
GAP_SECONDS = 0.02
"""Between two batches: whoever waits for the account's turn, or for SQLite, comes first."""
TAKEN_UP_AFTER = timedelta(seconds=5)
"""When the process died in the middle, the job that waits goes on so long after the last batch."""
MOST_FAILURES = 5
"""In a row; then the import has failed."""
