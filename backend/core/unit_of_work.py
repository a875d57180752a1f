"""The only way to write: rows, facts and jobs commit together, and nothing leaves before."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import structlog
from tortoise.transactions import in_transaction

from backend.core.bus import bus
from backend.core.change_log import Fact, append_changes, encode_cursor
from backend.core.database.connect import CONNECTION
from backend.core.database.dialect import Dialect, to_postgres
from backend.core.database.failures import refusing_when_full
from backend.core.database.reading import current_unit, read
from backend.core.fact_listeners import listeners_of
from backend.core.jobs import queue
from backend.core.jobs.reactions import jobs_following
from backend.core.permissions import Actor

log = structlog.get_logger(__name__)
F = TypeVar("F", bound=Fact)
AfterCommit = Callable[[], Awaitable[None] | None]

written_cursor: ContextVar[str | None] = ContextVar("written_cursor", default=None)
"""Where the account's history was right after the last unit of this task that added to it."""


class UnitOfWork:
    """One transaction of one actor. Made by :func:`unit_of_work`."""

    def __init__(self, actor: Actor, connection: Any, dialect: Dialect) -> None:
        self.actor = actor
        self.dialect = dialect
        self.cursor = ""
        self._connection = connection
        self._facts: list[tuple[int, Fact]] = []
        self._jobs: list[queue.JobRequest] = []
        self._after_commit: list[AfterCommit] = []
        self._heads: dict[int, int] = {}

    def record(self, fact: Fact, *, account_id: int | None = None) -> None:
        """Add a fact to the account's history; the actor's account unless another is named."""
        self._facts.append((account_id or self.actor.account_id, fact))

    def record_many(self, facts: Iterable[Fact]) -> None:
        """Add many facts, in order."""
        self._facts.extend((self.actor.account_id, fact) for fact in facts)

    def recorded(self, kind: type[F]) -> list[F]:
        """Return the facts of one kind that are gathered and not yet written."""
        return [fact for _, fact in self._facts if isinstance(fact, kind)]

    def enqueue(
        self,
        name: str,
        payload: dict[str, Any],
        *,
        run_at: datetime | None = None,
        unique_key: str | None = None,
        moves: bool = False,
    ) -> None:
        """Queue a job that exists only if this commits.

        A taken ``unique_key`` queues nothing; with ``moves`` the job that has it runs then instead.
        """
        self._jobs.append(queue.JobRequest(name, payload, run_at, unique_key, moves))

    def after_commit(self, callback: AfterCommit) -> None:
        """Call back once the commit is done; a failure there is logged, never undoes the write."""
        self._after_commit.append(callback)

    async def take_turn(self) -> None:
        """Wait until no other unit of this account is in its turn, and hold the turn to the end.

        For verbs that write much of an account, or read it and write what follows from that: two of
        them never interleave and never wait for one another's rows. SQLite has one writer anyway.
        """
        if self.dialect == "postgres":
            await self.fetch("SELECT pg_advisory_xact_lock(?)", (self.actor.account_id,))

    async def fetch(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a statement inside the transaction and return its rows (RETURNING, or a SELECT)."""
        raw = self._connection._connection
        if self.dialect == "sqlite":
            return [tuple(row) for row in await raw.execute_fetchall(sql, tuple(params))]
        return [tuple(row) for row in await raw.fetch(to_postgres(sql), *params)]

    async def execute(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Run a statement and return the number of rows it touched."""
        raw = self._connection._connection
        if self.dialect == "sqlite":
            async with raw.execute(sql, tuple(params)) as cursor:
                return int(cursor.rowcount)
        tag = str(await raw.execute(to_postgres(sql), *params))
        count = tag.rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        if not rows:
            return
        raw = self._connection._connection
        await raw.executemany(sql if self.dialect == "sqlite" else to_postgres(sql), rows)

    async def insert_rows(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Insert many rows the fastest way the database has (COPY on PostgreSQL).

        ``table`` and ``columns`` are names from our own code, never from input.
        """
        if not rows:
            return
        if self.dialect == "postgres":
            await self._connection._connection.copy_records_to_table(
                table, records=[tuple(row) for row in rows], columns=list(columns)
            )
            return
        marks = ", ".join("?" * len(columns))
        await self.execute_many(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608
            rows,
        )

    async def flush(self) -> None:
        """Write the facts and jobs gathered so far; called by the unit before its commit."""
        for account_id, fact in tuple(self._facts):
            for listener in listeners_of(fact):
                await listener(self, account_id, fact)
        facts, self._facts = self._facts, []
        by_account: dict[int, list[Fact]] = {}
        for account_id, fact in facts:
            by_account.setdefault(account_id, []).append(fact)
        for account_id in sorted(by_account):  # one order for all: no deadlock between two units
            self._heads[account_id] = await append_changes(
                self, account_id, self.actor, by_account[account_id]
            )
            news = {fact.subject_type for fact in by_account[account_id]}
            self._jobs += jobs_following(account_id, news)
        if self.actor.account_id in self._heads:
            self.cursor = encode_cursor(self._heads[self.actor.account_id])
        jobs, self._jobs = self._jobs, []
        if jobs:
            await queue.insert_jobs(self, jobs)
            self._after_commit.append(partial(queue.wake_for, jobs))
        for account_id, sequence in self._heads.items():
            await bus().announce(self, account_id, sequence)

    async def committed(self) -> None:
        """Wake the listeners and run the callbacks; called by the unit after its commit."""
        for account_id, sequence in self._heads.items():
            bus().publish(account_id, sequence)
        for callback in self._after_commit:
            try:
                result = callback()
                if inspect.isawaitable(result):
                    await result
            except Exception:
                log.exception("after_commit_failed", request_id=self.actor.request_id)


@asynccontextmanager
async def unit_of_work(actor: Actor) -> AsyncIterator[UnitOfWork]:
    """Open a transaction for one actor; commit at the end, roll back on any exception.

    Raises:
        DiskFull: the database has no room to write.

    Safe to cancel at any point. Never start a task inside: it would keep the transaction's
    connection after its end; use ``after_commit``.
    """
    if current_unit.get() is not None:
        raise RuntimeError("a unit of work is already open in this task")
    with refusing_when_full():
        async with _transaction(actor) as unit:
            yield unit
    if unit.cursor:
        written_cursor.set(unit.cursor)
    await unit.committed()


@asynccontextmanager
async def _transaction(actor: Actor) -> AsyncIterator[UnitOfWork]:
    async with in_transaction(CONNECTION) as connection:
        unit = UnitOfWork(actor, connection, read.dialect)
        token = current_unit.set(unit)
        try:
            yield unit
            await unit.flush()
        finally:
            current_unit.reset(token)
