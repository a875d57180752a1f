"""What runs by itself about files."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.core.jobs import job, schedule
from backend.files.service import forgetting, trash


@job(forgetting.FORGET_BYTES)
async def forget_file_bytes(payload: dict[str, Any]) -> None:
    """Delete the bytes of files that are forgotten."""
    await forgetting.forget_bytes(payload)


@schedule("forget_unused_files", every=timedelta(hours=6))
async def forget_unused_files() -> None:
    """Forget files that were uploaded and that nobody has."""
    await forgetting.forget_unused_files()


@schedule("purge_deleted_attachments", every=timedelta(hours=6))
async def purge_deleted_attachments() -> None:
    """Erase for good the files of contacts that were deleted long ago."""
    await trash.purge_deleted_attachments()
