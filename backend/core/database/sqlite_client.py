"""Tortoise's SQLite client with transactions that survive cancellation and lock at once.

Two defects of the stock client are mended here, each kept by a regression test: a task cancelled
while entering a transaction never released the connection's lock, and a plain BEGIN fails at once
under a second writer, the busy timeout ignored, where BEGIN IMMEDIATE waits.
"""

from __future__ import annotations

import sqlite3
from types import TracebackType

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from backend.core.database.guard import finish


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that takes the write lock when it begins."""

    async def begin(self) -> None:
        try:
            await self._connection.commit()
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


class GuardedTransactionContext(SqliteTransactionContext):
    """Releases the lock whatever happens on the way in, and always finishes on the way out."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        token = None
        try:
            await self.ensure_connection()
            self.token = token = get_connections().set(self.connection_name, self.connection)
            await self.connection.begin()
        except BaseException:
            try:
                await finish(self._abandon())
            finally:
                if token is not None:
                    get_connections().reset(token)
                self._trxlock.release()
            raise
        transaction: TransactionalDBClient = self.connection
        return transaction

    async def _abandon(self) -> None:
        if self.connection._connection is not None:
            await self.connection._connection.rollback()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        try:
            if not self.connection._finalized:
                await finish(self._finalise(failed=exc_type is not None))
        finally:
            get_connections().reset(self.token)
            self._trxlock.release()

    async def _finalise(self, *, failed: bool) -> None:
        if failed:
            await self.connection.rollback()
            return
        try:
            await self.connection.commit()
        except BaseException:
            await self.connection._connection.rollback()
            raise


class GuardedSqliteClient(SqliteClient):
    """The writer: one connection, one transaction at a time."""

    def _in_transaction(self) -> GuardedTransactionContext:
        return GuardedTransactionContext(ImmediateTransaction(self), self._lock)


client_class = GuardedSqliteClient
