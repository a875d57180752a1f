"""What happens by itself: once for each coming of a card, or each invoice paid and quote accepted,
and never in circles.

A coming is told by the version that the card had then. Whatever an automation moves is noted in
``chain``: the automations that led to a coming do not run for it again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from backend.accounts.service.people import get_member, whereabouts
from backend.contacts.rows import Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import from_micros, now_micros
from backend.core.errors import IdempotencyKeyReused, NotFound, Refusal, Refusals
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.drafts import MessageDraft
from backend.inbox.errors import NoEmailAddress
from backend.inbox.service import fill_reply, send_message
from backend.labels.service import labels_by_id
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify
from backend.tasks.service import DueDraft, TaskDraft, create_task
from backend.workflows.automation_events import AutomationRan
from backend.workflows.automation_rows import AutomationRow
from backend.workflows.errors import AutomationBroken
from backend.workflows.queries.automations import automations_by_id, concerned, has_run
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.rows import CardRow
from backend.workflows.rules.automating import DONE, AutomationAction
from backend.workflows.service.detailing import OpenCard, mark_changed
from backend.workflows.service.linking import put_labels
from backend.workflows.service.moving import CardMove, move_card
from backend.workflows.service.setting_off import chain
from backend.workflows.service.standing import board_step_of


async def automate(payload: dict[str, Any]) -> None:
    """Run one automation for one coming of a card. Run twice, it does it once.

    A card that has left the step since, or is gone, is left alone; so is one if the automation is
    set off by something else by now.
    """
    actor = Actor.system(payload["account_id"])
    automation_id, card_id, mark = (payload[k] for k in ("automation_id", "card_id", "mark"))
    if await has_run(automation_id, card_id, mark):
        return
    automation = (await automations_by_id(actor, (automation_id,))).get(automation_id)
    card = (await cards_by_id(actor, (card_id,))).get(card_id)
    if automation is None or not automation.enabled or card is None or not card.is_on_board:
        return
    came_to = payload["step_id"]
    if automation.step_key != came_to or came_to not in (None, card.step_key):
        return
    token = chain.set(tuple(payload["chain"]))
    try:
        outcome = await _outcome(actor, automation, card, mark, payload["at"])
    finally:
        chain.reset(token)
    await _note(actor, automation, card_id, mark, outcome)


async def _outcome(
    actor: Actor, automation: AutomationRow, card: CardRow, mark: int, at: int
) -> str:
    try:
        if problem := await problem_of(actor, automation, card):
            raise problem
        await _act(actor, automation, card, f"automation:{automation.pk}:{card.pk}:{mark}", at)
    except IdempotencyKeyReused:  # done the first time, by parameters that were changed since
        return DONE
    except Refusal as refusal:
        return refusal.code
    except Refusals as several:
        return several.refusals[0].code
    return DONE


async def problem_of(actor: Actor, automation: AutomationRow, card: CardRow) -> Refusal | None:
    """Return why an automation cannot do for a card what it is for, None if it can."""
    if automation.broken:
        return AutomationBroken()
    if automation.action is not AutomationAction.SEND_SAVED_REPLY:
        return None
    if card.contact_key is None:
        return NoEmailAddress()
    wanted = Wanted(emails=True)
    found = (await contacts_by_id(actor, (card.contact_key,), wanted)).get(card.contact_key)
    return None if found is not None and found.primary_email is not None else NoEmailAddress()


async def _act(actor: Actor, automation: AutomationRow, card: CardRow, key: str, at: int) -> None:
    how, action = automation.parameters, automation.action
    if action is AutomationAction.ADD_TASK:
        await _add_task(actor, automation, card, key, at)
    elif action is AutomationAction.SEND_SAVED_REPLY:
        # Whoever made the automation signs what it sends.
        author = replace(actor, name=automation.created_by)
        filled = await fill_reply(author, how.reply_id or 0, card.contact_key or 0)
        draft = MessageDraft(html=filled.html, contact_id=card.contact_key, subject=filled.subject)
        await send_message(author, draft, idempotency_key=key)
    elif action is AutomationAction.MOVE_CARD:
        move = CardMove(how.step_id or 0, card.version)
        await move_card(actor, card.pk, move, idempotency_key=key)
    elif action is AutomationAction.ADD_LABEL:
        async with unit_of_work(actor) as unit:
            await unit.take_turn()
            labels = await labels_by_id(actor, [how.label_id or 0])
            opened = OpenCard(card, await board_step_of(actor, card))
            await put_labels(unit, opened, list(labels.values()), ())


async def _add_task(
    actor: Actor, automation: AutomationRow, card: CardRow, key: str, at: int
) -> None:
    how = automation.parameters
    due = None
    if how.due_in_days is not None:
        zone = (await whereabouts(actor)).zone
        came = from_micros(at).astimezone(zone).date()
        due = DueDraft(on=came + timedelta(days=how.due_in_days))
    draft = TaskDraft(how.title, card.contact_key, due, assignee=how.member_id)
    await create_task(actor, draft, idempotency_key=key)


async def _note(
    actor: Actor, automation: AutomationRow, card_id: int, mark: int, outcome: str
) -> None:
    """Keep that it ran, and tell whom it is to tell, in one unit: once, whoever else is at it."""
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "INSERT INTO automation_run (account_id, automation_id, card_id, sequence, outcome, "
            "ran_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (automation_id, card_id, sequence) "
            "DO NOTHING RETURNING id",
            (actor.account_id, automation.pk, card_id, mark, outcome, now_micros()),
        )
        card = (await cards_by_id(actor, (card_id,))).get(card_id)
        if not rows or card is None:
            return
        opened = await mark_changed(unit, OpenCard(card, await board_step_of(actor, card)))
        said = automation.title or automation.subject_name or ""
        unit.record(
            opened.fact(AutomationRan, action=automation.action_name, outcome=outcome, excerpt=said)
        )
        if automation.action is AutomationAction.NOTIFY and outcome == DONE:
            await _tell(unit, automation, opened.card)


async def _tell(unit: UnitOfWork, automation: AutomationRow, card: CardRow) -> None:
    member = await get_member(unit.actor.account_id, automation.parameters.member_id or 0)
    if member is None:
        raise NotFound
    notice = Notice(
        member.user_id,
        NotificationKind.CARD_ENTERED_STEP,
        encode_id("Card", card.pk),
        card.name,
        card.contact_key,
    )
    await notify(unit, notice)


async def preview(
    actor: Actor, automation: AutomationRow, first: int
) -> tuple[int, list[tuple[CardRow, str | None]]]:
    """Return how many cards an automation is for as things stand: those in its step, or those that
    have an invoice or a quote; and of the first ones what would keep it from running for them, by
    code: None for nothing.
    """
    keys = await concerned(actor, automation)
    cards = await cards_by_id(actor, keys[:first])
    found: list[tuple[CardRow, str | None]] = []
    for key in keys[:first]:
        if key in cards:
            problem = await problem_of(actor, automation, cards[key])
            found.append((cards[key], problem.code if problem else None))
    return len(keys), found
