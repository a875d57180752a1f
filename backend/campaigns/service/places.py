"""The places in time at which an account's letters leave, shared by whatever sends for it.

They are taken from one row of the database, so that several campaigns, in as many processes as
there are, send together no faster than one would. Instants are the server's clock, in stored
microseconds; processes on machines whose clocks differ are off by that difference, once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field

from backend.campaigns.rules.pace import gap_micros, places_at_once
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

_SECOND = 1_000_000
_HELD_UP = _SECOND
"""What a busy second held up may follow within the next one; more is not made up for."""
_FARTHEST = 120 * _SECOND
"""Nothing is taken so far ahead: a row that says so was written by a clock that was put back."""


@dataclass(slots=True)
class Places:
    """Places of one account for one turn, taken some at a time."""

    account_id: int
    rate: int
    _left: deque[int] = field(default_factory=deque)
    _taken_up_to: int = 0
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def next(self, until: int) -> int | None:
        """Return the next place, an instant; None when that is not before ``until``."""
        async with self._turn:
            if not self._left:
                await self._take(until)
            return self._left.popleft() if self._left and self._left[0] < until else None

    async def give_back(self) -> None:
        """Leave what was taken and not used to others, unless they took places behind it."""
        if not self._left:
            return
        async with unit_of_work(Actor.system(self.account_id)) as unit:
            await unit.execute(
                "UPDATE campaign_pace SET next_at = ? WHERE account_id = ? AND next_at = ?",
                (self._left[0], self.account_id, self._taken_up_to),
            )
        self._left.clear()

    async def _take(self, until: int) -> None:
        gap, count, now = gap_micros(self.rate), places_at_once(self.rate), now_micros()
        async with unit_of_work(Actor.system(self.account_id)) as unit:
            rows = await unit.fetch(
                "INSERT INTO campaign_pace (account_id, next_at) VALUES (?, ?) "
                "ON CONFLICT (account_id) DO UPDATE SET next_at = CASE "
                "WHEN campaign_pace.next_at < ? OR campaign_pace.next_at > ? THEN ? "
                "ELSE campaign_pace.next_at END + ? "
                "WHERE campaign_pace.next_at < ? OR campaign_pace.next_at > ? RETURNING next_at",
                (
                    self.account_id,
                    now - _HELD_UP + gap * count,
                    now - _HELD_UP,
                    now + _FARTHEST,
                    now - _HELD_UP,
                    gap * count,
                    until,
                    now + _FARTHEST,
                ),
            )
        if rows:
            self._taken_up_to = int(rows[0][0])
            self._left.extend(range(self._taken_up_to - gap * count, self._taken_up_to, gap))
