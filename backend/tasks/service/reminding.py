"""Reminders: a notification and a letter when their time has come."""

from __future__ import annotations

from backend.accounts.service.people import member_of_user, whereabouts
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.core.mail import queue_letter
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify
from backend.tasks.letters import reminder_letter
from backend.tasks.queries import tasks_by_id
from backend.tasks.rows import TaskRow


async def remind(account_id: int, task_id: int, remind_at: int) -> None:
    """Tell the assignee of a task that its time has come; once, however often it is asked.

    Nothing is told of a task that was completed or deleted, whose reminder was set to another time,
    whose contact is in the trash, or which is nobody's.
    """
    actor = Actor.system(account_id)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        task = (await tasks_by_id(actor, (task_id,))).get(task_id)
        if task is None or task.completed_micros is not None or task.remind_micros != remind_at:
            return
        if task.contact is not None and task.contact.deleted_micros is not None:
            return
        rows = await unit.fetch(
            "UPDATE task SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL RETURNING id",
            (now_micros(), task_id),
        )
        if rows and task.assignee_key is not None:
            await _tell(unit, task, task.assignee_key)


async def _tell(unit: UnitOfWork, task: TaskRow, user_id: int) -> None:
    account_id = unit.actor.account_id
    member = await member_of_user(account_id, user_id)
    if member is None:
        return
    reader = await whereabouts(Actor(account_id=account_id, role=member.role, user_id=user_id))
    await notify(
        unit,
        Notice(
            user_id,
            NotificationKind.TASK_REMINDER,
            encode_id("Task", task.pk),
            task.title,
            task.contact_key,
        ),
    )
    contacts = await contacts_by_id(unit.actor, (task.contact_key,)) if task.contact_key else {}
    contact = contacts.get(task.contact_key or 0)
    queue_letter(unit, reminder_letter(reader, task, contact.display_name if contact else None))
