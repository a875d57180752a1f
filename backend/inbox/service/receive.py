"""Letters that came in: each is kept once, in the thread that it answers or of who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto

import orjson

from backend.contacts.emails import normalize_email
from backend.contacts.service import mark_bounced, touched_contact
from backend.contacts.service.finding import contacts_by_email
from backend.core.clock import now_micros, to_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.errors import FilesTakeTooMuch
from backend.files.rows import FileRow
from backend.files.service import keep_bytes
from backend.inbox.events import MessageBounced, MessageReceived
from backend.inbox.hearers import report_hearers
from backend.inbox.mail.received import Bounce, Received, Report
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.queries.receiving import contact_of_thread, messages_by_rfc_id
from backend.inbox.rules.kinds import Direction, MessageKind, MessageState, UnknownSenders
from backend.inbox.rules.plain_text import excerpt_of
from backend.inbox.rules.verdicts import Verdict
from backend.inbox.service.enclosing import enclose
from backend.inbox.service.search_index import index_message, text_to_find
from backend.inbox.service.threads import (
    Newest,
    add_to_thread,
    show_state,
    thread_of_address,
    thread_of_contact,
)

_EARLIEST = 0


class Fate(Enum):
    """What became of a letter."""

    KEPT = auto()
    KNOWN = auto()
    IGNORED = auto()
    HEARD = auto()
    """A report of a letter of another domain, which keeps what it says."""


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """Up to where a mailbox was read, kept with the letter: it is never read twice."""

    mailbox_id: int
    uid: int


async def receive_letter(mailbox: MailboxRow, letter: Received, place: ReadPlace | None) -> Fate:
    """Keep a letter that came into the mailbox of an account."""
    actor = Actor.system(mailbox.account_id)
    if letter.report is not None and await _is_heard(actor, letter.report, place):
        return Fate.HEARD
    files = await _kept_files(actor, mailbox, letter)
    if len(files) < len(letter.files):
        letter = replace(letter, is_partial=True)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await _advance(unit, place)
        if letter.rfc_id in await messages_by_rfc_id(actor.account_id, (letter.rfc_id,)):
            return Fate.KNOWN
        thread_id = await _thread(unit, mailbox, letter)
        if thread_id is None:
            return Fate.IGNORED
        await _keep(unit, letter, thread_id, files)
        if letter.bounce is not None:
            for_good = letter.report is None or letter.report.verdict is Verdict.HARD
            await _mark_bounced(unit, letter.bounce, for_good=for_good)
    return Fate.KEPT


async def _is_heard(actor: Actor, report: Report, place: ReadPlace | None) -> bool:
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        heard = [await hear(unit, report) for hear in report_hearers.entries.values()]
        if any(heard):
            await _advance(unit, place)
    return any(heard)


async def _advance(unit: UnitOfWork, place: ReadPlace | None) -> None:
    if place is not None:
        await unit.execute(
            "UPDATE mailbox SET last_uid = ? WHERE id = ? AND last_uid < ?",
            (place.uid, place.mailbox_id, place.uid),
        )


async def _kept_files(actor: Actor, mailbox: MailboxRow, letter: Received) -> list[FileRow]:
    """Keep what is enclosed, of letters that are likely kept: bytes go before the rows.

    What the account has no room for stays in the mailbox alone.
    """
    if not letter.files or await _is_for_nobody(actor, mailbox, letter):
        return []
    kept = []
    for each in letter.files:
        with suppress(NotFound, FilesTakeTooMuch):
            kept.append(await keep_bytes(actor, each.name, each.content))
    return kept


async def _is_for_nobody(actor: Actor, mailbox: MailboxRow, letter: Received) -> bool:
    known = await messages_by_rfc_id(actor.account_id, (letter.rfc_id, *_answered(letter)))
    if letter.rfc_id in known:
        return True
    if known or mailbox.unknown_senders == UnknownSenders.KEEP:
        return False
    sender = normalize_email(letter.from_address)
    return sender is None or not await contacts_by_email(actor, (sender,))


def _answered(letter: Received) -> list[str]:
    """Return the letters that one may answer, the likeliest first."""
    bounced = letter.bounce.rfc_ids if letter.bounce else ()
    first = (letter.in_reply_to,) if letter.in_reply_to else ()
    return list(dict.fromkeys((*bounced, *first, *reversed(letter.reference_ids))))


async def _thread(unit: UnitOfWork, mailbox: MailboxRow, letter: Received) -> int | None:
    account_id = unit.actor.account_id
    known = await messages_by_rfc_id(account_id, _answered(letter))
    for rfc_id in _answered(letter):
        if rfc_id in known:
            return known[rfc_id].thread_id
    sender = normalize_email(letter.from_address)
    if sender is None or sender == normalize_email(mailbox.from_address):
        return None  # nobody to answer to, or a copy of what another program sent from here
    holders = (await contacts_by_email(unit.actor, (sender,))).get(sender)
    if holders:
        return await thread_of_contact(unit, holders[0])
    if mailbox.unknown_senders == UnknownSenders.IGNORE or letter.kind is MessageKind.BOUNCE:
        return None
    return await thread_of_address(unit, sender, letter.from_name)


async def _keep(
    unit: UnitOfWork, letter: Received, thread_id: int, files: Sequence[FileRow]
) -> None:
    at = _instant(letter)
    excerpt = excerpt_of(letter.body.text)
    key = await _insert(unit, letter, thread_id, at, excerpt)
    await enclose(unit, key, files)
    await add_to_thread(
        unit,
        thread_id,
        Newest(Direction.IN, MessageState.RECEIVED, letter.subject, excerpt, at, is_read=False),
    )
    found = text_to_find(
        letter.subject, (letter.from_name,), (letter.from_address,), letter.body.text
    )
    await index_message(unit, thread_id, key, found)
    contact_id = await contact_of_thread(thread_id)
    unit.record(
        MessageReceived(
            key,
            contact_id=contact_id,
            thread_id=thread_id,
            subject=letter.subject,
            excerpt=excerpt[:140],
            message_kind=letter.kind.value,
        )
    )
    if contact_id is not None and letter.kind is MessageKind.LETTER:
        await touched_contact(unit, contact_id)


def _instant(letter: Received) -> int:
    """A letter stands where it says that it was written, but never in the future."""
    now = now_micros()
    return now if letter.at is None else min(max(to_micros(letter.at), _EARLIEST), now)


async def _insert(unit: UnitOfWork, letter: Received, thread_id: int, at: int, excerpt: str) -> int:
    body = letter.body
    rows = await unit.fetch(
        "INSERT INTO message (account_id, thread_id, direction, kind, state, subject, from_name, "
        "from_address, recipients, html, pictured_html, quoted_html, text, excerpt, is_partial, "
        "rfc_id, in_reply_to, reference_ids, at, created_at, is_read, author_name, handing_over, "
        "attempts, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "'', ?, 0, 0) RETURNING id",
        (
            unit.actor.account_id,
            thread_id,
            Direction.IN.value,
            letter.kind.value,
            MessageState.RECEIVED.value,
            letter.subject,
            letter.from_name,
            letter.from_address,
            orjson.dumps(letter.recipients).decode(),
            body.html,
            body.pictured_html,
            body.quoted_html,
            body.text,
            excerpt,
            letter.is_partial,
            letter.rfc_id,
            letter.in_reply_to,
            orjson.dumps(letter.reference_ids).decode(),
            at,
            now_micros(),
            False,
            False,
        ),
    )
    return int(rows[0][0])


async def _mark_bounced(unit: UnitOfWork, bounce: Bounce, *, for_good: bool) -> None:
    """Mark the message that came back and, if it did for good, the address that it went to: only
    those that are ours, so that nobody can make an address look dead by a report of his own.
    """
    known = await messages_by_rfc_id(unit.actor.account_id, bounce.rfc_ids)
    failed = {normalize_email(each) for each in bounce.addresses}
    for message in known.values():
        sent_to = [normalize_email(address) for address, _ in orjson.loads(message.recipients)]
        hit = [each for each in sent_to if each is not None and each in failed]
        if message.direction != Direction.OUT or not hit:
            continue
        await unit.execute(
            "UPDATE message SET bounced_at = ? WHERE id = ?", (now_micros(), message.pk)
        )
        await show_state(unit, message.thread_id, message.pk)
        if message.contact_id is not None and for_good:
            await mark_bounced(unit, message.contact_id, hit)
        unit.record(
            MessageBounced(
                message.pk,
                contact_id=message.contact_id,
                thread_id=message.thread_id,
                subject=message.subject,
                address=hit[0],
            )
        )
