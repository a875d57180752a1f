"""Workflows and their steps; how many cards they have, and what those are worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.money import Money
from backend.core.permissions import Actor, Permission
from backend.workflows.filters import CardFilter
from backend.workflows.limits import MAX_WORKFLOWS
from backend.workflows.rows import STEP_COLUMNS, WORKFLOW_COLUMNS, StepRow, WorkflowRow, Worth

_WORKFLOW = f"SELECT {WORKFLOW_COLUMNS} FROM workflow WHERE workflow.account_id = ?"
_STEP = f"SELECT {STEP_COLUMNS} FROM workflow_step WHERE workflow_step.account_id = ?"


async def list_workflows(actor: Actor) -> list[WorkflowRow]:
    """Return the account's boards, in their order."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_WORKFLOW} AND workflow.deleted_at IS NULL "
        "ORDER BY workflow.position, workflow.id LIMIT ?",
        (actor.account_id, MAX_WORKFLOWS),
    )
    return [WorkflowRow(*row) for row in rows]


async def workflows_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, WorkflowRow]:
    """Return those of some boards that the account has; deleted ones too, if asked."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("workflow.id", ids, read.dialect)
    kept = "" if deleted else "AND workflow.deleted_at IS NULL "
    rows = await read.fetch(
        f"{_WORKFLOW} {kept}AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: WorkflowRow(*row) for row in rows}


async def steps_of(
    actor: Actor, workflow_ids: Collection[int], *, deleted: bool = False
) -> dict[int, list[StepRow]]:
    """Return the steps of each of some boards, in their order; one statement."""
    actor.require(Permission.READ)
    asked = values_in("workflow_step.workflow_id", workflow_ids, read.dialect)
    kept = "" if deleted else "AND workflow_step.deleted_at IS NULL "
    rows = await read.fetch(
        f"{_STEP} {kept}AND {asked.text} ORDER BY workflow_step.position, workflow_step.id",
        (actor.account_id, *asked.params),
    )
    found: dict[int, list[StepRow]] = {key: [] for key in workflow_ids}
    for step in (StepRow(*row) for row in rows):
        found[step.workflow_key].append(step)
    return found


async def steps_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, StepRow]:
    """Return those of some steps that the account has, of boards that are not deleted."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("workflow_step.id", ids, read.dialect)
    kept = (
        ""
        if deleted
        else "AND workflow_step.deleted_at IS NULL AND EXISTS (SELECT 1 FROM workflow "
        "WHERE workflow.id = workflow_step.workflow_id AND workflow.deleted_at IS NULL) "
    )
    rows = await read.fetch(f"{_STEP} {kept}AND {asked.text}", (actor.account_id, *asked.params))
    return {row[0]: StepRow(*row) for row in rows}


async def worth_of_steps(
    actor: Actor, step_ids: Collection[int], chosen: CardFilter
) -> dict[int, Worth]:
    """Return how many cards each of some steps has and what they are worth; one statement."""
    found = await _worth(actor, "workflow_step.id", step_ids, chosen)
    return {key: found.get(key, Worth()) for key in step_ids}


async def worth_of_workflows(
    actor: Actor, workflow_ids: Collection[int], chosen: CardFilter
) -> dict[int, Worth]:
    """Return how many cards each of some boards has and what they are worth; one statement."""
    found = await _worth(actor, "workflow_step.workflow_id", workflow_ids, chosen)
    return {key: found.get(key, Worth()) for key in workflow_ids}


async def _worth(
    actor: Actor, key: str, keys: Collection[int], chosen: CardFilter
) -> dict[int, Worth]:
    actor.require(Permission.READ)
    sql, params = worth_sql(actor.account_id, key, keys, chosen)
    return _summed(await read.fetch(sql, params))


def worth_sql(
    account_id: int, key: str, keys: Collection[int], chosen: CardFilter
) -> tuple[str, tuple[Any, ...]]:
    """Return the statement that counts cards and adds up their values, and its parameters.

    SQLite takes the tables of a cross join in their order: for each step an index that holds all
    that is asked, where it would else walk through every card of the database that is not deleted.
    """
    within = values_in(key, keys, read.dialect)
    asked = chosen.conditions(read.dialect)
    sql = (
        f"SELECT {key}, card.currency, COUNT(*), COALESCE(SUM(card.value_minor), 0) "
        "FROM workflow_step CROSS JOIN card WHERE card.step_id = workflow_step.id "
        f"AND {within.text} AND workflow_step.deleted_at IS NULL "
        f"AND {asked.text} AND +card.account_id = ? GROUP BY {key}, card.currency"
    )
    return sql, (*within.params, *asked.params, account_id)


def _summed(rows: Iterable[tuple[Any, ...]]) -> dict[int, Worth]:
    counts: dict[int, int] = {}
    sums: dict[int, list[Money]] = {}
    for key, currency, count, minor in rows:
        counts[key] = counts.get(key, 0) + int(count)
        if currency is not None:
            sums.setdefault(key, []).append(Money(int(minor), currency))
    return {
        key: Worth(count, tuple(sorted(sums.get(key, ()), key=lambda each: each.currency)))
        for key, count in counts.items()
    }
