"""Queueing automations: what a card's coming to a step sets off, and what others do."""

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
    account_id = unit.actor.account_id
    for automation_id in await automations_of_step(account_id, step_id):
        queue(unit, account_id, automation_id, card_id, step_id=step_id, mark=mark)


def queue(
    unit: UnitOfWork,
    account_id: int,
    automation_id: int,
    card_id: int,
    *,
    step_id: int | None,
    mark: int,
) -> None:
    """Queue an automation for a card, unless it led to this itself; ``step_id`` is where the card
    has to be still when it runs, None for anywhere. For one mark it runs once.
    """
    before = chain.get()
    if automation_id in before:
        return
    unit.enqueue(
        AUTOMATE,
        {
            "account_id": account_id,
            "automation_id": automation_id,
            "card_id": card_id,
            "step_id": step_id,
            "mark": mark,
            "at": now_micros(),
            "chain": [*before, automation_id],
        },
        unique_key=f"{AUTOMATE}:{automation_id}:{card_id}:{mark}",
    )
