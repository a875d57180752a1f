"""Read connections of their own, so that a read never waits behind a writer's transaction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

import aiosqlite
import asyncpg

from backend.core.database.dialect import Dialect, to_postgres

Row = tuple[Any, ...]
READ_CACHE_KIB = 16384
MAPPED_BYTES = 1024 * 1024 * 1024
"""How much of the file is read without copying it: address space, not memory taken."""

BUSY_TIMEOUT_MS = 10_000


class ReadPool(Protocol):
    """Runs SELECTs outside any transaction."""

    dialect: Dialect

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        """Return all rows as tuples."""
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...


class SqliteReadPool:
    """A few read-only connections on the same file (write-ahead log)."""

    dialect: Dialect = "sqlite"

    def __init__(self, connections: list[aiosqlite.Connection]) -> None:
        self._all = connections
        self._idle: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()
        for connection in connections:
            self._idle.put_nowait(connection)

    @classmethod
    async def open(cls, path: str, size: int) -> SqliteReadPool:
        """Open ``size`` read-only connections on the file."""
        connections = []
        for _ in range(size):
            connection = await aiosqlite.connect(path, isolation_level=None)
            for pragma in (
                f"busy_timeout={BUSY_TIMEOUT_MS}",
                "query_only=ON",
                f"cache_size=-{READ_CACHE_KIB}",
                "temp_store=MEMORY",
                f"mmap_size={MAPPED_BYTES}",
            ):
                await connection.execute(f"PRAGMA {pragma}")
            connections.append(connection)
        return cls(connections)

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        connection = await self._idle.get()
        # A cancelled task must not hand on a connection that still runs its statement: aiosqlite
        # queues the next one behind it, so the worst is a wait, never a mixed result.
        try:
            return list(await connection.execute_fetchall(sql, params))  # type: ignore[arg-type]
        finally:
            self._idle.put_nowait(connection)

    async def close(self) -> None:
        for connection in self._all:
            await connection.close()


class PostgresReadPool:
    """A pool of read-only sessions."""

    dialect: Dialect = "postgres"

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    @classmethod
    async def open(cls, url: str, size: int) -> PostgresReadPool:
        """Open up to ``size`` read-only sessions."""
        pool = await asyncpg.create_pool(
            url,
            min_size=1,
            max_size=size,
            server_settings={"default_transaction_read_only": "on", "application_name": "carnet"},
        )
        return cls(pool)

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        async with self._acquired() as connection:
            records = await connection.fetch(to_postgres(sql), *params)
        return [tuple(record) for record in records]

    @asynccontextmanager
    async def _acquired(self) -> AsyncIterator[Any]:
        async with self._pool.acquire() as connection:
            yield connection

    async def close(self) -> None:
        await self._pool.close()
