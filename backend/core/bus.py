"""Who wakes whom after a commit. Messages carry an account and a sequence number, never data."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import aiosqlite
import asyncpg
import structlog

if TYPE_CHECKING:
    from backend.core.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)
Listener = Callable[[int | None], None]
"""Called with the account that changed, or None when any may have."""

CHANNEL = "carnet_change"
WATCH_SECONDS = 0.25
RECONNECT_SECONDS = 1.0
HEARTBEAT_SECONDS = 30.0
"""A connection whose network is gone says nothing, and is asked so often whether it is there."""


class Bus(Protocol):
    """One interface, an implementation per way of running."""

    async def start(self) -> None:
        """Begin to listen to other processes."""
        ...

    async def stop(self) -> None:
        """Stop listening."""
        ...

    async def announce(self, unit: UnitOfWork, account_id: int, sequence: int) -> None:
        """Say inside the transaction what the commit will publish to other processes."""
        ...

    def publish(self, account_id: int, sequence: int) -> None:
        """Wake this process's listeners, after the commit."""
        ...

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` on every wake; returns what stops it."""
        ...


class MemoryBus:
    """One process. On SQLite it also notices the commits of other processes, such as an import
    from the command line, by the file's data version."""

    def __init__(self, sqlite_file: str | None = None) -> None:
        self._listeners: set[Listener] = set()
        self._file = sqlite_file
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        if self._file is not None:
            self._task = asyncio.create_task(self._watch(self._file))

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def announce(self, unit: UnitOfWork, account_id: int, sequence: int) -> None:
        """Say nothing: one process publishes to itself."""

    def publish(self, account_id: int, sequence: int) -> None:  # noqa: ARG002
        self._wake(account_id)

    def listen(self, listener: Listener) -> Callable[[], None]:
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def _wake(self, account_id: int | None) -> None:
        for listener in tuple(self._listeners):
            listener(account_id)

    async def _watch(self, file: str) -> None:
        async with aiosqlite.connect(file, isolation_level=None) as connection:
            seen: Any = None
            while True:
                rows = list(await connection.execute_fetchall("PRAGMA data_version"))
                if seen is not None and rows[0][0] != seen:
                    self._wake(None)
                seen = rows[0][0]
                await asyncio.sleep(WATCH_SECONDS)


class PostgresBus(MemoryBus):
    """Several processes on one PostgreSQL: NOTIFY is sent by the commit itself."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def start(self) -> None:
        ready = asyncio.Event()
        self._task = asyncio.create_task(self._listen_forever(ready))
        await ready.wait()

    async def announce(self, unit: UnitOfWork, account_id: int, sequence: int) -> None:
        await unit.fetch("SELECT pg_notify(?, ?)", (CHANNEL, f"{account_id}:{sequence}"))

    async def _listen_forever(self, ready: asyncio.Event) -> None:
        while True:
            try:
                await self._listen_once(ready)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("bus_disconnected", error=repr(error))
                ready.set()
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen_once(self, ready: asyncio.Event) -> None:
        connection = await asyncpg.connect(self._url)
        closed = asyncio.Event()
        connection.add_termination_listener(lambda _: closed.set())
        try:
            await connection.add_listener(CHANNEL, self._received)
            ready.set()
            self._wake(None)  # what was said while nobody listened
            while not await _within(closed, HEARTBEAT_SECONDS):
                await connection.execute("SELECT 1", timeout=HEARTBEAT_SECONDS)
        finally:
            await connection.close(timeout=2)

    def _received(self, _connection: object, _pid: int, _channel: str, message: object) -> None:
        account, _, _sequence = str(message).partition(":")
        self._wake(int(account) if account.isdigit() else None)


async def _within(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event, but no longer; return whether it came."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    return event.is_set()


_bus: Bus = MemoryBus()


def bus() -> Bus:
    """The bus of this process."""
    return _bus


def use_bus(chosen: Bus) -> None:
    """Choose the bus, before it is started."""
    global _bus
    _bus = chosen
