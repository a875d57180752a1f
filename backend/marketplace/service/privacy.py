"""What is held about a contact in projects, gathered and erased."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from backend.contacts.sql import values_in
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.marketplace.queries import all_projects


async def gather_projects(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield a contact's projects, newest first. Their files are its attachments."""
    for each in await all_projects(actor, contact_id):
        fields = {
            "source": each.source,
            "lead_id": each.lead_id,
            "title": each.title,
            "description": each.description,
            "budget_minor": each.budget_minor,
            "currency": each.currency,
            "deadline": each.deadline_text,
            "status": each.status_name,
            "at": each.created_at.isoformat(),
        }
        yield Held("projects", fields)


async def erase_projects_of(unit: UnitOfWork, contact_id: int) -> None:
    """Erase a contact's projects.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_projects(unit, (contact_id,))


async def forget_projects(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Erase the projects of contacts that are about to be erased, and what the log said of them."""
    chosen = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"DELETE FROM project WHERE account_id = ? AND {chosen.text} RETURNING id",  # noqa: S608
        (unit.actor.account_id, *chosen.params),
    )
    told = values_in("subject_id", [row[0] for row in rows], unit.dialect)
    await unit.execute(
        "UPDATE change SET payload = '{}' WHERE account_id = ? AND subject_type = 'Project' "  # noqa: S608
        f"AND {told.text}",
        (unit.actor.account_id, *told.params),
    )
