"""Deleting sites, bringing them back, and erasing them when their time is over."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.sql import values_in
from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.sites.events import SiteDeleted, SiteRestored
from backend.sites.queries import sites_by_id, sites_to_purge
from backend.sites.service.standing import own_site, refuse_one_more
from backend.sites.service.write import SiteWritten


async def delete_site(actor: Actor, site_id: int) -> SiteWritten:
    """Delete a site; ``restore_site`` brings it back, with whose it is, for
    CARNET_DELETED_CONTACT_DAYS.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        site = await own_site(actor, site_id)
        await unit.execute(
            "UPDATE site SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), site_id),
        )
        unit.record(SiteDeleted(site_id, site.name))
    return SiteWritten(site, unit.cursor)


async def restore_site(actor: Actor, site_id: int) -> SiteWritten:
    """Bring back a deleted site; one that is there stays as it is.

    Raises:
        NotFound: none of the account, or gone for good.
        TooManySites, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await sites_by_id(actor, (site_id,), deleted=True):
            await refuse_one_more(actor)
            await unit.execute(
                "UPDATE site SET deleted_at = NULL, version = version + 1 WHERE id = ?", (site_id,)
            )
            unit.record(SiteRestored(site_id, (await own_site(actor, site_id)).name))
        site = await own_site(actor, site_id)
    return SiteWritten(site, unit.cursor)


async def purge_deleted_sites() -> int:
    """Erase, in every account, the sites that were deleted CARNET_DELETED_CONTACT_DAYS ago, with
    whose they were; return how many.
    """
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    doomed = await sites_to_purge(limit)
    for account_id, ids in doomed.items():
        async with unit_of_work(Actor.system(account_id)) as unit:
            own = values_in("id", ids, unit.dialect)
            await unit.execute(
                f"DELETE FROM site WHERE deleted_at <= ? AND {own.text}",  # noqa: S608
                (limit, *own.params),
            )
    return sum(map(len, doomed.values()))
