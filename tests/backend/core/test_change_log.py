"""The account's history: one total order, resumable from any cursor."""

from __future__ import annotations

import asyncio
import random
from contextlib import aclosing

import pytest

from backend.core.change_log import (
    changes_after,
    changes_of,
    current_cursor,
    decode_cursor,
    encode_cursor,
)
from backend.core.errors import InvalidCursor
from backend.core.feed import _Tail, feed
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from tests.backend.core.facts import OtherMade, ThingMade, write_fact

ACCOUNT, OTHER = 41, 42


async def test_concurrent_writers_number_without_gap_or_double(database):
    numbers = await asyncio.gather(
        *(write_fact(ACCOUNT if n % 3 else OTHER, n) for n in range(1, 91))
    )
    assert len(numbers) == 90
    for account, count in ((ACCOUNT, 60), (OTHER, 30)):
        stored = await changes_after(account, 0, limit=1000)
        assert [change.sequence for change in stored] == list(range(1, count + 1))


async def test_a_change_says_who_when_and_what(database):
    actor = Actor.system(ACCOUNT)
    async with unit_of_work(actor) as unit:
        unit.record(ThingMade(5, "said"))
    (change,) = await changes_of(ACCOUNT, "Thing", 5, limit=10)
    assert (change.kind, change.payload) == ("thing.made", {"note": "said"})
    assert (change.actor_kind, change.actor_name) == ("system", "Carnet")
    assert change.request_id == actor.request_id
    assert change.cursor == unit.cursor == await current_cursor(ACCOUNT)


async def test_a_history_is_the_account_s_own(database):
    await write_fact(ACCOUNT, 5)
    assert await changes_of(OTHER, "Thing", 5, limit=10) == []
    assert await changes_after(OTHER, 0, limit=10) == []


@pytest.mark.parametrize("cursor", ["", "s1", "!!", "czE=czE=", "cy0x", "é", "c" * 400])
def test_refuses_a_cursor_that_is_not_ours(cursor):
    with pytest.raises(InvalidCursor):
        decode_cursor(cursor)


def test_a_cursor_reads_back():
    for sequence in (0, 1, 2**53):
        assert decode_cursor(encode_cursor(sequence)) == sequence


async def collect(account_id: int, after: int, until: int, seen: list[int]) -> None:
    """Follow the feed into ``seen`` until a sequence number arrives."""
    async with aclosing(feed().follow(account_id, after)) as batches:
        async for batch in batches:
            seen.extend(change.sequence for change in batch)
            if seen[-1] >= until:
                return


async def test_followers_miss_nothing_and_see_nothing_twice(database):
    total = 120
    seen: list[list[int]] = [[] for _ in range(6)]
    followers = [asyncio.create_task(collect(ACCOUNT, 0, total, numbers)) for numbers in seen]
    await asyncio.gather(*(write_fact(ACCOUNT, n) for n in range(total)))
    await asyncio.wait_for(asyncio.gather(*followers), 20)
    assert all(numbers == list(range(1, total + 1)) for numbers in seen)


async def note(text: str) -> None:
    async with unit_of_work(Actor.system(ACCOUNT)) as unit:
        unit.record(OtherMade(1, text))


async def test_who_follows_one_subject_is_woken_by_it_alone_and_misses_nothing(
    database, monkeypatch
):
    looks: list[int] = []
    look = _Tail.after

    def noted(tail: _Tail, place: int) -> object:
        looks.append(place)
        return look(tail, place)

    monkeypatch.setattr(_Tail, "after", noted)
    seen: list[str] = []

    async def listen() -> None:
        async with aclosing(feed().follow_subject(ACCOUNT, "Other", 0)) as batches:
            async for batch in batches:
                seen.extend(change.payload["note"] for change in batch)
                if seen[-1] == "last":
                    return

    await note("before")
    listening = asyncio.create_task(listen())
    while seen != ["before"]:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    looks.clear()
    for number in range(20):
        await write_fact(ACCOUNT, number)
    assert looks == []
    await note("first")
    await write_fact(ACCOUNT, 20)
    await note("last")
    await asyncio.wait_for(listening, 20)
    assert seen == ["before", "first", "last"]


async def test_who_comes_back_after_long_reads_one_subject_from_where_it_was(database):
    await note("old")
    for number in range(3):
        await write_fact(ACCOUNT, number)
    async with aclosing(feed().follow_subject(ACCOUNT, "Other", 0)) as batches:
        (change,) = await asyncio.wait_for(anext(batches), 20)
        assert change.payload == {"note": "old"}
        waiting = asyncio.create_task(anext(batches))
        await asyncio.sleep(0.05)
        await note("new")
        (change,) = await asyncio.wait_for(waiting, 20)
        assert change.payload == {"note": "new"}


async def test_a_follower_that_is_killed_again_and_again_resumes_where_it_was(database):
    total, chance = 80, random.Random(3)
    seen: list[int] = []

    async def write_all() -> None:
        for number in range(total):
            await write_fact(ACCOUNT, number)

    writer = asyncio.create_task(write_all())
    async with asyncio.timeout(30):
        while not seen or seen[-1] < total:
            follower = asyncio.create_task(collect(ACCOUNT, seen[-1] if seen else 0, total, seen))
            await asyncio.wait([follower], timeout=chance.random() * 0.03)
            follower.cancel()
            await asyncio.gather(follower, return_exceptions=True)
    await writer
    assert seen == list(range(1, total + 1))


async def test_an_old_cursor_reads_from_the_table_then_follows_live(database):
    for number in range(5):
        await write_fact(ACCOUNT, number)
    newest: list[int] = []
    live = asyncio.create_task(collect(ACCOUNT, 5, 6, newest))
    old: list[int] = []
    late = asyncio.create_task(collect(ACCOUNT, 2, 6, old))
    await asyncio.sleep(0.1)
    await write_fact(ACCOUNT, 6)
    await asyncio.wait_for(asyncio.gather(live, late), 5)
    assert newest == [6]
    assert old == [3, 4, 5, 6]
