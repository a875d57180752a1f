"""Contacts into the trash and out of it, a thousand at a time, inside of a unit that does more."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.events import ContactDeleted, ContactRestored
from backend.contacts.limits import BATCH, BULK
from backend.contacts.selections import Selection
from backend.contacts.service.following import follow_into_trash, follow_out_of_trash
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.search_index import move_from_trash, move_to_trash
from backend.contacts.service.selecting import selected_ids
from backend.contacts.service.shelves import find_shelves
from backend.contacts.service.totals import shift_counts
from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork


async def trash_contacts(unit: UnitOfWork, selection: Selection) -> tuple[int | None, int]:
    """Put contacts into the trash; return what restores them, and how many.

    The unit has the account's turn.
    """
    ids = await selected_ids(unit, selection)
    if not ids:
        return None, 0
    deletion_id, count = await new_deletion(unit), 0
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        count += len(await trash_batch(unit, batch, deletion_id, bulk=len(ids) > BULK))
        await unit.flush()
    if count:
        return deletion_id, count
    await unit.execute("DELETE FROM contact_deletion WHERE id = ?", (deletion_id,))
    return None, 0


async def new_deletion(unit: UnitOfWork) -> int:
    """Begin an act of deleting, and return its id."""
    rows = await unit.fetch(
        "INSERT INTO contact_deletion (account_id, created_at) VALUES (?, ?) RETURNING id",
        (unit.actor.account_id, now_micros()),
    )
    return int(rows[0][0])


async def trash_batch(
    unit: UnitOfWork, ids: Sequence[int], deletion_id: int, *, bulk: bool
) -> dict[int, int]:
    """Put contacts into the trash at once; return the versions of those it did.

    The unit has the account's turn.
    """
    before = {} if bulk else await load_contacts(unit, ids)
    chosen = values_in("id", ids, unit.dialect)
    now = now_micros()
    rows = await unit.fetch(
        "UPDATE contact SET deleted_at = ?, deletion_id = ?, version = version + 1, "  # noqa: S608
        f"updated_at = ?, updated_by = ? WHERE account_id = ? AND deleted_at IS NULL "
        f"AND {chosen.text} RETURNING id, version",
        (now, deletion_id, now, unit.actor.name, unit.actor.account_id, *chosen.params),
    )
    deleted: dict[int, int] = dict(sorted(rows))
    await move_to_trash(unit, list(deleted))
    await shift_counts(unit, list(deleted), -1)
    await follow_into_trash(unit, list(deleted))
    unit.record_many(
        ContactDeleted(
            key,
            version=version,
            deletion=encode_id("ContactDeletion", deletion_id),
            before=before[key].snapshot.stored() if key in before else None,
            bulk=bulk,
        )
        for key, version in deleted.items()
    )
    return deleted


async def untrash_batch(unit: UnitOfWork, ids: Sequence[int], *, bulk: bool) -> dict[int, int]:
    """Take contacts out of the trash at once; return the versions of those it did.

    The unit has the account's turn.
    """
    before = {} if bulk else await load_contacts(unit, ids)
    await find_shelves(unit, ids)
    chosen = values_in("id", ids, unit.dialect)
    now = now_micros()
    rows = await unit.fetch(
        "UPDATE contact SET deleted_at = NULL, deletion_id = NULL, version = version + 1, "  # noqa: S608
        "updated_at = ?, updated_by = ? WHERE account_id = ? "
        f"AND deleted_at IS NOT NULL AND deletion_id IS NOT NULL AND {chosen.text} "
        "RETURNING id, version",
        (now, unit.actor.name, unit.actor.account_id, *chosen.params),
    )
    restored: dict[int, int] = dict(sorted(rows))
    await move_from_trash(unit, list(restored))
    await shift_counts(unit, list(restored), 1)
    await follow_out_of_trash(unit, list(restored))
    unit.record_many(
        ContactRestored(
            key,
            version=version,
            before=before[key].snapshot.stored() if key in before else None,
            bulk=bulk,
        )
        for key, version in restored.items()
    )
    return restored
