"""Finish a piece of work even when the task that started it is cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run ``work`` to its end and return its result; a cancellation meanwhile is raised afterwards.

    A commit or rollback cut in the middle would leave the connection inside a transaction.
    """
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            if task.cancelled():
                raise
            cancelled = error
        except BaseException:  # noqa: S110 - re-raised by task.result() below
            pass
    result = task.result()
    if cancelled is not None:
        raise cancelled
    return result
