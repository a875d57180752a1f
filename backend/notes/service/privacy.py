"""What is held about a contact in notes, gathered and erased."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.notes.queries import all_notes
from backend.notes.service.trash import erase_notes


async def gather_notes(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield a contact's notes, deleted ones too, newest first."""
    async for note, deleted in all_notes(actor, contact_id):
        fields = {
            "kind": note.kind_name,
            "text": note.text,
            "at": note.created_at.isoformat(),
            "by": note.created_by,
            "edited_at": note.updated_at.isoformat(),
            "edited_by": note.updated_by,
            "deleted_at": None if deleted is None else from_micros(deleted).isoformat(),
        }
        yield Held("notes", fields)


async def erase_notes_of(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's notes.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_notes(unit, (contact_id,))


async def forget_notes(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Erase the notes of contacts that are about to be erased, and what the log said of them."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id FROM note WHERE account_id = ? AND {chosen.text}",  # noqa: S608
        (unit.actor.account_id, *chosen.params),
    )
    if rows:
        await erase_notes(unit, [row[0] for row in rows])
