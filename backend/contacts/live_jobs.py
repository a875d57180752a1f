"""Work on many contacts as it goes on: told when the account's history moves, not too often."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from backend.contacts.acts import ActRow
from backend.contacts.queries.acts import get_act
from backend.core.change_log import current_sequence, encode_cursor
from backend.core.errors import NotFound
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission

PAUSE_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class ActProgress:
    """An act as it stood at a place of the account's history."""

    cursor: str
    job: ActRow


async def follow_act(
    actor: Actor, act_id: int, after: int | None
) -> AsyncGenerator[ActProgress, None]:
    """Yield an act as it is now, then as it goes on, four times a second at most; end with it.

    What its batches write wakes this too: progress needs no facts of its own.

    Raises:
        NotFound: no act of the account.
        Forbidden
    """
    actor.require(Permission.READ)
    place = await current_sequence(actor.account_id) if after is None else after
    shown = await get_act(actor, act_id)
    if shown is None:
        raise NotFound(("id",))
    yield ActProgress(encode_cursor(place), shown)
    if shown.is_over:
        return
    async with aclosing(feed().follow(actor.account_id, place)) as batches:
        async for batch in batches:
            latest = await get_act(actor, act_id)
            if latest is None:
                return
            if latest == shown:
                continue
            shown = latest
            yield ActProgress(batch[-1].cursor, shown)
            if shown.is_over:
                return
            await asyncio.sleep(PAUSE_SECONDS)
