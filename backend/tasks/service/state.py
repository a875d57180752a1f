"""Completing and reopening tasks, deleting and restoring them."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.notifications.service import withdraw
from backend.tasks.events import TaskCompleted, TaskDeleted, TaskReopened, TaskRestored
from backend.tasks.rules import TaskState, excerpt
from backend.tasks.service.drafts import own_contact
from backend.tasks.service.noting import note_open_tasks
from backend.tasks.service.write import TaskWritten, own_task


async def complete_task(actor: Actor, task_id: int) -> TaskWritten:
    """Say that a task is done; one that is done already stays as it is.

    Raises:
        NotFound, TaskDeleted, Forbidden
    """
    return await _turn(actor, task_id, TaskState.COMPLETED)


async def reopen_task(actor: Actor, task_id: int) -> TaskWritten:
    """Say that a completed task is to be done again; an open one stays as it is.

    Raises:
        NotFound, TaskDeleted, Forbidden
    """
    return await _turn(actor, task_id, TaskState.OPEN)


async def _turn(actor: Actor, task_id: int, state: TaskState) -> TaskWritten:
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        task = await own_task(actor, task_id)
        if task.state is not state:
            done, now = state is TaskState.COMPLETED, now_micros()
            await unit.execute(
                "UPDATE task SET completed_at = ?, completed_by = ?, version = version + 1, "
                "updated_at = ?, updated_by = ? WHERE id = ?",
                (now if done else None, actor.name if done else None, now, actor.name, task_id),
            )
            fact = TaskCompleted if done else TaskReopened
            unit.record(
                fact(
                    task_id,
                    contact_id=task.contact_key,
                    version=task.version + 1,
                    title=excerpt(task.title),
                )
            )
            await note_open_tasks(unit, (task.contact_key,))
            task = await own_task(actor, task_id)
    return TaskWritten(task, unit.cursor)


async def delete_task(actor: Actor, task_id: int) -> TaskWritten:
    """Delete a task; it can be restored for as long as contacts can.

    Raises:
        NotFound, Forbidden
    """
    return await _move(actor, task_id, deleted=True)


async def restore_task(actor: Actor, task_id: int) -> TaskWritten:
    """Bring a deleted task back; one that was not deleted stays as it is.

    Raises:
        ContactDeleted: its contact is in the trash.
        NotFound, Forbidden
    """
    return await _move(actor, task_id, deleted=False)


async def _move(actor: Actor, task_id: int, *, deleted: bool) -> TaskWritten:
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        task = await own_task(actor, task_id, deleted=True)
        if (task.deleted_micros is not None) is not deleted:
            if not deleted:
                await own_contact(actor, task.contact_key)
            now = now_micros()
            await unit.execute(
                "UPDATE task SET deleted_at = ?, version = version + 1, updated_at = ?, "
                "updated_by = ? WHERE id = ?",
                (now if deleted else None, now, actor.name, task_id),
            )
            fact = TaskDeleted if deleted else TaskRestored
            unit.record(
                fact(
                    task_id,
                    contact_id=task.contact_key,
                    version=task.version + 1,
                    title=excerpt(task.title),
                )
            )
            if deleted:
                await withdraw(unit, (encode_id("Task", task_id),))
            await note_open_tasks(unit, (task.contact_key,))
            task = await own_task(actor, task_id, deleted=True)
    return TaskWritten(task, unit.cursor)
