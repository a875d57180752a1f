"""Telling people something, and letting them say that they read it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass

from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import TooMany
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notifications.events import NotificationCreated, NotificationsRead
from backend.notifications.queries import count_notifications, notifications_about
from backend.notifications.rules import KEPT, MAX_MARKED, TITLE_LENGTH, NotificationKind


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell one person. ``subject`` is the global id of what it is about."""

    user_id: int
    kind: NotificationKind
    subject: str
    title: str
    contact_id: int | None = None


async def notify(unit: UnitOfWork, notice: Notice) -> None:
    """Tell somebody something, as soon as the unit commits."""
    rows = await unit.fetch(
        "INSERT INTO notification (account_id, user_id, contact_id, kind, subject, title, "
        "actor_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            unit.actor.account_id,
            notice.user_id,
            notice.contact_id,
            notice.kind.value,
            notice.subject,
            notice.title[:TITLE_LENGTH],
            unit.actor.name,
            now_micros(),
        ),
    )
    unit.record(NotificationCreated(int(rows[0][0]), user=encode_id("User", notice.user_id)))


async def mark_read(actor: Actor, ids: Sequence[int] | None = None) -> int:
    """Mark some of the actor's notifications as read, or all; return how many stay unread.

    Raises:
        TooMany: more than 200 by name.
        Forbidden: the actor is an API token.
    """
    actor.require(Permission.MANAGE_OWN_USER)
    if ids is not None and len(ids) > MAX_MARKED:
        raise TooMany(("ids",), maximum=MAX_MARKED)
    async with unit_of_work(actor) as unit:
        chosen = values_in("id", ids, unit.dialect) if ids is not None else None
        rows = await unit.fetch(
            "UPDATE notification SET read_at = ? WHERE account_id = ? AND user_id = ? "  # noqa: S608
            f"AND read_at IS NULL {f'AND {chosen.text}' if chosen else ''} RETURNING id",
            (now_micros(), actor.account_id, actor.user_id, *(chosen.params if chosen else ())),
        )
        if rows:
            last = max(row[0] for row in rows)
            unit.record(NotificationsRead(last, user=encode_id("User", actor.user_id or 0)))
        return await count_notifications(actor, unread=True)


async def withdraw(unit: UnitOfWork, subjects: Collection[str]) -> None:
    """Forget what was told of subjects that are gone, given by their global ids."""
    if not subjects:
        return
    gone = values_in("subject", subjects, unit.dialect)
    await unit.execute(
        f"DELETE FROM notification WHERE account_id = ? AND {gone.text}",  # noqa: S608
        (unit.actor.account_id, *gone.params),
    )


async def forget_old_notifications() -> None:
    """Forget, in every account, what was told half a year ago."""
    limit = to_micros(now() - KEPT)
    async with unit_of_work(Actor.system(0)) as unit:
        await unit.execute("DELETE FROM notification WHERE created_at < ?", (limit,))


async def gather_notifications(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield what anybody was told about a contact."""
    for row in await notifications_about(actor.account_id, contact_id):
        fields = {"kind": row.kind, "title": row.title, "at": row.created_at.isoformat()}
        yield Held("notifications", fields)


async def erase_notifications(unit: UnitOfWork, contact_id: int) -> None:
    """Erase what anybody was told about a contact."""
    await unit.execute(
        "DELETE FROM notification WHERE account_id = ? AND contact_id = ?",
        (unit.actor.account_id, contact_id),
    )
