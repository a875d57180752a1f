"""Following the history of an account together with the turn of its days."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from zoneinfo import ZoneInfo

from backend.contacts.times import seconds_left_today, today_in
from backend.core.change_log import Change

_LONGEST_WAIT = 3_600.0
"""In seconds. Timers stand still while a machine sleeps: the clock is looked at this often."""
_A_LITTLE = 0.01

Batch = list[Change]


async def with_day_turns(
    batches: AsyncIterator[Batch], zone: ZoneInfo
) -> AsyncGenerator[Batch | None, None]:
    """Yield batches of changes as they come, and None when another day has begun."""
    day = today_in(zone)
    waiting: asyncio.Task[Batch | None] | None = None
    try:
        while True:
            waiting = waiting or asyncio.create_task(_next_of(batches))
            left = min(seconds_left_today(zone) + _A_LITTLE, _LONGEST_WAIT)
            await asyncio.wait((waiting,), timeout=left)
            if today_in(zone) != day:
                day = today_in(zone)
                yield None
            if waiting.done():
                batch, waiting = waiting.result(), None
                if batch is None:
                    return
                yield batch
    finally:
        if waiting is not None:
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)


async def _next_of(batches: AsyncIterator[Batch]) -> Batch | None:
    return await anext(batches, None)
