"""Making tasks, and changing them without overwriting anybody's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from backend.core.clock import from_micros, now_micros, to_micros
from backend.core.errors import NotFound, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.tasks.due import Due, Moment, due_at_the_end, due_order
from backend.tasks.due.moments import DAY, UNDUE
from backend.tasks.errors import DueTwice, TaskDeleted
from backend.tasks.events import TaskCreated, TaskUpdated
from backend.tasks.queries import tasks_by_id
from backend.tasks.rows import TaskRow
from backend.tasks.rules import excerpt
from backend.tasks.service.drafts import (
    Assignee,
    TaskChanges,
    TaskDraft,
    Unset,
    assignee_of,
    clean_reminder,
    clean_title,
    own_contact,
)
from backend.tasks.service.moments import moment_of
from backend.tasks.service.noting import note_open_tasks
from backend.tasks.service.telling import queue_reminder, tell_assignee


@dataclass(frozen=True, slots=True)
class TaskWritten:
    """A task as it is now, and the account's place in its history."""

    task: TaskRow
    cursor: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a task that can be edited."""

    title: str
    contact_id: int | None
    due: Due | None
    remind_at: datetime | None
    assignee: Assignee | None


async def create_task(
    actor: Actor, draft: TaskDraft, *, idempotency_key: str | None = None
) -> TaskWritten:
    """Add a task; whoever it is given to by somebody else is told.

    Raises:
        Required, TooLong, InvalidCharacters: of its title.
        DueNotUnderstood, DueOutOfRange, DueTwice, ReminderPast, AssigneeUnknown
        NotFound, ContactDeleted: of its contact.
        IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    moment = await moment_of(actor)
    mark = fingerprint("create_task", _marked(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_task", mark)
        if key is None:
            key = await _insert(unit, await _drafted(actor, draft, moment))
            await remember_result(unit, idempotency_key, "create_task", mark, key)
        task = await own_task(actor, key, deleted=True)
    return TaskWritten(task, unit.cursor)


def _marked(draft: TaskDraft) -> dict[str, Any]:
    due = draft.due
    return {
        "title": draft.title,
        "contact": draft.contact_id,
        "due": due and [due.words, due.on, due.at],
        "in_title": draft.due_in_title,
        "remind": draft.remind_at,
        "assignee": draft.assignee,
    }


async def _drafted(actor: Actor, draft: TaskDraft, moment: Moment) -> _Kept:
    title = clean_title(draft.title)
    due = draft.due.read(moment) if draft.due else None
    if draft.due_in_title:
        if draft.due is not None:
            raise DueTwice(("due",))
        found = due_at_the_end(title, moment)
        if found is not None:
            title, due = found.rest, found.due
    return _Kept(
        title,
        await own_contact(actor, draft.contact_id),
        due,
        clean_reminder(draft.remind_at, moment),
        await assignee_of(actor, draft.assignee),
    )


async def _insert(unit: UnitOfWork, kept: _Kept) -> int:
    now, actor = now_micros(), unit.actor
    rows = await unit.fetch(
        "INSERT INTO task (account_id, contact_id, assignee_id, title, due_on, due_at, due_order, "
        "remind_at, version, created_at, created_by, updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?) RETURNING id",
        (actor.account_id, *_columns(kept), now, actor.name, now, actor.name),
    )
    key = int(rows[0][0])
    shown = _shown(kept)
    unit.record(
        TaskCreated(
            key,
            contact_id=kept.contact_id,
            title=excerpt(kept.title),
            due=shown["due"],
            due_at=shown["dueAt"],
            assignee=shown["assignee"],
        )
    )
    await note_open_tasks(unit, (kept.contact_id,))
    queue_reminder(unit, key, kept.remind_at)
    await tell_assignee(unit, key, kept.title, kept.contact_id, kept.assignee)
    return key


async def update_task(
    actor: Actor, task_id: int, version: int, changes: TaskChanges
) -> TaskWritten:
    """Change a task; what would change nothing is no change.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        TaskDeleted: somebody deleted it.
        As ``create_task``, and NotFound of the task itself.
    """
    actor.require(Permission.WRITE_CONTACTS)
    moment = await moment_of(actor)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        task = await own_task(actor, task_id)
        if task.version != version:
            raise StaleVersion(("version",), current_version=task.version)
        before = _of_row(task)
        after = await _changed(actor, before, changes, moment)
        if _columns(after) != _columns(before):
            await _save(unit, task, before, after)
            task = await own_task(actor, task_id)
    return TaskWritten(task, unit.cursor)


def _of_row(task: TaskRow) -> _Kept:
    due = None
    if task.due_on is not None:
        # As it was said: an editor in another time zone does not move it to another day.
        minute = None if task.due_at is None else task.due_order % DAY - 1
        due = Due(task.due_on, task.due_at, minute)
    return _Kept(
        task.title,
        task.contact_key,
        due,
        None if task.remind_micros is None else from_micros(task.remind_micros),
        None
        if task.assignee_key is None
        else Assignee(task.assignee_key, task.assignee_name or ""),
    )


async def _changed(actor: Actor, before: _Kept, changes: TaskChanges, moment: Moment) -> _Kept:
    after = before
    if not isinstance(changes.title, Unset):
        after = replace(after, title=clean_title(changes.title))
    if not isinstance(changes.contact_id, Unset) and changes.contact_id != before.contact_id:
        after = replace(after, contact_id=await own_contact(actor, changes.contact_id))
    if not isinstance(changes.due, Unset):
        after = replace(after, due=changes.due.read(moment) if changes.due else None)
    if not isinstance(changes.remind_at, Unset) and changes.remind_at != before.remind_at:
        after = replace(after, remind_at=clean_reminder(changes.remind_at, moment))
    if not isinstance(changes.assignee, Unset):
        after = replace(after, assignee=await assignee_of(actor, changes.assignee))
    return after


async def _save(unit: UnitOfWork, task: TaskRow, before: _Kept, after: _Kept) -> None:
    is_reminded_anew = after.remind_at != before.remind_at
    await unit.execute(
        "UPDATE task SET contact_id = ?, assignee_id = ?, title = ?, due_on = ?, due_at = ?, "
        "due_order = ?, remind_at = ?, version = version + 1, updated_at = ?, updated_by = ?, "
        "reminded_at = CASE WHEN ? THEN NULL ELSE reminded_at END WHERE id = ?",
        (*_columns(after), now_micros(), unit.actor.name, is_reminded_anew, task.pk),
    )
    shown_before, shown_after = _shown(before), _shown(after)
    fields = [name for name in shown_after if shown_before[name] != shown_after[name]]
    for contact_id in dict.fromkeys((after.contact_id, before.contact_id)):
        unit.record(
            TaskUpdated(
                task.pk,
                contact_id=contact_id,
                version=task.version + 1,
                title=excerpt(after.title),
                fields=fields,
                before={name: shown_before[name] for name in fields},
                after={name: shown_after[name] for name in fields},
            )
        )
    if after.contact_id != before.contact_id:
        await note_open_tasks(unit, (before.contact_id, after.contact_id))
    if is_reminded_anew:
        queue_reminder(unit, task.pk, after.remind_at)
    if after.assignee != before.assignee:
        await tell_assignee(unit, task.pk, after.title, after.contact_id, after.assignee)


def _columns(kept: _Kept) -> tuple[Any, ...]:
    due = kept.due
    return (
        kept.contact_id,
        kept.assignee.user_id if kept.assignee else None,
        kept.title,
        due.on.isoformat() if due else None,
        due.at_micros if due else None,
        due_order(due) if due else UNDUE,
        None if kept.remind_at is None else to_micros(kept.remind_at),
    )


def _shown(kept: _Kept) -> Mapping[str, Any]:
    """Return what the history says of a task, by the schema's names."""
    due = kept.due
    return {
        "title": excerpt(kept.title),
        "contact": kept.contact_id,
        "due": due.on.isoformat() if due else None,
        "dueAt": due.at.isoformat() if due and due.at else None,
        "remindAt": kept.remind_at.isoformat() if kept.remind_at else None,
        "assignee": kept.assignee.name if kept.assignee else None,
    }


async def own_task(actor: Actor, task_id: int, *, deleted: bool = False) -> TaskRow:
    """Return a task of the account; one that was deleted too, if asked.

    Raises:
        TaskDeleted: it was.
        NotFound
    """
    found = (await tasks_by_id(actor, (task_id,), None, deleted=True)).get(task_id)
    if found is None:
        raise NotFound(("id",))
    if found.deleted_micros is not None and not deleted:
        raise TaskDeleted(("id",))
    return found
