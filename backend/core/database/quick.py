"""Reads of SQLite on the event loop itself, for as long as they are short.

A statement of some fifty rows takes a tenth of a millisecond. To hand it to a thread and back takes
a third of that again, and several threads that ask for the interpreter's lock after every row, much
more. So a read is begun where it is asked for; one that is not over in time is interrupted, and
begins again on a thread, where it holds nobody up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from time import perf_counter, thread_time
from typing import Any

READ_CACHE_KIB = 16384
MAPPED_BYTES = 2 * 1024 * 1024 * 1024
"""How much of the file is read without copying it: address space, not memory taken."""

READ_PRAGMAS = (
    "query_only=ON",
    f"cache_size=-{READ_CACHE_KIB}",
    "temp_store=MEMORY",
    f"mmap_size={MAPPED_BYTES}",
)
STEPS = 1_000
"""How many steps of SQLite's machine, some 20 µs, pass between two looks at the clock."""

PATIENCE = 10
"""How many times its own time a statement may take when the machine or the disk is busy."""

SLOW_IN_ONE_STEP = " MATCH "
"""A search of the index of texts may take long without taking a step."""


class QuickReader:
    """A read-only connection of the thread that the event loop runs in."""

    def __init__(self, path: str) -> None:
        # Never waits for a lock: the statement then goes to a thread, which may.
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        for pragma in READ_PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._deadlines = 0.0, 0.0
        self._connection.set_progress_handler(self._is_late, STEPS)

    def fetch(self, sql: str, params: Sequence[Any], seconds: float) -> list[Any] | None:
        """Return all rows, or None when that takes longer than so many seconds, or fails: a thread
        then finds out what is wrong."""
        if SLOW_IN_ONE_STEP in sql:
            return None
        # Of this thread's own time: a busy machine makes no statement long. A slow disk does.
        self._deadlines = thread_time() + seconds, perf_counter() + PATIENCE * seconds
        try:
            return self._connection.execute(sql, params).fetchall()
        except sqlite3.Error:
            return None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _is_late(self) -> bool:
        own, all_in_all = self._deadlines
        return thread_time() > own or perf_counter() > all_in_all
