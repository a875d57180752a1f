"""What campaigns hold about a contact, gathered and erased; how recipients follow contacts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from backend.campaigns.queries.recipients import letters_of_contact
from backend.campaigns.queries.tracking import links_opened_by
from backend.contacts.sql import Sql, values_in
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork


async def gather_letters(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the campaigns that a contact was sent, and what became of each."""
    actor.require(Permission.READ)
    links = await links_opened_by(actor, contact_id)
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
        opened = {"links": links[row.pk]} if row.pk in links else {}
        yield Held("campaigns", fields | told | opened)


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
    await _forget_clicks(unit, own)
    await unit.execute(
        "UPDATE campaign_recipient SET address = '', normalized = '#' || id, contact_id = NULL, "  # noqa: S608
        f"problem_detail = NULL WHERE account_id = ? AND {own.text}",
        params,
    )


async def _forget_clicks(unit: UnitOfWork, own: Sql) -> None:
    """Forget which links the readers opened, and links that nobody else did: an address may have
    been made for one reader alone.
    """
    rows = await unit.fetch(
        "DELETE FROM campaign_click WHERE recipient_id IN (SELECT id FROM campaign_recipient "  # noqa: S608
        f"WHERE account_id = ? AND {own.text}) RETURNING link_id",
        (unit.actor.account_id, *own.params),
    )
    links = values_in("id", {row[0] for row in rows}, unit.dialect)
    await unit.execute(
        f"DELETE FROM campaign_link WHERE {links.text} AND NOT EXISTS "  # noqa: S608
        "(SELECT 1 FROM campaign_click WHERE campaign_click.link_id = campaign_link.id)",
        links.params,
    )
