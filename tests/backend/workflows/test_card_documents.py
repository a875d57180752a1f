"""Quotes and invoices of cards, and what follows when these are accepted or paid: once."""

from __future__ import annotations

import pytest

from backend.billing.rules.kinds import DocumentKind
from backend.billing.service import (
    PaymentDraft,
    answer_quote,
    delete_draft,
    delete_payment,
    invoice_quote,
    issue_document,
    record_payment,
)
from backend.billing.service.finding import find_documents
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, Required, TooMany
from backend.core.jobs.worker import run_due_jobs
from backend.domains import load_jobs
from backend.workflows.errors import CardArchived
from backend.workflows.limits import MAX_DOCUMENTS
from backend.workflows.queries.documents import documents_of_cards
from backend.workflows.rules.automating import AutomationAction, AutomationTrigger, Parameters
from backend.workflows.service import archive_cards
from backend.workflows.service.automating import preview
from backend.workflows.service.automations import (
    AutomationDraft,
    create_automation,
    update_automation,
)
from backend.workflows.service.card_documents import link_documents, unlink_document
from tests.backend.workflows.test_automations import told
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.workflows import new_board, new_card, read_card

PAID, ACCEPTED = AutomationTrigger.INVOICE_PAID, AutomationTrigger.QUOTE_ACCEPTED
MOVE, TASK = AutomationAction.MOVE_CARD, AutomationAction.ADD_TASK
QUOTE = DocumentKind.QUOTE


@pytest.fixture
async def board(owner):
    load_jobs()
    return await new_board(owner.actor)


async def automation(actor, board, trigger, step):
    draft = AutomationDraft(
        None, MOVE, Parameters(step_id=step.pk), trigger=trigger, workflow_id=board.workflow.pk
    )
    return (await create_automation(actor, draft)).automation


async def pay(actor, invoice, minor=12_000):
    return (await record_payment(actor, invoice.pk, PaymentDraft(minor))).document


async def test_a_paid_invoice_moves_its_cards_once_and_no_others(owner, board):
    actor, won = owner.actor, board.step("won")
    tax = await new_seller(actor)
    invoice, other = await new_issued(actor, tax), await new_issued(actor, tax)
    card, bare = await new_card(actor, board), await new_card(actor, board, "Other")
    elsewhere = await new_card(actor, await new_board(actor))
    for each in (card, elsewhere):
        await link_documents(actor, each.pk, [invoice.pk])
    await link_documents(actor, bare.pk, [other.pk])
    await automation(actor, board, PAID, won)
    await pay(actor, invoice, 2_000)
    await run_due_jobs()
    assert await told(owner.account_id, card) == []
    whole = await pay(actor, invoice, 10_000)
    await run_due_jobs()
    assert (await read_card(actor, card.pk)).step_key == won.pk
    assert await told(owner.account_id, card) == [("move_card", "done", won.name)]
    for each, at in ((bare, board.steps[0].pk), (elsewhere, elsewhere.step_key)):
        assert (await read_card(actor, each.pk)).step_key == at
    # Taken back and paid again, it is the same invoice.
    payment = await read.fetch_value("SELECT MAX(id) FROM payment")
    await delete_payment(actor, payment)
    await pay(actor, whole, 10_000)
    await run_due_jobs()
    assert len(await told(owner.account_id, card)) == 1


async def test_a_quote_is_followed_to_its_invoice_and_automations_to_others(owner, board):
    actor, (first, second, third, *_) = owner.actor, board.steps
    tax = await new_seller(actor)
    quote = await new_issued(actor, tax, QUOTE)
    card = await new_card(actor, board)
    await link_documents(actor, card.pk, [quote.pk])
    accepting = await automation(actor, board, ACCEPTED, second)
    await automation(actor, board, PAID, first)
    chained = AutomationDraft(second.pk, MOVE, Parameters(step_id=third.pk))
    await create_automation(actor, chained)
    assert [(each.pk, problem) for each, problem in (await preview(actor, accepting, 9))[1]] == [
        (card.pk, None)
    ]
    accepted = (await answer_quote(actor, quote.pk, quote.version, accepted=True)).document
    for _ in range(3):
        await run_due_jobs()
    assert (await read_card(actor, card.pk)).step_key == third.pk
    assert [each[2] for each in await told(owner.account_id, card)] == [second.name, third.name]
    draft = (await invoice_quote(actor, quote.pk, accepted.version)).document
    await pay(actor, (await issue_document(actor, draft.pk, draft.version)).document)
    await run_due_jobs()
    assert (await read_card(actor, card.pk)).step_key == first.pk


async def test_documents_of_others_and_drafts_that_are_gone_are_none(
    owner, viewer, stranger, board
):
    actor, card = owner.actor, await new_card(owner.actor, board)
    theirs = await new_document(stranger.actor, None)
    draft = await new_document(actor, None)
    for who, key, document, refusal in (
        (actor, card.pk, theirs.pk, NotFound),
        (stranger.actor, card.pk, theirs.pk, NotFound),
        (viewer.actor, card.pk, draft.pk, Forbidden),
        (actor, card.pk, 10**9, NotFound),
    ):
        with pytest.raises(refusal):
            await link_documents(who, key, [document])
    with pytest.raises(TooMany):
        await link_documents(actor, card.pk, [draft.pk] * (MAX_DOCUMENTS + 1))
    for _ in range(2):
        await link_documents(actor, card.pk, [draft.pk, draft.pk])
    keys = await documents_of_cards(owner.account_id, [card.pk])
    assert keys == {card.pk: [draft.pk]}
    with pytest.raises(Forbidden):
        await unlink_document(viewer.actor, card.pk, draft.pk)
    await delete_draft(actor, draft.pk)
    assert await find_documents(actor, keys[card.pk]) == {}
    await unlink_document(actor, card.pk, draft.pk)
    assert await documents_of_cards(owner.account_id, [card.pk]) == {card.pk: []}
    await archive_cards(actor, [card.pk])
    with pytest.raises(CardArchived):
        await unlink_document(actor, card.pk, draft.pk)


async def test_an_automation_needs_the_board_or_the_step_that_it_is_of(owner, stranger, board):
    actor, step = owner.actor, board.steps[1]
    task = Parameters(title="Call")
    strange = (await new_board(stranger.actor)).workflow.pk
    for draft, refusal in (
        (AutomationDraft(None, TASK, task, trigger=PAID), Required),
        (AutomationDraft(step.pk, TASK, task, trigger=PAID), Required),
        (AutomationDraft(None, TASK, task, trigger=PAID, workflow_id=strange), NotFound),
        (AutomationDraft(None, TASK, task, workflow_id=board.workflow.pk), Required),
    ):
        with pytest.raises(refusal):
            await create_automation(actor, draft)
    made = await automation(actor, board, PAID, step)
    assert (made.step_key, made.broken) == (None, False)
    by_step = AutomationDraft(step.pk, TASK, task)
    changed = (await update_automation(actor, made.pk, made.version, by_step)).automation
    assert (changed.trigger, changed.step_key) == (AutomationTrigger.CARD_ENTERED_STEP, step.pk)
    back = AutomationDraft(step.pk, TASK, task, trigger=ACCEPTED)
    changed = (await update_automation(actor, made.pk, changed.version, back)).automation
    assert (changed.trigger, changed.step_key) == (ACCEPTED, None)
