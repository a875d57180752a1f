"""What runs by itself about campaigns."""

from __future__ import annotations

from datetime import timedelta

from backend.campaigns.service.trash import purge_deleted_campaigns
from backend.core.jobs import schedule


@schedule("purge_deleted_campaigns", every=timedelta(hours=6))
async def purge_campaigns() -> None:
    """Erase for good the campaigns that were deleted long ago."""
    await purge_deleted_campaigns()
