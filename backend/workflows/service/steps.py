"""Adding steps to a board, changing and ordering them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from backend.core.clock import now_micros
from backend.core.errors import Required, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.labels.rules import LabelColor
from backend.workflows.errors import (
    LostStepTaken,
    OutcomeFixed,
    StaleDaysInvalid,
    TooManySteps,
    WonStepNeeded,
)
from backend.workflows.events import StepAdded, StepMoved, StepUpdated
from backend.workflows.limits import MAX_STALE_DAYS, MAX_STEPS, NAME_LENGTH
from backend.workflows.queries.boards import steps_of
from backend.workflows.rows import StepRow
from backend.workflows.rules.kinds import StepKind
from backend.workflows.rules.templates import StepDraft
from backend.workflows.service.boards import insert_step
from backend.workflows.service.drafts import UNSET, Unset
from backend.workflows.service.standing import BoardStep, own_step, own_workflow

_COLORS: Final = tuple(LabelColor)[1:]


@dataclass(frozen=True, slots=True)
class StepWritten:
    """A step as it is now, and the account's place in its history."""

    step: StepRow
    cursor: str


@dataclass(frozen=True, slots=True)
class StepChanges:
    """A change of a step; what is left out stays."""

    name: str | Unset = UNSET
    color: LabelColor | Unset = UNSET
    stale_after_days: int | Unset | None = UNSET


async def add_step(
    actor: Actor,
    workflow_id: int,
    name: str,
    color: LabelColor | None = None,
    kind: StepKind = StepKind.OPEN,
    stale_after_days: int | None = None,
    *,
    idempotency_key: str | None = None,
) -> StepWritten:
    """Add a step: an open one behind the others, before the outcomes; a lost one as the last.

    Raises:
        WonStepNeeded: a second one for what is won.
        LostStepTaken, TooManySteps, StaleDaysInvalid
        NotFound, WorkflowDeleted, Required, TooLong, InvalidCharacters, IdempotencyKeyReused
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean, days = _name(name), _stale_days(stale_after_days)
    values = {"board": workflow_id, "name": name, "color": color, "kind": kind, "days": days}
    mark = fingerprint("add_step", values)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "add_step", mark)
        if key is None:
            await own_workflow(actor, workflow_id, ("workflowId",))
            steps = (await steps_of(actor, (workflow_id,)))[workflow_id]
            _refuse_kind(steps, kind)
            chosen = color or (LabelColor.GRAY if kind is StepKind.LOST else _free_color(steps))
            draft = StepDraft(clean, chosen, kind, days)
            key = await _insert(unit, workflow_id, steps, draft)
            await remember_result(unit, idempotency_key, "add_step", mark, key)
        found = await own_step(actor, key, deleted=True)
    return StepWritten(found.step, unit.cursor)


def _refuse_kind(steps: Sequence[StepRow], kind: StepKind) -> None:
    if len(steps) >= MAX_STEPS:
        raise TooManySteps((), maximum=MAX_STEPS)
    if kind is StepKind.WON:
        raise WonStepNeeded(("kind",))
    if kind is StepKind.LOST and any(step.kind == StepKind.LOST for step in steps):
        raise LostStepTaken(("kind",))


def _free_color(steps: Sequence[StepRow]) -> LabelColor:
    used = [step.color for step in steps]
    return min(_COLORS, key=used.count)


async def _insert(
    unit: UnitOfWork, workflow_id: int, steps: Sequence[StepRow], draft: StepDraft
) -> int:
    before = sum(1 for step in steps if step.kind == StepKind.OPEN)
    place = before if draft.kind is StepKind.OPEN else len(steps)
    key = await insert_step(unit, workflow_id, draft, place)
    ordered = [step.pk for step in steps]
    await write_order(unit, [*ordered[:place], key, *ordered[place:]])
    unit.record(StepAdded(key, workflow_id=workflow_id, name=draft.name))
    return key


async def write_order(unit: UnitOfWork, keys: Sequence[int]) -> None:
    """Write the places of a board's steps."""
    await unit.execute_many(
        "UPDATE workflow_step SET position = ? WHERE id = ?",
        [(place, key) for place, key in enumerate(keys)],
    )


async def update_step(
    actor: Actor, step_id: int, version: int, changes: StepChanges
) -> StepWritten:
    """Rename or recolour a step, or say after how many days its cards are stale.

    Raises:
        StaleVersion: somebody changed it since that version.
        StaleDaysInvalid
        NotFound, StepGone, WorkflowDeleted, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        step = (await _expected(actor, step_id, version)).step
        name, color, days = step.name, step.color, step.stale_after_days
        if not isinstance(changes.name, Unset):
            name = _name(changes.name)
        if not isinstance(changes.color, Unset):
            color = changes.color.value
        if not isinstance(changes.stale_after_days, Unset):
            days = _stale_days(changes.stale_after_days)
        pairs = (
            ("name", step.name, name),
            ("color", step.color, color),
            ("staleAfterDays", step.stale_after_days, days),
        )
        fields = [field for field, old, new in pairs if old != new]
        if fields:
            await unit.execute(
                "UPDATE workflow_step SET name = ?, color = ?, stale_after_days = ?, "
                "version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
                (name, color, days, now_micros(), actor.name, step_id),
            )
            unit.record(
                StepUpdated(step_id, workflow_id=step.workflow_key, name=name, fields=fields)
            )
            step = (await own_step(actor, step_id)).step
    return StepWritten(step, unit.cursor)


async def move_step(actor: Actor, step_id: int, version: int, position: int) -> StepWritten:
    """Put a step at a place among the open ones, counted from 0; beyond the last is the last.

    Raises:
        OutcomeFixed: a step for what is won or lost.
        StaleVersion, NotFound, StepGone, WorkflowDeleted, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        step = (await _expected(actor, step_id, version)).step
        if step.kind != StepKind.OPEN:
            raise OutcomeFixed(("id",))
        steps = (await steps_of(actor, (step.workflow_key,)))[step.workflow_key]
        others = [each.pk for each in steps if each.pk != step_id]
        most = sum(1 for each in steps if each.kind == StepKind.OPEN) - 1
        place = max(0, min(position, most))
        ordered = [*others[:place], step_id, *others[place:]]
        if ordered != [each.pk for each in steps]:
            await write_order(unit, ordered)
            await unit.execute(
                "UPDATE workflow_step SET version = version + 1, updated_at = ?, updated_by = ? "
                "WHERE id = ?",
                (now_micros(), actor.name, step_id),
            )
            unit.record(
                StepMoved(step_id, workflow_id=step.workflow_key, name=step.name, position=place)
            )
            step = (await own_step(actor, step_id)).step
    return StepWritten(step, unit.cursor)


async def _expected(actor: Actor, step_id: int, version: int) -> BoardStep:
    found = await own_step(actor, step_id)
    if found.step.version != version:
        raise StaleVersion(("version",), current_version=found.step.version)
    return found


def _name(name: str) -> str:
    clean = clean_line(name, ("name",), maximum=NAME_LENGTH)
    if clean is None:
        raise Required(("name",))
    return clean


def _stale_days(days: int | None) -> int | None:
    if days is not None and not 1 <= days <= MAX_STALE_DAYS:
        raise StaleDaysInvalid(("staleAfterDays",), maximum=MAX_STALE_DAYS)
    return days
