"""Which addresses of contacts may be written to, in bulk."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.mail_states import MailState
from backend.contacts.sql import values_in
from backend.core.database import read


async def mail_states(account_id: int, ids: Collection[int]) -> dict[int, list[MailState]]:
    """Return the addresses of some contacts, each contact's in its order; none of those deleted."""
    found: dict[int, list[MailState]] = {}
    asked = values_in("contact_email.contact_id", ids, read.dialect)
    rows = await read.fetch(
        "SELECT contact_email.contact_id, contact_email.address, contact_email.normalized, "
        "contact_email.status, contact_email.bounced_at IS NOT NULL FROM contact_email "
        "JOIN contact ON contact.id = contact_email.contact_id "
        f"WHERE {asked.text} AND contact.account_id = ? AND contact.deleted_at IS NULL "
        "ORDER BY contact_email.contact_id, contact_email.position",
        (*asked.params, account_id),
    )
    for contact_id, address, normalized, status, bounced in rows:
        state = MailState(address, normalized, SubscriptionStatus(status), bool(bounced))
        found.setdefault(contact_id, []).append(state)
    return found


async def unwanted(
    account_id: int, normalized: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return which of some addresses somebody has unsubscribed, and which came back, of whichever
    contact of the account they are: a letter to one is a letter to the other.
    """
    asked = values_in("contact_email.normalized", normalized, read.dialect)
    rows = await read.fetch(
        "SELECT contact_email.normalized, contact_email.status, "
        "contact_email.bounced_at IS NOT NULL FROM contact_email "
        "JOIN contact ON contact.id = contact_email.contact_id "
        f"WHERE contact_email.account_id = ? AND {asked.text} AND contact.deleted_at IS NULL "
        "AND (contact_email.status = ? OR contact_email.bounced_at IS NOT NULL)",
        (account_id, *asked.params, SubscriptionStatus.UNSUBSCRIBED.value),
    )
    left = SubscriptionStatus.UNSUBSCRIBED
    return (
        frozenset(address for address, status, _ in rows if status == left),
        frozenset(address for address, _, bounced in rows if bounced),
    )
