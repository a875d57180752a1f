"""Making boards, changing, deleting and restoring them."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.clock import now_micros
from backend.core.errors import Required, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.errors import TooManyWorkflows
from backend.workflows.events import (
    WorkflowCreated,
    WorkflowDeleted,
    WorkflowRestored,
    WorkflowUpdated,
)
from backend.workflows.limits import MAX_WORKFLOWS, NAME_LENGTH
from backend.workflows.queries.boards import list_workflows
from backend.workflows.rows import WorkflowRow
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.rules.templates import StepDraft, template_name, template_steps
from backend.workflows.service.standing import own_workflow


@dataclass(frozen=True, slots=True)
class WorkflowWritten:
    """A board as it is now, and the account's place in its history."""

    workflow: WorkflowRow
    cursor: str


async def create_workflow(
    actor: Actor,
    name: str | None = None,
    template: WorkflowTemplate = WorkflowTemplate.EMPTY,
    *,
    idempotency_key: str | None = None,
) -> WorkflowWritten:
    """Make a board after a template, in the actor's language; the last of the account's.

    Raises:
        TooManyWorkflows, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = clean_line(name, ("name",), maximum=NAME_LENGTH)
    mark = fingerprint("create_workflow", {"name": name, "template": template})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_workflow", mark)
        if key is None:
            called = clean or template_name(template, actor.locale)
            key = await _insert(unit, called, template_steps(template, actor.locale))
            await remember_result(unit, idempotency_key, "create_workflow", mark, key)
        workflow = await own_workflow(actor, key, ("idempotencyKey",), deleted=True)
    return WorkflowWritten(workflow, unit.cursor)


async def _insert(unit: UnitOfWork, name: str, steps: list[StepDraft]) -> int:
    actor, now = unit.actor, now_micros()
    boards = await list_workflows(actor)
    if len(boards) >= MAX_WORKFLOWS:
        raise TooManyWorkflows((), maximum=MAX_WORKFLOWS)
    position = max((board.position for board in boards), default=-1) + 1
    rows = await unit.fetch(
        "INSERT INTO workflow (account_id, name, position, version, created_at, created_by, "
        "updated_at, updated_by) VALUES (?, ?, ?, 1, ?, ?, ?, ?) RETURNING id",
        (actor.account_id, name, position, now, actor.name, now, actor.name),
    )
    key = int(rows[0][0])
    for place, step in enumerate(steps):
        await insert_step(unit, key, step, place)
    unit.record(WorkflowCreated(key, workflow_id=key, name=name))
    return key


async def insert_step(unit: UnitOfWork, workflow_id: int, draft: StepDraft, position: int) -> int:
    """Write a new step and return its key."""
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO workflow_step (account_id, workflow_id, name, color, kind, position, "
        "stale_after_days, version, created_at, updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?) RETURNING id",
        (
            *(unit.actor.account_id, workflow_id, draft.name, draft.color.value),
            *(draft.kind.value, position, draft.stale_after_days, now, now, unit.actor.name),
        ),
    )
    return int(rows[0][0])


async def update_workflow(
    actor: Actor, workflow_id: int, version: int, *, name: str | None = None
) -> WorkflowWritten:
    """Rename a board.

    Raises:
        StaleVersion: somebody changed it since that version.
        NotFound, WorkflowDeleted, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = None if name is None else clean_line(name, ("name",), maximum=NAME_LENGTH)
    if name is not None and clean is None:
        raise Required(("name",))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        workflow = await own_workflow(actor, workflow_id)
        if workflow.version != version:
            raise StaleVersion(("version",), current_version=workflow.version)
        if clean is not None and clean != workflow.name:
            await unit.execute(
                "UPDATE workflow SET name = ?, version = version + 1, updated_at = ?, "
                "updated_by = ? WHERE id = ?",
                (clean, now_micros(), actor.name, workflow_id),
            )
            unit.record(WorkflowUpdated(workflow_id, workflow_id=workflow_id, name=clean))
            workflow = await own_workflow(actor, workflow_id)
    return WorkflowWritten(workflow, unit.cursor)


async def delete_workflow(actor: Actor, workflow_id: int) -> WorkflowWritten:
    """Delete a board with all that is on it, for CARNET_DELETED_CONTACT_DAYS to be restored.

    Raises:
        NotFound, WorkflowDeleted, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        workflow = await own_workflow(actor, workflow_id)
        await _set_deleted(unit, workflow_id, now_micros())
        unit.record(WorkflowDeleted(workflow_id, workflow_id=workflow_id, name=workflow.name))
        workflow = await own_workflow(actor, workflow_id, deleted=True)
    return WorkflowWritten(workflow, unit.cursor)


async def restore_workflow(actor: Actor, workflow_id: int) -> WorkflowWritten:
    """Bring back a deleted board; one that is there stays as it is.

    Raises:
        TooManyWorkflows, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        workflow = await own_workflow(actor, workflow_id, deleted=True)
        if workflow.deleted_micros is not None:
            if len(await list_workflows(actor)) >= MAX_WORKFLOWS:
                raise TooManyWorkflows((), maximum=MAX_WORKFLOWS)
            await _set_deleted(unit, workflow_id, None)
            unit.record(WorkflowRestored(workflow_id, workflow_id=workflow_id, name=workflow.name))
            workflow = await own_workflow(actor, workflow_id)
    return WorkflowWritten(workflow, unit.cursor)


async def _set_deleted(unit: UnitOfWork, workflow_id: int, at: int | None) -> None:
    await unit.execute(
        "UPDATE workflow SET deleted_at = ?, version = version + 1, updated_at = ?, "
        "updated_by = ? WHERE id = ?",
        (at, now_micros(), unit.actor.name, workflow_id),
    )
