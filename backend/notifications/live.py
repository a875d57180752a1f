"""A person's notifications as they come, and as they are read in another window."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from backend.contacts.rows import Wanted
from backend.core.feed import feed
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.notifications.queries import count_notifications, notifications_by_id
from backend.notifications.rows import NotificationRow


@dataclass(frozen=True, slots=True)
class NotificationChange:
    """What came, if anything did, and how much is unread now."""

    cursor: str
    unread_count: int
    notifications: list[NotificationRow]


async def follow_notifications(
    actor: Actor, after: int | None, wanted: Wanted | None
) -> AsyncGenerator[NotificationChange, None]:
    """Yield what the actor is told after a place in the account's history, or from now on.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    own = encode_id("User", actor.user_id or 0)
    async with aclosing(feed().follow_subject(actor.account_id, "Notification", after)) as batches:
        async for batch in batches:
            news = [change for change in batch if change.payload.get("user") == own]
            if not news:
                continue
            keys = [each.subject_id for each in news if each.kind == "notification.created"]
            found = await notifications_by_id(actor, keys, wanted)
            yield NotificationChange(
                news[-1].cursor,
                await count_notifications(actor, unread=True),
                [found[key] for key in keys if key in found],
            )
