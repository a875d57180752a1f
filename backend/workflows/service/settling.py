"""What a paid invoice or an accepted quote sets off on the cards that it belongs to."""

from __future__ import annotations

from backend.billing.events import PaymentRecorded, QuoteAnswered
from backend.billing.rules.kinds import Stage
from backend.billing.service import find_documents
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork
from backend.workflows.limits import MAX_SOURCES
from backend.workflows.queries.automations import automations_of_trigger
from backend.workflows.queries.documents import cards_of_documents
from backend.workflows.rules.automating import AutomationTrigger
from backend.workflows.service.setting_off import queue


async def hear_payment(unit: UnitOfWork, account_id: int, fact: PaymentRecorded) -> None:
    """Queue what follows from an invoice of which nothing is left to pay."""
    if fact.paid and fact.amount_minor > 0:
        await _set_off(unit, account_id, fact.subject_id, AutomationTrigger.INVOICE_PAID)


async def hear_answer(unit: UnitOfWork, account_id: int, fact: QuoteAnswered) -> None:
    """Queue what follows from a quote that was accepted."""
    if fact.stage == Stage.ACCEPTED:
        await _set_off(unit, account_id, fact.subject_id, AutomationTrigger.QUOTE_ACCEPTED)


async def _set_off(
    unit: UnitOfWork, account_id: int, document_id: int, trigger: AutomationTrigger
) -> None:
    """Queue the automations of the boards on which cards of a document stand: once for each card
    and document, however often that is paid. The mark is below zero, where no version of a card is.
    """
    documents = await _with_sources(account_id, document_id)
    cards = await cards_of_documents(account_id, documents)
    found = await automations_of_trigger(account_id, {board for _, board in cards}, trigger)
    for card_id, board in cards:
        for automation_id in found.get(board, ()):
            queue(unit, account_id, automation_id, card_id, step_id=None, mark=-document_id)


async def _with_sources(account_id: int, document_id: int) -> list[int]:
    """Return a document and those that it was made from: what is linked to a quote is linked to its
    invoice too.
    """
    actor, keys, key = Actor.system(account_id), [document_id], document_id
    for _ in range(MAX_SOURCES):
        found = (await find_documents(actor, (key,))).get(key)
        if found is None or found.source_key is None or found.source_key in keys:
            break
        key = found.source_key
        keys.append(key)
    return keys
