"""What campaigns hold about a contact, gathered and erased; how recipients follow contacts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from backend.campaigns.queries.recipients import letters_of_contact
from backend.contacts.sql import values_in
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork


async def gather_letters(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the campaigns that a contact was sent, and what became of each."""
    actor.require(Permission.READ)
    for subject, row in await letters_of_contact(actor, contact_id):
        times = {
            "sent_at": row.sent_at,
            "opened_at": row.opened_at,
            "clicked_at": row.clicked_at,
            "bounced_at": row.bounced_at,
            "unsubscribed_at": row.unsubscribed_at,
        }
        fields = {"subject": subject, "address": row.address, "state": row.state_name}
        told = {name: at and at.isoformat() for name, at in times.items()}
        yield Held("campaigns", fields | told)


async def erase_letters(unit: UnitOfWork, contact_id: int) -> None:
    """Forget to whom a contact's letters went; that so many were sent stays with their campaigns.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await forget_recipients(unit, (contact_id,))


async def forget_recipients(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Take the names off the letters of some contacts; those that have not left never do."""
    own = values_in("contact_id", ids, unit.dialect)
    params = (unit.actor.account_id, *own.params)
    rows = await unit.fetch(
        "UPDATE campaign_recipient SET state = 'skipped', reason = 'gone' "  # noqa: S608
        f"WHERE account_id = ? AND {own.text} AND state = 'queued' RETURNING campaign_id",
        params,
    )
    for campaign_id in {row[0] for row in rows}:
        await unit.execute(
            "UPDATE campaign SET skipped_count = skipped_count + ? WHERE id = ?",
            (sum(row[0] == campaign_id for row in rows), campaign_id),
        )
    await unit.execute(
        "UPDATE campaign_recipient SET address = '', normalized = '#' || id, contact_id = NULL, "  # noqa: S608
        f"problem_detail = NULL WHERE account_id = ? AND {own.text}",
        params,
    )
