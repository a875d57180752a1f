"""Telling whoever set a recurring invoice up that something waits for them."""

from __future__ import annotations

from backend.accounts.service.people import member_of_user
from backend.billing.document_rows import DocumentRow
from backend.billing.recurring_rows import RecurringRow
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify


async def tell(
    unit: UnitOfWork, recurring: RecurringRow, document: DocumentRow, kind: NotificationKind
) -> None:
    """Tell it, unless they have left the account."""
    user_id = recurring.user_key
    if user_id is None or await member_of_user(unit.actor.account_id, user_id) is None:
        return
    title = document.content.title or document.content.buyer.name or ""
    await notify(
        unit,
        Notice(
            user_id,
            kind,
            encode_id("BillingDocument", document.pk),
            f"{document.number} {title}" if document.number else title,
            recurring.contact_key,
        ),
    )
