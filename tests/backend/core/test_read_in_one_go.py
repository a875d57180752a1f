"""Reads that follow from one another: together beside the loop, with nothing lost on the way."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import threading
import weakref
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import new_owner
from tests.factories.contacts import new_label

NAMES = "SELECT name FROM label WHERE account_id = ? ORDER BY id"


async def test_statements_see_what_those_before_them_found(database):
    async def follow() -> tuple[int, bool]:
        first = await read.fetch_value("SELECT 20 + 1")
        [[(second,)], [(third,)]] = await read.fetch_all(
            [("SELECT ? * 2", (first,)), ("SELECT 1", ())]
        )
        return second + third, threading.current_thread() is threading.main_thread()

    with read.statements() as seen:
        found, on_the_loop = await read.in_one_go(follow)
    assert found == 43
    assert on_the_loop is (read.dialect == "postgres")
    assert len(seen) == 3


async def test_refusals_come_through(database):
    async def refuse() -> None:
        await read.fetch("SELECT 1")
        raise NotFound

    with pytest.raises(NotFound):
        await read.in_one_go(refuse)
    assert await read.fetch_value("SELECT 1") == 1


async def test_who_waits_for_more_than_the_database_is_begun_again_on_the_loop(database):
    async def wait() -> str:
        await read.fetch("SELECT 1")
        await asyncio.sleep(0)
        return threading.current_thread().name

    assert await read.in_one_go(wait) == threading.main_thread().name


async def test_a_unit_of_work_reads_its_own_writes(database):
    actor = (await new_owner()).actor

    async def names() -> list[str]:
        return [row[0] for row in await read.fetch(NAMES, (actor.account_id,))]

    columns = ("account_id", "name", "folded_name", "color", "version", "contact_count")
    async with unit_of_work(actor) as unit:
        row = (actor.account_id, "new", "new", "GRAY", 1, 0, 1)
        await unit.insert_rows("label", (*columns, "created_at"), [row])
        assert await read.in_one_go(names) == ["new"]
        assert await read.together(read.in_one_go(names), read.in_one_go(names)) == [["new"]] * 2


@pytest.mark.sqlite_only
async def test_all_of_it_sees_one_state_and_lets_go_of_it_however_it_ends(database):
    actor = (await new_owner()).actor
    began, may_go_on = threading.Event(), threading.Event()

    async def read_twice() -> None:
        before = await read.fetch(NAMES, (actor.account_id,))
        began.set()
        may_go_on.wait(60)
        assert await read.fetch(NAMES, (actor.account_id,)) == before == []
        await read.fetch("SELECT * FROM no_such_table")

    running = asyncio.create_task(read.in_one_go(read_twice))
    await asyncio.to_thread(began.wait, 60)
    await new_label(actor, "new")
    may_go_on.set()
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        await running
    # Whoever comes next to the connection sees what is there by then.
    for _ in range(8):
        assert await read.fetch(NAMES, (actor.account_id,)) == [("new",)]


class Thing:
    """What can be seen to be freed."""


@pytest.mark.sqlite_only
async def test_nothing_of_it_waits_for_the_collector_of_cycles(database):
    def made() -> tuple[Callable[[], Coroutine[Any, Any, bool]], weakref.ref[Thing]]:
        thing = Thing()

        async def follow() -> bool:
            await read.fetch("SELECT 1")
            return thing is not None

        return follow, weakref.ref(thing)

    gc.disable()
    try:
        follow, found = made()
        assert await read.in_one_go(follow)
        del follow
        for _ in range(2_000):  # its thread lets go of it a moment later
            if found() is None:
                return
            await asyncio.sleep(0.001)
        pytest.fail("a cycle keeps it")
    finally:
        gc.enable()


@pytest.mark.sqlite_only
async def test_who_is_cancelled_ends_at_the_next_statement(database):
    began, may_go_on, is_over = threading.Event(), threading.Event(), threading.Event()
    reached = list[str]()

    async def follow() -> None:
        try:
            await read.fetch("SELECT 1")
            began.set()
            may_go_on.wait(60)
            reached.append("on")
            await read.fetch("SELECT 2")
            reached.append("too far")
        finally:
            is_over.set()

    running = asyncio.create_task(read.in_one_go(follow))
    await asyncio.to_thread(began.wait, 60)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    may_go_on.set()
    assert await asyncio.to_thread(is_over.wait, 60)
    assert reached == ["on"]
    for _ in range(8):  # the connection that it was on answers again
        assert await asyncio.gather(*(read.fetch_value("SELECT 3") for _ in range(4))) == [3] * 4
