"""Reading once what several parts of a page begin to show together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakKeyDictionary

from frontend.session import Session


class SharedReading:
    """A reading that whoever asks for it meanwhile waits for as well, one for each window."""

    def __init__(self, read: Callable[[Session], Awaitable[None]]) -> None:
        self._read = read
        self._under_way: WeakKeyDictionary[Session, asyncio.Future[None]] = WeakKeyDictionary()

    async def join(self, session: Session) -> None:
        """Read, or wait until the reading that is under way has ended."""
        if session not in self._under_way:
            reading = self._under_way[session] = asyncio.ensure_future(self._read(session))
            reading.add_done_callback(lambda _: self._under_way.pop(session, None))
        # Who asked first may leave the screen before the others have their answer.
        await asyncio.shield(self._under_way[session])
