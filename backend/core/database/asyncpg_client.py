"""Tortoise's asyncpg client with transactions that always give their connection back.

The stock context acquires a connection, then awaits BEGIN: cancelled there, the pool lost it.
"""

from __future__ import annotations

from typing import Any

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContextPooled
from tortoise.connection import get_connections

from backend.core.database.guard import finish


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
            await finish(pool.release(connection))
            raise
        return self.client

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
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
        return GuardedPooledContext(TransactionWrapper(self), self._pool_init_lock)


client_class = GuardedAsyncpgClient
