"""What can be read of campaigns."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.campaigns.queries import campaigns as reads
from backend.campaigns.queries import recipients as letters
from backend.campaigns.queries.recipients import RecipientFate
from backend.campaigns.rules.kinds import CampaignState, ExclusionReason
from backend.campaigns.schema.types import (
    Campaign,
    CampaignAudience,
    CampaignAudienceExclusion,
    CampaignRecipient,
    CampaignSettings,
    ExcludedContact,
    complete,
)
from backend.campaigns.service.audience import MOST_NAMED, audience_of, first_names
from backend.campaigns.service.preview import preview_path
from backend.contacts.schema.filters import ContactFilter
from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.graphql.plain import plain
from backend.core.ids import decode_id, encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

First = Annotated[
    int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
]
After = Annotated[str | None, strawberry.argument(description="Cursor that the page comes after.")]
Last = Annotated[int | None, strawberry.argument(description="How many, from the end: 0 to 200.")]
Before = Annotated[
    str | None, strawberry.argument(description="Cursor that the page comes before.")
]
CampaignId = Annotated[strawberry.ID, strawberry.argument(description="Which campaign.")]


@strawberry.type
class CampaignsQuery:
    """What can be read of campaigns."""

    @query(Permission.READ, description="The account's campaigns, the newest first.")
    async def campaigns(
        self,
        info: Info,
        states: Annotated[
            list[CampaignState] | None,
            strawberry.argument(description="Those in one of these states; all when left out."),
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Campaign]:
        actor, selection = info.context.actor, Selection.of(info)
        chosen = frozenset(states or ())
        request = PageRequest.of(first, after, last, before)
        page = await reads.campaigns_page(actor, request, chosen)
        await complete(info, page.rows, selection.at("edges", "node"))
        wants_total = "totalCount" in selection
        total = await reads.count_campaigns(actor, chosen) if wants_total else 0
        return cast(Connection[Campaign], connection(page, total_count=total))

    @query(Permission.READ, description="A campaign; null when there is none of this id.")
    async def campaign(self, info: Info, id: CampaignId) -> Campaign | None:
        key = decode_id(id, "Campaign", ("id",))
        found = await reads.campaigns_by_id(info.context.actor, (key,))
        await complete(info, list(found.values()), Selection.of(info))
        return cast(Campaign | None, found.get(key))

    @query(
        Permission.READ,
        description="Who a campaign goes to, in the order in which they were chosen; nobody before "
        "it begins.",
    )
    async def campaign_recipients(  # noqa: PLR0917 - arguments of the schema
        self,
        info: Info,
        campaign_id: CampaignId,
        fate: Annotated[
            RecipientFate | None,
            strawberry.argument(description="Only those of this fate; all when left out."),
        ] = None,
        search: Annotated[
            str | None, strawberry.argument(description="Pieces of the address.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[CampaignRecipient]:
        actor, key = info.context.actor, decode_id(campaign_id, "Campaign", ("campaignId",))
        request, words = PageRequest.of(first, after, last, before), search or ""
        page = await letters.recipients_page(actor, key, request, fate, words)
        wants_total = "totalCount" in Selection.of(info)
        total = await letters.count_recipients(actor, key, fate, words) if wants_total else 0
        return cast(Connection[CampaignRecipient], connection(page, total_count=total))

    @query(Permission.READ, description="How the account sends campaigns.")
    async def campaign_settings(self, info: Info) -> CampaignSettings:
        return cast(CampaignSettings, await reads.settings_of(info.context.actor.account_id))

    @query(
        Permission.READ,
        description="Whom a filter chooses for a campaign: how many get it, and how many do not, "
        "by reason.",
    )
    async def campaign_audience(
        self,
        info: Info,
        filter: Annotated[ContactFilter, strawberry.argument(description="Which contacts.")],
    ) -> CampaignAudience:
        actor = info.context.actor
        audience = await audience_of(actor, plain(filter))
        shown = Selection.of(info).at("excluded")
        names = await first_names(actor, audience) if "contacts" in shown else {}
        return CampaignAudience(
            recipient_count=len(audience.addressees),
            excluded=[
                CampaignAudienceExclusion(
                    reason=reason,
                    count=len(audience.excluded[reason]),
                    contacts=[
                        ExcludedContact(
                            contact_id=strawberry.ID(encode_id("Contact", key)), name=names[key]
                        )
                        for key in audience.excluded[reason][:MOST_NAMED]
                        if key in names
                    ],
                )
                for reason in ExclusionReason
                if reason in audience.excluded
            ],
        )

    @query(
        Permission.READ,
        description="The path of a page that shows the letter as a contact would get it, good for "
        "an hour and for whoever asks.",
    )
    async def campaign_preview(
        self,
        info: Info,
        id: CampaignId,
        contact_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Whose data fill its places; nobody's when left out."),
        ] = None,
    ) -> str:
        reader = None if contact_id is None else decode_id(contact_id, "Contact", ("contactId",))
        return await preview_path(info.context.actor, decode_id(id, "Campaign", ("id",)), reader)
