"""Tortoise's asyncpg client with transactions that always give their connection back.

The stock context acquires a connection, then awaits BEGIN: cancelled there, the pool lost it.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    NestedTransactionContext,
    TransactionalDBClient,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

from backend.core.database.guard import finish


class PlainTransaction(TransactionWrapper):
    """A transaction in plain statements.

    asyncpg's own transaction objects cannot be rolled back once their BEGIN was cancelled: the pool
    then complains each time it takes such a connection back.
    """

    _depth = 0

    def _in_transaction(self) -> NestedTransactionContext:
        nested = PlainTransaction(self)
        nested._depth = self._depth + 1
        return NestedTransactionContext(nested)

    @property
    def _savepoint(self) -> str:
        return f"carnet_{self._depth}"

    async def begin(self) -> None:
        await self._connection.execute("BEGIN")

    async def commit(self) -> None:
        await self._connection.execute("COMMIT")
        self._finalized = True

    async def rollback(self) -> None:
        await self._connection.execute("ROLLBACK")
        self._finalized = True

    async def savepoint(self) -> None:
        await self._connection.execute(f"SAVEPOINT {self._savepoint}")

    async def release_savepoint(self) -> None:
        await self._connection.execute(f"RELEASE SAVEPOINT {self._savepoint}")
        self._finalized = True

    async def savepoint_rollback(self) -> None:
        await self._connection.execute(f"ROLLBACK TO SAVEPOINT {self._savepoint}")
        self._finalized = True


class GuardedPooledContext(TransactionContextPooled):
    """Gives the connection back on any failure on the way in, and finishes on the way out."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool
        connection = await pool.acquire()
        token = None
        try:
            self.client._connection = connection
            self.token = token = get_connections().set(self.connection_name, self.client)
            await self.client.begin()
        except BaseException:
            if token is not None:
                get_connections().reset(token)
            await finish(self._abandon(pool, connection))
            raise
        return self.client

    @staticmethod
    async def _abandon(pool: Any, connection: Any) -> None:
        try:
            # Always: after a cancelled BEGIN the client does not yet know whether it began.
            await connection.execute("ROLLBACK")
        finally:
            await pool.release(connection)

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        try:
            await finish(self._finalise(failed=exc_type is not None))
        finally:
            get_connections().reset(self.token)

    async def _finalise(self, *, failed: bool) -> None:
        try:
            if self.client._finalized:
                return
            if failed:
                await self.client.rollback()
            else:
                await self.client.commit()
        finally:
            if self.client._parent._pool:
                await self.client._parent._pool.release(self.client._connection)


class GuardedAsyncpgClient(AsyncpgDBClient):
    """A pool of writers."""

    def _in_transaction(self) -> GuardedPooledContext:
        return GuardedPooledContext(PlainTransaction(self), self._pool_init_lock)


client_class = GuardedAsyncpgClient
