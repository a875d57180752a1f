"""Deleting notes, bringing them back, and erasing them when their time is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notes.events import NoteDeleted, NoteRestored
from backend.notes.queries import notes_to_purge
from backend.notes.service.standing import fact, own_note
from backend.notes.service.write import NoteWritten


async def delete_note(actor: Actor, note_id: int) -> NoteWritten:
    """Delete a note; ``restore_note`` brings it back for CARNET_DELETED_CONTACT_DAYS.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        note = await own_note(actor, note_id)
        await unit.execute("UPDATE note SET deleted_at = ? WHERE id = ?", (now_micros(), note_id))
        unit.record(fact(NoteDeleted, note))
    return NoteWritten(note, unit.cursor)


async def restore_note(actor: Actor, note_id: int) -> NoteWritten:
    """Bring back a deleted note; one that is there stays as it is.

    Raises:
        NotFound: none of the account, or gone for good.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "UPDATE note SET deleted_at = NULL WHERE account_id = ? AND id = ? "
            "AND deleted_at IS NOT NULL RETURNING id",
            (actor.account_id, note_id),
        )
        note = await own_note(actor, note_id)
        if rows:
            unit.record(fact(NoteRestored, note))
    return NoteWritten(note, unit.cursor)


async def purge_deleted_notes() -> int:
    """Erase, in every account, the notes that were deleted CARNET_DELETED_CONTACT_DAYS ago, and
    what the log said of them; return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await notes_to_purge(limit)
    for account_id, ids in doomed.items():
        async with unit_of_work(Actor.system(account_id)) as unit:
            await unit.take_turn()
            await erase_notes(unit, await _still_deleted(unit, ids, limit))
    return sum(map(len, doomed.values()))


async def _still_deleted(unit: UnitOfWork, ids: Sequence[int], limit: int) -> list[int]:
    chosen = values_in("id", ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM note WHERE deleted_at <= ? AND {chosen.text}",  # noqa: S608
        (limit, *chosen.params),
    )
    return [row[0] for row in rows]


async def erase_notes(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Erase notes, and what the log said of them."""
    own = values_in("id", ids, unit.dialect)
    await unit.execute(f"DELETE FROM note WHERE {own.text}", own.params)  # noqa: S608
    told = values_in("subject_id", ids, unit.dialect)
    await unit.execute(
        "UPDATE change SET payload = '{}' WHERE account_id = ? AND subject_type = 'Note' "  # noqa: S608
        f"AND {told.text}",
        (unit.actor.account_id, *told.params),
    )
