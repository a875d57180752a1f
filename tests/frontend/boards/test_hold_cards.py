"""Which card is held is told in order: the last word is the true one."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest

from frontend.client import Client
from frontend.pages.board.looking import Holding

pytestmark = pytest.mark.sqlite_only


class SlowClient:
    """A client whose first answer takes long."""

    def __init__(self) -> None:
        self.told: list[str | None] = []
        self.answer = asyncio.Event()

    async def run(self, operation: Any, variables: dict[str, Any]) -> dict[str, Any]:
        await self.answer.wait()
        self.told.append(variables["input"]["cardId"])
        return {}


async def test_a_card_dropped_before_its_holding_was_told_is_held_no_more() -> None:
    client = SlowClient()
    holding = Holding(cast(Client, client), "w")
    assert not holding.is_untold
    holding.card_id = "a"
    telling = asyncio.create_task(holding.tell())
    await asyncio.sleep(0)
    holding.card_id = "b"
    holding.card_id = None
    client.answer.set()
    await telling
    assert client.told == ["a", None]
    assert not holding.is_untold
