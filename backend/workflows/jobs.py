"""Tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.workflows.service.erasing import purge_deleted_cards


@schedule("purge_deleted_cards", every=timedelta(hours=6))
async def purge_old_cards() -> None:
    """Erase for good the cards and boards that were deleted long ago."""
    await purge_deleted_cards()
