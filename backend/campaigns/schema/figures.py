"""What became of a campaign, in figures."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast
from zoneinfo import ZoneInfo

import strawberry

from backend.accounts.errors import TimeZoneUnknown
from backend.campaigns.queries.figures import (
    FiguresAt,
    LinkRow,
    Step,
    figures_over_time,
    links_of,
    returned_count,
    zone_of,
)
from backend.campaigns.rows import CampaignRow
from backend.core.graphql import Info, row_type
from backend.core.graphql.enums import describe_enum

describe_enum(
    Step,
    "How long a step of time is.",
    {"HOUR": "An hour.", "DAY": "A calendar day of a time zone."},
    name="CampaignStep",
)


@strawberry.type
class CampaignFigures:
    """What became of a campaign's letters, each counted once. Kept as it happens: exact, and as
    cheap to read for a hundred thousand."""

    sent: int = strawberry.field(description="How many letters the mail server took.")
    delivered: int = strawberry.field(
        description="How many of them did not come back, as far as it is known."
    )
    opened: int = strawberry.field(description="How many were opened.")
    clicked: int = strawberry.field(description="How many had a link opened.")
    hard_bounces: int = strawberry.field(description="How many came back for good.")
    soft_bounces: int = strawberry.field(description="How many came back for now.")
    unsubscribed: int = strawberry.field(
        description="How many readers unsubscribed by it, and did not think again."
    )


@row_type(FiguresAt, name="CampaignFiguresAt")
class CampaignFiguresAt:
    """What happened with a campaign's letters in one step of time: each letter's first time."""

    at: datetime = strawberry.field(description="When the step begins.")
    sent: int = strawberry.field(description="How many letters left.")
    opened: int = strawberry.field(description="How many were opened.")
    clicked: int = strawberry.field(description="How many had a link opened.")
    hard_bounces: int = strawberry.field(description="How many came back for good.")
    soft_bounces: int = strawberry.field(description="How many came back for now.")
    unsubscribed: int = strawberry.field(description="How many readers unsubscribed.")


@row_type(LinkRow, name="CampaignLink")
class CampaignLink:
    """An address in a campaign that somebody opened."""

    url: str = strawberry.field(description="The address.")
    clicks: int = strawberry.field(description="How often it was opened.")
    readers: int = strawberry.field(description="From how many letters.")


async def figures(root: strawberry.Parent[CampaignRow]) -> CampaignFigures:
    """Return the figures of a campaign as it was read."""
    return CampaignFigures(
        sent=root.sent_count,
        delivered=max(0, root.sent_count - await returned_count(root.pk)),
        opened=root.opened_count,
        clicked=root.clicked_count,
        hard_bounces=root.hard_bounce_count,
        soft_bounces=root.soft_bounce_count,
        unsubscribed=root.unsubscribed_count,
    )


async def over_time(
    root: strawberry.Parent[CampaignRow],
    info: Info,
    by: Annotated[Step, strawberry.argument(description="How long the steps are.")] = Step.HOUR,
    time_zone: Annotated[
        str | None,
        strawberry.argument(
            description="Whose days: a name of the IANA, such as Europe/Rome; the account's when "
            "left out."
        ),
    ] = None,
) -> list[CampaignFiguresAt]:
    """Return the figures of a campaign over time.

    Raises:
        TimeZoneUnknown
    """
    name = time_zone or await zone_of(info.context.actor.account_id)
    try:
        zone = ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise TimeZoneUnknown(("timeZone",)) from None
    return cast(list[CampaignFiguresAt], await figures_over_time(root.pk, by, zone))


async def links(root: strawberry.Parent[CampaignRow]) -> list[CampaignLink]:
    """Return the links of a campaign."""
    return cast(list[CampaignLink], await links_of(root.pk))
