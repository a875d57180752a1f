"""The money that a message asks for: an amount of its own, or what is left to pay of an invoice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.drafts import PaymentDraft
from backend.inbox.errors import InvalidAmount
from backend.inbox.payable import payables
from backend.inbox.rules.limits import MAX_AMOUNT_MINOR

if TYPE_CHECKING:
    from backend.inbox.service.write import CheckedLetter

INVOICE_PATH = ("paymentRequest", "invoiceId")


async def asking(unit: UnitOfWork, letter: CheckedLetter, contact_id: int | None) -> CheckedLetter:
    """Return a letter with what it asks for; whoever calls has the account's turn.

    Raises:
        NotFound, NotTheirInvoice, NothingToPay, InvalidAmount, Forbidden
    """
    if letter.payment is None or letter.payment.invoice_id is None:
        return letter
    for each in payables.entries.values():
        found = await each.ask(unit, letter.payment.invoice_id, contact_id)
        if found.amount_minor > MAX_AMOUNT_MINOR:
            raise InvalidAmount(INVOICE_PATH, maximum=MAX_AMOUNT_MINOR)
        payment = replace(
            letter.payment,
            amount_minor=found.amount_minor,
            currency=found.currency,
            text=letter.payment.text or found.text,
        )
        return replace(letter, payment=payment)
    raise NotFound(INVOICE_PATH)


async def ask(
    unit: UnitOfWork, message_id: int, payment: PaymentDraft, address: str, subject: str
) -> None:
    """Keep what a message to an address asks for."""
    await unit.execute(
        "INSERT INTO payment_request (account_id, message_id, amount_minor, currency, text, "
        "invoice_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            message_id,
            payment.amount_minor,
            payment.currency,
            payment.text,
            payment.invoice_id,
            now_micros(),
        ),
    )
    if payment.invoice_id is not None:
        for each in payables.entries.values():
            await each.asked(unit, payment.invoice_id, message_id, address, subject)
