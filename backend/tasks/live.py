"""Lists of tasks as they change."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.contacts.rows import Wanted
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.tasks.queries import has_tasks, tasks_by_id
from backend.tasks.rows import TaskRow

_MOST = 100
"""Tasks that one event tells apart."""
_SHOWN = frozenset({"givenName", "familyName", "company", "emails", "phones", "photo"})
"""Fields that change what a contact is called, or looks like."""
_MOVED = frozenset(
    {"contact.deleted", "contact.restored", "contact.merged", "contact.unmerged", "contact.purged"}
)
"""What hides the tasks of a contact, brings them back or gives them to another."""


@dataclass(slots=True)
class TasksChange:
    """What happened to tasks in one step. ``reset``: read the list again."""

    cursor: str
    reset: bool = False
    changed: list[TaskRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


async def follow_tasks(
    actor: Actor, contact_id: int | None, after: int | None, wanted: Wanted | None
) -> AsyncGenerator[TasksChange, None]:
    """Yield what happens to the account's tasks, or those of a contact, after a place in the
    account's history, or from now on.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            change = await _change_of(actor, contact_id, batch, wanted)
            if change is not None:
                yield change


async def _change_of(
    actor: Actor, contact_id: int | None, batch: Sequence[Change], wanted: Wanted | None
) -> TasksChange | None:
    cursor = batch[-1].cursor
    touched = _touched_contacts(batch, contact_id)
    if touched and await has_tasks(actor.account_id, touched):
        return TasksChange(cursor, reset=True)
    about = _tasks_of(batch, contact_id)
    if not about:
        return None
    if len(about) > _MOST:
        return TasksChange(cursor, reset=True)
    found = await tasks_by_id(actor, about, wanted)
    if contact_id is not None:  # one that went to another contact is gone from this one's list
        found = {key: row for key, row in found.items() if row.contact_key == contact_id}
    return TasksChange(
        cursor,
        changed=[found[key] for key in about if key in found],
        gone=[encode_id("Task", key) for key in about if key not in found],
    )


def _tasks_of(batch: Sequence[Change], contact_id: int | None) -> list[int]:
    keys = {
        change.subject_id: None
        for change in batch
        if change.subject_type == "Task" and contact_id in (None, change.payload.get("contact_id"))
    }
    return list(keys)


def _touched_contacts(batch: Sequence[Change], contact_id: int | None) -> Collection[int]:
    """Return the contacts whose tasks a list may show otherwise after some changes."""
    return {
        change.subject_id
        for change in batch
        if change.subject_type == "Contact"
        and contact_id in (None, change.subject_id)
        and (change.kind in _MOVED or not _SHOWN.isdisjoint(change.payload.get("fields", ())))
    }
