"""Campaigns as they change, told at most once a second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.campaigns.queries.campaigns import campaigns_by_id
from backend.campaigns.rows import CampaignRow
from backend.core.feed import BATCH, feed
from backend.core.permissions import Actor, Permission

PAUSE_SECONDS = 1.0


@dataclass(slots=True)
class CampaignsChange:
    """Campaigns as they are now, and the ids of those that are gone."""

    cursor: str
    changed: list[CampaignRow] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)


async def follow_campaigns(
    actor: Actor, campaign_id: int | None, after: int | None
) -> AsyncGenerator[CampaignsChange, None]:
    """Yield what happens to a campaign, or to all of them, after a place in the account's history,
    or from now: the first change at once, those within the next second together.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    loop = asyncio.get_running_loop()
    told_at, waiting = -PAUSE_SECONDS, dict[int, None]()
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            for change in batch:
                is_meant = campaign_id in {None, change.subject_id}
                if change.subject_type == "Campaign" and is_meant:
                    waiting[change.subject_id] = None
            if not waiting or len(batch) >= BATCH:  # of a long way behind only the end is told
                continue
            await asyncio.sleep(told_at + PAUSE_SECONDS - loop.time())
            rows = await campaigns_by_id(actor, waiting)
            yield CampaignsChange(
                batch[-1].cursor,
                changed=[rows[key] for key in waiting if key in rows],
                deleted=[key for key in waiting if key not in rows],
            )
            told_at, waiting = loop.time(), {}
