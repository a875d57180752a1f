"""Automations of boards: made, changed, switched on and off, deleted and restored."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

import orjson

from backend.accounts.service.people import get_member
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, StaleVersion, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.service import find_replies
from backend.labels.service import labels_by_id
from backend.tasks.errors import AssigneeUnknown
from backend.workflows.automation_events import (
    AutomationCreated,
    AutomationDeleted,
    AutomationFact,
    AutomationRestored,
    AutomationUpdated,
)
from backend.workflows.automation_rows import AutomationRow
from backend.workflows.errors import DueDaysInvalid, StepTheSame
from backend.workflows.limits import MAX_AUTOMATIONS, MAX_DUE_DAYS, TITLE_LENGTH
from backend.workflows.queries.automations import automations_by_id, automations_of
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger, Parameters
from backend.workflows.service.standing import own_step, own_workflow


@dataclass(frozen=True, slots=True)
class AutomationDraft:
    """What an automation does, and what sets it off: the cards of a step, or something of a board,
    whose key is ``workflow_id``.
    """

    step_id: int | None
    action: AutomationAction
    parameters: Parameters
    enabled: bool = True
    trigger: AutomationTrigger = AutomationTrigger.CARD_ENTERED_STEP
    workflow_id: int | None = None


@dataclass(frozen=True, slots=True)
class AutomationWritten:
    """An automation as it is now, and the account's place in its history."""

    automation: AutomationRow
    cursor: str


async def create_automation(
    actor: Actor, draft: AutomationDraft, *, idempotency_key: str | None = None
) -> AutomationWritten:
    """Make an automation of the board that its step is on, or of the one that is named.

    Raises:
        NotFound, StepGone, WorkflowDeleted, AssigneeUnknown: of what it uses.
        Required: no step, or no board, where its trigger needs one.
        Required, TooLong, InvalidCharacters, DueDaysInvalid: of a task.
        StepTheSame: it would move cards to where they come from.
        TooMany, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    mark = fingerprint("create_automation", asdict(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_automation", mark)
        if key is None:
            board = await _checked_board(actor, draft)
            key = await _insert(unit, board, draft, await _checked_parameters(actor, draft))
            await remember_result(unit, idempotency_key, "create_automation", mark, key)
        automation = await _own(actor, key)
    return AutomationWritten(automation, unit.cursor)


async def update_automation(
    actor: Actor, automation_id: int, version: int, draft: AutomationDraft
) -> AutomationWritten:
    """Let an automation do something else, or switch it on or off.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        As ``create_automation``.
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await _own(actor, automation_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        kept = replace(draft, workflow_id=before.workflow_key)
        if await _checked_board(actor, kept) != before.workflow_key:
            raise NotFound(("stepId",))
        parameters = await _checked_parameters(actor, draft)
        await unit.execute(
            "UPDATE automation SET trigger = ?, step_id = ?, action = ?, parameters = ?, "
            "enabled = ?, version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
            (
                draft.trigger.value,
                draft.step_id if draft.trigger.has_step else None,
                draft.action.value,
                _written(parameters),
                draft.enabled,
                now_micros(),
                actor.name,
                automation_id,
            ),
        )
        after = await _own(actor, automation_id)
        unit.record(_fact(AutomationUpdated, after))
    return AutomationWritten(after, unit.cursor)


async def delete_automation(actor: Actor, automation_id: int) -> AutomationWritten:
    """Delete an automation; ``restore_automation`` brings it back.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = await _own(actor, automation_id)
        await unit.execute(
            "UPDATE automation SET deleted_at = ? WHERE id = ?", (now_micros(), automation_id)
        )
        unit.record(_fact(AutomationDeleted, found))
    return AutomationWritten(found, unit.cursor)


async def restore_automation(actor: Actor, automation_id: int) -> AutomationWritten:
    """Bring back a deleted automation; one that is there stays as it is.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "UPDATE automation SET deleted_at = NULL WHERE account_id = ? AND id = ? "
            "AND deleted_at IS NOT NULL RETURNING id",
            (actor.account_id, automation_id),
        )
        found = await _own(actor, automation_id)
        if rows:
            unit.record(_fact(AutomationRestored, found))
    return AutomationWritten(found, unit.cursor)


async def _checked_board(actor: Actor, draft: AutomationDraft) -> int:
    """Return the key of the board that an automation is of."""
    if not draft.trigger.has_step:
        if draft.workflow_id is None:
            raise Required(("workflowId",))
        return (await own_workflow(actor, draft.workflow_id, ("workflowId",))).pk
    if draft.step_id is None:
        raise Required(("stepId",))
    return (await own_step(actor, draft.step_id, ("stepId",))).workflow.pk


async def _checked_parameters(actor: Actor, draft: AutomationDraft) -> Parameters:
    """Return what an action needs, and nothing else of what was handed in."""
    given = draft.parameters
    if draft.action is AutomationAction.ADD_TASK:
        title = clean_line(given.title, ("action", "addTask", "title"), maximum=TITLE_LENGTH)
        if title is None:
            raise Required(("action", "addTask", "title"))
        days = given.due_in_days
        if days is not None and not 0 <= days <= MAX_DUE_DAYS:
            raise DueDaysInvalid(("action", "addTask", "dueInDays"), maximum=MAX_DUE_DAYS)
        if given.member_id is not None:
            await _check_member(actor, given.member_id, ("action", "addTask", "assigneeId"))
        return Parameters(title=title, due_in_days=days, member_id=given.member_id)
    if draft.action is AutomationAction.NOTIFY:
        await _check_member(actor, given.member_id or 0, ("action", "notify", "memberId"))
        return Parameters(member_id=given.member_id)
    if draft.action is AutomationAction.ADD_LABEL:
        if given.label_id not in await labels_by_id(actor, [given.label_id or 0]):
            raise NotFound(("action", "addLabel", "labelId"))
        return Parameters(label_id=given.label_id)
    if draft.action is AutomationAction.SEND_SAVED_REPLY:
        if given.reply_id not in await find_replies(actor, (given.reply_id or 0,)):
            raise NotFound(("action", "sendSavedReply", "savedReplyId"))
        return Parameters(reply_id=given.reply_id)
    path = ("action", "moveCard", "stepId")
    target = await own_step(actor, given.step_id or 0, path)
    if draft.trigger.has_step and target.step.pk == draft.step_id:
        raise StepTheSame(path)
    return Parameters(step_id=given.step_id)


async def _check_member(actor: Actor, member_id: int, path: tuple[str, ...]) -> None:
    if await get_member(actor.account_id, member_id) is None:
        raise AssigneeUnknown(path)


async def _insert(
    unit: UnitOfWork, board: int, draft: AutomationDraft, parameters: Parameters
) -> int:
    actor = unit.actor
    if len(await automations_of(actor, board)) >= MAX_AUTOMATIONS:
        raise TooMany((), maximum=MAX_AUTOMATIONS)
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO automation (account_id, workflow_id, step_id, trigger, action, parameters, "
        "enabled, version, created_at, created_by, updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?) RETURNING id",
        (
            actor.account_id,
            board,
            draft.step_id if draft.trigger.has_step else None,
            draft.trigger.value,
            draft.action.value,
            _written(parameters),
            draft.enabled,
            *(now, actor.name, now, actor.name),
        ),
    )
    key = int(rows[0][0])
    unit.record(_fact(AutomationCreated, await _own(actor, key)))
    return key


async def _own(actor: Actor, automation_id: int) -> AutomationRow:
    found = (await automations_by_id(actor, (automation_id,))).get(automation_id)
    if found is None:
        raise NotFound(("id",))
    return found


def _written(parameters: Parameters) -> str:
    return orjson.dumps(parameters).decode()


def _fact(kind: type[AutomationFact], row: AutomationRow) -> AutomationFact:
    return kind(row.pk, row.workflow_key, row.action_name)
