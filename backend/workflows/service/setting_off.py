"""Queueing what a card's coming to a step sets off."""

from __future__ import annotations

from contextvars import ContextVar

from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.workflows.queries.automations import automations_of_step

AUTOMATE = "automate_card"
chain: ContextVar[tuple[int, ...]] = ContextVar("automation_chain", default=())
"""The automations that led to what this task writes: they do not run for it again."""


async def set_off(unit: UnitOfWork, card_id: int, step_id: int, mark: int) -> None:
    """Queue what a card's coming to a step sets off; nothing where nothing does.

    ``mark`` is the card's version from then on.
    """
    before = chain.get()
    found = await automations_of_step(unit.actor.account_id, step_id)
    for automation_id in found:
        if automation_id not in before:
            unit.enqueue(
                AUTOMATE,
                {
                    "account_id": unit.actor.account_id,
                    "automation_id": automation_id,
                    "card_id": card_id,
                    "step_id": step_id,
                    "mark": mark,
                    "at": now_micros(),
                    "chain": [*before, automation_id],
                },
                unique_key=f"{AUTOMATE}:{automation_id}:{card_id}:{mark}",
            )
