"""Telling whoever is to do a task: that it is theirs, and in time."""

from __future__ import annotations

from datetime import datetime

from backend.core.clock import to_micros
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify
from backend.tasks.service.drafts import Assignee

REMIND = "remind_of_task"


def queue_reminder(unit: UnitOfWork, task_id: int, remind_at: datetime | None) -> None:
    """Queue the reminder of a task; one that was queued for another time finds nothing to do."""
    if remind_at is None:
        return
    micros = to_micros(remind_at)
    unit.enqueue(
        REMIND,
        {"account_id": unit.actor.account_id, "task_id": task_id, "remind_at": micros},
        run_at=remind_at,
        unique_key=f"{REMIND}:{task_id}:{micros}",
    )


async def tell_assignee(
    unit: UnitOfWork, task_id: int, title: str, contact_id: int | None, assignee: Assignee | None
) -> None:
    """Tell a person that a task is theirs, unless they took it themselves."""
    if assignee is None or assignee.user_id == unit.actor.user_id:
        return
    await notify(
        unit,
        Notice(
            assignee.user_id,
            NotificationKind.TASK_ASSIGNED,
            encode_id("Task", task_id),
            title,
            contact_id,
        ),
    )
