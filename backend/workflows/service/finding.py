"""Reads that others may use: the queries themselves are this domain's own."""

from __future__ import annotations

from backend.core.permissions import Actor
from backend.workflows.queries.boards import list_workflows, steps_of
from backend.workflows.rows import StepRow


async def workflow_ids(actor: Actor) -> list[int]:
    """Return the account's boards, in their order."""
    return [board.pk for board in await list_workflows(actor)]


async def steps_of_workflow(actor: Actor, workflow_id: int) -> list[StepRow]:
    """Return the steps of a board, in their order."""
    return (await steps_of(actor, (workflow_id,)))[workflow_id]
