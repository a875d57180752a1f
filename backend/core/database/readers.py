"""Threads that read SQLite, each with a connection, and the line of reads before them.

Threads of one process that read at the same time hold each other up at every row: Python runs one
of them at a time. So one of them leads: it reads for whoever comes, without a rest while anybody
waits. Another takes over when a read has held the line up for a while.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], Any]

PATIENCE_SECONDS = 0.002
"""From so long on a read is a long one: those behind it go to another thread."""


class Readers:
    """Lets connections read, each in a thread of its own from now on."""

    def __init__(self, connections: Sequence[sqlite3.Connection]) -> None:
        self._loop = asyncio.get_running_loop()
        self._line: SimpleQueue[tuple[asyncio.Future[Any], Work] | None] = SimpleQueue()
        self._lead = Lock()
        """Held for the thread that leads; the loop lets go of it where a read takes long."""
        self._term = 0
        """Counts those who led."""
        self._since: float | None = None
        """Since when the leader reads what it reads."""
        self._read: deque[tuple[asyncio.Future[Any], Any, BaseException | None]] = deque()
        self._is_told = self._is_closed = False
        self._timer: asyncio.TimerHandle | None = None
        self._threads = [
            Thread(target=self._run, args=(each,), name=f"reader {number}", daemon=True)
            for number, each in enumerate(connections)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what a function makes of a connection, in its thread."""
        if self._is_closed:
            raise RuntimeError("the database is closed")
        future: asyncio.Future[T] = self._loop.create_future()
        self._line.put((future, work))
        if self._timer is None:
            self._timer = self._loop.call_later(PATIENCE_SECONDS, self._look)
        return await future

    def _look(self) -> None:
        """Let another thread lead if those in the line have waited for one read for long."""
        self._timer = None
        if self._line.empty():
            return
        since = self._since
        if since is not None and monotonic() - since >= PATIENCE_SECONDS and self._lead.locked():
            self._term += 1
            self._since = None
            self._lead.release()
        self._timer = self._loop.call_later(PATIENCE_SECONDS, self._look)

    def _run(self, connection: sqlite3.Connection) -> None:
        term = self._come_to_lead()
        while self._read_next(connection, term):
            if term != self._term:
                term = self._come_to_lead()
        connection.close()
        self._line.put(None)
        if term == self._term:
            self._lead.release()

    def _come_to_lead(self) -> int:
        self._lead.acquire()
        return self._term

    def _read_next(self, connection: sqlite3.Connection, term: int) -> bool:
        """Wait for a read, and read; False at the end of all."""
        first = self._line.get()
        if first is None:
            return False
        future, work = first
        if future.cancelled():
            return True
        if term == self._term:
            self._since = monotonic()
        try:
            self._tell(future, work(connection), None)
        except BaseException as error:
            self._tell(future, None, error)
        if term == self._term:
            self._since = None
        return True

    def _tell(self, future: asyncio.Future[Any], found: Any, error: BaseException | None) -> None:
        self._read.append((future, found, error))
        if not self._is_told:
            self._is_told = True
            self._loop.call_soon_threadsafe(self._hear)

    def _hear(self) -> None:
        self._is_told = False
        while self._read:
            future, found, error = self._read.popleft()
            if future.done():
                continue
            if error is None:
                future.set_result(found)
            else:
                future.set_exception(error)

    async def close(self) -> None:
        """Close the connections once everything that is in the line is read."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        self._line.put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join)
