"""Telling whoever issued a quote how its client answered."""

from __future__ import annotations

from backend.accounts.service.people import member_of_user
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentIssued
from backend.core.ids import encode_id
from backend.core.stories import Told, read_stories
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify

_ISSUED = Told(DocumentIssued.subject_type, own=(DocumentIssued.kind,), about=())


async def tell_issuer(unit: UnitOfWork, quote: DocumentRow, *, accepted: bool) -> None:
    """Tell it, unless they have left the account or it was no person."""
    account_id = unit.actor.account_id
    stories = await read_stories(account_id, _ISSUED, (quote.pk,), limit=1)
    issued = next(iter(stories[quote.pk]), None)
    if issued is None or issued.actor_id is None or issued.actor_kind != "user":
        return
    if await member_of_user(account_id, issued.actor_id) is None:
        return
    kind = NotificationKind.QUOTE_ACCEPTED if accepted else NotificationKind.QUOTE_REJECTED
    title = quote.content.title or quote.content.buyer.name or ""
    subject = encode_id("BillingDocument", quote.pk)
    words = f"{quote.number} {title}"
    await notify(unit, Notice(issued.actor_id, kind, subject, words, quote.contact_key))
