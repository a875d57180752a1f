"""Who follows the same thing shares one execution, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from typing import Any

import pytest

from backend.api.answers import Answer, Request
from backend.api.sharing import KEPT_EVENTS, Event, SharedStreams, SlowConsumer
from backend.core.change_log import current_cursor
from backend.core.graphql.context import Credentials
from backend.core.permissions import Role
from backend.core.unit_of_work import unit_of_work
from tests.backend.api.sample import SECRET, Executions, actor
from tests.backend.core.facts import ThingMade

TICKS = "subscription ($after: String) { ticks(after: $after) { cursor kind userId } }"

FILLED = """subscription ($after: String, $filler: Int!) {
  ticks(after: $after, filler: $filler) { cursor }
}"""


async def write(count=1, account_id=1, text="x"):
    """Commit changes in an account."""
    async with unit_of_work(actor(account_id=account_id)) as unit:
        for number in range(count):
            unit.record(ThingMade(number + 1, text))


async def take(stream, count):
    """The next answers of a stream."""
    async with asyncio.timeout(5):
        return [await anext(stream) for _ in range(count)]


def places(answers):
    return [answer.body["data"]["ticks"]["cursor"] for answer in answers]


class Followers:
    """Streams that are closed at the end of a test."""

    def __init__(self, engine, stack):
        self.engine, self.stack = engine, stack

    async def add(self, cookie="one", document=TICKS, **variables):
        caller = await self.engine.identify(Credentials(cookie=cookie))
        stream = self.engine.follow_while_allowed(caller, Request(document, variables))
        return await self.stack.enter_async_context(aclosing(stream))


@pytest.fixture
async def followers(engine):
    async with AsyncExitStack() as stack:
        yield Followers(engine, stack)


async def test_two_members_share_one_execution_and_its_very_answers(database, engine, followers):
    start = await current_cursor(1)
    one = await followers.add("one", after=start)
    two = await followers.add("two", after=start)
    waiting = [asyncio.create_task(take(stream, 3)) for stream in (one, two)]
    await asyncio.sleep(0.05)
    await write(3)
    first, second = await asyncio.gather(*waiting)
    assert Executions.started == 1
    assert len(engine.shared) == 1
    assert all(mine is theirs for mine, theirs in zip(first, second, strict=True))
    assert first[0].encoded is second[0].encoded


async def test_what_is_shared_acts_as_nobody_in_particular(database, followers):
    stream = await followers.add("one", after=await current_cursor(1))
    await write()
    (answer,) = await take(stream, 1)
    assert answer.body["data"]["ticks"]["userId"] is None


async def test_what_is_personal_is_not_shared(database, engine, followers):
    document = "subscription ($after: String) { ownTicks(after: $after) { userId } }"
    start = await current_cursor(1)
    streams = [await followers.add(name, document, after=start) for name in ("one", "two")]
    await write()
    answers = [(await take(stream, 1))[0].body["data"]["ownTicks"]["userId"] for stream in streams]
    assert answers == [1, 2]
    assert len(engine.shared) == 0


async def test_another_account_shares_nothing(database, engine, followers):
    one = await followers.add("one", after=await current_cursor(1))
    other = await followers.add("other", after=await current_cursor(2))
    waiting = asyncio.create_task(take(other, 1))
    await write(2)
    await take(one, 2)
    assert len(engine.shared) == 2
    assert not waiting.done()
    await write(1, account_id=2)
    assert (await waiting)[0].body["data"]["ticks"]["kind"] == "thing.made"


@pytest.mark.parametrize("change", ["role", "variables", "document"])
async def test_other_rights_or_another_question_share_nothing(
    database, engine, everyone, followers, change
):
    start = await current_cursor(1)
    first: dict[str, Any] = {"document": TICKS}
    second: dict[str, Any] = {"document": TICKS}
    if change == "role":
        everyone.actors["two"] = actor(2, role=Role.VIEWER)
    elif change == "document":
        second["document"] = TICKS.replace("userId", "filler")
    else:
        first = {"document": FILLED, "filler": 1}
        second = {"document": FILLED, "filler": 2}
    one = await followers.add("one", after=start, **first)
    two = await followers.add("two", after=start, **second)
    await write()
    await asyncio.gather(take(one, 1), take(two, 1))
    assert len(engine.shared) == 2


async def test_followers_who_came_at_different_times_share_and_miss_nothing(database, followers):
    start = await current_cursor(1)
    early = await followers.add("one", after=start)
    await write(3)
    seen = places(await take(early, 3))
    late = await followers.add("two", after=seen[0])
    assert places(await take(late, 2)) == seen[1:]
    now = await followers.add("two")
    following = asyncio.create_task(take(now, 1))
    await asyncio.sleep(0.05)
    await write(1)
    last = places(await take(early, 1))
    assert places(await following) == places(await take(late, 1)) == last
    assert Executions.started == 1


async def test_somebody_from_long_ago_catches_up_alone_and_then_shares(database, engine, followers):
    old = await current_cursor(1)
    await write(5)
    here = await followers.add("one", after=await current_cursor(1))
    waiting = asyncio.create_task(take(here, 1))
    await asyncio.sleep(0.05)
    back = await followers.add("two", after=old)
    missed = await take(back, 5)
    await write(1)
    (shared,) = await waiting
    assert (await take(back, 1)) == [shared]
    assert len(set(places(missed))) == 5
    assert len(engine.shared) == 1


async def test_a_place_in_the_document_is_not_gone_back_to(database, engine, followers):
    """Who catches up alone when those who shared have left begins to share anew, where it is."""
    document = TICKS.replace("$after: String", "$n: Int").replace(
        "after: $after", f'after: "{await current_cursor(1)}", filler: $n'
    )
    others = await followers.add("one", document, n=1)
    await write(KEPT_EVENTS + 2)
    expected = places(await take(others, KEPT_EVENTS + 2))
    late = await followers.add("two", document, n=1)
    seen = places(await take(late, 2))
    await others.aclose()
    seen += places(await take(late, KEPT_EVENTS))
    assert seen == expected
    assert len(engine.shared) == 1


async def test_the_execution_ends_with_its_last_follower(database, engine):
    caller = await engine.identify(Credentials(cookie="one"))
    for _ in range(3):
        async with aclosing(engine.follow(caller, Request(TICKS, {}))) as stream:
            following = asyncio.create_task(take(stream, 1))
            await Executions.reach(1)
            await write()
            await following
        await Executions.reach(0)
        assert len(engine.shared) == 0


@pytest.mark.parametrize(
    ("document", "given"),
    [(TICKS, {"after": "nonsense"}), (TICKS.replace("String", 'String = "nonsense"'), {})],
    ids=["given", "by default"],
)
async def test_a_wrong_cursor_is_refused_to_its_sender(
    database, engine, followers, document, given
):
    stream = await followers.add("one", document, **given)
    (answer,) = await take(stream, 1)
    (error,) = answer.body["errors"]
    assert answer.is_refusal
    assert error["path"] == ["ticks"]
    assert error["extensions"]["refusals"][0]["code"] == "INVALID_CURSOR"
    assert len(engine.shared) == 0


async def test_each_follower_needs_the_right_to(database, engine, everyone, followers):
    good = await followers.add("one", after=await current_cursor(1))
    everyone.actors["bare"] = actor(4)
    bare = await engine.identify(Credentials(cookie="nobody"))
    async with aclosing(engine.follow(bare, Request(TICKS, {}))) as stream:
        (answer,) = await take(stream, 1)
    assert answer.body["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    await write()
    assert len(await take(good, 1)) == 1


@pytest.mark.expects_error_log
async def test_a_crash_ends_the_stream_for_all_masked(database, engine, followers):
    start = await current_cursor(1)
    streams = [await followers.add(name, after=start) for name in ("one", "two")]
    waiting = [asyncio.create_task(take(stream, 2)) for stream in streams]
    await asyncio.sleep(0.05)
    await write(1)
    await write(1, text="crash")
    for answers in await asyncio.gather(*waiting):
        assert answers[1].is_refusal
        assert answers[1].body["errors"][0]["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
        assert SECRET not in answers[1].text


async def test_a_follower_that_does_not_read_is_let_go_and_memory_stays(
    database, engine, followers
):
    start = await current_cursor(1)
    fast = await followers.add("one", after=start)
    slow = await followers.add("two", after=start)
    await write(1)
    await take(slow, 1)
    for _ in range(3):
        await write(KEPT_EVENTS // 2)
        await take(fast, KEPT_EVENTS // 2)
    (stream,) = engine.shared._streams.values()
    assert len(stream.events) == KEPT_EVENTS
    with pytest.raises(SlowConsumer):
        await take(slow, 1)


async def test_a_burst_leaves_no_follower_behind():
    async def burst(after: int) -> AsyncGenerator[Event, None]:
        for number in range(after + 1, 4 * KEPT_EVENTS):
            yield Event(number, Answer({}))

    async def read_slowly() -> list[int]:
        read = []
        async with aclosing(streams.follow("burst", 0, burst)) as events:
            async for event in events:
                await asyncio.sleep(0)
                read.append(event.sequence)
        return read

    streams = SharedStreams()
    for read in await asyncio.gather(read_slowly(), read_slowly()):
        assert read == list(range(1, 4 * KEPT_EVENTS))


@pytest.mark.parametrize(
    ("change", "code"), [("gone", "UNAUTHENTICATED"), ("role", "ACTOR_CHANGED")]
)
async def test_who_may_no_longer_follow_is_cut_off_within_a_second(
    database, everyone, followers, change, code
):
    stream = await followers.add("one", after=await current_cursor(1))
    other = await followers.add("two", after=await current_cursor(1))
    waiting = asyncio.create_task(take(stream, 1))
    await asyncio.sleep(0.05)
    if change == "gone":
        del everyone.actors["one"]
    else:
        everyone.actors["one"] = actor(1, role=Role.VIEWER)
    async with asyncio.timeout(1):
        (answer,) = await waiting
    assert answer.body["errors"][0]["extensions"]["code"] == code
    with pytest.raises(StopAsyncIteration):
        await anext(stream)
    await write()
    assert len(await take(other, 1)) == 1


async def test_a_stream_that_ended_is_started_anew():
    streams, starts = SharedStreams(), 0

    async def start(after):
        nonlocal starts
        starts += 1
        yield Event(after + 1, Answer({"data": starts}))

    for expected in (1, 2):
        async with aclosing(streams.follow("key", 0, start)) as events:
            assert [event.answer.body["data"] async for event in events] == [expected]
    assert len(streams) == 0
