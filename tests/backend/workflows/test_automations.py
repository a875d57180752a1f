"""What happens by itself when a card comes to a step: once, in no circle, and told."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.drafts import EmailDraft
from backend.core.change_log import changes_of
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, Required, StaleVersion
from backend.core.jobs.worker import run_due_jobs
from backend.domains import load_jobs
from backend.inbox.drafts import ReplyDraft
from backend.inbox.service import create_reply, delete_reply
from backend.labels.service import create_label
from backend.tasks.errors import AssigneeUnknown
from backend.workflows.errors import DueDaysInvalid, StepGone, StepTheSame
from backend.workflows.queries.automations import automations_of
from backend.workflows.rules.automating import AutomationAction, Parameters
from backend.workflows.service import CardMove, delete_step, move_card
from backend.workflows.service.automating import automate, preview
from backend.workflows.service.automations import (
    AutomationDraft,
    create_automation,
    delete_automation,
    restore_automation,
    update_automation,
)
from tests.factories.contacts import new_contact
from tests.factories.workflows import new_board, new_card, read_card, shift_card

ADD_TASK, NOTIFY = AutomationAction.ADD_TASK, AutomationAction.NOTIFY
ADD_LABEL, MOVE = AutomationAction.ADD_LABEL, AutomationAction.MOVE_CARD
REPLY = AutomationAction.SEND_SAVED_REPLY


@pytest.fixture
async def anna(owner):
    load_jobs()
    return await new_contact(
        owner.actor, given_name="Anna", emails=(EmailDraft("anna@example.org"),)
    )


@pytest.fixture
async def board(owner, anna):
    return await new_board(owner.actor)


async def automation(actor, step, action, **parameters):
    draft = AutomationDraft(step.pk, action, Parameters(**parameters))
    return (await create_automation(actor, draft)).automation


async def membership(person):
    return await read.fetch_value(
        "SELECT id FROM membership WHERE account_id = ? AND user_id = ?",
        (person.account_id, person.actor.user_id),
    )


async def told(account_id, card):
    story = await changes_of(account_id, "Card", card.pk, limit=50)
    return [
        (each.payload["action"], each.payload["outcome"], each.payload["excerpt"])
        for each in reversed(story)
        if each.kind == "card.automated"
    ]


async def test_everything_that_a_step_sets_off_is_done_once(owner, anna, board):
    actor, step = owner.actor, board.steps[1]
    label = (await create_label(actor, "hot")).label
    reply = (await create_reply(actor, ReplyDraft("Thanks", "<p>Hi {given_name}</p>"))).reply
    me = await membership(owner)
    await automation(actor, step, ADD_TASK, title="Call", due_in_days=2, member_id=me)
    await automation(actor, step, ADD_LABEL, label_id=label.pk)
    await automation(actor, step, REPLY, reply_id=reply.pk)
    await automation(actor, step, NOTIFY, member_id=me)
    card = await new_card(actor, board, contact_id=anna.pk)
    assert await told(owner.account_id, card) == []
    await shift_card(actor, card, step)
    await run_due_jobs()
    assert sorted(await told(owner.account_id, card)) == [
        ("add_label", "done", "hot"),
        ("add_task", "done", "Call"),
        ("notify", "done", owner.actor.name),
        ("send_saved_reply", "done", "Thanks"),
    ]
    assert [each.name for each in (await read_card(actor, card.pk)).labels] == ["hot"]
    counts = {
        table: await read.fetch_value(f"SELECT COUNT(*) FROM {table}")
        for table in ("task", "message", "automation_run")
    }
    assert counts == {"task": 1, "message": 1, "automation_run": 4}
    kinds = await read.fetch("SELECT kind FROM notification ORDER BY kind")
    assert ("card_entered_step",) in kinds
    await shift_card(actor, card, board.steps[0])
    await shift_card(actor, card, step)
    await run_due_jobs()
    assert len(await told(owner.account_id, card)) == 8


async def test_run_twice_it_is_done_once(owner, anna, board):
    actor, step = owner.actor, board.steps[1]
    made = await automation(actor, step, ADD_TASK, title="Call")
    card = await new_card(actor, board, place=1, contact_id=anna.pk)
    payload = {
        "account_id": owner.account_id,
        "automation_id": made.pk,
        "card_id": card.pk,
        "step_id": step.pk,
        "mark": 1,
        "at": card.entered_micros,
        "chain": [made.pk],
    }
    await asyncio.gather(*(automate(payload) for _ in range(4)))
    await run_due_jobs()
    assert await read.fetch_value("SELECT COUNT(*) FROM task") == 1
    assert await told(owner.account_id, card) == [("add_task", "done", "Call")]


async def test_moves_go_on_to_other_automations_and_never_in_circles(owner, board):
    actor, (first, second, third, *_) = owner.actor, board.steps
    await automation(actor, first, MOVE, step_id=second.pk)
    await automation(actor, second, MOVE, step_id=third.pk)
    await automation(actor, third, MOVE, step_id=first.pk)
    card = await new_card(actor, board)
    for _ in range(6):
        await run_due_jobs()
    assert (await read_card(actor, card.pk)).step_key == first.pk
    assert len(await told(owner.account_id, card)) == 3
    assert await read.fetch_value("SELECT COUNT(*) FROM job WHERE name = 'automate_card'") == 0


async def test_what_cannot_be_done_is_told_and_previewed(owner, stranger, anna, board):
    actor, step = owner.actor, board.steps[1]
    reply = (await create_reply(actor, ReplyDraft("Thanks", "<p>Hi</p>"))).reply
    made = await automation(actor, step, REPLY, reply_id=reply.pk)
    nobody = await new_card(actor, board, place=1)
    somebody = await new_card(actor, board, place=1, contact_id=anna.pk)
    total, found = await preview(actor, made, 50)
    assert (total, [(card.pk, problem) for card, problem in found]) == (
        2,
        [(nobody.pk, "NO_EMAIL_ADDRESS"), (somebody.pk, None)],
    )
    await delete_reply(actor, reply.pk)
    await run_due_jobs()
    assert await told(owner.account_id, nobody) == [("send_saved_reply", "AUTOMATION_BROKEN", "")]
    (now,) = await automations_of(actor, board.workflow.pk)
    assert now.broken
    assert await automations_of(stranger.actor, board.workflow.pk) == []


async def test_a_card_that_left_meanwhile_is_left_alone(owner, board):
    actor = owner.actor
    made = await automation(actor, board.steps[1], ADD_TASK, title="Call")
    card = await new_card(actor, board, place=1)
    await move_card(actor, card.pk, CardMove(board.steps[0].pk, card.version))
    await run_due_jobs()
    assert await told(owner.account_id, card) == []
    await delete_automation(actor, made.pk)
    await shift_card(actor, card, board.steps[1])
    await run_due_jobs()
    assert await told(owner.account_id, card) == []
    await restore_automation(actor, made.pk)
    assert [each.pk for each in await automations_of(actor, board.workflow.pk)] == [made.pk]


async def test_refuses_what_cannot_work(owner, viewer, stranger, board):
    actor, step = owner.actor, board.steps[1]
    theirs = await new_board(stranger.actor)
    label = (await create_label(stranger.actor, "theirs")).label
    for action, parameters, refusal in (
        (ADD_TASK, {"title": " "}, Required),
        (ADD_TASK, {"title": "x", "due_in_days": -1}, DueDaysInvalid),
        (ADD_TASK, {"title": "x", "member_id": await membership(stranger)}, AssigneeUnknown),
        (NOTIFY, {"member_id": 10**9}, AssigneeUnknown),
        (ADD_LABEL, {"label_id": label.pk}, NotFound),
        (REPLY, {"reply_id": 10**9}, NotFound),
        (MOVE, {"step_id": step.pk}, StepTheSame),
        (MOVE, {"step_id": theirs.steps[0].pk}, NotFound),
    ):
        with pytest.raises(refusal):
            await automation(actor, step, action, **parameters)
    with pytest.raises(NotFound):
        await automation(actor, theirs.steps[0], ADD_TASK, title="x")
    with pytest.raises(Forbidden):
        await automation(viewer.actor, step, ADD_TASK, title="x")
    made = await automation(actor, step, ADD_TASK, title="x")
    off = AutomationDraft(step.pk, ADD_TASK, Parameters(title="y"), enabled=False)
    changed = (await update_automation(actor, made.pk, made.version, off)).automation
    assert (changed.title, changed.enabled, changed.version) == ("y", False, 2)
    with pytest.raises(StaleVersion):
        await update_automation(actor, made.pk, made.version, off)
    for act in (
        update_automation(stranger.actor, made.pk, 2, off),
        delete_automation(stranger.actor, made.pk),
    ):
        with pytest.raises(NotFound):
            await act
    card = await new_card(actor, board, place=1)
    await run_due_jobs()
    assert await told(owner.account_id, card) == []
    await delete_step(actor, step.pk, step.version, move_cards_to=board.steps[0].pk)
    with pytest.raises(StepGone):
        await update_automation(actor, made.pk, 2, off)
