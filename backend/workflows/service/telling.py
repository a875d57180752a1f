"""Telling whoever a card is given to that it is theirs."""

from __future__ import annotations

from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify
from backend.workflows.service.drafts import Assignee


async def tell_assignee(
    unit: UnitOfWork, card_id: int, name: str, contact_id: int | None, assignee: Assignee | None
) -> None:
    """Tell a person that a card is theirs, unless they took it themselves."""
    if assignee is None or assignee.user_id == unit.actor.user_id:
        return
    await notify(
        unit,
        Notice(
            assignee.user_id,
            NotificationKind.CARD_ASSIGNED,
            encode_id("Card", card_id),
            name,
            contact_id,
        ),
    )
