"""What is held about a contact in sites, gathered and erased. The sites are the account's own."""

from __future__ import annotations

from collections.abc import AsyncIterator

from backend.core.permissions import Actor, Permission
from backend.core.registry import Held
from backend.core.unit_of_work import UnitOfWork
from backend.sites.queries import sites_of_contacts


async def gather_sites(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield which sites are a contact's."""
    actor.require(Permission.READ)
    found = await sites_of_contacts(actor.account_id, (contact_id,))
    for site in found[contact_id]:
        yield Held("sites", {"name": site.name, "address": site.address})


async def erase_links(unit: UnitOfWork, contact_id: int) -> None:
    """Forget which sites were a contact's.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    await unit.execute(
        "DELETE FROM contact_site WHERE contact_id = ? AND EXISTS (SELECT 1 FROM contact "
        "WHERE contact.id = contact_site.contact_id AND contact.account_id = ?)",
        (contact_id, unit.actor.account_id),
    )
