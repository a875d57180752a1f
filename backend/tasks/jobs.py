"""Reminders, and tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import job, schedule
from backend.tasks.service import purge_deleted_tasks, remind
from backend.tasks.service.telling import REMIND


@job(REMIND)
async def remind_of_task(payload: dict[str, int]) -> None:
    """Tell the assignee of a task that its time has come. Run twice, it tells once."""
    await remind(payload["account_id"], payload["task_id"], payload["remind_at"])


@schedule("purge_deleted_tasks", every=timedelta(hours=6))
async def purge_old_tasks() -> None:
    """Erase for good the tasks that were deleted long ago."""
    await purge_deleted_tasks()
