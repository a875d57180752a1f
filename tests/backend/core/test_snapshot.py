"""A snapshot sees one state of the database, and leaves no connection behind."""

from __future__ import annotations

import asyncio

import pytest

from backend.core.database import read
from backend.core.database.pools import PostgresSnapshot, SqliteSnapshot
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_label

NAMES = "SELECT name FROM label ORDER BY name"


async def names() -> list[str]:
    return [row[0] for row in await read.fetch(NAMES)]


async def test_sees_what_was_committed_when_it_was_taken(database) -> None:
    actor = (await new_owner()).actor
    await new_label(actor, "before")
    taken, written = asyncio.Event(), asyncio.Event()

    async def look() -> tuple[list[str], list[str]]:
        async with read.snapshot():
            taken.set()
            await written.wait()
            inside = await names()
        return inside, await names()

    looking = asyncio.create_task(look())
    await taken.wait()
    await new_label(actor, "later")
    written.set()
    assert await looking == (["before"], ["before", "later"])


async def test_refuses_to_write(database) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        async with read.snapshot():
            await read.fetch("DELETE FROM label")


async def test_cancelled_at_any_moment_it_closes_its_connection(
    database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, closed = [], []
    for kind in (SqliteSnapshot, PostgresSnapshot):
        plain_init, plain_close = kind.__init__, kind.close

        def init(self, connection, plain=plain_init):
            opened.append(self)
            plain(self, connection)

        async def close(self, plain=plain_close):
            try:
                await plain(self)
            finally:
                closed.append(self)

        monkeypatch.setattr(kind, "__init__", init)
        monkeypatch.setattr(kind, "close", close)

    async def look() -> None:
        async with read.snapshot():
            await asyncio.sleep(0.05)
            await read.fetch("SELECT 1")

    for step in range(30):
        looking = asyncio.create_task(look())
        await asyncio.sleep(step * 0.002)
        looking.cancel()
        await asyncio.wait({looking})
    assert opened == closed
    assert opened
    assert await read.fetch_value("SELECT 1") == 1
