"""Threads that read: one for short reads, another when a read takes long."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable

import pytest

from backend.core.database import readers as module
from backend.core.database.readers import Readers

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def connections() -> list[sqlite3.Connection]:
    return [sqlite3.connect(":memory:", check_same_thread=False) for _ in range(2)]


@pytest.fixture
async def readers(connections: list[sqlite3.Connection]) -> AsyncIterator[Readers]:
    made = Readers(connections)
    yield made
    await made.close()


class Held:
    """A read that ends when it may."""

    def __init__(self) -> None:
        self.began, self.may_end = threading.Event(), threading.Event()

    def __call__(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        self.began.set()
        assert self.may_end.wait(60)
        return connection


def same(connection: sqlite3.Connection) -> sqlite3.Connection:
    return connection


async def start(readers: Readers, read: Held) -> asyncio.Task[sqlite3.Connection]:
    task = asyncio.create_task(readers.run(read))
    assert await asyncio.to_thread(read.began.wait, 60)
    return task


async def test_short_reads_follow_one_another_on_one_connection(readers, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 60)
    used = await asyncio.gather(*(readers.run(same) for _ in range(20)))
    assert len(set(used)) == 1


async def test_others_take_over_where_reads_take_long(readers):
    long, longer = Held(), Held()
    first = await start(readers, long)
    second = await start(readers, longer)
    waiting = [asyncio.create_task(readers.run(same)) for _ in range(3)]
    longer.may_end.set()
    used = await asyncio.gather(*waiting)
    assert set(used) == {await second}
    long.may_end.set()
    assert {await first, await second} > {await first}
    assert await asyncio.gather(*(readers.run(same) for _ in range(3)))


async def test_who_left_the_line_is_not_read_for(readers, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 60)
    held, ran = Held(), list[str]()
    first = await start(readers, held)
    leaves = asyncio.create_task(readers.run(lambda _: ran.append("left")))
    stays = asyncio.create_task(readers.run(lambda _: ran.append("stayed")))
    await asyncio.sleep(0)
    leaves.cancel()
    await asyncio.wait([leaves])
    held.may_end.set()
    await asyncio.gather(first, stays)
    assert ran == ["stayed"]


async def test_what_fails_is_raised_to_whoever_asked(readers):
    for _ in range(3):
        with pytest.raises(sqlite3.OperationalError):
            await readers.run(lambda found: found.execute("SELECT nothing"))
    assert await readers.run(lambda found: found.execute("SELECT 1").fetchall()) == [(1,)]


async def test_closing_waits_for_the_line(connections):
    readers, held = Readers(connections), Held()
    first = await start(readers, held)
    waiting = [asyncio.create_task(readers.run(same)) for _ in range(3)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(readers.close())
    await asyncio.sleep(0)
    held.may_end.set()
    await asyncio.gather(first, *waiting, closing)
    for each in connections:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            each.execute("SELECT 1")
    with pytest.raises(RuntimeError, match="closed"):
        await readers.run(same)


async def test_no_read_is_lost_and_no_connection_shared_however_often_they_change(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.0001)
    connections = [sqlite3.connect(":memory:", check_same_thread=False) for _ in range(4)]
    readers, busy = Readers(connections), set[sqlite3.Connection]()

    def number(wanted: int) -> Callable[[sqlite3.Connection], int]:
        def work(connection: sqlite3.Connection) -> int:
            assert connection not in busy
            busy.add(connection)
            time.sleep(0.001 if wanted % 7 == 0 else 0)
            busy.remove(connection)
            return wanted

        return work

    async def ask(client: int) -> list[int]:
        return [await readers.run(number(client * 100 + place)) for place in range(25)]

    found = await asyncio.gather(*(ask(client) for client in range(16)))
    assert found == [[client * 100 + place for place in range(25)] for client in range(16)]
    await readers.close()
