"""What other domains keep for contacts, taken along by the verbs on contacts."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from backend.contacts.followers import contact_followers
from backend.core.unit_of_work import UnitOfWork


async def follow_merge(unit: UnitOfWork, kept_id: int, other_id: int) -> None:
    """Give what is another contact's to the one that takes it in, and remember what that was."""
    moved = []
    for name, follower in contact_followers.entries.items():
        keys = await follower.move(unit, other_id, kept_id, None)
        if keys:
            moved.append((other_id, name, orjson.dumps(list(keys)).decode()))
    await unit.execute_many(
        "INSERT INTO contact_move (contact_id, follower, keys) VALUES (?, ?, ?)", moved
    )


async def follow_parting(unit: UnitOfWork, kept_id: int, other_id: int) -> None:
    """Give back to a contact what came with it, as far as it is still there."""
    rows = await unit.fetch(
        "DELETE FROM contact_move WHERE contact_id = ? RETURNING follower, keys", (other_id,)
    )
    for name, keys in sorted(rows):
        await contact_followers.entries[name].move(unit, kept_id, other_id, orjson.loads(keys))


async def follow_into_trash(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Tell that contacts went into the trash."""
    for follower in contact_followers.entries.values():
        if follower.hide is not None and ids:
            await follower.hide(unit, ids)


async def follow_out_of_trash(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Tell that contacts came out of the trash."""
    for follower in contact_followers.entries.values():
        if follower.show is not None and ids:
            await follower.show(unit, ids)


async def follow_to_the_end(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Tell that contacts are about to be erased for good."""
    for follower in contact_followers.entries.values():
        if follower.forget is not None and ids:
            await follower.forget(unit, ids)
