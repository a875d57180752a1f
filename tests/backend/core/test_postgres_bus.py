"""Other processes' commits are heard on PostgreSQL, whatever becomes of the connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg
import pytest

from backend.core import bus as bus_module
from backend.core.bus import CHANNEL, PostgresBus
from backend.core.database.connect import postgres_url
from tests.fixtures.databases import TestDatabase

pytestmark = pytest.mark.postgres_only


class Network:
    """Stands between; ``lose`` lets go of what connections carry, and tells neither end."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._writers: list[asyncio.StreamWriter] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on what both say."""
        far_reader, far_writer = await asyncio.open_connection(*self._to)
        for source, sink in ((reader, far_writer), (far_reader, writer)):
            self._writers.append(sink)
            self._tasks.append(asyncio.create_task(self._pass_on(source, sink)))

    def lose(self) -> None:
        """Carry nothing more on the connections that there are."""
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """End all connections."""
        self.lose()
        for writer in self._writers:
            writer.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @staticmethod
    async def _pass_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            sink.write(data)
        sink.close()


@asynccontextmanager
async def network_to(url: str) -> AsyncIterator[tuple[Network, str]]:
    """Stand before a database; yields its address through there."""
    parts = urlsplit(url)
    network = Network(parts.hostname or "", parts.port or 5432)
    server = await asyncio.start_server(network.accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    who, _, _ = parts.netloc.rpartition("@")
    try:
        yield network, parts._replace(netloc=f"{who}@127.0.0.1:{port}").geturl()
    finally:
        server.close()
        await network.close()


async def test_a_connection_that_went_silent_is_found_out_and_opened_anew(
    database: TestDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres_url(database.url)
    monkeypatch.setattr(bus_module, "HEARTBEAT_SECONDS", 0.5)
    monkeypatch.setattr(bus_module, "RECONNECT_SECONDS", 0.01)
    heard: asyncio.Queue[int | None] = asyncio.Queue()
    speaker = await asyncpg.connect(url)
    async with network_to(url) as (network, through):
        bus = PostgresBus(through)
        bus.listen(heard.put_nowait)
        await bus.start()
        await speaker.execute(f"NOTIFY {CHANNEL}, '7:1'")
        while await heard.get() != 7:
            pass
        network.lose()
        # What was said meanwhile is not known: anything may have changed.
        assert await heard.get() is None
        await speaker.execute(f"NOTIFY {CHANNEL}, '9:1'")
        while await heard.get() != 9:
            pass
        await bus.stop()
    await speaker.close()
