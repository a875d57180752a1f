"""A window's events: those of one target one after the other, those of several side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from reactpy.types import Event

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
        self._waiting: dict[str, deque[list[dict[str, Any]]]] = {}
        self._answering: set[asyncio.Task[None]] = set()

    @property
    def is_idle(self) -> bool:
        """True when every event was answered."""
        return not self._waiting and not self._answering

    def put(self, message: Any) -> None:
        """Queue an event as the browser sent it; what is no event is passed over."""
        name, data = message.get("target"), message.get("data")
        if not isinstance(name, str) or not _is_event(data):
            return
        if name in self._waiting:
            self._waiting[name].append(data)
            return
        self._waiting[name] = deque([data])
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
                data = [Event(x) for x in waiting.popleft()]
                try:
                    if (answer := await self._find(name)) is not None:
                        await answer(data)
                except Exception as error:
                    self._on_error(error)
        finally:
            del self._waiting[name]

    async def _find(self, name: str) -> EventAnswer | None:
        answer = self._find_answer(name)
        if answer is None:
            # The element may be between two renders.
            await asyncio.sleep(MISSING_HANDLER_GRACE_SECONDS)
            answer = self._find_answer(name)
        return answer


def _is_event(data: Any) -> bool:
    """Tell whether data is what the browser sends with an event: a list of objects."""
    return isinstance(data, list) and bool(data) and all(isinstance(x, dict) for x in data)


def first_argument(answer: TargetAnswer) -> EventAnswer:
    """Let a function of the event answer data whose first item is the event."""

    async def call(data: list[Any]) -> None:
        outcome = answer(data[0] if data else Event())
        if outcome is not None:
            await outcome

    return call
