"""Reading files off the event loop: a few at a time, so that others have their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

MOST_READ_AT_ONCE = 2
T = TypeVar("T")

_readers = ThreadPoolExecutor(MOST_READ_AT_ONCE, thread_name_prefix="import-reader")


async def in_reader(function: Callable[[], T]) -> T:
    """Run a function that reads a file, after those that are being read."""
    return await asyncio.get_running_loop().run_in_executor(_readers, function)
