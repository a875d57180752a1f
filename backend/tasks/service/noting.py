"""Which contacts have open tasks, noted where filters look."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.kinds import ContactPart
from backend.contacts.service.parts import note_part
from backend.core.unit_of_work import UnitOfWork
from backend.tasks.queries import open_counts


async def note_open_tasks(
    unit: UnitOfWork, contact_ids: Collection[int | None], *, told: bool = True
) -> None:
    """Look whether contacts have open tasks now; the unit has the account's turn.

    ``told`` is False inside of a verb that records the contacts as they were before it.
    """
    keys = {key for key in contact_ids if key is not None}
    if keys:
        counts = await open_counts(unit.actor.account_id, keys)
        held = {key: key in counts for key in keys}
        await note_part(unit, ContactPart.OPEN_TASK, held, told=told)
