"""Tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.segments.service import trash


@schedule("purge_deleted_segments", every=timedelta(hours=6))
async def purge_deleted_segments() -> None:
    """Erase for good the saved filters that were deleted long ago."""
    await trash.purge_deleted_segments()
