"""What runs by itself about privacy requests."""

from __future__ import annotations

from typing import Any

from backend.core.jobs import job, schedule
from backend.core.storage import delete_file
from backend.privacy.service.erase import erase_request
from backend.privacy.service.held import FORGET
from backend.privacy.service.overwrite import EVERY, OVERWRITE
from backend.privacy.service.overwrite import overwrite_erased as overwrite
from backend.privacy.service.start_erasure import ERASE


@job(FORGET)
async def forget_copy(payload: dict[str, Any]) -> None:
    """Delete the archive of a copy."""
    await delete_file(payload["key"])


@job(ERASE)
async def erase_person(payload: dict[str, Any]) -> None:
    """Erase the person of a request."""
    await erase_request(payload)


@schedule(OVERWRITE, every=EVERY)
async def overwrite_erased() -> None:
    """Leave nothing of who was erased in the files of the database."""
    await overwrite()
