"""Thirty components that update themselves while their parent shuffles, adds and removes them."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.hooks import use_task


@dataclass
class Shown:
    """What the server last rendered."""

    order: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    done: int = 0


shown = Shown()


@component
def Item(number: int) -> VdomDict:
    count, set_count = use_state(0)

    async def tick() -> None:
        for _ in range(40):
            await asyncio.sleep(random.uniform(0.005, 0.03))
            set_count(lambda value: value + 1)

    use_task(tick, [])
    shown.counts[number] = count
    return html.li(
        {"className": "item"},
        html.input({"className": "note", "data-item": number}),
        f"{number}:{count}",
    )


@component
def ShuffleApp() -> VdomDict:
    order, set_order = use_state(tuple(range(30)))
    done, set_done = use_state(False)

    async def shuffle() -> None:
        items, following = list(range(30)), 30
        for _ in range(60):
            await asyncio.sleep(0.02)
            chance = random.random()
            if chance < 0.4:
                random.shuffle(items)
            elif chance < 0.7 and len(items) > 10:
                items.pop(random.randrange(1, len(items)) if items[0] == 0 else 0)
            else:
                items.insert(random.randrange(len(items) + 1), following)
                following += 1
            set_order(tuple(items))
        await asyncio.sleep(1.5)
        set_done(True)

    use_task(shuffle, [])
    shown.order = list(order)
    return html.main(
        html.ul([Item(number, key=str(number)) for number in order]),
        html.p({"id": "done"}, "done" if done else "…"),
    )
