"""Moving a card: to another step, or to another place in its own."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.errors import StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.errors import NotLost
from backend.workflows.events import CardMoved, CardPlaced
from backend.workflows.limits import REASON_LENGTH
from backend.workflows.queries.places import shown_before
from backend.workflows.rows import CardRow
from backend.workflows.rules.kinds import StepKind
from backend.workflows.service.placing import AT_THE_END, Beside, rank_for
from backend.workflows.service.setting_off import set_off
from backend.workflows.service.standing import (
    BoardStep,
    board_step_of,
    card_fact,
    card_id_of,
    own_card,
    own_step,
)


@dataclass(frozen=True, slots=True)
class CardMove:
    """Where a card is to go. ``version`` is the one that whoever moves it saw."""

    step_id: int
    version: int
    beside: Beside = AT_THE_END
    lost_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The card where it is now, and the step and the card before it where it was."""

    card: CardRow
    cursor: str
    from_step_id: int | None = None
    from_after_id: int | None = None


async def move_card(
    actor: Actor, card_id: int, move: CardMove, *, idempotency_key: str | None = None
) -> Moved:
    """Put a card somewhere else; where it is already, nothing is written.

    An edit that somebody made meanwhile is no reason to refuse a move.

    Raises:
        StaleVersion: somebody moved it since that version.
        StepGone: the step was deleted.
        NeighbourInvalid, NeighbourGone: it cannot stand there.
        NotLost: a reason, and the step is not for what is lost.
        CardArchived, CardDeleted, ContactDeleted, WorkflowDeleted
        NotFound, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    reason = clean_line(move.lost_reason, ("lostReason",), maximum=REASON_LENGTH)
    mark = fingerprint("move_card", _marked(card_id, move))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await earlier_result(unit, idempotency_key, "move_card", mark) is not None:
            return Moved(await own_card(actor, card_id, archived=True, deleted=True), unit.cursor)
        card = await own_card(actor, card_id)
        target = await own_step(actor, move.step_id, ("stepId",))
        if not card.moved_version <= move.version <= card.version:
            raise StaleVersion(("version",), current_version=card.version)
        if reason is not None and target.step.kind != StepKind.LOST:
            raise NotLost(("lostReason",))
        was_after = await shown_before(card.step_key, card.rank, card_id)
        await _put(unit, card, target, move.beside, reason, was_after)
        await remember_result(unit, idempotency_key, "move_card", mark, card_id)
        moved = await own_card(actor, card_id)
    return Moved(moved, unit.cursor, card.step_key, was_after)


def _marked(card_id: int, move: CardMove) -> dict[str, object]:
    beside = move.beside
    return {
        "card": card_id,
        "step": move.step_id,
        "version": move.version,
        "beside": [beside.before_id, beside.after_id, beside.place],
        "reason": move.lost_reason,
    }


async def _put(
    unit: UnitOfWork,
    card: CardRow,
    target: BoardStep,
    beside: Beside,
    reason: str | None,
    was_after: int | None,
) -> None:
    rank = await rank_for(unit, target, beside, card.pk)
    after = beside.after_id
    if after is None:
        after = await shown_before(target.step.pk, rank, card.pk)
    stays = target.step.pk == card.step_key
    if stays and after == was_after and reason in (None, card.lost_reason):
        return
    source = target if stays else await board_step_of(unit.actor, card)
    await _write(unit, card, target, rank, reason)
    version = card.version + 1
    if stays:
        unit.record(
            CardPlaced(
                card.pk,
                workflow_id=target.workflow.pk,
                step=target.step.id,
                version=version,
                after=card_id_of(after),
            )
        )
        return
    unit.record(
        card_fact(
            CardMoved,
            card,
            target,
            version,
            step_kind=target.step.kind,
            after=card_id_of(after),
            from_step=source.step.id,
            from_step_name=source.step.name,
            from_workflow=None if source.workflow.pk == target.workflow.pk else source.workflow.id,
            lost_reason=reason,
        )
    )
    await set_off(unit, card.pk, target.step.pk, version)


async def _write(
    unit: UnitOfWork, card: CardRow, target: BoardStep, rank: str, reason: str | None
) -> None:
    """Write one row of the card; of another step, where it stays from now on too."""
    now, name, version = now_micros(), unit.actor.name, card.version + 1
    if target.step.pk == card.step_key:
        await unit.execute(
            "UPDATE card SET rank = ?, version = ?, moved_version = ?, updated_at = ?, "
            "updated_by = ?, lost_reason = COALESCE(?, lost_reason) WHERE id = ?",
            (rank, version, version, now, name, reason, card.pk),
        )
        return
    await unit.execute(
        "UPDATE card SET workflow_id = ?, step_id = ?, rank = ?, lost_reason = ?, "
        "step_entered_at = ?, version = ?, moved_version = ?, updated_at = ?, updated_by = ? "
        "WHERE id = ?",
        (
            *(target.workflow.pk, target.step.pk, rank, reason),
            *(now, version, version, now, name, card.pk),
        ),
    )
    await unit.execute(
        "UPDATE card_stay SET left_at = ?, left_rank = ? WHERE card_id = ? AND left_at IS NULL",
        (now, card.rank, card.pk),
    )
    await enter_step(unit, card.pk, target, now)


async def enter_step(unit: UnitOfWork, card_id: int, at: BoardStep, now: int) -> None:
    """Note that a card is in a step from now on."""
    await unit.execute(
        "INSERT INTO card_stay (account_id, workflow_id, card_id, step_id, entered_at, "
        "entered_by) VALUES (?, ?, ?, ?, ?, ?)",
        (unit.actor.account_id, at.workflow.pk, card_id, at.step.pk, now, unit.actor.name),
    )
