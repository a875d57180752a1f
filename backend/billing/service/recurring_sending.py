"""Sending what recurring invoices issued by themselves."""

from __future__ import annotations

from datetime import date

from backend.billing.queries.recurring import recurring_by_id
from backend.billing.recurring_rows import RecurringRow
from backend.billing.rules.recurring import RecurringMode
from backend.billing.service.recurring_telling import tell
from backend.billing.service.sending import SendDraft, send_document
from backend.billing.service.standing import own_document
from backend.billing.service.trying_later import try_later
from backend.core.errors import Refusal, Refusals
from backend.core.permissions import Actor
from backend.core.storage import StorageUnavailable
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notifications.rules import NotificationKind

SEND = "send_recurring_invoice"


def queue_sending(unit: UnitOfWork, due: RecurringRow, day: date, document_id: int) -> None:
    """Let an invoice leave once it is committed, if that is wanted."""
    if due.mode is RecurringMode.SEND:
        payload = {
            "account_id": unit.actor.account_id,
            "recurring_id": due.pk,
            "day": day.isoformat(),
            "document_id": document_id,
        }
        unit.enqueue(SEND, payload, unique_key=f"{SEND}:{document_id}")


async def send_recurring(
    account_id: int, recurring_id: int, day: str, document_id: int, tries: int = 0
) -> None:
    """Send an invoice with the account's own words, once, however often it is asked.

    A storage that does not answer is asked again later. What cannot be sent (nobody's address) is
    told to whoever set it up, with the code of the reason beside its day.
    """
    actor = Actor.system(account_id)
    try:
        await send_document(
            actor, document_id, SendDraft(), idempotency_key=f"{SEND}:{document_id}"
        )
    except (Refusal, Refusals) as refused:
        payload = {
            "account_id": account_id,
            "recurring_id": recurring_id,
            "day": day,
            "document_id": document_id,
            "tries": tries,
        }
        if isinstance(refused, StorageUnavailable) and await try_later(actor, SEND, payload):
            return
        first = refused.refusals[0] if isinstance(refused, Refusals) else refused
        await _keep_problem(actor, recurring_id, day, document_id, first.code)


async def _keep_problem(
    actor: Actor, recurring_id: int, day: str, document_id: int, problem: str
) -> None:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        recurring = (await recurring_by_id(actor, (recurring_id,))).get(recurring_id)
        count = await unit.execute(
            "UPDATE recurring_day SET problem = ? WHERE recurring_id = ? AND day = ? "
            "AND problem IS NULL",
            (problem, recurring_id, day),
        )
        if recurring is not None and count:
            document = await own_document(actor, document_id)
            await tell(unit, recurring, document, NotificationKind.INVOICE_NOT_SENT)
