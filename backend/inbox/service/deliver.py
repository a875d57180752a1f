"""Sending queued messages: once, as far as that can be known.

A message is marked before the server gets it. Whoever finds that mark after a crash or a lost
connection does not send it again: it failed with MAYBE_SENT, and somebody decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from backend.core.clock import from_micros, now, now_micros, to_micros
from backend.core.errors import NotFound
from backend.core.mail import Delivery, delivery
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.service import read_bytes
from backend.inbox.events import MessageDelayed, MessageFailed, MessageSent
from backend.inbox.mail.composing import Enclosed, Letter, ascii_address, compose
from backend.inbox.mail.smtp import Envelope, hand_over
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.queries.sending import Outgoing, email_of_user, outgoing_message
from backend.inbox.rules.kinds import MailProblem, MessageState
from backend.inbox.service.holding import keep_held
from backend.inbox.service.letters import words_of
from backend.inbox.service.outbox import put_into_outbox
from backend.inbox.service.threads import show_state
from backend.inbox.service.write import SEND

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
)
"""After each try that may go better later; half a day, then it failed."""


class Overtaken(Exception):
    """Another attempt has begun, as the lease of this one was over; or the message is held now."""


async def deliver_message(account_id: int, message_id: int) -> None:
    """Send a queued message; whatever comes of it is kept with it."""
    actor = Actor.system(account_id)
    message = await _begin(actor, message_id)
    if message is None:
        return
    mailbox = await mailbox_of(account_id)
    try:
        await _hand_over(actor, message, mailbox)
    except Overtaken:
        return
    except ValueError as error:  # what no letter can be made of, or no server be told
        await _failed(actor, message, MailTrouble(MailProblem.UNEXPECTED, str(error)))
    except MailTrouble as trouble:
        await _failed(actor, message, trouble)
    else:
        await _sent(actor, message)


async def _begin(actor: Actor, message_id: int) -> Outgoing | None:
    """Mark a message as being sent; None when there is nothing to send."""
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await outgoing_message(message_id)
        if found is None or found.account_id != actor.account_id:
            return None
        if found.state == MessageState.SENDING and found.handing_over:
            await _keep_failure(unit, found, MailTrouble(MailProblem.MAYBE_SENT))
            return None
        if found.state not in {MessageState.QUEUED, MessageState.SENDING}:
            return None
        if found.in_trash:  # put there while a server was being tried
            await keep_held(unit, (found,))
            return None
        await unit.execute(
            "UPDATE message SET state = 'sending', attempts = attempts + 1, tries = tries + 1, "
            "next_try_at = NULL WHERE id = ?",
            (message_id,),
        )
    return found


async def _hand_over(actor: Actor, message: Outgoing, mailbox: MailboxRow | None) -> None:
    address, name = message.recipients[0]
    address = ascii_address(address)
    sender = ascii_address(message.from_address)
    words = await words_of(message)
    content = compose(
        Letter(
            message.from_name,
            sender,
            name,
            address,
            message.subject,
            words.text,
            words.html,
            message.rfc_id,
            from_micros(message.created_micros),
            message.in_reply_to,
            message.reference_ids,
            None if mailbox is not None else await _answers_to(message),
            await _enclosed(actor, message),
        )
    )
    server = None if mailbox is None else mailbox.smtp_server()
    if server is None and delivery() is Delivery.OUTBOX:
        put_into_outbox(message, content)
        return
    envelope = Envelope(sender, address, content, message.copy_to)
    await hand_over(server, envelope, partial(_mark, actor, message))


async def _enclosed(actor: Actor, message: Outgoing) -> list[Enclosed]:
    kept = (await messages_by_id(actor, (message.pk,))).get(message.pk)
    try:
        return [
            Enclosed(each.name, each.media_type, await read_bytes(each))
            for each in (kept.files if kept is not None else ())
        ]
    except NotFound as error:
        raise MailTrouble(MailProblem.UNEXPECTED, "a file is missing") from error


async def _answers_to(message: Outgoing) -> str | None:
    """Without an address of the account's own, answers go to whoever wrote."""
    return None if message.author_id is None else await email_of_user(message.author_id)


async def _mark(actor: Actor, message: Outgoing) -> None:
    """Say that the server is about to get a message; only the newest attempt may, and only as long
    as it is not held.
    """
    async with unit_of_work(actor) as unit:
        marked = await unit.execute(
            "UPDATE message SET handing_over = ? WHERE id = ? AND attempts = ? "
            "AND handing_over = ? AND state = 'sending'",
            (True, message.pk, message.attempts + 1, False),
        )
    if not marked:
        raise Overtaken


async def _sent(actor: Actor, message: Outgoing) -> None:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await outgoing_message(message.pk)
        if found is None:
            return  # erased with its contact meanwhile
        message = found
        await unit.execute(
            "UPDATE message SET state = 'sent', sent_at = ?, handing_over = ?, failure = NULL, "
            "failure_detail = NULL WHERE id = ?",
            (now_micros(), False, message.pk),
        )
        await unit.execute(
            "UPDATE mailbox SET send_problem = NULL, send_detail = NULL "
            "WHERE account_id = ? AND send_problem IS NOT NULL",
            (actor.account_id,),
        )
        await show_state(unit, message.thread_id, message.pk)
        unit.record(
            MessageSent(message.pk, thread_id=message.thread_id, contact_id=message.contact_id)
        )


async def _failed(actor: Actor, message: Outgoing, trouble: MailTrouble) -> None:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await outgoing_message(message.pk)
        if found is None or found.state == MessageState.HELD:
            return
        # Its contact may be another one by now, how often it was tried is what it was.
        message = replace(message, thread_id=found.thread_id, contact_id=found.contact_id)
        await unit.execute(
            "UPDATE mailbox SET send_problem = ?, send_detail = ? WHERE account_id = ?",
            (trouble.problem.value, trouble.detail, actor.account_id),
        )
        if trouble.is_passing and message.tries < len(WAITS):
            await _keep_delay(unit, message, trouble)
        else:
            await _keep_failure(unit, message, trouble)


async def _keep_delay(unit: UnitOfWork, message: Outgoing, trouble: MailTrouble) -> None:
    next_try = now() + WAITS[message.tries]
    await unit.execute(
        "UPDATE message SET state = 'queued', handing_over = ?, failure = ?, failure_detail = ?, "
        "next_try_at = ? WHERE id = ?",
        (False, trouble.problem.value, trouble.detail, to_micros(next_try), message.pk),
    )
    unit.enqueue(
        SEND,
        {"account_id": unit.actor.account_id, "message_id": message.pk},
        run_at=next_try,
        unique_key=f"{SEND}:{message.pk}:{message.attempts + 1}",
    )
    await show_state(unit, message.thread_id, message.pk)
    unit.record(
        MessageDelayed(
            message.pk,
            thread_id=message.thread_id,
            contact_id=message.contact_id,
            problem=trouble.problem.value,
        )
    )


async def _keep_failure(unit: UnitOfWork, message: Outgoing, trouble: MailTrouble) -> None:
    await unit.execute(
        "UPDATE message SET state = 'failed', handing_over = ?, failure = ?, failure_detail = ?, "
        "next_try_at = NULL WHERE id = ?",
        (False, trouble.problem.value, trouble.detail, message.pk),
    )
    await show_state(unit, message.thread_id, message.pk)
    unit.record(
        MessageFailed(
            message.pk,
            thread_id=message.thread_id,
            contact_id=message.contact_id,
            subject=message.subject,
            problem=trouble.problem.value,
        )
    )
