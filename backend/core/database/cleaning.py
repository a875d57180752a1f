"""Nothing of what was deleted is left in the database's own files.

A deleted row is first only marked as free. SQLite overwrites it at once (``secure_delete``), yet
pages that were split keep copies beside their rows, the index of the search keeps pieces until its
parts are merged, and the log of writes keeps pages until it begins anew. PostgreSQL keeps the bytes
of dead rows until the place is needed. Only writing the tables anew leaves nothing (decision 0198).
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

import asyncpg
from tortoise.connection import get_connection

from backend.core.database.connect import CONNECTION, postgres_url, sqlite_path
from backend.core.database.guard import finish
from backend.core.database.reading import read

T = TypeVar("T")
_MERGE_PAGES = 500
"""How much of a search index is merged in one transaction: some tens of milliseconds."""
_BUSY_MS = 500
_CHECKPOINTS = 60
_LOCK_WAIT = "10s"
_FILLED_TABLES = (
    "SELECT format('%I', relname) FROM pg_class WHERE relkind = 'r' "
    "AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0 "
    "ORDER BY relname"
)

# ANALYZE leaves what it knew of a table alone when it finds no rows in it. A column that is given
# its own type again is forgotten.
_FORGET_STATISTICS = (
    "SELECT format('ALTER TABLE %I ALTER COLUMN %I TYPE %s', c.relname, a.attname, "
    "format_type(a.atttypid, a.atttypmod)) "
    "|| coalesce((SELECT format(' COLLATE %I.%I', n.nspname, o.collname) FROM pg_collation o "
    "JOIN pg_namespace n ON n.oid = o.collnamespace WHERE o.oid = a.attcollation), '') "
    "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped "
    "JOIN pg_stats s ON s.schemaname = current_schema() AND s.tablename = c.relname "
    "AND s.attname = a.attname "
    "WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace "
    "AND pg_relation_size(c.oid) = 0 ORDER BY c.relname, a.attnum"
)


class DatabaseBusy(Exception):
    """Somebody has been using what is to be written anew; the same again goes on."""


async def clean_database(url: str) -> None:
    """Write anew all that may still hold bytes of deleted rows. ``url`` is the database's address.

    What wants to write meanwhile waits. On SQLite reads go on; on PostgreSQL each table is closed
    while it is written.

    Raises:
        DatabaseBusy
    """
    if read.dialect == "sqlite":
        await _clean_sqlite(sqlite_path(url))
    else:
        await _clean_postgres(postgres_url(url))


async def size_of_database(url: str) -> int:
    """Return how many bytes the database at ``url`` takes, to say how long cleaning it takes."""
    if read.dialect == "sqlite":
        path = Path(sqlite_path(url))
        return await asyncio.to_thread(lambda: path.stat().st_size)
    return int(await read.fetch_value("SELECT pg_database_size(current_database())"))


async def _clean_sqlite(path: str) -> None:
    for index in await asyncio.to_thread(_search_indexes, path):
        is_left = True
        while is_left:
            is_left = await _as_writer(partial(_merge, path, index))
            await asyncio.sleep(0)  # in between, others write
    await _as_writer(partial(_vacuum, path))
    for _ in range(_CHECKPOINTS):
        if await _as_writer(partial(_empty_log, path)):
            return
        await asyncio.sleep(_BUSY_MS / 1000)
    raise DatabaseBusy


async def _as_writer(work: Callable[[], T]) -> T:
    """Run in a thread what writes by a connection of its own, in the turn of this process' writer:
    others wait for that as long as it takes, where SQLite itself would send them away.
    """

    async def in_turn() -> T:
        async with get_connection(CONNECTION)._lock:  # type: ignore[attr-defined]
            return await asyncio.to_thread(work)

    return await finish(in_turn())


def _opened(path: str) -> closing[sqlite3.Connection]:
    connection = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON")
    return closing(connection)


def _search_indexes(path: str) -> list[str]:
    with _opened(path) as connection:
        rows = connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
        )
        return [name for (name,) in rows]


def _merge(path: str, index: str) -> bool:
    """Merge some of the parts of a search index into one; return whether there was anything to do.

    What was deleted is only marked so in a newer part, until both are merged.

    Source: sqlite.org/fts5.html, section 6.8, the 'merge' command with a negative number.
    """
    with _opened(path) as connection:
        before = connection.total_changes
        connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)",  # noqa: S608
            (-_MERGE_PAGES,),
        )
        return connection.total_changes - before >= 2


def _vacuum(path: str) -> None:
    with _opened(path) as connection:
        connection.execute("VACUUM")


def _empty_log(path: str) -> bool:
    """Write what the log has into the database and cut it off; False while somebody reads it."""
    with _opened(path) as connection:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


async def _clean_postgres(url: str) -> None:
    connection = await asyncpg.connect(url, server_settings={"lock_timeout": _LOCK_WAIT})
    try:
        for (name,) in await connection.fetch(_FILLED_TABLES):
            await connection.execute(f"VACUUM (FULL, ANALYZE) {name}")
        for (statement,) in await connection.fetch(_FORGET_STATISTICS):
            await connection.execute(statement)
        # It keeps common values of every column, to plan by.
        await connection.execute("VACUUM (FULL) pg_catalog.pg_statistic")
    except asyncpg.LockNotAvailableError as error:
        raise DatabaseBusy from error
    finally:
        await connection.close()
