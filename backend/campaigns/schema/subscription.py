"""What can be followed of campaigns."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.campaigns.live import follow_campaigns
from backend.campaigns.schema.types import Campaign, complete
from backend.contacts.schema.subscription import After, place
from backend.core.graphql import Info, Selection, subscription
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission


@strawberry.type
class CampaignsChanged:
    """What happened to campaigns."""

    cursor: str = strawberry.field(description="Where to resume after this event.")
    changed: list[Campaign] = strawberry.field(description="As they are now.")
    deleted: list[strawberry.ID] = strawberry.field(description="Those that are gone.")


@strawberry.type
class CampaignsSubscription:
    """What can be followed of campaigns."""

    @subscription(
        Permission.READ,
        description="What happens to a campaign and its letters, or to all of the account; at most "
        "one event a second.",
    )
    async def campaign_changed(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Which campaign; all when left out."),
        ] = None,
        after: After = None,
    ) -> AsyncGenerator[CampaignsChanged, None]:
        key = None if id is None else decode_id(id, "Campaign", ("id",))
        selection = Selection.of(info).at("changed")
        async with aclosing(follow_campaigns(info.context.actor, key, place(after))) as changes:
            async for change in changes:
                await complete(info, change.changed, selection)
                yield CampaignsChanged(
                    cursor=change.cursor,
                    changed=cast(list[Campaign], change.changed),
                    deleted=[strawberry.ID(encode_id("Campaign", each)) for each in change.deleted],
                )
