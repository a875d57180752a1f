"""The unit of work: all or nothing, safe to cancel, and nothing leaves before the commit."""

from __future__ import annotations

import asyncio
import random
import sqlite3

import asyncpg
import pytest
from tortoise.exceptions import OperationalError

from backend.core.bus import bus
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.errors import DiskFull
from tests.backend.core.facts import ThingMade, write_fact

ACCOUNT = 41
CANCELLATIONS = {"sqlite": 400, "postgres": 600}


async def test_a_failed_unit_leaves_nothing(database):
    woken: list[int | None] = []
    stop = bus().listen(woken.append)

    async def write_then_fail() -> None:
        async with unit_of_work(Actor.system(ACCOUNT)) as unit:
            unit.record(ThingMade(1))
            unit.enqueue("never", {})
            await unit.flush()
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        await write_then_fail()
    stop()
    assert await read.fetch_value("SELECT COUNT(*) FROM change") == 0
    assert await read.fetch_value("SELECT COUNT(*) FROM job WHERE name = 'never'") == 0
    assert ACCOUNT not in woken


async def test_reads_inside_a_unit_see_its_own_writes(database):
    async with unit_of_work(Actor.system(ACCOUNT)) as unit:
        unit.record(ThingMade(1))
        await unit.flush()
        assert await read.fetch_value("SELECT COUNT(*) FROM change") == 1


@pytest.mark.expects_error_log
async def test_after_commit_runs_outside_the_transaction_and_its_failure_undoes_nothing(
    database, caplog
):
    seen: list[int] = []

    async def look() -> None:
        seen.append(await read.fetch_value("SELECT COUNT(*) FROM change"))

    def fail() -> None:
        raise RuntimeError("a listener's own trouble")

    async with unit_of_work(Actor.system(ACCOUNT)) as unit:
        unit.record(ThingMade(1))
        unit.after_commit(fail)
        unit.after_commit(look)
        assert seen == []
    assert seen == [1]
    assert "after_commit_failed" in caplog.text


async def test_units_do_not_nest(database):
    async with unit_of_work(Actor.system(ACCOUNT)):
        with pytest.raises(RuntimeError, match="already open"):
            async with unit_of_work(Actor.system(ACCOUNT)):
                pass


async def test_random_cancellations_leak_neither_lock_nor_connection(database):
    chance = random.Random(7)
    cancelled = 0
    for number in range(CANCELLATIONS[read.dialect]):
        task = asyncio.create_task(write_fact(ACCOUNT, number))
        await asyncio.sleep(chance.random() * 0.003)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            cancelled += 1
    assert cancelled > 20, "the test must hit units in the middle"
    # More writers at once than the pool has connections: one leak would leave one waiting.
    await asyncio.wait_for(asyncio.gather(*(write_fact(ACCOUNT, n) for n in range(12))), 10)
    count = await read.fetch_value("SELECT COUNT(*) FROM change WHERE account_id = ?", (ACCOUNT,))
    head = await read.fetch_value(
        "SELECT sequence FROM change_head WHERE account_id = ?", (ACCOUNT,)
    )
    assert count == head, "a number was taken without its fact"


async def test_a_cancellation_at_every_step_of_the_way_in_frees_the_database(database):
    for steps in range(14):
        task = asyncio.create_task(write_fact(ACCOUNT, steps))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await asyncio.wait_for(write_fact(ACCOUNT, 1000 + steps), 5)


async def test_a_task_made_after_a_unit_does_not_keep_its_connection(database):
    async def later() -> int:
        await asyncio.sleep(0.05)
        return await write_fact(ACCOUNT, 2)

    tasks: list[asyncio.Task[int]] = []
    async with unit_of_work(Actor.system(ACCOUNT)) as unit:
        unit.record(ThingMade(1))
        unit.after_commit(lambda: tasks.append(asyncio.create_task(later())))
    assert await tasks[0] == 2


async def test_a_read_does_not_wait_behind_a_writer(database):
    inside, done = asyncio.Event(), asyncio.Event()

    async def write_slowly() -> None:
        async with unit_of_work(Actor.system(ACCOUNT)) as unit:
            unit.record(ThingMade(1))
            await unit.flush()
            inside.set()
            await done.wait()

    writer = asyncio.create_task(write_slowly())
    await inside.wait()
    # The writer is held open until this read has answered: were it behind it, this would hang.
    assert await asyncio.wait_for(read.fetch_value("SELECT COUNT(*) FROM change"), 5) == 0
    done.set()
    await writer
    assert await read.fetch_value("SELECT COUNT(*) FROM change") == 1


async def test_read_connections_cannot_write(database):
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await read.fetch("DELETE FROM change")


async def test_a_full_database_is_a_refusal_and_nothing_is_kept(owner):
    if read.dialect == "sqlite":
        failure = sqlite3.OperationalError("database or disk is full")
        failure.sqlite_errorcode = sqlite3.SQLITE_FULL
    else:
        failure = asyncpg.DiskFullError("could not extend file")
    for raised in (failure, OperationalError(failure)):
        with pytest.raises(DiskFull):
            async with unit_of_work(owner.actor):
                raise raised
    with pytest.raises(OperationalError):
        async with unit_of_work(owner.actor):
            raise OperationalError("no such table")
