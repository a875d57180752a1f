"""Being seen at a board: that one looks, and which card one holds."""

from __future__ import annotations

import asyncio
import logging

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


async def hold_card(client: Client, workflow_id: str, card_id: str | None) -> None:
    """Let the others see which card one holds; nothing depends on it."""
    try:
        values = {"workflowId": workflow_id, "cardId": card_id}
        await client.run(load("workflows/hold_card"), {"input": values})
    except OperationFailed:
        logger.warning("Who holds a card is not told", exc_info=True)
