"""Connections to PostgreSQL that only read are kept, unless something happened to them."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from backend.core.database import read
from backend.core.database.connect import postgres_url
from backend.core.database.pools import PostgresReadPool, _is_over
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import new_owner
from tests.fixtures.databases import TestDatabase

pytestmark = pytest.mark.postgres_only
SESSION = "SELECT pg_backend_pid()"
BUSY = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
    "AND wait_event = 'PgSleep' AND state = 'active'"
)


@pytest.fixture
def pool(database) -> PostgresReadPool:
    """Return the pool."""
    assert isinstance(read.pool, PostgresReadPool)
    return read.pool


async def test_reads_go_by_the_same_session_and_wait_for_one(pool: PostgresReadPool) -> None:
    assert len({await read.fetch_value(SESSION) for _ in range(5)}) == 1
    found = await asyncio.gather(*(read.fetch_value(f"SELECT {n}, pg_sleep(0)") for n in range(40)))
    assert found == list(range(40))
    for _ in range(20):
        with pytest.raises(Exception, match="no_such_table"):
            await read.fetch("SELECT 1 FROM no_such_table")
    assert await read.fetch_value("SELECT 7") == 7


async def test_who_reads_again_and_again_waits_for_who_came_before(
    database: TestDatabase,
) -> None:
    pool = await PostgresReadPool.open(postgres_url(database.url), 1)
    order: list[str] = []

    async def work(name: str) -> None:
        for _ in range(3):
            await pool.fetch("SELECT 1", ())
            order.append(name)

    await asyncio.gather(*map(work, "abc"))
    assert "".join(order) == "abcabcabc"
    await pool.close()


async def test_cancelled_in_a_statement_none_is_lost_nor_mixes_answers(
    pool: PostgresReadPool,
) -> None:
    for _ in range(3):
        reading = [asyncio.create_task(read.fetch("SELECT pg_sleep(60)")) for _ in range(20)]
        await asyncio.sleep(0.02)
        for each in reading:
            each.cancel()
        ended = await asyncio.gather(*reading, return_exceptions=True)
        assert all(isinstance(each, asyncio.CancelledError) for each in ended)
    found = await asyncio.gather(*(read.fetch_value(f"SELECT {n}, pg_sleep(0)") for n in range(40)))
    assert found == list(range(40))


async def test_a_session_that_was_ended_is_opened_anew(pool: PostgresReadPool) -> None:
    ended = await read.fetch_value(SESSION)
    async with unit_of_work((await new_owner()).actor) as unit:
        await unit.execute("SELECT pg_terminate_backend(?)", (ended,))
    connection = pool._idle[-1]
    while not _is_over(connection):
        await asyncio.sleep(0.01)
    assert await read.fetch_value(SESSION) != ended


async def test_a_read_whose_session_ends_under_it_is_asked_again(
    database: TestDatabase, pool: PostgresReadPool
) -> None:
    other = await asyncpg.connect(postgres_url(database.url))
    reading = asyncio.create_task(pool.fetch(f"{SESSION}, pg_sleep(0.5)", ()))
    while (ended := await other.fetchval(BUSY)) is None:
        await asyncio.sleep(0.01)
    await other.execute("SELECT pg_terminate_backend($1)", ended)
    [row] = await reading
    assert row[0] != ended
    await other.close()


async def test_idle_connections_are_kept_alive(database: TestDatabase) -> None:
    idle = "SHOW tcp_keepalives_idle"
    assert await read.fetch_value(idle) == "60"
    async with unit_of_work((await new_owner()).actor) as unit:
        assert await unit.fetch(idle) == [("60",)]
