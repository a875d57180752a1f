"""One execution for all who follow the same thing: 200 open lists cost one selection per event.

What is shared runs as an actor without a user (see ``execution``), so an answer can hold nothing
that another member of the account may not see. Each follower is let in by its own rights.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections import deque
from collections.abc import AsyncGenerator, Callable, Hashable
from contextlib import aclosing, suppress
from dataclasses import dataclass

from backend.api.answers import Answer

KEPT_EVENTS = 256
PATIENCE_SECONDS = 1.0
"""How long a burst of events waits for followers that are far behind, before it loses them."""


@dataclass(frozen=True, slots=True)
class Event:
    """An answer and its place in the account's history. ``is_last``: it says why all ends."""

    sequence: int
    answer: Answer
    is_last: bool = False


Start = Callable[[int], AsyncGenerator[Event, None]]
"""Starts an execution that answers what comes after a place in the account's history."""


class SlowConsumer(Exception):
    """A follower fell so far behind that events it has not read are no longer kept."""


class SharedStream:
    """The newest events of one execution, kept for its followers."""

    def __init__(self, start: Start, floor: int) -> None:
        self.floor = floor
        """Every event after this place is kept."""
        self.followers = 0
        self.ended = False
        self.events: deque[Event] = deque()
        self.first = 0
        """How many events were dropped, the number of the first that is kept."""
        self._places: dict[object, int] = {}
        """The number of the event that each follower reads next, of those that keep up."""
        self._read = asyncio.Event()
        self.changed = asyncio.Event()
        self._task = asyncio.create_task(self._pump(start(floor)), context=contextvars.Context())

    async def _pump(self, source: AsyncGenerator[Event, None]) -> None:
        try:
            async with aclosing(source) as events:
                async for event in events:
                    self._append(event)
                    await self._let_followers_read()
        finally:
            self.ended = True
            self._wake()

    async def _let_followers_read(self) -> None:
        """Wait for whoever has half of what is kept still to read: a source that need not wait for
        anything, as after a bulk change, would leave everyone behind before they are awake.

        Who does not come nearer within a second is not waited for again.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while self._behind():
                    self._read.clear()
                    await self._read.wait()
        for follower in self._behind():
            del self._places[follower]

    def _behind(self) -> list[object]:
        reached = self.first + len(self.events) - KEPT_EVENTS // 2
        return [follower for follower, place in self._places.items() if place < reached]

    def _append(self, event: Event) -> None:
        self.events.append(event)
        if len(self.events) > KEPT_EVENTS:
            self.floor = self.events.popleft().sequence
            self.first += 1
        self._wake()

    def _wake(self) -> None:
        # A fresh event per wake: every waiter sees this one, none can miss the next.
        self.changed, changed = asyncio.Event(), self.changed
        changed.set()

    def close(self) -> None:
        """End the execution."""
        self._task.cancel()

    async def follow(self, after: int) -> AsyncGenerator[Event, None]:
        """Yield what comes after a place that is not before ``floor``, until the stream ends.

        Raises:
            SlowConsumer: the follower reads more slowly than events come.
        """
        already = sum(1 for event in self.events if event.sequence <= after and not event.is_last)
        place, me = self.first + already, object()
        self._places[me] = place
        try:
            while True:
                changed = self.changed
                if place < self.first:
                    raise SlowConsumer
                if place < self.first + len(self.events):
                    event = self.events[place - self.first]
                    place += 1
                    if me in self._places:
                        self._places[me] = place
                    self._read.set()
                    yield event
                elif self.ended:
                    return
                else:
                    self._places[me] = place
                    await changed.wait()
        finally:
            self._places.pop(me, None)


class SharedStreams:
    """The executions that run now, by what they answer and for whom."""

    def __init__(self) -> None:
        self._streams: dict[Hashable, SharedStream] = {}

    def __len__(self) -> int:
        return len(self._streams)

    def close(self) -> None:
        """End every execution."""
        for stream in self._streams.values():
            stream.close()
        self._streams.clear()

    async def follow(self, key: Hashable, after: int, start: Start) -> AsyncGenerator[Event, None]:
        """Yield what comes after a place, with everyone who follows the same ``key``.

        Nothing is missed. Someone who comes back from long ago catches up alone first; a first
        shared event may then repeat what their last one already said.
        """
        stream = self._streams.get(key)
        if stream is not None and not stream.ended and after < stream.floor:
            async with aclosing(start(after)) as events:
                async for event in events:
                    yield event
                    if event.is_last:
                        return
                    after = event.sequence
                    stream = self._streams.get(key)
                    if stream is None or stream.ended or after >= stream.floor:
                        break
                else:
                    return
        async with aclosing(self._join(key, after, start)) as shared:
            async for event in shared:
                yield event

    async def _join(self, key: Hashable, after: int, start: Start) -> AsyncGenerator[Event, None]:
        stream = self._streams.get(key)
        if stream is None or stream.ended:
            stream = self._streams[key] = SharedStream(start, after)
        stream.followers += 1
        try:
            async with aclosing(stream.follow(after)) as events:
                async for event in events:
                    yield event
        finally:
            stream.followers -= 1
            if stream.followers == 0:
                if self._streams.get(key) is stream:
                    del self._streams[key]
                stream.close()
