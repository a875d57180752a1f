"""Whose turn it is on a few connections that read, each in a thread of its own.

Threads of one process that read at the same time hold each other up at every row: Python runs one
of them at a time. So short reads follow one another on one connection, and another takes over only
when a read has held it up for a while.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Generic, TypeVar

C = TypeVar("C")

PATIENCE_SECONDS = 0.002
"""From so long on a read is a long one: those behind it go to another connection."""


class Turns(Generic[C]):
    """Lends connections. ``first`` is the one that reads for whoever comes next."""

    def __init__(self, connections: Sequence[C]) -> None:
        self._idle = list(connections)
        self._first: C | None = None
        self._since = 0.0
        self._waiting: deque[asyncio.Future[C]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    async def take(self) -> C:
        """Wait for a connection; it is to be given back."""
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[C] = loop.create_future()
        self._waiting.append(turn)
        self._go_on(loop)
        try:
            return await turn
        except BaseException:
            if turn.done() and not turn.cancelled():
                self.give_back(turn.result())
            raise

    def give_back(self, connection: C) -> None:
        """Let others have a connection."""
        self._idle.append(connection)
        if connection is self._first:
            self._first = None
        self._go_on(asyncio.get_running_loop())

    def _go_on(self, loop: asyncio.AbstractEventLoop) -> None:
        """Give who waits longest a connection, unless the first may soon be there again."""
        while self._waiting and self._waiting[0].done():
            self._waiting.popleft()
        if not self._waiting or not self._idle:
            return
        now = loop.time()
        if self._first is None or now - self._since >= PATIENCE_SECONDS:
            self._first, self._since = self._idle.pop(), now
            self._waiting.popleft().set_result(self._first)
        if self._waiting and self._idle and self._timer is None:
            self._timer = loop.call_later(PATIENCE_SECONDS, self._look_again, loop)

    def _look_again(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        self._go_on(loop)
