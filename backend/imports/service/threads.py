"""Reading files off the event loop: a few at a time, so that others have their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from weakref import WeakValueDictionary

MOST_READ_AT_ONCE = 2
T = TypeVar("T")

_readers = ThreadPoolExecutor(MOST_READ_AT_ONCE, thread_name_prefix="import-reader")
_turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
"""By account."""


async def in_reader(account_id: int, function: Callable[[], T]) -> T:
    """Run a function that reads a file of an account, after those that are being read.

    Of one account one at a time: its large files keep nobody else waiting.
    """
    async with _turns.setdefault(account_id, asyncio.Lock()):
        return await asyncio.get_running_loop().run_in_executor(_readers, function)
