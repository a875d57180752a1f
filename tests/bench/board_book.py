"""Give an account boards to measure: `python -m tests.bench.board_book`, on CARNET_DATA_DIR.

Prints their ids: one of 50 cards, one of 5,000, and those of 200 that are watched while cards move.
"""

from __future__ import annotations

import asyncio

import orjson

from backend.cli.actors import actor_of
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.runtime import running
from backend.workflows.queries.boards import steps_of
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.service import CardDraft, add_card, add_step, create_workflow
from tests.bench.books import USER

STEPS = 10
SMALL, LARGE, WATCHED = 50, 5_000, 200
BOARDS = 40


async def fill() -> None:
    """Make the boards."""
    async with running(settings()):
        actor = await actor_of(USER)
        made = {
            "small": await _board(actor, "Small", SMALL),
            "large": await _board(actor, "Large", LARGE),
            "watched": [
                await _board(actor, f"Watched {number}", WATCHED) for number in range(BOARDS)
            ],
        }
    print(orjson.dumps(made).decode())


async def _board(actor: Actor, name: str, cards: int) -> str:
    workflow = (await create_workflow(actor, name, WorkflowTemplate.SALES)).workflow
    steps = (await steps_of(actor, (workflow.pk,)))[workflow.pk]
    for number in range(STEPS - len(steps)):
        await add_step(actor, workflow.pk, f"Step {number}")
    steps = (await steps_of(actor, (workflow.pk,)))[workflow.pk]
    for number in range(cards):
        value = Money(100_00 * (number + 1), "EUR") if number % 2 else None
        draft = CardDraft(steps[number % STEPS].pk, f"{name}, card {number}", value=value)
        await add_card(actor, draft)
    return workflow.id


if __name__ == "__main__":
    asyncio.run(fill())
