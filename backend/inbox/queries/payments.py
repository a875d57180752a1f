"""Payment requests: of a message that is sent, and of a page that anybody opens by its link."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.database import read
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
    """Return what may be told to whoever has the link; None once its contact is gone."""
    row = await read.fetch_one(
        f"SELECT {PAYMENT_COLUMNS}, account.name, account.locale FROM payment_request "
        "JOIN account ON account.id = payment_request.account_id "
        "JOIN message ON message.id = payment_request.message_id "
        f"JOIN thread ON thread.id = message.thread_id WHERE payment_request.id = ? AND {SEEN}",
        (request_id,),
    )
    return None if row is None else PublicRequest(PaymentRow(*row[:-2]), row[-2], row[-1])
