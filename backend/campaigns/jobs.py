"""What runs by itself about campaigns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.campaigns.service import launch, sending
from backend.campaigns.service.trash import purge_deleted_campaigns
from backend.core.jobs import job, schedule


@job(launch.BEGIN)
async def begin_campaign(payload: dict[str, Any]) -> None:
    """Let a scheduled campaign begin."""
    await sending.begin_scheduled(payload["account_id"], payload["campaign_id"])


@job(launch.SEND, waits=True)
async def send_campaign(payload: dict[str, Any]) -> None:
    """Send letters of a campaign for a while."""
    await sending.send_turn(payload["account_id"], payload["campaign_id"])


@schedule("purge_deleted_campaigns", every=timedelta(hours=6))
async def purge_campaigns() -> None:
    """Erase for good the campaigns that were deleted long ago."""
    await purge_deleted_campaigns()
