"""What a write on sites is held against, inside of its unit."""

from __future__ import annotations

from backend.core.errors import NotFound
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.sites.errors import TooManySites
from backend.sites.limits import MAX_SITES
from backend.sites.queries import count_sites, present_id, sites_by_id
from backend.sites.rows import SiteRow


async def own_site(actor: Actor, site_id: int, *, deleted: bool = False) -> SiteRow:
    """Return a site of the account.

    Raises:
        NotFound
    """
    found = await sites_by_id(actor, (site_id,), deleted=deleted)
    if site_id not in found:
        raise NotFound(("id",))
    return found[site_id]


async def own_contact(unit: UnitOfWork, contact_id: int) -> int:
    """Return the contact that an id answers with: another one when it was merged.

    Raises:
        NotFound: none of the account, or in the bin.
    """
    contact_id = await present_id(unit.actor, contact_id)
    rows = await unit.fetch(
        "SELECT 1 FROM contact WHERE account_id = ? AND id = ? AND deleted_at IS NULL",
        (unit.actor.account_id, contact_id),
    )
    if not rows:
        raise NotFound(("contactId",))
    return contact_id


async def refuse_one_more(actor: Actor) -> None:
    """Refuse a site above what an account may have.

    Raises:
        TooManySites
    """
    if await count_sites(actor) >= MAX_SITES:
        raise TooManySites(("name",), maximum=MAX_SITES)
