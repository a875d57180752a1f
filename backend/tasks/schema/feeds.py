"""The secret address of a person's calendar."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend.core.clock import from_micros
from backend.core.graphql import Info, Payload, mutation, query
from backend.core.permissions import Permission
from backend.core.settings import settings
from backend.tasks import service
from backend.tasks.queries import feed_of
from backend.tasks.rows import FeedRow


@strawberry.type
class CalendarFeed:
    """The secret address under which a calendar reads the viewer's tasks."""

    url: str | None = strawberry.field(
        description="The address, of an iCalendar file; null where the server's key was lost: make "
        "a new one."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    read_at: datetime | None = strawberry.field(
        description="When a calendar last read it, to the hour; null before the first time."
    )


@strawberry.type
class CreateCalendarFeedPayload(Payload):
    """What making a secret address answers."""

    feed: CalendarFeed | None = strawberry.field(default=None, description="The new address.")


@strawberry.type
class RevokeCalendarFeedPayload(Payload):
    """What revoking a secret address answers."""


def _feed(row: FeedRow) -> CalendarFeed:
    path = service.feed_path(row)
    return CalendarFeed(
        url=path and f"{settings().public_url}{path}",
        created_at=from_micros(row.created_micros),
        read_at=None if row.read_micros is None else from_micros(row.read_micros),
    )


@strawberry.type
class FeedsQuery:
    """What can be read of secret addresses."""

    @query(
        Permission.MANAGE_OWN_USER,
        description="The secret address of the viewer's tasks for their calendar; null before one "
        "was made. Never through a token.",
    )
    async def calendar_feed(self, info: Info) -> CalendarFeed | None:
        row = await feed_of(info.context.actor)
        return _feed(row) if row else None


@strawberry.type
class FeedsMutation:
    """What can be done to secret addresses."""

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Make a secret address of the viewer's tasks for their calendar; one that was "
        "there opens nothing any more. Never through a token.",
    )
    async def create_calendar_feed(self, info: Info) -> CreateCalendarFeedPayload:
        return CreateCalendarFeedPayload(feed=_feed(await service.create_feed(info.context.actor)))

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Let the viewer's secret address open nothing any more. Never through a token.",
    )
    async def revoke_calendar_feed(self, info: Info) -> RevokeCalendarFeedPayload:
        await service.revoke_feed(info.context.actor)
        return RevokeCalendarFeedPayload()
