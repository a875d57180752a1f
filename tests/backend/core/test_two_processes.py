"""SQLite with a second process: writers wait for each other, listeners notice foreign commits."""

from __future__ import annotations

import asyncio
import sys
import textwrap
from contextlib import aclosing

import pytest

from backend.core.feed import feed
from tests.backend.core.facts import write_fact

ACCOUNT, WRITES = 41, 60
OTHER_PROCESS = textwrap.dedent("""
    import asyncio, sys
    from backend.core import database
    from backend.domains import DOMAINS
    from tests.backend.core.facts import write_fact

    async def main():
        await database.connect(sys.argv[1], DOMAINS, read_connections=1)
        for number in range(int(sys.argv[2])):
            await write_fact(41, number)
        await database.disconnect()

    asyncio.run(main())
""")


@pytest.mark.sqlite_only
async def test_two_processes_write_at_once_without_a_locked_database(database, database_url):
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER_PROCESS, database_url, str(WRITES)
    )
    for number in range(WRITES):
        await write_fact(ACCOUNT, number)
    assert await other.wait() == 0
    assert await write_fact(ACCOUNT, 0) == 2 * WRITES + 1


@pytest.mark.sqlite_only
async def test_a_commit_of_another_process_wakes_the_followers(database, database_url):
    seen: list[int] = []

    async def follow() -> None:
        async with aclosing(feed().follow(ACCOUNT, 0)) as batches:
            async for batch in batches:
                seen.extend(change.sequence for change in batch)
                if seen[-1] >= 3:
                    return

    follower = asyncio.create_task(follow())
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OTHER_PROCESS, database_url, "3"
    )
    assert await other.wait() == 0
    await asyncio.wait_for(follower, 10)
    assert seen == [1, 2, 3]
