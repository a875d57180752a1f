"""What runs by itself about messages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.core.jobs import attend, job, schedule
from backend.inbox.service import deliver, reading, replies, write


@job(write.SEND)
async def send_message(payload: dict[str, Any]) -> None:
    """Send a queued message."""
    await deliver.deliver_message(payload["account_id"], payload["message_id"])


@schedule("purge_deleted_replies", every=timedelta(hours=6))
async def purge_deleted_replies() -> None:
    """Erase saved replies that were deleted long ago."""
    await replies.purge_deleted_replies()


@attend("read_mailboxes")
async def read_mailboxes() -> None:
    """Read the mailboxes that no other process reads."""
    await reading.read_mailboxes()
