"""A letter that cannot be kept, however often it is tried: it is set aside, so that it holds up
none of those behind it, and the settings of the mailbox tell of it.
"""

from __future__ import annotations

import asyncio
from functools import partial

import structlog

from backend.core.clock import now_micros, to_micros
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.storage import StorageUnavailable
from backend.core.unit_of_work import unit_of_work
from backend.core.uploads.errors import DiskFull
from backend.inbox.events import LetterSetAside, MailboxUpdated
from backend.inbox.mail.imap import Fetched
from backend.inbox.mail.parsing import parse_letter
from backend.inbox.mail.received import Received
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.limits import ADDRESS_LENGTH, SUBJECT_LENGTH
from backend.inbox.service.receive import ReadPlace, receive_letter

log = structlog.get_logger(__name__)

TRIES = 3
"""A minute apart: what is wrong with the server and not with the letter is mostly over by then."""
_NOT_ITS_FAULT = (DiskFull, StorageUnavailable, OSError)


async def take_letter(mailbox: MailboxRow, uid: int, fetched: Fetched) -> None:
    """Keep a letter of a mailbox, or set it aside when that failed too often.

    Raises:
        Exception: whatever kept it from being kept; the same again is to be tried.
    """
    letter: Received | None = None
    try:
        letter = await asyncio.to_thread(
            partial(parse_letter, fetched.content, is_partial=fetched.is_partial)
        )
        await receive_letter(mailbox, letter, ReadPlace(mailbox.pk, uid))
    except _NOT_ITS_FAULT:
        raise
    except Exception as error:
        log.warning("letter_not_kept", mailbox=mailbox.pk, uid=uid, error=repr(error))
        if await _tries(mailbox, uid) < TRIES:
            raise
        await _set_aside(mailbox, uid, letter)


async def _tries(mailbox: MailboxRow, uid: int) -> int:
    """Count a try that failed, and return how many there were of this letter."""
    async with unit_of_work(Actor.system(mailbox.account_id)) as unit:
        rows = await unit.fetch(
            "UPDATE mailbox SET failing_tries = CASE WHEN failing_uid = ? THEN failing_tries + 1 "
            "ELSE 1 END, failing_uid = ? WHERE id = ? RETURNING failing_tries",
            (uid, uid, mailbox.pk),
        )
    return int(rows[0][0]) if rows else 0


async def _set_aside(mailbox: MailboxRow, uid: int, letter: Received | None) -> None:
    written = None if letter is None or letter.at is None else to_micros(letter.at)
    async with unit_of_work(Actor.system(mailbox.account_id)) as unit:
        await unit.execute(
            "INSERT INTO set_aside_letter (mailbox_id, from_address, subject, written_at, at) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                mailbox.pk,
                _plain(letter.from_address, ADDRESS_LENGTH) if letter else "",
                _plain(letter.subject, SUBJECT_LENGTH) if letter else "",
                written,
                now_micros(),
            ),
        )
        await unit.execute(
            "UPDATE mailbox SET last_uid = ?, failing_uid = NULL, failing_tries = 0 "
            "WHERE id = ? AND last_uid < ?",
            (uid, mailbox.pk, uid),
        )
        unit.record(LetterSetAside(mailbox.pk))


def _plain(text: str, length: int) -> str:
    """Return a text that every database takes: it may be what this one was refused for."""
    kept = text.encode(errors="replace").decode().replace("\0", "")
    return kept[:length]


async def dismiss_set_aside(actor: Actor, mailbox_id: int) -> str:
    """Tell no longer of a mailbox's letters that were set aside; return the cursor.

    Raises:
        NotFound: none of the account.
        Forbidden
    """
    actor.require(Permission.MANAGE_MAILBOX)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        mailbox = await mailbox_of(actor.account_id)
        if mailbox is None or mailbox.pk != mailbox_id:
            raise NotFound(("mailboxId",))
        await unit.execute("DELETE FROM set_aside_letter WHERE mailbox_id = ?", (mailbox_id,))
        unit.record(MailboxUpdated(mailbox_id, version=mailbox.version))
    return unit.cursor
