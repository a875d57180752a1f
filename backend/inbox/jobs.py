"""What runs by itself about messages."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from backend.core.clock import now
from backend.core.jobs import attend, job, schedule
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.inbox.service import deliver, reading, replies, write

MOST_OF_AN_ACCOUNT = 2
"""Messages that one process sends for it at a time: its server may hang."""
PUT_OFF = timedelta(seconds=5)
_sending: Counter[int] = Counter()


@job(write.SEND, waits=True)
async def send_message(payload: dict[str, Any]) -> None:
    """Send a queued message; those of an account whose server is slow wait for each other."""
    account_id = payload["account_id"]
    if _sending[account_id] >= MOST_OF_AN_ACCOUNT:
        async with unit_of_work(Actor.system(account_id)) as unit:
            unit.enqueue(write.SEND, payload, run_at=now() + PUT_OFF)
        return
    _sending[account_id] += 1
    try:
        await deliver.deliver_message(account_id, payload["message_id"])
    finally:
        _sending[account_id] -= 1
        if not _sending[account_id]:
            del _sending[account_id]


@schedule("purge_deleted_replies", every=timedelta(hours=6))
async def purge_deleted_replies() -> None:
    """Erase saved replies that were deleted long ago."""
    await replies.purge_deleted_replies()


@attend("read_mailboxes")
async def read_mailboxes() -> None:
    """Read the mailboxes that no other process reads."""
    await reading.read_mailboxes()
