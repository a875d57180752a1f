"""Read connections of their own, so that a read never waits behind a writer's transaction."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import aiosqlite
import asyncpg

from backend.core.database.dialect import Dialect, to_postgres
from backend.core.database.guard import finish
from backend.core.database.readers import Readers

T = TypeVar("T")
Row = tuple[Any, ...]
Statement = tuple[str, Sequence[Any]]
"""A statement and its parameters."""

READ_CACHE_KIB = 16384
MAPPED_BYTES = 2 * 1024 * 1024 * 1024
"""How much of the file is read without copying it: address space, not memory taken."""

BUSY_TIMEOUT_MS = 10_000
KEPT_STATEMENTS = 512
"""How many a SQLite connection keeps prepared, a few kilobytes each: most take longer to prepare
than to run."""
MOST_PREPARED = 12_000
"""Longer statements asyncpg would prepare anew each time."""
KEEPALIVE = {
    "tcp_keepalives_idle": "60",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
"""What stands between may forget a connection that carries nothing for some minutes, and tell
neither end: PostgreSQL asks after us, in seconds."""
_POSTGRES_SETTINGS = {
    **KEEPALIVE,
    "default_transaction_read_only": "on",
    "application_name": "carnet",
    # Compiling takes 30 to 60 ms of any statement that may read much, each time.
    "jit": "off",
}


class Snapshot(Protocol):
    """A connection of its own that sees the database as it was when it was opened."""

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows as tuples."""
        ...

    async def close(self) -> None:
        """Let go of what was seen."""
        ...


class ReadPool(Protocol):
    """Runs SELECTs outside any transaction."""

    dialect: Dialect

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        """Return all rows as tuples."""
        ...

    async def fetch_all(self, statements: Sequence[Statement]) -> list[list[Row]]:
        """Return the rows of several SELECTs that need nothing of one another, by one trip."""
        ...

    async def snapshot(self) -> Snapshot:
        """Open a connection beside the pool: whoever reads for long holds up nobody."""
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...


class SqliteReadPool:
    """A few read-only connections on the same file (write-ahead log)."""

    dialect: Dialect = "sqlite"

    def __init__(self, path: str, readers: Readers) -> None:
        self._path = path
        self._readers = readers

    @classmethod
    async def open(cls, path: str, size: int) -> SqliteReadPool:
        """Open ``size`` read-only connections on the file."""
        connections = []
        for _ in range(size):
            connection = sqlite3.connect(
                path,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=KEPT_STATEMENTS,
            )
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connections.append(connection)
        return cls(path, Readers(connections))

    async def snapshot(self) -> Snapshot:
        return await SqliteSnapshot.open(self._path)

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        return await self._readers.run(lambda found: found.execute(sql, params).fetchall())

    async def fetch_all(self, statements: Sequence[Statement]) -> list[list[Row]]:
        # To the thread and back once: that takes a third of the time of a short statement.
        def fetch_each(connection: sqlite3.Connection) -> list[list[Row]]:
            return [connection.execute(sql, params).fetchall() for sql, params in statements]

        if len(statements) == 1:
            return await self._readers.run(fetch_each)
        return await self.beside(fetch_each)

    async def beside(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what a function makes of a connection that sees one state, run in its thread."""
        return await self._readers.run(lambda found: _of_one_state(found, work))

    async def close(self) -> None:
        await self._readers.close()


def _of_one_state(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    # One transaction takes a fifth less than one for each statement.
    connection.execute("BEGIN")
    try:
        return work(connection)
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


_PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "query_only=ON",
    f"cache_size=-{READ_CACHE_KIB}",
    "temp_store=MEMORY",
    f"mmap_size={MAPPED_BYTES}",
)


class SqliteSnapshot:
    """A read transaction on the write-ahead log. It keeps the log from being emptied, no more."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, path: str) -> SqliteSnapshot:
        """Take the present state."""
        connection = await aiosqlite.connect(path, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                await connection.execute(f"PRAGMA {pragma}")
            await connection.execute("BEGIN")
            # The transaction begins to see at its first read, not at BEGIN.
            await connection.execute_fetchall("SELECT 1 FROM sqlite_master LIMIT 1")
        except BaseException:
            await finish(connection.close())
            raise
        return cls(connection)

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        return list(await self._connection.execute_fetchall(sql, params))  # type: ignore[arg-type]

    async def close(self) -> None:
        await finish(self._connection.close())


_ENDED = (
    OSError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
)
"""What is said of a session that the database, or the network, has just ended."""


class PostgresReadPool:
    """A pool of read-only sessions.

    asyncpg's own asks the database to forget a session's state, and starts a task, each time that
    a connection is given back: twice the time of a short statement. A read leaves no state.
    """

    dialect: Dialect = "postgres"

    def __init__(self, url: str, pool: asyncpg.Pool, size: int) -> None:
        self._url = url
        self._pool = pool
        self._size = size
        self._idle: list[Any] = [None] * size
        """Connections, and None for each that is not open."""
        # Not a queue: who waits there goes to its end whenever somebody else was quicker.
        self._free = asyncio.Semaphore(size)

    @classmethod
    async def open(cls, url: str, size: int) -> PostgresReadPool:
        """Open up to ``size`` read-only sessions."""
        pool = await asyncpg.create_pool(
            url,
            min_size=1,
            max_size=size,
            server_settings=_POSTGRES_SETTINGS,
        )
        return cls(url, pool, size)

    async def snapshot(self) -> Snapshot:
        return await PostgresSnapshot.open(self._url)

    async def fetch(self, sql: str, params: Sequence[Any]) -> list[Row]:
        return list(map(tuple, await self._fetch(sql, params)))

    async def fetch_all(self, statements: Sequence[Statement]) -> list[list[Row]]:
        sql, params = as_one(statements)
        if len(statements) == 1 or len(sql) > MOST_PREPARED:
            return [await self.fetch(*each) for each in statements]
        [found] = await self._fetch(sql, params)
        return list(found)

    async def _fetch(self, sql: str, params: Sequence[Any]) -> Any:
        async with self._free:
            try:
                return await self._fetch_once(sql, params)
            except _ENDED:
                # A read may be asked again: on a session of the database that was started anew.
                return await self._fetch_once(sql, params)

    async def _fetch_once(self, sql: str, params: Sequence[Any]) -> Any:
        connection = self._idle.pop()
        try:
            if connection is None or _is_over(connection):
                connection = await self._another(connection)
            return await connection.fetch(to_postgres(sql), *params)
        except BaseException:
            # It may still have to end what was cancelled: giving it back waits for that.
            taken, connection = connection, None
            if taken is not None:
                await self._pool.release(taken)
            raise
        finally:
            self._idle.append(connection)

    async def _another(self, closed: Any) -> Any:
        if closed is not None:
            await self._pool.release(closed)
        return await self._pool.acquire()

    async def close(self) -> None:
        for _ in range(self._size):
            await self._free.acquire()
            connection = self._idle.pop()
            if connection is not None:
                await self._pool.release(connection)
        await self._pool.close()


def as_one(statements: Sequence[Statement]) -> Statement:
    """Return the statement that answers all of them by one row: of each an array of its rows.

    asyncpg knows no pipelines. Its own time for eight short statements is three times that for the
    one; the types of columns stay what they are.
    """
    arrays = [f"ARRAY(SELECT found FROM ({sql}) AS found)" for sql, _ in statements]  # noqa: S608
    return f"SELECT {', '.join(arrays)}", [value for _, params in statements for value in params]


def _is_over(connection: Any) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        # The pool took it back, as the session ended.
        return True


class PostgresSnapshot:
    """A read-only transaction that sees no later commit."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, url: str) -> PostgresSnapshot:
        """Take the present state."""
        connection = await asyncpg.connect(url, server_settings=_POSTGRES_SETTINGS)
        try:
            await connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            # The transaction begins to see at its first statement, not at BEGIN.
            await connection.execute("SELECT 1")
        except BaseException:
            await finish(connection.close())
            raise
        return cls(connection)

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        records = await self._connection.fetch(to_postgres(sql), *params)
        return [tuple(record) for record in records]

    async def close(self) -> None:
        await finish(self._connection.close())
