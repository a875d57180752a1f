"""Telling whoever issued a quote how its client answered."""

from __future__ import annotations

from backend.accounts.service.people import member_of_user, members
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentIssued
from backend.core.ids import encode_id
from backend.core.permissions import Role
from backend.core.stories import Told, read_stories
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify

_ISSUED = Told(DocumentIssued.subject_type, own=(DocumentIssued.kind,), about=())


async def tell_issuer(unit: UnitOfWork, quote: DocumentRow, *, accepted: bool) -> None:
    """Tell it, unless they have left the account or it was no person."""
    kind = NotificationKind.QUOTE_ACCEPTED if accepted else NotificationKind.QUOTE_REJECTED
    issuer = await _issuer(unit, quote)
    if issuer is not None:
        await _tell(unit, issuer, quote, kind)


async def tell_waiting(unit: UnitOfWork, quote: DocumentRow) -> None:
    """Tell that the invoice of an accepted quote waits for somebody: whoever issued the quote, else
    the account's owners.
    """
    issuer = await _issuer(unit, quote)
    told = [issuer] if issuer is not None else await _owners(unit.actor.account_id)
    for user_id in told:
        await _tell(unit, user_id, quote, NotificationKind.QUOTE_WAITS)


async def _owners(account_id: int) -> list[int]:
    return [each.user_id for each in await members(account_id) if each.role is Role.OWNER]


async def _issuer(unit: UnitOfWork, quote: DocumentRow) -> int | None:
    account_id = unit.actor.account_id
    stories = await read_stories(account_id, _ISSUED, (quote.pk,), limit=1)
    issued = next(iter(stories[quote.pk]), None)
    if issued is None or issued.actor_id is None or issued.actor_kind != "user":
        return None
    member = await member_of_user(account_id, issued.actor_id)
    return None if member is None else issued.actor_id


async def _tell(unit: UnitOfWork, user_id: int, quote: DocumentRow, kind: NotificationKind) -> None:
    title = quote.content.title or quote.content.buyer.name or ""
    subject = encode_id("BillingDocument", quote.pk)
    words = f"{quote.number} {title}"
    await notify(unit, Notice(user_id, kind, subject, words, quote.contact_key))
