"""``read``: every SELECT of the product, inside or outside a unit of work."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar, copy_context
from typing import Any, Generic, Protocol, TypeVar

import orjson

from backend.core.database.dialect import Dialect
from backend.core.database.guard import finish
from backend.core.database.pools import ReadPool, Row, Snapshot, SqliteReadPool, Statement
from backend.core.database.together import Asked, outcomes, turn

T = TypeVar("T")


class Fetches(Protocol):
    """A unit of work's connection, whose reads must see its own writes, or a snapshot's."""

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows as tuples."""
        ...


current_unit: ContextVar[Fetches | None] = ContextVar("current_unit", default=None)
_counters: ContextVar[tuple[list[str], ...]] = ContextVar("statement_counters", default=())


class WaitsForMore(Exception):
    """What was to run beside the loop waits for something that is on it."""


class Beside(Generic[T]):
    """A coroutine that is run beside the loop, and what it reads on; to its end while wanted."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._work = work
        self._context = copy_context()
        self.is_wanted = True

    def run(self, connection: sqlite3.Connection) -> T:
        """Return what it returns.

        Raises:
            WaitsForMore: it is not to be had this way.
        """
        self._connection = connection
        token = self._context.run(current_unit.set, self)
        running = self._work()
        try:
            self._context.run(running.send, None)
        except StopIteration as ended:
            found: T = ended.value
            return found
        finally:
            # A context that knows of whom it belongs to waits for the collector of cycles.
            self._context.run(current_unit.reset, token)
            running.close()
        raise WaitsForMore

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows as tuples."""
        if not self.is_wanted:
            raise asyncio.CancelledError
        return self._connection.execute(sql, params).fetchall()


class Read:
    """Runs SELECTs on the read connections, or on the unit of work that is open in this task."""

    def __init__(self) -> None:
        self._pool: ReadPool | None = None

    def attach(self, pool: ReadPool) -> None:
        """Use this pool from now on."""
        self._pool = pool

    def detach(self) -> ReadPool | None:
        """Stop using the pool, and return it to be closed."""
        pool, self._pool = self._pool, None
        return pool

    @property
    def pool(self) -> ReadPool:
        """The open pool."""
        if self._pool is None:
            raise RuntimeError("the database is not connected")
        return self._pool

    @property
    def dialect(self) -> Dialect:
        """Which database answers; for the few statements that must differ."""
        return self.pool.dialect

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows as tuples. Placeholders are ``?`` on both databases."""
        for counter in _counters.get():
            counter.append(sql)
        unit = current_unit.get()
        if unit is not None:
            return await unit.fetch(sql, params)
        if turn.is_shared:
            [rows] = await Asked(((sql, params),))
            return rows
        return await self.pool.fetch(sql, params)

    async def fetch_all(self, statements: Sequence[Statement]) -> list[list[Row]]:
        """Return the rows of several statements that need nothing of one another."""
        if len(statements) < 2 or current_unit.get() is not None:
            return [await self.fetch(sql, params) for sql, params in statements]
        for counter in _counters.get():
            counter.extend(sql for sql, _ in statements)
        return await self._trip(statements)

    async def together(self, *works: Coroutine[Any, Any, Any]) -> list[Any]:
        """Return what some coroutines return that need nothing of one another.

        Their statements go to the database together: one trip for the first of each, one for the
        second. All run to their end, whichever fails; see ``outcomes``.

        Raises:
            Exception: what the first of them raised that did.
        """
        if len(works) == 1:
            return [await works[0]]
        if current_unit.get() is not None:
            # On one connection, which answers one after the other.
            return await _in_order(works)
        found = await outcomes(self._trip, works)
        for each in found:
            if isinstance(each, BaseException):
                raise each
        return found

    async def in_one_go(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return what a coroutine returns whose statements follow from one another.

        On SQLite it runs in the thread of its connection: one trip for all of them. It only reads
        and computes; one that waits for anything else is begun again, on the loop.
        """
        pool = self.pool
        if not isinstance(pool, SqliteReadPool) or turn.is_shared or current_unit.get() is not None:
            return await work()
        beside = Beside(work)
        try:
            return await pool.beside(beside.run)
        except WaitsForMore:
            return await work()
        finally:
            beside.is_wanted = False

    async def _trip(self, statements: Sequence[Statement]) -> list[list[Row]]:
        if turn.is_shared:
            return await Asked(statements)
        return await self.pool.fetch_all(statements)

    async def fetch_block(self, columns: str, rest: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of ``SELECT columns rest``, for several hundred of them at once.

        SQLite's module for Python takes the interpreter's lock for every row, which whoever
        computes meanwhile gives it every 5 ms. As one text the rows are made beside them. Numbers
        are whole, texts without NUL.
        """
        if self.dialect != "sqlite":
            return await self.fetch(f"SELECT {columns} {rest}", params)
        text = await self.fetch_value(
            f"SELECT group_concat(line) FROM (SELECT json_array({columns}) AS line {rest})",  # noqa: S608
            params,
        )
        found: list[Row] = orjson.loads(f"[{text}]") if text else []
        return found

    async def fetch_one(self, sql: str, params: Sequence[Any] = ()) -> Row | None:
        """Return the first row, or None."""
        rows = await self.fetch(sql, params)
        return rows[0] if rows else None

    async def fetch_value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = await self.fetch_one(sql, params)
        return row[0] if row else None

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """Read one state of the database in this block, whatever is committed meanwhile.

        On a connection of its own. Only for a coroutine that runs in one task from the first read
        to the last: never around the ``yield`` of a generator.
        """
        opened: list[Snapshot] = []

        async def take() -> None:
            opened.append(await self.pool.snapshot())

        try:
            # To its end even when cancelled: a connection that nobody holds would stay open.
            await finish(take())
            token = current_unit.set(opened[0])
            try:
                yield
            finally:
                current_unit.reset(token)
        finally:
            for taken in opened:
                await taken.close()

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """Collect the statements read in this context (tests count them)."""
        collected: list[str] = []
        token = _counters.set((*_counters.get(), collected))
        try:
            yield collected
        finally:
            _counters.reset(token)


async def _in_order(works: Sequence[Coroutine[Any, Any, Any]]) -> list[Any]:
    try:
        return [await work for work in works]
    finally:
        for work in works:
            work.close()


read = Read()
