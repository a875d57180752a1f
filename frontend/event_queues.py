"""A window's events: those of one target one after the other, those of several side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from reactpy import types as reactpy_types

from frontend.events import Event, GarbledEvent, read_event

TargetAnswer = Callable[[dict[str, Any]], Awaitable[None] | None]
"""What a window answers a fixed target with: a function of the event."""
EventAnswer = Callable[[list[Any]], Awaitable[None]]
"""What answers an event handler's data, as ReactPy keeps it."""

MISSING_HANDLER_GRACE_SECONDS = 0.03


class EventQueues:
    """A queue per target that has events waiting; a target that has none costs nothing."""

    def __init__(
        self,
        find_answer: Callable[[str], EventAnswer | None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """`find_answer` looks up who answers a target; `on_error` is told what answering raises."""
        self._find_answer = find_answer
        self._on_error = on_error
        self._waiting: dict[str, deque[tuple[Event, int]]] = {}
        self._held_bytes = 0
        self._answering: set[asyncio.Task[None]] = set()

    @property
    def is_idle(self) -> bool:
        """True when every event was answered."""
        return not self._waiting and not self._answering

    @property
    def held_bytes(self) -> int:
        """How much of what the browser sent waits to be answered."""
        return self._held_bytes

    def put(self, message: Mapping[str, Any], size: int = 0) -> None:
        """Queue an event as the browser sent it, in `size` bytes; what is none is passed over."""
        name, data = message.get("target"), message.get("data")
        if not isinstance(name, str) or not isinstance(data, list) or len(data) != 1:
            return
        try:
            event = read_event(data[0])
        except GarbledEvent:
            return
        self._held_bytes += size
        if name in self._waiting:
            self._waiting[name].append((event, size))
            return
        self._waiting[name] = deque([(event, size)])
        task = asyncio.get_running_loop().create_task(self._answer(name))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def close(self) -> None:
        """Give up what is being answered."""
        for task in tuple(self._answering):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _answer(self, name: str) -> None:
        waiting = self._waiting[name]
        try:
            while waiting:
                event, size = waiting.popleft()
                try:
                    if (answer := await self._find(name)) is not None:
                        await answer([reactpy_types.Event(event)])
                except Exception as error:
                    self._on_error(error)
                finally:
                    self._held_bytes -= size
        finally:
            del self._waiting[name]

    async def _find(self, name: str) -> EventAnswer | None:
        answer = self._find_answer(name)
        if answer is None:
            # The element may be between two renders.
            await asyncio.sleep(MISSING_HANDLER_GRACE_SECONDS)
            answer = self._find_answer(name)
        return answer


def first_argument(answer: TargetAnswer) -> EventAnswer:
    """Let a function of the event answer data whose first item is the event."""

    async def call(data: list[Any]) -> None:
        outcome = answer(data[0])
        if outcome is not None:
            await outcome

    return call
