"""What a write on notes is held against, inside of its unit."""

from __future__ import annotations

from typing import TypeVar

from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.notes.events import AboutNote
from backend.notes.markdown import excerpt_of
from backend.notes.queries import notes_by_id, present_id
from backend.notes.rows import NoteRow

F = TypeVar("F", bound=AboutNote)


async def own_note(actor: Actor, note_id: int, *, deleted: bool = False) -> NoteRow:
    """Return a note of the account.

    Raises:
        NotFound
    """
    found = await notes_by_id(actor, (note_id,), deleted=deleted)
    if note_id not in found:
        raise NotFound(("id",))
    return found[note_id]


async def own_contact(unit: UnitOfWork, contact_id: int) -> int:
    """Return the contact that an id answers with.

    Raises:
        NotFound: none of the account, or in the bin.
    """
    contact_id = await present_id(unit.actor, contact_id)
    rows = await unit.fetch(
        "SELECT 1 FROM contact WHERE account_id = ? AND id = ? AND deleted_at IS NULL",
        (unit.actor.account_id, contact_id),
    )
    if not rows:
        raise NotFound(("contactId",))
    return contact_id


def fact(kind: type[F], note: NoteRow) -> F:
    """Return a fact about a note as it is."""
    return kind(note.pk, note.contact_key, note.kind_name, excerpt_of(note.text))
