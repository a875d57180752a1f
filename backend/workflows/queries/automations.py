"""Automations, scoped to the actor's account, and what those that they use are called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from backend.accounts.service.people import get_member
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.inbox.service import find_replies
from backend.labels.service import labels_by_id
from backend.workflows.automation_rows import AUTOMATION_COLUMNS, AutomationRow
from backend.workflows.filters import ON_BOARD
from backend.workflows.queries.boards import steps_by_id
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger

_KINDS = {
    AutomationTrigger.INVOICE_PAID: "'invoice', 'quote'",
    AutomationTrigger.QUOTE_ACCEPTED: "'quote'",
}
"""What a card has that may be paid or accepted: a quote may become an invoice."""
_SELECT = f"SELECT {AUTOMATION_COLUMNS} FROM automation WHERE automation.account_id = ?"


async def automations_of(actor: Actor, workflow_id: int) -> list[AutomationRow]:
    """Return the automations of a board, in the order in which they were made."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} AND deleted_at IS NULL AND workflow_id = ? ORDER BY id",
        (actor.account_id, workflow_id),
    )
    return await _named(actor, [AutomationRow(*row) for row in rows])


async def automations_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, AutomationRow]:
    """Return those of some automations that the account has; or, of those deleted, can get back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("automation.id", ids, read.dialect)
    state = "IS NOT NULL" if deleted else "IS NULL"
    rows = await read.fetch(
        f"{_SELECT} AND deleted_at {state} AND {asked.text} AND EXISTS (SELECT 1 FROM workflow "
        "WHERE workflow.id = automation.workflow_id AND workflow.deleted_at IS NULL)",
        (actor.account_id, *asked.params),
    )
    found = await _named(actor, [AutomationRow(*row) for row in rows])
    return {row.pk: row for row in found}


async def automations_of_step(account_id: int, step_id: int) -> list[int]:
    """Return the automations that a card's coming to a step sets off."""
    rows = await read.fetch(
        "SELECT id FROM automation WHERE account_id = ? AND step_id = ? AND enabled = ? "
        "AND deleted_at IS NULL ORDER BY id",
        (account_id, step_id, True),
    )
    return [row[0] for row in rows]


async def automations_of_trigger(
    account_id: int, workflow_ids: Collection[int], trigger: AutomationTrigger
) -> dict[int, list[int]]:
    """Return the automations of some boards that something other than a card's coming sets off."""
    if not workflow_ids:
        return {}
    asked = values_in("workflow_id", workflow_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT workflow_id, id FROM automation WHERE account_id = ? AND {asked.text} "
        "AND trigger = ? AND enabled = ? AND deleted_at IS NULL ORDER BY id",
        (account_id, *asked.params, trigger.value, True),
    )
    found: dict[int, list[int]] = {}
    for workflow_id, key in rows:
        found.setdefault(workflow_id, []).append(key)
    return found


async def concerned(actor: Actor, automation: AutomationRow) -> list[int]:
    """Return the cards that an automation is for as things stand, in the order of the board: those
    in its step, or those of its board that have an invoice or a quote.
    """
    actor.require(Permission.READ)
    if automation.trigger.has_step:
        where, params = "card.step_id = ?", [automation.step_key]
    else:
        kind = _KINDS[automation.trigger]
        where = (
            "card.workflow_id = ? AND EXISTS (SELECT 1 FROM card_document JOIN billing_document "
            "ON billing_document.id = card_document.document_id "
            "WHERE card_document.card_id = card.id AND billing_document.deleted_at IS NULL "
            f"AND billing_document.kind IN ({kind}))"
        )
        params = [automation.workflow_key]
    rows = await read.fetch(
        "SELECT card.id FROM card JOIN workflow_step ON workflow_step.id = card.step_id "
        f"WHERE card.account_id = ? AND {where} AND {ON_BOARD} "
        "ORDER BY workflow_step.position, card.rank, card.id",
        (actor.account_id, *params),
    )
    return [row[0] for row in rows]


async def has_run(automation_id: int, card_id: int, mark: int) -> bool:
    """Tell whether an automation has run for a coming of a card."""
    return bool(
        await read.fetch_value(
            "SELECT 1 FROM automation_run WHERE automation_id = ? AND card_id = ? AND sequence = ?",
            (automation_id, card_id, mark),
        )
    )


async def _named(actor: Actor, rows: Sequence[AutomationRow]) -> list[AutomationRow]:
    """Fill in what the step and the thing that each uses are called."""
    if not rows:
        return []
    wanted = [row.parameters for row in rows]
    keys = {row.step_key for row in rows} | {each.step_id for each in wanted}
    steps = await steps_by_id(actor, {key for key in keys if key is not None})
    labels = await labels_by_id(actor, [key for each in wanted if (key := each.label_id)])
    replies = await find_replies(actor, [key for each in wanted if (key := each.reply_id)])
    members = {
        key: found.name
        for key in {each.member_id for each in wanted}
        if key is not None and (found := await get_member(actor.account_id, key))
    }
    named = []
    for row, how in zip(rows, wanted, strict=True):
        names = {
            AutomationAction.ADD_TASK: members.get(how.member_id or 0),
            AutomationAction.NOTIFY: members.get(how.member_id or 0),
            AutomationAction.ADD_LABEL: _name(labels.get(how.label_id or 0)),
            AutomationAction.SEND_SAVED_REPLY: _name(replies.get(how.reply_id or 0)),
            AutomationAction.MOVE_CARD: _name(steps.get(how.step_id or 0)),
        }
        step = _name(steps.get(row.step_key or 0))
        named.append(replace(row, step_name=step, subject_name=names[row.action]))
    return named


def _name(thing: object) -> str | None:
    return getattr(thing, "name", None)
