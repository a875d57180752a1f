"""Connections that read: one for short reads, another when a read takes long."""

from __future__ import annotations

import asyncio

import pytest

from backend.core.database.turns import Turns

pytestmark = pytest.mark.sqlite_only


async def test_short_reads_follow_one_another_on_one_connection() -> None:
    turns = Turns(["a", "b"])
    used = []

    async def read() -> None:
        connection = await turns.take()
        await asyncio.sleep(0)
        used.append(connection)
        turns.give_back(connection)

    await asyncio.gather(*(read() for _ in range(5)))
    assert len(used) == 5
    assert len(set(used)) == 1


async def test_another_connection_takes_over_where_reads_take_long() -> None:
    turns = Turns(["a", "b"])
    long, longer = await turns.take(), await turns.take()
    assert {long, longer} == {"a", "b"}
    waiting = [asyncio.ensure_future(turns.take()) for _ in range(2)]
    turns.give_back(longer)
    assert await waiting[0] == longer
    # The long read ends: whoever waits has its connection once the other is held up too.
    turns.give_back(long)
    assert await waiting[1] == long
    turns.give_back(long)
    turns.give_back(longer)
    assert await turns.take() in ("a", "b")


async def test_who_leaves_takes_no_connection_along() -> None:
    turns = Turns(["a"])
    held = await turns.take()
    early, late = (asyncio.ensure_future(turns.take()) for _ in range(2))
    await asyncio.sleep(0)
    early.cancel()
    await asyncio.wait([early])
    turns.give_back(held)
    # It is the next one's already when that one is cancelled.
    late.cancel()
    await asyncio.wait([late])
    assert late.cancelled()
    assert await asyncio.wait_for(turns.take(), 5) == "a"
