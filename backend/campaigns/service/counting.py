"""The figures of campaigns, kept by whoever writes what they count: in the same unit of work, so
that they are exact, and are never counted over.
"""

from __future__ import annotations

from backend.campaigns.rules.kinds import LetterEvent
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork

HOUR_MICROS = 3_600_000_000
_COUNTERS = {
    LetterEvent.OPENED: "opened_count",
    LetterEvent.CLICKED: "clicked_count",
    LetterEvent.HARD_BOUNCE: "hard_bounce_count",
    LetterEvent.SOFT_BOUNCE: "soft_bounce_count",
    LetterEvent.UNSUBSCRIBED: "unsubscribed_count",
}


async def count_events(
    unit: UnitOfWork, campaign_id: int, event: LetterEvent, count: int, at: int | None = None
) -> None:
    """Count that something happened with some letters of a campaign, each letter's first time;
    below zero when it turned out not to have. ``at`` is the stored instant at which it was.

    The unit has the account's turn. Whoever sends keeps ``sent_count`` itself, with the recipients'
    states; only the hours of ``SENT`` are kept here.
    """
    if not count:
        return
    if event in _COUNTERS:
        counter = _COUNTERS[event]
        await unit.execute(
            f"UPDATE campaign SET {counter} = {counter} + ? WHERE id = ?",  # noqa: S608
            (count, campaign_id),
        )
    hour = (now_micros() if at is None else at) // HOUR_MICROS
    await unit.execute(
        "INSERT INTO campaign_tally (campaign_id, hour, kind, count) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (campaign_id, hour, kind) DO UPDATE "
        "SET count = campaign_tally.count + excluded.count",
        (campaign_id, hour, event.value, count),
    )
