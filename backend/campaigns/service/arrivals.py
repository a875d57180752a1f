"""What readers do, as it arrives: gathered while a write is under way, and written together.

A campaign is opened by thousands within a minute. Each of them waits for what they did to be kept,
but all who come while the database writes share its next transaction.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict

import structlog

from backend.campaigns.queries.tracking import last_looks
from backend.campaigns.service.reading import AGAIN_MICROS, Opened, write_opened
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

log = structlog.get_logger(__name__)

MOST_WAITING = 20_000
"""Beyond that nothing more is counted: whoever asks is served all the same."""
AT_ONCE = 500
PATIENCE_SECONDS = 2.0
"""Nobody waits longer for a picture or a page because it is being counted."""


class Arrivals:
    """What waits to be written in one process; one writer empties it."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Opened, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def take(self, event: Opened) -> None:
        """Keep an event, and return when it is written, or after two seconds."""
        if len(self._waiting) >= MOST_WAITING:
            log.warning("opens_not_counted", waiting=len(self._waiting))
            return
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((event, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await asyncio.wait((written,), timeout=PATIENCE_SECONDS)

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            try:
                await _keep([event for event, _ in batch])
            except Exception:
                log.exception("opens_not_kept", count=len(batch))
            for _, written in batch:
                if not written.done():
                    written.set_result(None)


async def _keep(events: list[Opened]) -> None:
    known = await last_looks({event.recipient_id for event in events})
    recent = now_micros() - AGAIN_MICROS
    by_account: dict[int, list[Opened]] = defaultdict(list)
    for event in events:
        account_id, last = known.get(event.recipient_id, (0, 0))
        # The same look again, and a letter that is gone, are not worth a transaction.
        if account_id and (event.url is not None or last <= recent):
            by_account[account_id].append(event)
    for account_id, own in by_account.items():
        async with unit_of_work(Actor.system(account_id)) as unit:
            await write_opened(unit, own)
