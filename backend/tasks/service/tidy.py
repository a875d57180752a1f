"""Erasing deleted tasks for good; what is held about one contact, gathered and erased."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

from backend.contacts.sql import values_in
from backend.core.clock import now, to_micros
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.registry import Held
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.tasks.queries import all_tasks_of
from backend.tasks.service.noting import note_open_tasks

_BATCH = 1000


async def purge_deleted_tasks() -> int:
    """Erase, in every account, the tasks that were deleted CARNET_DELETED_CONTACT_DAYS ago.

    What the log says of them stays with the contact's story. Returns how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    rows = await read.fetch("SELECT DISTINCT account_id FROM task WHERE deleted_at <= ?", (limit,))
    count = 0
    for (account_id,) in rows:
        while erased := await _purge_batch(Actor.system(account_id), limit):
            count += erased
    return count


async def _purge_batch(actor: Actor, limit: int) -> int:
    async with unit_of_work(actor) as unit:
        rows = await unit.fetch(
            "DELETE FROM task WHERE id IN (SELECT id FROM task WHERE account_id = ? "
            "AND deleted_at <= ? ORDER BY id LIMIT ?) RETURNING id",
            (actor.account_id, limit, _BATCH),
        )
    return len(rows)


async def gather_tasks(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the tasks of a contact, deleted ones too."""
    for task in await all_tasks_of(actor.account_id, contact_id):
        fields = {
            "title": task.title,
            "due_on": task.due_day,
            "due_at": task.due_at and task.due_at.isoformat(),
            "assignee": task.assignee_name,
            "completed_at": task.completed_at and task.completed_at.isoformat(),
            "completed_by": task.completed_by,
            "created_at": task.created_at.isoformat(),
            "created_by": task.created_by,
            "deleted": task.deleted_micros is not None,
        }
        yield Held("tasks", fields)


async def erase_tasks(unit: UnitOfWork, contact_id: int) -> None:
    """Erase the tasks of a contact; the unit has the account's turn."""
    own = values_in("contact_id", (contact_id,), unit.dialect)
    await unit.execute(
        f"DELETE FROM task WHERE account_id = ? AND {own.text}",  # noqa: S608
        (unit.actor.account_id, *own.params),
    )
    await note_open_tasks(unit, (contact_id,))
