"""Erasing what has been in the trash for long enough."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from backend.contacts.events import ContactPurged
from backend.contacts.followers import contact_followers
from backend.contacts.limits import BATCH
from backend.contacts.photos import forget_photo
from backend.contacts.service.following import follow_to_the_end
from backend.contacts.service.search_index import forget_contacts
from backend.contacts.sql import values_in
from backend.core.clock import now, to_micros
from backend.core.database import read
from backend.core.database.dialect import placeholders
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work


async def purge_deleted_contacts() -> int:
    """Erase, in every account, what was deleted CARNET_DELETED_CONTACT_DAYS ago; return how many.

    Nothing of a contact is left: not its lists, its photo, nor what the log said of it.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    rows = await read.fetch(
        "SELECT DISTINCT account_id FROM contact WHERE deleted_at <= ?", (limit,)
    )
    count = 0
    for (account_id,) in rows:
        while erased := await _purge_batch(Actor.system(account_id), limit):
            count += erased
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.execute(
                "DELETE FROM contact_deletion WHERE account_id = ? AND created_at <= ? AND NOT "
                "EXISTS (SELECT 1 FROM contact WHERE contact.deletion_id = contact_deletion.id)",
                (account_id, limit),
            )
    return count


async def _purge_batch(actor: Actor, limit: int) -> int:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "SELECT id, photo_key FROM contact WHERE account_id = ? AND deleted_at IS NOT NULL "
            "AND deleted_at <= ? ORDER BY id LIMIT ?",
            (actor.account_id, limit, BATCH),
        )
        await erase_contacts(unit, [(key, photo) for key, photo in rows])
    return len(rows)


async def erase_batch(unit: UnitOfWork, ids: Sequence[int], *, bulk: bool) -> int:
    """Erase those of some contacts that somebody put into the trash; return how many.

    The unit has the account's turn.
    """
    chosen = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        "SELECT id, photo_key FROM contact WHERE account_id = ? "  # noqa: S608
        f"AND deleted_at IS NOT NULL AND deletion_id IS NOT NULL AND {chosen.text} ORDER BY id",
        (unit.actor.account_id, *chosen.params),
    )
    await erase_contacts(unit, [(key, photo) for key, photo in rows], bulk=bulk)
    return len(rows)


async def erase_contacts(
    unit: UnitOfWork, contacts: Sequence[tuple[int, str | None]], *, bulk: bool | None = None
) -> None:
    """Erase contacts of the trash, given as ids and photo keys, and record that they are gone.

    They are ``bulk`` when they are several, unless it is said.
    """
    if not contacts:
        return
    ids = [key for key, _ in contacts]
    await follow_to_the_end(unit, ids)
    await forget_contacts(unit, ids)
    own = values_in("id", ids, unit.dialect)
    await unit.execute(f"DELETE FROM contact WHERE {own.text}", own.params)  # noqa: S608
    await _forget_history(unit, ids)
    for _, photo_key in contacts:
        if photo_key is not None:
            forget_photo(unit, unit.actor.account_id, photo_key)
    is_bulk = len(ids) > 1 if bulk is None else bulk
    unit.record_many(ContactPurged(key, bulk=is_bulk) for key in ids)


async def _forget_history(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Erase what the log says of contacts, but for what it tells of another that took them in, and
    of what outlives them.
    """
    kept = [each for one in contact_followers.entries.values() for each in one.keeps_history_of]
    outlives = f" AND subject_type NOT IN ({placeholders(len(kept))})" if kept else ""
    told_of_others = f"about_id IS NOT NULL{outlives}"
    for stream, rest, params in (
        ("subject", "about_id IS NULL", ()),
        ("about", told_of_others, tuple(kept)),
    ):
        told = values_in(f"{stream}_id", ids, unit.dialect)
        await unit.execute(
            "UPDATE change SET payload = '{}' WHERE account_id = ? "  # noqa: S608
            f"AND {stream}_type = 'Contact' AND {rest} AND {told.text}",
            (unit.actor.account_id, *params, *told.params),
        )
