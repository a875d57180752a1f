"""Writing a message: kept and queued at once, sent after the commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson

from backend.accounts.errors import CurrencyUnknown
from backend.contacts.emails import normalize_email
from backend.contacts.errors import ContactDeleted
from backend.contacts.rows import ContactRow, Wanted
from backend.contacts.service import touched_contact
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now_micros, to_micros
from backend.core.errors import NotFound, Required, TooLong, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.money import is_currency
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.limits import MEGABYTE
from backend.files.rows import FileRow
from backend.files.service import claim_upload
from backend.inbox.drafts import MessageDraft, PaymentDraft
from backend.inbox.errors import (
    EmptyMessage,
    FilesTooLarge,
    InvalidAmount,
    NoEmailAddress,
    NotTheirAddress,
)
from backend.inbox.events import MessageWritten
from backend.inbox.queries.sending import LastMessage, last_message, last_sender
from backend.inbox.queries.threads import threads_by_id
from backend.inbox.rules.chains import following, subject_of_answer
from backend.inbox.rules.kinds import Direction, MessageKind, MessageState
from backend.inbox.rules.limits import (
    HTML_LENGTH,
    MAX_AMOUNT_MINOR,
    MAX_FILES,
    MAX_FILES_MB,
    PAYMENT_TEXT_LENGTH,
    SUBJECT_LENGTH,
)
from backend.inbox.rules.plain_text import excerpt_of, text_of
from backend.inbox.rules.rich_text import clean_html
from backend.inbox.service.asking import ask, asking
from backend.inbox.service.enclosing import enclose
from backend.inbox.service.search_index import index_message, text_to_find
from backend.inbox.service.senders import Sender, sender_of
from backend.inbox.service.threads import Newest, add_to_thread, thread_of_contact

SEND = "send_message"


@dataclass(frozen=True, slots=True)
class MessageKept:
    """A message that is on its way, and the account's place in its history."""

    message_id: int
    cursor: str


@dataclass(frozen=True, slots=True)
class CheckedLetter:
    """A draft that can be sent."""

    html: str
    text: str
    subject: str | None
    payment: PaymentDraft | None
    upload_ids: tuple[str, ...] = ()
    files: tuple[FileRow, ...] = ()
    copy_to: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a letter goes: an address in a thread."""

    thread_id: int
    contact_id: int | None
    address: str
    name: str


async def send_message(
    actor: Actor, draft: MessageDraft, *, idempotency_key: str | None = None
) -> MessageKept:
    """Write a message and queue it; it leaves after the commit.

    Raises:
        EmptyMessage: nothing is left to see of what was written.
        NotFound: no such contact or thread.
        ContactDeleted: the contact is in the trash.
        NoEmailAddress: it has no address; NotTheirAddress: not this one.
        NotTheirInvoice, NothingToPay: what it asks for is no open invoice of the contact.
        InvalidAmount, CurrencyUnknown, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    letter = _checked(draft)
    mark = fingerprint(SEND, _said(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, SEND, mark)
        if key is None:
            target = await _target(unit, draft)
            letter = await asking(unit, letter, target.contact_id)
            key = await keep_letter(unit, letter, target, await sender_of(actor))
            await remember_result(unit, idempotency_key, SEND, mark, key)
    return MessageKept(key, unit.cursor)


async def keep_sent(actor: Actor, draft: MessageDraft, at: datetime) -> int:
    """Keep a message that left another way, at an instant; nothing is sent. Return its key.

    Raises:
        As :func:`send_message`.
    """
    actor.require(Permission.SEND_MESSAGES)
    letter = _checked(draft)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        return await keep_letter(
            unit, letter, await _target(unit, draft), await sender_of(actor), at
        )


def _checked(draft: MessageDraft) -> CheckedLetter:
    if len(draft.html) > HTML_LENGTH:
        raise TooLong(("html",), maximum=HTML_LENGTH)
    payment = None if draft.payment is None else _checked_payment(draft.payment)
    html = clean_html(draft.html)
    if len(draft.upload_ids) > MAX_FILES:
        raise TooMany(("uploadIds",), maximum=MAX_FILES)
    if not html and payment is None and not draft.upload_ids:
        raise EmptyMessage(("html",))
    subject = clean_line(draft.subject, ("subject",), maximum=SUBJECT_LENGTH)
    return CheckedLetter(html, text_of(html), subject, payment, draft.upload_ids)


def _said(draft: MessageDraft) -> dict[str, Any]:
    """Return what tells a message from another; as it was before messages could name invoices."""
    said = asdict(draft)
    if draft.payment is not None and draft.payment.invoice_id is None:
        del said["payment"]["invoice_id"]
    return said


def _checked_payment(draft: PaymentDraft) -> PaymentDraft:
    path = ("paymentRequest",)
    if draft.invoice_id is not None:  # which says the rest
        text = clean_lines(draft.text, (*path, "text"), maximum=PAYMENT_TEXT_LENGTH)
        return PaymentDraft(0, "", text or "", draft.invoice_id)
    if not 0 < draft.amount_minor <= MAX_AMOUNT_MINOR:
        raise InvalidAmount((*path, "amountMinor"), maximum=MAX_AMOUNT_MINOR)
    currency = draft.currency.strip().upper()
    if not is_currency(currency):
        raise CurrencyUnknown((*path, "currency"))
    text = clean_lines(draft.text, (*path, "text"), maximum=PAYMENT_TEXT_LENGTH)
    if text is None:
        raise Required((*path, "text"))
    return PaymentDraft(draft.amount_minor, currency, text)


async def _target(unit: UnitOfWork, draft: MessageDraft) -> Target:
    if draft.contact_id is not None:
        return await _to_contact(unit, draft.contact_id, draft.to)
    found = await threads_by_id(unit.actor, (draft.thread_id or 0,))
    thread = found.get(draft.thread_id or 0)
    if thread is None:
        raise NotFound(("threadId",))
    if thread.contact_id is not None:
        return await _to_contact(unit, thread.contact_id, draft.to)
    address = thread.address or ""
    if draft.to is not None and normalize_email(draft.to.strip()) != address:
        raise NotTheirAddress(("to",))
    return Target(thread.pk, None, address, thread.name or "")


async def _to_contact(unit: UnitOfWork, contact_id: int, to: str | None) -> Target:
    found = await contacts_by_id(unit.actor, (contact_id,), Wanted(emails=True))
    contact = found.get(contact_id)
    if contact is None:
        raise NotFound(("contactId",))
    if contact.deleted_micros is not None:
        raise ContactDeleted(("contactId",))
    thread_id = await thread_of_contact(unit, contact_id)
    address = await _address(contact, thread_id, to)
    return Target(thread_id, contact_id, address, contact.display_name)


async def _address(contact: ContactRow, thread_id: int, to: str | None) -> str:
    own = {normalize_email(email.address): email.address for email in contact.emails}
    if not own:
        raise NoEmailAddress(("contactId",))
    if to is not None:
        chosen = own.get(normalize_email(to.strip()))
        if chosen is None:
            raise NotTheirAddress(("to",))
        return chosen
    wrote_from = normalize_email(await last_sender(thread_id) or "")
    main = contact.primary_email
    return own.get(wrote_from) or (main.address if main else next(iter(own.values())))


async def keep_letter(
    unit: UnitOfWork,
    letter: CheckedLetter,
    target: Target,
    sender: Sender,
    sent_at: datetime | None = None,
) -> int:
    """Keep a letter in its thread and queue it, unless it has left already; return its key."""
    state = MessageState.QUEUED if sent_at is None else MessageState.SENT
    at = now_micros() if sent_at is None else to_micros(sent_at)
    before = await last_message(target.thread_id)
    subject = letter.subject or _subject(letter, before)
    key = await _insert(unit, letter, subject, target, sender, before)
    if sent_at is not None:
        await unit.execute(
            "UPDATE message SET state = ?, at = ?, sent_at = ? WHERE id = ?",
            (state.value, at, at, key),
        )
    if letter.payment is not None:
        await ask(unit, key, letter.payment, target.address, subject)
    await enclose(unit, key, [*letter.files, *await _claimed(unit, letter.upload_ids)])
    excerpt = excerpt_of(letter.text or (letter.payment.text if letter.payment else ""))
    await add_to_thread(
        unit,
        target.thread_id,
        Newest(Direction.OUT, state, subject, excerpt, at, is_read=True),
    )
    await index_message(
        unit,
        target.thread_id,
        key,
        text_to_find(subject, (target.name,), (target.address,), letter.text),
    )
    payment = letter.payment
    unit.record(
        MessageWritten(
            key,
            thread_id=target.thread_id,
            contact_id=target.contact_id,
            subject=subject,
            excerpt=excerpt[:140],
            amount_minor=payment.amount_minor if payment else None,
            currency=payment.currency if payment else None,
        )
    )
    if sent_at is None:
        queue_sending(unit, key)
    if target.contact_id is not None:
        await touched_contact(unit, target.contact_id)
    return key


def _subject(letter: CheckedLetter, before: LastMessage | None) -> str:
    if before is not None:
        return subject_of_answer(before.subject)
    return excerpt_of(letter.text)[:80]


async def _insert(
    unit: UnitOfWork,
    letter: CheckedLetter,
    subject: str,
    target: Target,
    sender: Sender,
    before: LastMessage | None,
) -> int:
    now = now_micros()
    excerpt = excerpt_of(letter.text or (letter.payment.text if letter.payment else ""))
    chain = following(before.reference_ids, before.rfc_id) if before else []
    rows = await unit.fetch(
        "INSERT INTO message (account_id, thread_id, direction, kind, state, subject, from_name, "
        "from_address, recipients, copy_to, html, text, excerpt, is_partial, rfc_id, in_reply_to, "
        "reference_ids, at, created_at, is_read, author_id, author_name, handing_over, attempts, "
        "tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0) "
        "RETURNING id",
        (
            unit.actor.account_id,
            target.thread_id,
            Direction.OUT.value,
            MessageKind.LETTER.value,
            MessageState.QUEUED.value,
            subject,
            sender.name,
            sender.address,
            orjson.dumps([(target.address, target.name)]).decode(),
            letter.copy_to,
            letter.html,
            letter.text,
            excerpt,
            False,
            f"{uuid4().hex}@{sender.domain}",
            before.rfc_id if before else None,
            orjson.dumps(chain).decode(),
            now,
            now,
            True,
            unit.actor.user_id,
            unit.actor.name,
            False,
        ),
    )
    return int(rows[0][0])


async def _claimed(unit: UnitOfWork, upload_ids: Sequence[str]) -> list[FileRow]:
    files = [
        await claim_upload(unit, upload_id, ("uploadIds", str(place)))
        for place, upload_id in enumerate(dict.fromkeys(upload_ids))
    ]
    if sum(each.size_bytes for each in files) > MAX_FILES_MB * MEGABYTE:
        raise FilesTooLarge(("uploadIds",), maximum_mb=MAX_FILES_MB)
    return files


def queue_sending(unit: UnitOfWork, message_id: int) -> None:
    """Let a message be sent once the unit is committed."""
    unit.enqueue(
        SEND,
        {"account_id": unit.actor.account_id, "message_id": message_id},
    )
