"""What runs by itself about privacy requests."""

from __future__ import annotations

from typing import Any

from backend.core.jobs import job
from backend.core.storage import delete_file
from backend.privacy.service.held import FORGET


@job(FORGET)
async def forget_copy(payload: dict[str, Any]) -> None:
    """Delete the archive of a copy."""
    await delete_file(payload["key"])
