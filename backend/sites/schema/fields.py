"""What can be read of, and done to, sites."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.errors import Refusals, StaleVersion, TooMany
from backend.core.graphql import Connection, Info, Selection, mutation, query
from backend.core.graphql.connections import connection
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.sites import queries, service
from backend.sites.limits import MAX_LINKS
from backend.sites.rows import SiteRow
from backend.sites.schema.inputs import (
    CreateSiteInput,
    CreateSitePayload,
    DeleteSiteInput,
    DeleteSitePayload,
    LinkSitesInput,
    LinkSitesPayload,
    RestoreSiteInput,
    RestoreSitePayload,
    SetSiteChecksInput,
    SetSiteChecksPayload,
    UnlinkSiteInput,
    UnlinkSitePayload,
    UpdateSiteInput,
    UpdateSitePayload,
)
from backend.sites.schema.types import Site, SiteChecks, complete

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class SitesQuery:
    """What can be read of sites."""

    @query(Permission.READ, description="The account's client sites, by name.")
    async def sites(
        self,
        info: Info,
        search: Annotated[
            str | None,
            strawberry.argument(description="Words of the name or host, accents and case aside."),
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[Site]:
        actor, selection = info.context.actor, Selection.of(info)
        page = await queries.sites_page(
            actor, PageRequest.of(first, after, last, before), search or ""
        )
        await complete(info, page.rows, selection.at("edges", "node"))
        total = await queries.count_sites(actor, search or "") if "totalCount" in selection else 0
        return cast(Connection[Site], connection(page, total_count=total))

    @query(Permission.READ, description="The daily look at the account's sites.")
    async def site_checks(self, info: Info) -> SiteChecks:
        return SiteChecks(enabled=await queries.are_checked(info.context.actor.account_id))


@strawberry.type
class SitesMutation:
    """What can be done to sites."""

    @mutation(_WRITE, description="Add a site, to a contact at once if wanted.")
    async def create_site(self, info: Info, input: CreateSiteInput) -> CreateSitePayload:
        contact = given(input.contact_id)
        written = await service.create_site(
            info.context.actor,
            input.to_draft(),
            contact_id=None if contact is None else decode_id(contact, "Contact", ("contactId",)),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateSitePayload(
            site=await _answered(info, written.site), cursor=written.cursor or None
        )

    @mutation(
        _WRITE,
        description="Change a site, from the version that was seen. If somebody saved a newer "
        "one, nothing is written, and the answer brings it.",
    )
    async def update_site(self, info: Info, input: UpdateSiteInput) -> UpdateSitePayload:
        actor, key = info.context.actor, decode_id(input.id, "Site", ("id",))
        try:
            written = await service.update_site(actor, key, input.version, input.to_changes())
        except StaleVersion as stale:
            rows = list((await queries.sites_by_id(actor, (key,))).values())
            await complete(info, rows, Selection.of(info).at("conflict"))
            return UpdateSitePayload(
                conflict=cast(Site | None, rows[0] if rows else None),
                errors=user_errors(Refusals([stale])),
            )
        return UpdateSitePayload(
            site=await _answered(info, written.site), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Delete a site. It can be restored for 30 days.")
    async def delete_site(self, info: Info, input: DeleteSiteInput) -> DeleteSitePayload:
        key = decode_id(input.id, "Site", ("id",))
        written = await service.delete_site(info.context.actor, key)
        return DeleteSitePayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring back a deleted site, with the contacts it belonged to.")
    async def restore_site(self, info: Info, input: RestoreSiteInput) -> RestoreSitePayload:
        key = decode_id(input.id, "Site", ("id",))
        written = await service.restore_site(info.context.actor, key)
        return RestoreSitePayload(
            site=await _answered(info, written.site), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Make sites a contact's; those that are stay so.")
    async def link_sites(self, info: Info, input: LinkSitesInput) -> LinkSitesPayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        if len(input.site_ids) > MAX_LINKS:
            raise TooMany(("siteIds",), maximum=MAX_LINKS)
        chosen = [
            decode_id(each, "Site", ("siteIds", str(place)))
            for place, each in enumerate(input.site_ids)
        ]
        cursor = await service.link_sites(info.context.actor, key, chosen)
        return LinkSitesPayload(sites=await _sites_of(info, key), cursor=cursor or None)

    @mutation(_WRITE, description="Let a site be a contact's no longer.")
    async def unlink_site(self, info: Info, input: UnlinkSiteInput) -> UnlinkSitePayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        site = decode_id(input.site_id, "Site", ("siteId",))
        cursor = await service.unlink_site(info.context.actor, key, site)
        return UnlinkSitePayload(sites=await _sites_of(info, key), cursor=cursor or None)

    @mutation(
        Permission.MANAGE_ACCOUNT,
        description="Have the account's sites looked at every day: their domains, certificates "
        "and answers. Off until it is turned on.",
    )
    async def set_site_checks(self, info: Info, input: SetSiteChecksInput) -> SetSiteChecksPayload:
        cursor = await service.turn_checks(info.context.actor, enabled=input.enabled)
        return SetSiteChecksPayload(
            site_checks=SiteChecks(enabled=input.enabled), cursor=cursor or None
        )


async def _answered(info: Info, site: SiteRow) -> Site:
    await complete(info, (site,), Selection.of(info).at("site"))
    return cast(Site, site)


async def _sites_of(info: Info, contact_id: int) -> list[Site]:
    actor = info.context.actor
    own_id = await queries.present_id(actor, contact_id)
    found = (await queries.sites_of_contacts(actor.account_id, (own_id,)))[own_id]
    await complete(info, found, Selection.of(info).at("sites"))
    return cast(list[Site], found)
