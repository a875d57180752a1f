"""Starting and stopping what every way of running needs: serve, worker, commands, tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from backend.core import database
from backend.core.bus import MemoryBus, PostgresBus, bus, use_bus
from backend.core.database.connect import postgres_url, sqlite_path
from backend.core.feed import close_feed
from backend.core.jobs.worker import run_worker
from backend.core.settings import Settings
from backend.domains import DOMAINS, load_jobs


@asynccontextmanager
async def running(chosen: Settings, *, with_worker: bool = False) -> AsyncIterator[None]:
    """Open the database and the bus, and run jobs when asked to; close all at the end."""
    url = chosen.effective_database_url
    load_jobs()
    await database.connect(url, DOMAINS, read_connections=chosen.read_connections)
    use_bus(MemoryBus(sqlite_path(url)) if chosen.is_sqlite else PostgresBus(postgres_url(url)))
    worker: asyncio.Task[None] | None = None
    try:
        await bus().start()
        if with_worker:
            worker = asyncio.create_task(run_worker())
        yield
    finally:
        if worker is not None:
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker
        close_feed()
        await bus().stop()
        await database.disconnect()
