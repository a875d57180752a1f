"""Handlers by name, and what runs by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

Handler = Callable[[dict[str, Any]], Awaitable[None]]
ScheduledHandler = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A handler that runs every ``every``, in one worker at a time."""

    name: str
    every: timedelta


handlers: dict[str, Handler] = {}
schedules: dict[str, Schedule] = {}


def job(name: str) -> Callable[[Handler], Handler]:
    """Register the handler of a job. It may run more than once: it must be idempotent."""

    def register(handler: Handler) -> Handler:
        if handlers.setdefault(name, handler) is not handler:
            raise ValueError(f"job {name} has two handlers")
        return handler

    return register


def schedule(name: str, *, every: timedelta) -> Callable[[ScheduledHandler], ScheduledHandler]:
    """Run a function by itself, also after downtime, once per period."""

    def register(handler: ScheduledHandler) -> ScheduledHandler:
        async def run(_: dict[str, Any]) -> None:
            await handler()

        job(name)(run)
        schedules[name] = Schedule(name, every)
        return handler

    return register
