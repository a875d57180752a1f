"""Threads: those of the inbox, unread first, and one by its id or contact."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from backend.contacts.rows import Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import Sql, values_in
from backend.core.database import read
from backend.core.paging import Key, Page, PageRequest, decode_key
from backend.core.permissions import Actor, Permission
from backend.inbox.rows import THREAD_COLUMNS, ThreadRow

UNREAD_FIRST = "thread.unread DESC, thread.last_at DESC, thread.id DESC"
NEWEST_FIRST = "thread.last_at DESC, thread.id DESC"
# What a contact in the trash wrote is hidden with it.
SEEN = (
    "(thread.contact_id IS NULL OR EXISTS (SELECT 1 FROM contact "
    "WHERE contact.id = thread.contact_id AND contact.deleted_at IS NULL))"
)


async def threads_page(
    actor: Actor, request: PageRequest, wanted: Wanted | None = None, *, archived: bool = False
) -> Page[ThreadRow]:
    """Return a page of the inbox, or of what was put aside: unread first, then by newest message.

    Raises:
        InvalidCursor: not one of this list.
    """
    actor.require(Permission.READ)
    where, params = "thread.archived = ?", [int(archived)]
    if request.after is not None:
        unread, last_at, key = cast(
            tuple[int, int, int], decode_key(request.after, (int, int, int))
        )
        where += (
            " AND (thread.unread < ? OR (thread.unread = ? AND (thread.last_at < ? "
            "OR (thread.last_at = ? AND thread.id < ?))))"
        )
        params += [unread, unread, last_at, last_at, key]
    rows = await _rows(actor, request, Sql(where, tuple(params)), UNREAD_FIRST)
    keys: list[Key] = [(int(row.is_unread), row.last_micros, row.pk) for row in rows]
    return await _page(actor, request, rows, keys, wanted)


async def found_page(
    actor: Actor, request: PageRequest, within: Sql, wanted: Wanted | None = None
) -> Page[ThreadRow]:
    """Return a page of the threads that meet a condition, by their newest message.

    Raises:
        InvalidCursor: not one of this list.
    """
    actor.require(Permission.READ)
    where, params = within.text, [*within.params]
    if request.after is not None:
        last_at, key = cast(tuple[int, int], decode_key(request.after, (int, int)))
        where += " AND (thread.last_at < ? OR (thread.last_at = ? AND thread.id < ?))"
        params += [last_at, last_at, key]
    rows = await _rows(actor, request, Sql(where, tuple(params)), NEWEST_FIRST)
    keys: list[Key] = [(row.last_micros, row.pk) for row in rows]
    return await _page(actor, request, rows, keys, wanted)


async def _rows(actor: Actor, request: PageRequest, where: Sql, order: str) -> list[ThreadRow]:
    rows = await read.fetch(
        f"SELECT {THREAD_COLUMNS} FROM thread WHERE thread.account_id = ? AND {where.text} "
        f"AND {SEEN} ORDER BY {order} LIMIT ?",
        (actor.account_id, *where.params, request.size + 1),
    )
    return [ThreadRow(*row) for row in rows]


async def _page(
    actor: Actor,
    request: PageRequest,
    rows: list[ThreadRow],
    keys: list[Key],
    wanted: Wanted | None,
) -> Page[ThreadRow]:
    shown = rows[: request.size]
    await fill(actor, shown, wanted)
    return Page(
        shown,
        keys[: request.size],
        has_next=len(rows) > request.size,
        has_previous=request.after is not None,
    )


async def count_unread(actor: Actor) -> int:
    """Return how many threads of the inbox have messages that were not read."""
    actor.require(Permission.READ)
    found = await read.fetch_value(
        f"SELECT COUNT(*) FROM thread WHERE account_id = ? AND archived = 0 AND unread = 1 "
        f"AND {SEEN}",
        (actor.account_id,),
    )
    return int(found)


async def threads_by_id(
    actor: Actor, ids: Collection[int], wanted: Wanted | None = None
) -> dict[int, ThreadRow]:
    """Return those of some threads that the account sees."""
    return {row.pk: row for row in await _threads_in(actor, "thread.id", ids, wanted)}


async def threads_of_contacts(
    actor: Actor, contact_ids: Collection[int], wanted: Wanted | None = None
) -> dict[int, ThreadRow]:
    """Return the threads of some contacts, by contact; of those that have one."""
    found = await _threads_in(actor, "thread.contact_id", contact_ids, wanted)
    return {row.contact_id: row for row in found if row.contact_id is not None}


async def _threads_in(
    actor: Actor, column: str, keys: Collection[int], wanted: Wanted | None
) -> list[ThreadRow]:
    actor.require(Permission.READ)
    if not keys:
        return []
    asked = values_in(column, keys, read.dialect)
    rows = await read.fetch(
        f"SELECT {THREAD_COLUMNS} FROM thread WHERE thread.account_id = ? AND {asked.text} "
        f"AND {SEEN}",
        (actor.account_id, *asked.params),
    )
    found = [ThreadRow(*row) for row in rows]
    await fill(actor, found, wanted)
    return found


async def fill(actor: Actor, threads: Sequence[ThreadRow], wanted: Wanted | None) -> None:
    """Give threads their contacts, with the lists that are wanted; none when None is."""
    if wanted is None:
        return
    keys = {row.contact_id for row in threads if row.contact_id is not None}
    contacts = await contacts_by_id(actor, keys, wanted)
    for row in threads:
        row.contact = None if row.contact_id is None else contacts.get(row.contact_id)
