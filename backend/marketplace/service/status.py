"""Where a project stands."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.marketplace.events import ProjectStatusChanged
from backend.marketplace.queries import projects_by_id
from backend.marketplace.rows import ProjectRow
from backend.marketplace.statuses import ProjectStatus


@dataclass(frozen=True, slots=True)
class ProjectWritten:
    """A project as it is now, and the account's place in its history."""

    project: ProjectRow
    cursor: str


async def change_project_status(
    actor: Actor, project_id: int, status: ProjectStatus
) -> ProjectWritten:
    """Say where a project stands from now on.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = (await projects_by_id(actor, (project_id,))).get(project_id)
        if before is None:
            raise NotFound(("id",))
        if before.status is not status:
            await unit.execute(
                "UPDATE project SET status = ?, updated_at = ? WHERE id = ?",
                (status.value, now_micros(), project_id),
            )
            change = {"field": "status", "before": [before.status_name], "after": [status.value]}
            unit.record(ProjectStatusChanged(before.pk, before.contact_key, before.title, [change]))
        after = (await projects_by_id(actor, (project_id,)))[project_id]
    return ProjectWritten(after, unit.cursor)
