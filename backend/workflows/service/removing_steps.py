"""Deleting a step, its cards put into another, and undoing that."""

from __future__ import annotations

from collections.abc import Sequence

from backend.core.clock import now_micros
from backend.core.errors import NotFound, StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.errors import (
    LastStep,
    LostStepTaken,
    StepGone,
    StepHasCards,
    TooManySteps,
    WonStepNeeded,
)
from backend.workflows.events import StepDeleted, StepRestored
from backend.workflows.limits import MAX_STEPS
from backend.workflows.queries.boards import steps_of
from backend.workflows.queries.places import end_of
from backend.workflows.rules.kinds import StepKind
from backend.workflows.rules.ranks import spread
from backend.workflows.service.standing import BoardStep, own_step
from backend.workflows.service.steps import StepWritten, write_order


async def delete_step(
    actor: Actor, step_id: int, version: int, move_cards_to: int | None = None
) -> StepWritten:
    """Delete a step; its cards, archived and deleted ones too, go to the foot of another.

    Raises:
        StepHasCards: it has cards, and nobody said where they go.
        WonStepNeeded: the step for what is won.
        LastStep: the only one beside the outcomes.
        StepGone: it, or where its cards are to go, was deleted.
        StaleVersion, NotFound, WorkflowDeleted, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await own_step(actor, step_id)
        if found.step.version != version:
            raise StaleVersion(("version",), current_version=found.step.version)
        await _refuse_last(actor, found)
        target = await _target(actor, found, move_cards_to)
        cards = await unit.fetch(
            "SELECT id, rank FROM card WHERE step_id = ? ORDER BY rank, id", (step_id,)
        )
        if cards and target is None:
            raise StepHasCards(("moveCardsTo",), count=len(cards))
        now = now_micros()
        if target is not None and cards:
            await _move_all(unit, found, target, cards, now)
        await unit.execute(
            "UPDATE workflow_step SET deleted_at = ?, version = version + 1, updated_at = ?, "
            "updated_by = ? WHERE id = ?",
            (now, now, actor.name, step_id),
        )
        unit.record(
            StepDeleted(
                step_id,
                workflow_id=found.workflow.pk,
                name=found.step.name,
                moved_to=target.step.id if target and cards else None,
                count=len(cards),
            )
        )
        found = await own_step(actor, step_id, deleted=True)
    return StepWritten(found.step, unit.cursor)


async def _refuse_last(actor: Actor, found: BoardStep) -> None:
    steps = (await steps_of(actor, (found.workflow.pk,)))[found.workflow.pk]
    opens = [step for step in steps if step.kind == StepKind.OPEN]
    if found.step.kind == StepKind.WON:
        raise WonStepNeeded(("id",))
    if [step.pk for step in opens] == [found.step.pk]:
        raise LastStep(("id",))


async def _target(actor: Actor, found: BoardStep, step_id: int | None) -> BoardStep | None:
    if step_id is None:
        return None
    target = await own_step(actor, step_id, ("moveCardsTo",))
    if target.step.pk == found.step.pk:
        raise StepGone(("moveCardsTo",))
    if target.workflow.pk != found.workflow.pk:
        raise NotFound(("moveCardsTo",))
    return target


async def _move_all(
    unit: UnitOfWork,
    source: BoardStep,
    target: BoardStep,
    cards: Sequence[tuple[int, str]],
    now: int,
) -> None:
    """Move cards in their order; the instant in their stays says with which act they went."""
    name = unit.actor.name
    ranks = spread(await end_of(target.step.pk, top=False), None, len(cards))
    await unit.execute_many(
        "UPDATE card_stay SET left_at = ?, left_rank = ? WHERE card_id = ? AND left_at IS NULL",
        [(now, rank, key) for key, rank in cards],
    )
    await unit.execute_many(
        "UPDATE card SET step_id = ?, rank = ?, step_entered_at = ?, version = version + 1, "
        "moved_version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
        [
            (target.step.pk, rank, now, now, name, key)
            for (key, _), rank in zip(cards, ranks, strict=True)
        ],
    )
    await unit.insert_rows(
        "card_stay",
        ("account_id", "workflow_id", "card_id", "step_id", "entered_at", "entered_by"),
        [
            (unit.actor.account_id, source.workflow.pk, key, target.step.pk, now, name)
            for key, _ in cards
        ],
    )


async def restore_step(actor: Actor, step_id: int) -> StepWritten:
    """Bring back a deleted step, with those of its cards that nobody moved since.

    Raises:
        TooManySteps, LostStepTaken, NotFound, WorkflowDeleted, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await own_step(actor, step_id, deleted=True)
        deleted_at = found.step.deleted_micros
        if deleted_at is not None:
            await _take_place(unit, found)
            count = await _take_back(unit, step_id, deleted_at)
            unit.record(
                StepRestored(
                    step_id, workflow_id=found.workflow.pk, name=found.step.name, count=count
                )
            )
            found = await own_step(actor, step_id)
    return StepWritten(found.step, unit.cursor)


async def _take_place(unit: UnitOfWork, found: BoardStep) -> None:
    """Put a deleted step back among the others, outcomes last."""
    steps = (await steps_of(unit.actor, (found.workflow.pk,)))[found.workflow.pk]
    if len(steps) >= MAX_STEPS:
        raise TooManySteps((), maximum=MAX_STEPS)
    is_lost = found.step.kind == StepKind.LOST
    if is_lost and any(step.kind == StepKind.LOST for step in steps):
        raise LostStepTaken(("id",))
    opens = sum(1 for step in steps if step.kind == StepKind.OPEN)
    place = len(steps) if is_lost else min(found.step.position, opens)
    keys = [step.pk for step in steps]
    await unit.execute(
        "UPDATE workflow_step SET deleted_at = NULL, version = version + 1, updated_at = ?, "
        "updated_by = ? WHERE id = ?",
        (now_micros(), unit.actor.name, found.step.pk),
    )
    await write_order(unit, [*keys[:place], found.step.pk, *keys[place:]])


async def _take_back(unit: UnitOfWork, step_id: int, deleted_at: int) -> int:
    """Give a step back the cards that left it as it was deleted, at their places; count them."""
    rows = await unit.fetch(
        "SELECT was.card_id, was.id, isnow.id, was.left_rank, was.entered_at FROM card_stay AS was "
        "JOIN card_stay AS isnow ON isnow.card_id = was.card_id AND isnow.left_at IS NULL "
        "AND isnow.entered_at = was.left_at WHERE was.step_id = ? AND was.left_at = ?",
        (step_id, deleted_at),
    )
    now, name = now_micros(), unit.actor.name
    await unit.execute_many("DELETE FROM card_stay WHERE id = ?", [(row[2],) for row in rows])
    await unit.execute_many(
        "UPDATE card_stay SET left_at = NULL, left_rank = NULL WHERE id = ?",
        [(row[1],) for row in rows],
    )
    await unit.execute_many(
        "UPDATE card SET step_id = ?, rank = ?, step_entered_at = ?, version = version + 1, "
        "moved_version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
        [(step_id, row[3], row[4], now, name, row[0]) for row in rows],
    )
    return len(rows)
