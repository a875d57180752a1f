"""What reads together goes to the database on one trip, and is what it was one by one."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any

import pytest

from backend.core.database import read
from backend.core.database.pools import Statement
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_label

NAMED: ContextVar[str] = ContextVar("named", default="nobody")
Trips = list[list[str]]


@pytest.fixture
def trips(database, monkeypatch: pytest.MonkeyPatch) -> Trips:
    """Return what goes to the database from now on, trip by trip."""
    found: Trips = []
    fetch_all, fetch = read.pool.fetch_all, read.pool.fetch

    async def several(statements: list[Statement]) -> Any:
        found.append([sql for sql, _ in statements])
        return await fetch_all(statements)

    async def one(sql: str, params: Any) -> Any:
        found.append([sql])
        return await fetch(sql, params)

    monkeypatch.setattr(read.pool, "fetch_all", several)
    monkeypatch.setattr(read.pool, "fetch", one)
    return found


async def numbers(*wanted: int) -> list[int]:
    """Read numbers, one statement after the other."""
    return [await read.fetch_value(f"SELECT {number} + 0") for number in wanted]


@pytest.mark.sqlite_only
async def test_each_round_of_statements_is_one_trip(trips: Trips) -> None:
    found = await read.together(numbers(1, 2, 3), numbers(4), numbers(5, 6))
    assert found == [[1, 2, 3], [4], [5, 6]]
    assert [len(trip) for trip in trips] == [3, 2, 1]


@pytest.mark.sqlite_only
async def test_what_reads_together_inside_joins_the_others(trips: Trips) -> None:
    async def several() -> list[Any]:
        await asyncio.sleep(0)
        rows = await read.fetch_all([("SELECT 1", ()), ("SELECT 2", ())])
        return [*rows, *await read.together(numbers(3), numbers(4))]

    assert await read.together(numbers(5, 6), several()) == [[5, 6], [[(1,)], [(2,)], [3], [4]]]
    assert [len(trip) for trip in trips] == [1, 3, 2]


async def test_a_statement_that_fails_fails_for_its_own_alone(trips: Trips) -> None:
    async def refused() -> str:
        with pytest.raises(Exception, match="no_such"):
            await read.fetch("SELECT 1 FROM no_such_table")
        return "refused"

    assert await read.together(numbers(1), refused(), numbers(2)) == [[1], "refused", [2]]


@pytest.mark.sqlite_only
async def test_all_end_before_the_first_failure_is_told(trips: Trips) -> None:
    ended = []

    async def failing(name: str) -> None:
        await numbers(1)
        raise ValueError(name)

    async def ending() -> None:
        await numbers(1, 2, 3)
        ended.append("ended")

    with pytest.raises(ValueError, match="first"):
        await read.together(failing("first"), ending(), failing("second"))
    assert ended == ["ended"]


@pytest.mark.sqlite_only
async def test_they_may_wait_for_one_another_and_for_tasks_of_their_own(trips: Trips) -> None:
    lock, told = asyncio.Lock(), asyncio.Event()

    async def locked(number: int) -> list[int]:
        async with lock:
            return await numbers(number, number)

    async def telling() -> list[list[int]]:
        await asyncio.sleep(0)
        told.set()
        return list(await asyncio.gather(numbers(8), numbers(9)))

    async def told_late() -> list[int]:
        await told.wait()
        return await numbers(7)

    works = (told_late(), locked(1), locked(2), telling())
    assert await read.together(*works) == [[7], [1, 1], [2, 2], [[8], [9]]]


@pytest.mark.sqlite_only
async def test_each_has_a_context_of_its_own(trips: Trips) -> None:
    async def named(name: str) -> str:
        NAMED.set(name)
        await numbers(1)
        return NAMED.get()

    assert await read.together(named("one"), named("other")) == ["one", "other"]
    assert NAMED.get() == "nobody"


async def test_cancelled_all_of_them_are(trips: Trips) -> None:
    never, ended = asyncio.Event(), []

    async def waiting(name: str, *, asks: bool) -> None:
        try:
            await (numbers(1) if asks else never.wait())
            await never.wait()
        finally:
            ended.append(name)

    works = (waiting("asks", asks=True), waiting("waits", asks=False))
    reading = asyncio.create_task(read.together(*works))
    for _ in range(3):
        await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert sorted(ended) == ["asks", "waits"]
    assert await numbers(1) == [1]


async def test_a_unit_of_work_sees_what_it_wrote(trips: Trips) -> None:
    actor = (await new_owner()).actor
    await new_label(actor, "before")
    trips.clear()
    count = "SELECT COUNT(*) FROM label WHERE account_id = ?"
    async with unit_of_work(actor) as unit:
        await unit.execute("DELETE FROM label WHERE account_id = ?", (actor.account_id,))
        works = [read.fetch_value(count, (actor.account_id,)) for _ in range(3)]
        assert await read.together(*works) == [0, 0, 0]
    assert trips == []


@pytest.mark.parametrize("length", [0, 20_000], ids=["short", "long"])
async def test_several_statements_answer_as_each_alone(database, length: int) -> None:
    actor = (await new_owner()).actor
    for name in ("one", "other", "é '?' \\"):
        await new_label(actor, name)
    own = (actor.account_id,)
    statements: list[Statement] = [
        ("SELECT id, name, id FROM label WHERE account_id = ? ORDER BY name DESC", own),
        ("SELECT id FROM label WHERE account_id = ? AND id < ?", (*own, 0)),
        ("SELECT NULL, name, '?' FROM label WHERE name = ? AND account_id = ?", ("one", *own)),
        (
            "WITH found AS MATERIALIZED (SELECT name FROM label WHERE account_id = ?) "
            f"SELECT COUNT(*), MIN(name) FROM found{' ' * length}",
            own,
        ),
    ]
    together = await read.fetch_all(statements)
    assert together == [await read.fetch(*each) for each in statements]
    assert [len(rows) for rows in together] == [3, 0, 1, 1]
    assert type(together[0][0]) is tuple
