"""A contact's notes as they change."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission
from backend.notes.queries import notes_by_id, present_id
from backend.notes.rows import NoteRow

_MOVING = frozenset(
    {
        "contact.merged",
        "contact.merged_away",
        "contact.unmerged",
        "contact.deleted",
        "contact.restored",
        "contact.purged",
    }
)
"""What gives a contact other notes at once, or hides them all."""


@dataclass(slots=True)
class NotesChange:
    """What happened to a contact's notes. ``reset``: they are to be read again."""

    cursor: str
    reset: bool = False
    changed: list[NoteRow] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)


async def follow_notes(
    actor: Actor, contact_id: int, after: int | None
) -> AsyncGenerator[NotesChange, None]:
    """Yield what happens to a contact's notes after a place in the account's history, or from now.

    One that is merged is from then on the contact that has it all.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    subjects = {contact_id, await present_id(actor, contact_id)}
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            if any(change.kind in _MOVING and change.subject_id in subjects for change in batch):
                subjects = {contact_id, await present_id(actor, contact_id)}
                yield NotesChange(batch[-1].cursor, reset=True)
            elif told := await _told(actor, batch, subjects):
                yield told


async def _told(actor: Actor, batch: Sequence[Change], subjects: set[int]) -> NotesChange | None:
    about = [
        change
        for change in batch
        if change.subject_type == "Note" and change.payload.get("contact_id") in subjects
    ]
    if not about:
        return None
    keys = list(dict.fromkeys(change.subject_id for change in about))
    rows = await notes_by_id(actor, keys)
    return NotesChange(
        about[-1].cursor,
        changed=[rows[key] for key in keys if key in rows],
        deleted=[key for key in keys if key not in rows],
    )
