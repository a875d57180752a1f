"""Files are read off the event loop, and accounts take turns."""

from __future__ import annotations

import asyncio
import threading

from backend.imports.service.threads import in_reader


async def test_the_large_files_of_one_account_keep_no_other_waiting() -> None:
    gate = threading.Event()
    held = [asyncio.create_task(in_reader(1, gate.wait)) for _ in range(3)]
    try:
        assert await asyncio.wait_for(in_reader(2, lambda: "read"), 5) == "read"
    finally:
        gate.set()
    assert await asyncio.gather(*held) == [True] * 3
