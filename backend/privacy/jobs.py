"""What runs by itself about privacy requests."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from backend.core.clock import now
from backend.core.jobs import job, schedule
from backend.core.storage import delete_file
from backend.privacy.service.copying import HALF_WRITTEN, MAKE, forget_half_written, make_copy
from backend.privacy.service.deadlines import remind_of_deadlines
from backend.privacy.service.erase import erase_request
from backend.privacy.service.expiring import forget_expired_copies
from backend.privacy.service.held import FORGET
from backend.privacy.service.overwrite import EVERY, OVERWRITE
from backend.privacy.service.overwrite import overwrite_erased as overwrite
from backend.privacy.service.purging import EVERY as EVERY_PURGE
from backend.privacy.service.purging import purge_kept_documents as purge
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


@schedule("purge_kept_documents", every=EVERY_PURGE)
async def purge_kept_documents() -> None:
    """Purge documents of who was erased, when the law wants them no longer."""
    await purge()


@job(MAKE)
async def make_privacy_copy(payload: dict[str, Any]) -> None:
    """Gather the copy of a person's data."""
    await make_copy(payload)


@schedule("remind_of_privacy_deadlines", every=timedelta(minutes=10))
async def remind_of_privacy_deadlines() -> None:
    """Tell of requests whose time runs out, or is over."""
    await remind_of_deadlines()


@schedule("forget_old_privacy_copies", every=timedelta(hours=1))
async def forget_old_privacy_copies() -> None:
    """Forget archives whose time is over, and what was left half written."""
    await forget_expired_copies()
    await asyncio.to_thread(forget_half_written, (now() - HALF_WRITTEN).timestamp())
