"""Keys typed into the prices of a long invoice in Chromium, until its total is there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.chromium import signed_in_window
from tests.bench.server import carnet
from tests.factories.accounts import Person
from tests.factories.billing import line, new_document

KEYS, WARM_UPS = 20, 4
SETTLE_SECONDS = 0.1
OPEN_MILLISECONDS = 120_000
CHANGED = "before => document.querySelector('.builder-total-whole output').textContent !== before"


@dataclass(frozen=True, slots=True)
class Keystroke:
    """What a key took: until the total was drawn, and on the wire in both directions."""

    milliseconds: float
    wire_bytes: int


async def type_prices(owner: Person, tax_id: int, lines: int, data_dir: Path) -> list[Keystroke]:
    """Type digits into prices of an invoice of so many lines, one after the other."""
    items = [line(tax_id, price=100 + number) for number in range(lines)]
    draft = await new_document(owner.actor, tax_id, lines=items)
    found = []
    async with (
        carnet(data_dir) as server,
        signed_in_window(server.address, owner.cookie) as (page, frames),
    ):
        page.set_default_timeout(OPEN_MILLISECONDS)
        await page.goto(f"{server.address}/invoices/{draft.id}")
        prices = page.locator(".builder-line [name=price]")
        await prices.nth(lines - 1).wait_for()
        total = page.locator(".builder-total-whole output")
        for key in range(WARM_UPS + KEYS):
            await prices.nth(key * 7 % lines).focus()
            await page.keyboard.press("End")
            before = await total.text_content()
            frames.clear()
            began = time.perf_counter()
            await page.keyboard.press("7")
            await page.wait_for_function(CHANGED, arg=before)
            took = (time.perf_counter() - began) * 1000
            await asyncio.sleep(SETTLE_SECONDS)
            found.append(Keystroke(took, sum(frames.wire)))
    return found[WARM_UPS:]
