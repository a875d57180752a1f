"""What other domains keep for a contact, as it changes: which of their things, and when all of it.

A fact says by its ``contact_id`` whose thing it tells of (see ``AboutContact``).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.contacts.redirects import redirects
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission

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
"""What gives a contact other things at once, or hides them all."""


@dataclass(slots=True)
class AboutChange:
    """Which things of a contact changed. ``reset``: all are to be read again."""

    cursor: str
    reset: bool = False
    keys: list[int] = field(default_factory=list)


async def present_id(actor: Actor, contact_id: int) -> int:
    """Return the contact that an id answers with: another one when it was merged."""
    return (await redirects(actor, (contact_id,))).get(contact_id, contact_id)


async def follow_about(
    actor: Actor, contact_id: int, subject_type: str, after: int | None
) -> AsyncGenerator[AboutChange, None]:
    """Yield which of a contact's things of one type change after a place in the account's history,
    or from now. One that is merged is from then on the contact that has it all.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    subjects = {contact_id, await present_id(actor, contact_id)}
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            if any(change.kind in _MOVING and change.subject_id in subjects for change in batch):
                subjects = {contact_id, await present_id(actor, contact_id)}
                yield AboutChange(batch[-1].cursor, reset=True)
            elif told := _told(batch, subjects, subject_type):
                yield told


def _told(batch: Sequence[Change], subjects: set[int], subject_type: str) -> AboutChange | None:
    about = [
        change
        for change in batch
        if change.subject_type == subject_type and change.payload.get("contact_id") in subjects
    ]
    if not about:
        return None
    return AboutChange(
        about[-1].cursor, keys=list(dict.fromkeys(change.subject_id for change in about))
    )
