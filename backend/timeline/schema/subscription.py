"""What can be followed of timelines."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.subscription import After, place
from backend.core.graphql import Info, subscription
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.timeline.live import follow_timeline
from backend.timeline.schema.fields import Topics, topic_names
from backend.timeline.schema.types import TimelineEntry, TimelineEvent


@strawberry.type
class TimelineSubscription:
    """What can be followed of timelines."""

    @subscription(
        Permission.READ,
        description="What is added to a contact's timeline, as it happens.",
    )
    async def contact_timeline(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        after: After = None,
        topics: Topics = None,
    ) -> AsyncGenerator[TimelineEvent, None]:
        key = decode_id(contact_id, "Contact", ("contactId",))
        growth = follow_timeline(info.context.actor, key, place(after), topic_names(topics))
        async with aclosing(growth) as steps:
            async for step in steps:
                yield TimelineEvent(
                    cursor=step.cursor,
                    reset=step.reset,
                    entries=cast(list[TimelineEntry], step.entries),
                )
