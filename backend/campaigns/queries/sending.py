"""What the sending of a campaign reads: for the server's own work."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.database import read


@dataclass(frozen=True, slots=True)
class QueuedLetter:
    """A letter that is to leave."""

    pk: int
    contact_pk: int | None
    address: str
    normalized: str
    tries: int


async def queued_letters(campaign_id: int, after: int, limit: int) -> list[QueuedLetter]:
    """Return letters behind one that are to leave now, in order."""
    rows = await read.fetch(
        "SELECT id, contact_id, address, normalized, tries FROM campaign_recipient "
        "WHERE campaign_id = ? AND state = 'queued' AND id > ? "
        "AND (next_try_at IS NULL OR next_try_at <= ?) ORDER BY id LIMIT ?",
        (campaign_id, after, now_micros(), limit),
    )
    return [QueuedLetter(*row) for row in rows]


async def next_place_micros(account_id: int) -> int:
    """Return when the next letter of an account may leave, in stored microseconds; 0 for now."""
    found = await read.fetch_value(
        "SELECT next_at FROM campaign_pace WHERE account_id = ?", (account_id,)
    )
    return 0 if found is None else int(found)


async def next_letter_micros(campaign_id: int) -> int | None:
    """Return when the next letter that has not left is to be tried, 0 for now; None for never."""
    found = await read.fetch_value(
        "SELECT MIN(COALESCE(next_try_at, 0)) FROM campaign_recipient "
        "WHERE campaign_id = ? AND state = 'queued'",
        (campaign_id,),
    )
    return None if found is None else int(found)
