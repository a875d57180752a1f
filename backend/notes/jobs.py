"""Tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.notes.service import trash


@schedule("purge_deleted_notes", every=timedelta(hours=6))
async def purge_deleted_notes() -> None:
    """Erase for good the notes that were deleted long ago."""
    await trash.purge_deleted_notes()
