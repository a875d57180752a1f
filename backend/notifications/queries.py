"""Every SELECT of notifications, scoped to the actor's account and to the actor themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.rows import NOTHING, Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.notifications.rows import NOTIFICATION_COLUMNS, NotificationRow

_OWN = (
    f"SELECT {NOTIFICATION_COLUMNS} FROM notification "
    "WHERE notification.account_id = ? AND notification.user_id = ?"
)


async def notifications_page(
    actor: Actor, request: PageRequest, wanted: Wanted | None = NOTHING, *, unread: bool = False
) -> Page[NotificationRow]:
    """Return a page of what the actor was told, the newest first; what is unread only, if asked.

    ``wanted`` are the lists of their contacts; None leaves the contacts out.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    conditions, params = [_OWN], [actor.account_id, actor.user_id or 0]
    if unread:
        conditions.append("notification.read_at IS NULL")
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            conditions.append(f"notification.id {sign} ?")
            params.append(int(decode_key(cursor, (int,), (argument,))[0] or 0))
    direction = "ASC" if request.backward else "DESC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY notification.id {direction} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    page = page_of(request, [NotificationRow(*row) for row in rows], lambda row: (row.pk,))
    await _fill(actor, page.rows, wanted)
    return page


async def notifications_by_id(
    actor: Actor, ids: Collection[int], wanted: Wanted | None = NOTHING
) -> dict[int, NotificationRow]:
    """Return those of some notifications that are the actor's."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("notification.id", ids, read.dialect)
    rows = await read.fetch(
        f"{_OWN} AND {asked.text}", (actor.account_id, actor.user_id or 0, *asked.params)
    )
    found = [NotificationRow(*row) for row in rows]
    await _fill(actor, found, wanted)
    return {row.pk: row for row in found}


async def count_notifications(actor: Actor, *, unread: bool) -> int:
    """Return how much the actor was told, or has not read."""
    actor.require(Permission.READ)
    only = "AND read_at IS NULL" if unread else ""
    return int(
        await read.fetch_value(
            f"SELECT COUNT(*) FROM notification WHERE account_id = ? AND user_id = ? {only}",
            (actor.account_id, actor.user_id or 0),
        )
    )


async def notifications_about(account_id: int, contact_id: int) -> list[NotificationRow]:
    """Return what anybody of an account was told about a contact."""
    rows = await read.fetch(
        f"SELECT {NOTIFICATION_COLUMNS} FROM notification WHERE account_id = ? AND contact_id = ?",
        (account_id, contact_id),
    )
    return [NotificationRow(*row) for row in rows]


async def _fill(actor: Actor, rows: Sequence[NotificationRow], wanted: Wanted | None) -> None:
    keys = {row.contact_key for row in rows if row.contact_key is not None}
    if wanted is None or not keys:
        return
    contacts = await contacts_by_id(actor, keys, wanted)
    for row in rows:
        row.contact = None if row.contact_key is None else contacts.get(row.contact_key)
