"""Sending a message again that had failed, and taking back a payment request."""

from __future__ import annotations

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.inbox.errors import AskedByInvoice, MessageNotFailed
from backend.inbox.events import MessageQueuedAgain, PaymentRequestCancelled
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.queries.sending import outgoing_message
from backend.inbox.rules.kinds import MessageState
from backend.inbox.service.threads import show_state
from backend.inbox.service.write import MessageKept, queue_sending

_STOPPED = frozenset({MessageState.FAILED, MessageState.HELD, MessageState.DISCARDED})
"""None of these is sent by itself."""


async def send_message_again(actor: Actor, message_id: int) -> MessageKept:
    """Queue a message that failed, is held, or was discarded; its Message-ID stays, so that whoever
    had it all the same can tell.

    Raises:
        NotFound: no such message.
        MessageNotFailed: it is on its way, or arrived.
        Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        seen = await messages_by_id(actor, (message_id,))
        found = await outgoing_message(message_id) if message_id in seen else None
        if found is None:
            raise NotFound(("id",))
        if found.state not in _STOPPED:
            raise MessageNotFailed(("id",))
        await unit.execute(
            "UPDATE message SET state = 'queued', tries = 0, handing_over = ?, failure = NULL, "
            "failure_detail = NULL, next_try_at = NULL, bounced_at = NULL WHERE id = ?",
            (False, message_id),
        )
        await show_state(unit, found.thread_id, message_id)
        unit.record(
            MessageQueuedAgain(
                message_id,
                thread_id=found.thread_id,
                contact_id=found.contact_id,
            )
        )
        queue_sending(unit, message_id)
    return MessageKept(message_id, unit.cursor)


async def cancel_payment_request(actor: Actor, message_id: int) -> MessageKept:
    """Take back what was asked for in a message; its page says so from then on.

    Raises:
        NotFound: no message of the account that asks for money.
        AskedByInvoice: it asks for an invoice, which stays due.
        Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        message = (await messages_by_id(actor, (message_id,))).get(message_id)
        request = message.payment_request if message else None
        found = await outgoing_message(message_id) if request else None
        if request is None or found is None:
            raise NotFound(("messageId",))
        if request.invoice_key is not None:
            raise AskedByInvoice(("messageId",))
        if not request.is_cancelled:
            await unit.execute(
                "UPDATE payment_request SET cancelled_at = ? WHERE id = ?",
                (now_micros(), request.pk),
            )
            unit.record(
                PaymentRequestCancelled(
                    request.pk,
                    message_id=message_id,
                    thread_id=found.thread_id,
                    contact_id=found.contact_id,
                    amount_minor=request.amount_minor,
                    currency=request.currency,
                )
            )
    return MessageKept(message_id, unit.cursor)
