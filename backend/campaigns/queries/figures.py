"""A campaign's figures over time, and its links: from what is kept, never counted over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from backend.campaigns.rules.kinds import LetterEvent
from backend.core.clock import from_micros
from backend.core.database import read

HOUR_MICROS = 3_600_000_000
MOST_STEPS = 1_000
MOST_LINKS = 100


class Step(StrEnum):
    """How long a step of time is."""

    HOUR = "hour"
    DAY = "day"


@dataclass(slots=True)
class FiguresAt:
    """What happened with a campaign's letters in an hour or on a day that begins at an instant."""

    at: datetime
    counts: dict[LetterEvent, int] = field(default_factory=dict)

    def _of(self, event: LetterEvent) -> int:
        return self.counts.get(event, 0)

    @property
    def sent(self) -> int:
        """How many letters left."""
        return self._of(LetterEvent.SENT)

    @property
    def opened(self) -> int:
        """How many were opened for the first time."""
        return self._of(LetterEvent.OPENED)

    @property
    def clicked(self) -> int:
        """In how many a link was opened for the first time."""
        return self._of(LetterEvent.CLICKED)

    @property
    def hard_bounces(self) -> int:
        """How many came back for good."""
        return self._of(LetterEvent.HARD_BOUNCE)

    @property
    def soft_bounces(self) -> int:
        """How many came back for now."""
        return self._of(LetterEvent.SOFT_BOUNCE)

    @property
    def unsubscribed(self) -> int:
        """How many readers left."""
        return self._of(LetterEvent.UNSUBSCRIBED)


@dataclass(slots=True)
class LinkRow:
    """An address that was opened from a campaign: how often, and from how many letters."""

    url: str
    clicks: int
    readers: int


async def figures_over_time(campaign_id: int, step: Step, zone: ZoneInfo) -> list[FiguresAt]:
    """Return the hours, or days of a time zone, in which something happened, the oldest first: the
    first thousand of them.

    The campaign was read within the account. An hour belongs to the day in which it begins.
    """
    rows = await read.fetch(
        "SELECT hour, kind, count FROM campaign_tally WHERE campaign_id = ? AND count <> 0 "
        "ORDER BY hour",
        (campaign_id,),
    )
    found: dict[datetime, dict[LetterEvent, int]] = defaultdict(lambda: defaultdict(int))
    for hour, kind, count in rows:
        at = from_micros(hour * HOUR_MICROS)
        if step is Step.DAY:
            at = _midnight(at, zone)
        found[at][LetterEvent(kind)] += count
    return [FiguresAt(at, counts) for at, counts in sorted(found.items())][:MOST_STEPS]


def _midnight(at: datetime, zone: ZoneInfo) -> datetime:
    day = at.astimezone(zone).date()
    return datetime.combine(day, time(), zone).astimezone(UTC)


async def returned_count(campaign_id: int) -> int:
    """Return how many letters of a campaign came back after a server had taken them."""
    found = await read.fetch_value(
        "SELECT SUM(count) FROM campaign_tally WHERE campaign_id = ? AND kind = ?",
        (campaign_id, LetterEvent.RETURNED.value),
    )
    return int(found or 0)


async def links_of(campaign_id: int) -> list[LinkRow]:
    """Return the links of a campaign that somebody opened, the most opened first: a hundred."""
    rows = await read.fetch(
        "SELECT url, clicks, readers FROM campaign_link WHERE campaign_id = ? "
        "ORDER BY readers DESC, clicks DESC, id LIMIT ?",
        (campaign_id, MOST_LINKS),
    )
    return [LinkRow(*row) for row in rows]


async def zone_of(account_id: int) -> str:
    """Return the name of an account's time zone."""
    found = await read.fetch_value("SELECT time_zone FROM account WHERE id = ?", (account_id,))
    return str(found or "UTC")
