"""Every SELECT of tasks, scoped to the actor's account."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.rows import NOTHING, Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.columns import Attributes
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.tasks.due.moments import UNDUE, order_from
from backend.tasks.filters import TaskFilter
from backend.tasks.rows import TASK, TASK_COLUMNS, TASK_SOURCE, FeedRow, TaskCounts, TaskRow
from backend.tasks.rules import Week

# "+account_id" keeps SQLite from reading all tasks of an account where some contacts' are meant.
_SELECT = f"SELECT {TASK_COLUMNS} FROM {TASK_SOURCE} WHERE task.account_id = ?"
_FEED = (
    "SELECT id, account_id, user_id, sealed_token, created_at, read_at FROM calendar_feed WHERE "
)


async def tasks_page(
    actor: Actor, chosen: TaskFilter, request: PageRequest, wanted: Wanted | None = NOTHING
) -> Page[TaskRow]:
    """Return a page of a list: open tasks by when they are due, completed ones the last first.

    ``wanted`` are the lists of their contacts; None leaves the contacts out.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    conditions, params = chosen.conditions()
    column, descending = chosen.sort_column, chosen.newest_first is not request.backward
    for cursor, argument, behind in (
        (request.after, "after", True),
        (request.before, "before", False),
    ):
        if cursor is not None:
            sign = "<" if chosen.newest_first is behind else ">"
            conditions.append(f"({column}, task.id) {sign} (?, ?)")
            params += decode_key(cursor, (int, int), (argument,))
    direction = "DESC" if descending else "ASC"
    rows = await read.fetch(
        f"{_SELECT} AND {' AND '.join(conditions)} "
        f"ORDER BY {column} {direction}, task.id {direction} LIMIT ? OFFSET ?",
        (actor.account_id, *params, request.size + 1, request.offset or 0),
    )
    page = page_of(
        request,
        [TaskRow(*row) for row in rows],
        lambda row: (row.completed_micros if chosen.newest_first else row.due_order, row.pk),
    )
    await _fill(actor, page.rows, wanted)
    return page


async def count_tasks(actor: Actor, chosen: TaskFilter) -> int:
    """Return how many tasks a list has."""
    actor.require(Permission.READ)
    conditions, params = chosen.conditions(actor.account_id)
    return int(
        await read.fetch_value(
            f"SELECT COUNT(*) FROM task WHERE task.account_id = ? AND {' AND '.join(conditions)}",
            (actor.account_id, *params),
        )
    )


async def task_counts(actor: Actor, chosen: TaskFilter, week: Week) -> TaskCounts:
    """Return how many tasks of an open list are due when, as seen on a day."""
    actor.require(Permission.READ)
    conditions, params = chosen.conditions(actor.account_id)
    bounds = [order_from(day) for day in (week.today, week.tomorrow, week.later)]
    rows = await read.fetch(
        "SELECT CASE WHEN task.due_order < ? THEN 0 WHEN task.due_order < ? THEN 1 "
        "WHEN task.due_order < ? THEN 2 WHEN task.due_order < ? THEN 3 ELSE 4 END AS due, "
        f"COUNT(*) FROM task WHERE task.account_id = ? AND {' AND '.join(conditions)} GROUP BY due",
        (*bounds, UNDUE, actor.account_id, *params),
    )
    found: dict[int, int] = dict(rows)
    return TaskCounts(*(found.get(place, 0) for place in range(5)))


async def tasks_by_id(
    actor: Actor,
    ids: Collection[int],
    wanted: Wanted | None = NOTHING,
    *,
    deleted: bool = False,
) -> dict[int, TaskRow]:
    """Return those of some tasks that the account has; those in the trash too, if asked."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("task.id", ids, read.dialect)
    kept = "" if deleted else "AND task.deleted_at IS NULL "
    rows = await read.fetch(f"{_SELECT} {kept}AND {asked.text}", (actor.account_id, *asked.params))
    found = [TaskRow(*row) for row in rows]
    await _fill(actor, found, wanted)
    return {row.pk: row for row in found}


async def first_tasks(
    account_id: int, contact_ids: Collection[int], size: int, seen: Attributes = None
) -> dict[int, list[TaskRow]]:
    """Return the first open tasks of each of some contacts, in the order of the list."""
    columns, make = TASK.of(seen, "contact_key")
    if len(contact_ids) == 1:
        rows = await read.fetch(
            f"SELECT {columns} FROM {TASK_SOURCE} WHERE +task.account_id = ? "
            "AND task.completed_at IS NULL AND task.deleted_at IS NULL AND task.contact_id = ? "
            "ORDER BY task.due_order, task.id LIMIT ?",
            (account_id, *contact_ids, size),
        )
    else:
        rows = await _first_of_each(account_id, contact_ids, size, columns)
    found: dict[int, list[TaskRow]] = {}
    for row in (make(*row) for row in rows):
        found.setdefault(row.contact_key or 0, []).append(row)
    return found


async def _first_of_each(
    account_id: int, contact_ids: Collection[int], size: int, columns: str
) -> list[tuple[Any, ...]]:
    own = values_in("contact_id", contact_ids, read.dialect)
    return await read.fetch(
        f"SELECT {columns} FROM (SELECT id AS found_id, ROW_NUMBER() OVER "
        "(PARTITION BY contact_id ORDER BY due_order, id) AS place FROM task "
        f"WHERE +account_id = ? AND completed_at IS NULL AND deleted_at IS NULL AND {own.text}) "
        f"AS first JOIN {TASK_SOURCE.replace('task LEFT', 'task ON task.id = found_id LEFT', 1)} "
        "WHERE place <= ? ORDER BY task.due_order, task.id",
        (account_id, *own.params, size),
    )


async def open_counts(account_id: int, contact_ids: Collection[int]) -> dict[int, int]:
    """Return how many open tasks each of some contacts has; those without any are left out."""
    own = values_in("contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        "SELECT contact_id, COUNT(*) FROM task WHERE +account_id = ? AND completed_at IS NULL "
        f"AND deleted_at IS NULL AND {own.text} GROUP BY contact_id",
        (account_id, *own.params),
    )
    return {key: int(count) for key, count in rows}


async def all_tasks_of(account_id: int, contact_id: int) -> list[TaskRow]:
    """Return every task of a contact, deleted ones too."""
    rows = await read.fetch(
        f"{_SELECT} AND task.contact_id = ? ORDER BY task.id", (account_id, contact_id)
    )
    return [TaskRow(*row) for row in rows]


async def has_tasks(account_id: int, contact_ids: Collection[int]) -> bool:
    """Whether any of some contacts has a task."""
    own = values_in("contact_id", contact_ids, read.dialect)
    found = await read.fetch_value(
        f"SELECT 1 FROM task WHERE +account_id = ? AND deleted_at IS NULL AND {own.text} LIMIT 1",
        (account_id, *own.params),
    )
    return found is not None


async def feed_of(actor: Actor) -> FeedRow | None:
    """Return the actor's own secret address, if they have one."""
    row = await read.fetch_one(
        f"{_FEED} account_id = ? AND user_id = ?", (actor.account_id, actor.user_id or 0)
    )
    return FeedRow(*row) if row else None


async def feed_by_hash(token_hash: str) -> FeedRow | None:
    """Return whose calendar an address opens, None when it opens none."""
    row = await read.fetch_one(f"{_FEED} token_hash = ?", (token_hash,))
    return FeedRow(*row) if row else None


async def calendar_tasks(account_id: int, user_id: int, since: int, most: int) -> list[TaskRow]:
    """Return a person's open tasks, and those that are nobody's, due from an order on."""
    conditions, params = TaskFilter().conditions()
    rows = await read.fetch(
        f"{_SELECT} AND {' AND '.join(conditions)} AND task.due_order >= ? AND task.due_order < ? "
        "AND (task.assignee_id = ? OR task.assignee_id IS NULL) "
        "ORDER BY task.due_order, task.id LIMIT ?",
        (account_id, *params, since, UNDUE, user_id, most),
    )
    actor = Actor.system(account_id)
    found = [TaskRow(*row) for row in rows]
    await _fill(actor, found, NOTHING)
    return found


def _task(values: Sequence[Any]) -> TaskRow:
    return TaskRow(*values)


async def _fill(actor: Actor, rows: Sequence[TaskRow], wanted: Wanted | None) -> None:
    keys = {row.contact_key for row in rows if row.contact_key is not None}
    if wanted is None or not keys:
        return
    contacts = await contacts_by_id(actor, keys, wanted)
    for row in rows:
        row.contact = None if row.contact_key is None else contacts.get(row.contact_key)
