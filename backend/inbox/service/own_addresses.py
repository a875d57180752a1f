"""Which addresses are an account's own."""

from __future__ import annotations

from backend.inbox.queries.mailboxes import mailbox_of


async def own_addresses(account_id: int) -> list[str]:
    """Return the address that an account writes from, and those by which its mailbox is opened."""
    mailbox = await mailbox_of(account_id)
    if mailbox is None:
        return []
    found = (mailbox.from_address, mailbox.imap_user, mailbox.smtp_user)
    return [each for each in found if each]
