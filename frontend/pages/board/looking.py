"""Being seen at a board: that one looks, and which card one holds."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from frontend.client import Client, OperationFailed, SignedOut
from frontend.operations import load

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 5.0


async def look_on(client: Client, workflow_id: str) -> None:
    """Be counted among those who look at a board, until cancelled."""
    while True:
        try:
            async for _ in client.follow(
                load("workflows/look_at_board"), {"workflowId": workflow_id}
            ):
                pass
        except SignedOut:
            return
        except Exception:
            logger.warning("A window is not seen at its board", exc_info=True)
        await asyncio.sleep(PAUSE_SECONDS)


@dataclass(eq=False)
class Holding:
    """Which card a window holds, told to the others one word after the other: the last one stays,
    however quickly a card was picked up and dropped.
    """

    client: Client
    workflow_id: str
    card_id: str | None = None
    _told: str | None = None

    @property
    def is_untold(self) -> bool:
        """Whether the others believe something else."""
        return self._told != self.card_id

    async def tell(self) -> None:
        """Let the others know, until what they know is true; nothing depends on it."""
        while self.is_untold:
            self._told = self.card_id
            values = {"workflowId": self.workflow_id, "cardId": self._told}
            try:
                await self.client.run(load("workflows/hold_card"), {"input": values})
            except OperationFailed:
                logger.warning("Who holds a card is not told", exc_info=True)
