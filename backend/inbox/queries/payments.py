"""Payment requests: of a message that is sent, of a page that anybody opens by its link, and those
that name an invoice.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.inbox.queries.threads import SEEN
from backend.inbox.rows import PAYMENT_COLUMNS, PaymentRow


@dataclass(frozen=True, slots=True)
class PublicRequest:
    """What the page of a payment request says: what is asked, and by whom."""

    payment: PaymentRow
    account_name: str
    locale: str


async def payment_of_message(message_id: int) -> PaymentRow | None:
    """Return the payment request of a message, for the server's own work."""
    row = await read.fetch_one(
        f"SELECT {PAYMENT_COLUMNS} FROM payment_request WHERE message_id = ?", (message_id,)
    )
    return None if row is None else PaymentRow(*row)


async def public_request(request_id: int) -> PublicRequest | None:
    """Return what may be told to whoever has the link; None once its contact is gone, and of those
    that name an invoice, which has a page of its own.
    """
    row = await read.fetch_one(
        f"SELECT {PAYMENT_COLUMNS}, account.name, account.locale FROM payment_request "
        "JOIN account ON account.id = payment_request.account_id "
        "JOIN message ON message.id = payment_request.message_id "
        f"JOIN thread ON thread.id = message.thread_id WHERE payment_request.id = ? AND {SEEN} "
        "AND payment_request.invoice_id IS NULL",
        (request_id,),
    )
    return None if row is None else PublicRequest(PaymentRow(*row[:-2]), row[-2], row[-1])


async def messages_asking_for(actor: Actor, invoice_ids: Collection[int]) -> list[int]:
    """Return the messages of an account that ask for some invoices."""
    actor.require(Permission.READ)
    if not invoice_ids:
        return []
    asked = values_in("invoice_id", invoice_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT message_id FROM payment_request WHERE account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return [row[0] for row in rows]
