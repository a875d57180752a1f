"""Whose a site is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.contacts.sql import values_in
from backend.core.errors import NotFound, Refusals
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.sites.errors import TooManySites
from backend.sites.events import SiteLinked, SiteUnlinked
from backend.sites.limits import MAX_LINKS
from backend.sites.queries import sites_by_id
from backend.sites.rows import SiteRow
from backend.sites.service.standing import own_contact


async def link_sites(actor: Actor, contact_id: int, site_ids: Sequence[int]) -> str:
    """Make sites a contact's; those that are stay so. Return the account's place in its history.

    Raises:
        NotFound: no contact of the account, or in the bin.
        Refusals: ids that are no site of the account.
        TooManySites, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        own_id = await own_contact(unit, contact_id)
        found = await sites_by_id(actor, site_ids)
        Refusals.raise_if(
            [
                NotFound(("siteIds", str(place)))
                for place, key in enumerate(site_ids)
                if key not in found
            ]
        )
        await link(unit, own_id, found)
    return unit.cursor


async def link(unit: UnitOfWork, contact_id: int, sites: Mapping[int, SiteRow]) -> None:
    """Make sites of the account one of its contacts', and say so of those that were not.

    Raises:
        TooManySites
    """
    rows = await unit.fetch("SELECT site_id FROM contact_site WHERE contact_id = ?", (contact_id,))
    known = {row[0] for row in rows}
    new = [key for key in sites if key not in known]
    if new and len(known) + len(new) > MAX_LINKS:
        raise TooManySites(("siteIds",), maximum=MAX_LINKS)
    await unit.execute_many(
        "INSERT INTO contact_site (contact_id, site_id) VALUES (?, ?)",
        [(contact_id, key) for key in new],
    )
    unit.record_many(SiteLinked(key, contact_id, sites[key].name) for key in new)


async def unlink_site(actor: Actor, contact_id: int, site_id: int) -> str:
    """Let a site be a contact's no longer; one that is not stays so. Return the account's place.

    Raises:
        NotFound: no contact or site of the account.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        own_id = await own_contact(unit, contact_id)
        site = (await sites_by_id(actor, (site_id,))).get(site_id)
        if site is None:
            raise NotFound(("siteId",))
        count = await unit.execute(
            "DELETE FROM contact_site WHERE contact_id = ? AND site_id = ?", (own_id, site_id)
        )
        if count:
            unit.record(SiteUnlinked(site_id, own_id, site.name))
    return unit.cursor


async def move_links(
    unit: UnitOfWork, from_id: int, to_id: int, keys: Sequence[int] | None
) -> Sequence[int]:
    """Give a contact's links to another one; a site that both have stays with each."""
    sql = (
        "UPDATE contact_site SET contact_id = ? WHERE contact_id = ? AND site_id NOT IN "
        "(SELECT site_id FROM contact_site WHERE contact_id = ?)"
    )
    params: tuple[object, ...] = (to_id, from_id, to_id)
    if keys is not None:
        chosen = values_in("id", keys, unit.dialect)
        sql, params = f"{sql} AND {chosen.text}", (*params, *chosen.params)
    return sorted(row[0] for row in await unit.fetch(f"{sql} RETURNING id", params))
