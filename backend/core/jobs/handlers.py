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
waiting: set[str] = set()
"""Jobs that mostly wait for somebody else's server."""
attendants: dict[str, ScheduledHandler] = {}
schedules: dict[str, Schedule] = {}


def job(name: str, *, waits: bool = False) -> Callable[[Handler], Handler]:
    """Register the handler of a job. It may run more than once: it must be idempotent.

    One that ``waits`` for somebody else's server holds up no other job.
    """

    def register(handler: Handler) -> Handler:
        if handlers.setdefault(name, handler) is not handler:
            raise ValueError(f"job {name} has two handlers")
        if waits:
            waiting.add(name)
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


def attend(name: str) -> Callable[[ScheduledHandler], ScheduledHandler]:
    """Run a function for as long as a worker runs, in every worker: it ends when it is cancelled.

    For what is no piece of work but a presence, such as a connection that is kept open; whatever
    must be done by one process only it settles by itself. One that fails is begun again.
    """

    def register(handler: ScheduledHandler) -> ScheduledHandler:
        if attendants.setdefault(name, handler) is not handler:
            raise ValueError(f"attendant {name} has two handlers")
        return handler

    return register
