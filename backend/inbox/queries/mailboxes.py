"""The settings of an account's mailbox."""

from __future__ import annotations

from dataclasses import replace

from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.inbox.mailboxes import MAILBOX_COLUMNS, MailboxRow, SetAsideRow

MOST_TOLD = 20
"""Letters that were set aside, the newest."""


async def own_mailbox(actor: Actor) -> MailboxRow | None:
    """Return the mailbox of the actor's account; None when it has none.

    Its servers are shown to those who may change them.
    """
    actor.require(Permission.READ)
    found = await mailbox_of(actor.account_id)
    if found is not None and actor.can(Permission.MANAGE_MAILBOX):
        return replace(found, set_aside=await _set_aside(found.pk))
    if found is None:
        return None
    return replace(found, smtp_host=None, imap_host=None, send_detail=None, read_detail=None)


async def _set_aside(mailbox_id: int) -> list[SetAsideRow]:
    rows = await read.fetch(
        "SELECT from_address, subject, written_at, at FROM set_aside_letter WHERE mailbox_id = ? "
        "ORDER BY id DESC LIMIT ?",
        (mailbox_id, MOST_TOLD),
    )
    return [SetAsideRow(*row) for row in rows]


async def mailbox_by_id(mailbox_id: int) -> MailboxRow | None:
    """Return a mailbox, for the server's own work."""
    row = await read.fetch_one(f"SELECT {MAILBOX_COLUMNS} FROM mailbox WHERE id = ?", (mailbox_id,))
    return None if row is None else MailboxRow(*row)


async def claimable_mailboxes(most: int) -> list[int]:
    """Return mailboxes, of any account, that are to be read and that nobody reads now."""
    rows = await read.fetch(
        "SELECT id FROM mailbox WHERE imap_host IS NOT NULL "
        "AND (reader_until IS NULL OR reader_until < ?) ORDER BY id LIMIT ?",
        (now_micros(), most),
    )
    return [row[0] for row in rows]


async def mailbox_of(account_id: int) -> MailboxRow | None:
    """Return the mailbox of an account, for the server's own work."""
    row = await read.fetch_one(
        f"SELECT {MAILBOX_COLUMNS} FROM mailbox WHERE account_id = ?", (account_id,)
    )
    return None if row is None else MailboxRow(*row)
