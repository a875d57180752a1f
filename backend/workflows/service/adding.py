"""Adding a card, with a contact made on the spot if wanted."""

from __future__ import annotations

from typing import Any

from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.errors import CardUnnamed, ContactGivenTwice
from backend.workflows.events import CardAdded
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.queries.places import shown_before
from backend.workflows.service.drafts import (
    CardDraft,
    add_person,
    assignee_of,
    clean_title,
    clean_value,
    own_contact,
)
from backend.workflows.service.moving import enter_step
from backend.workflows.service.placing import rank_for
from backend.workflows.service.setting_off import set_off
from backend.workflows.service.standing import CardWritten, card_fact, card_id_of, own_step
from backend.workflows.service.telling import tell_assignee


async def add_card(
    actor: Actor, draft: CardDraft, *, idempotency_key: str | None = None
) -> CardWritten:
    """Add a card to a step.

    Raises:
        CardUnnamed: neither a title nor a contact.
        ContactGivenTwice
        StepGone, WorkflowDeleted, NeighbourInvalid, NeighbourGone
        ValueOutOfRange, CurrencyUnknown, AssigneeUnknown
        ContactDeleted, Refusals: of its contact.
        NotFound, TooLong, InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    mark = fingerprint("add_card", _marked(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "add_card", mark)
        if key is None:
            key = await _insert(unit, draft)
            await remember_result(unit, idempotency_key, "add_card", mark, key)
        card = (await cards_by_id(actor, (key,), deleted=True)).get(key)
        if card is None:  # made under this key, and erased for good since
            raise NotFound(("idempotencyKey",))
    return CardWritten(card, unit.cursor)


def _marked(draft: CardDraft) -> dict[str, Any]:
    person, value, beside = draft.new_contact, draft.value, draft.beside
    return {
        "step": draft.step_id,
        "title": draft.title,
        "contact": draft.contact_id,
        "person": person and [person.name, person.email],
        "value": value and [value.minor, value.currency],
        "due": draft.due_on,
        "assignee": draft.assignee,
        "beside": [beside.before_id, beside.after_id, beside.place],
    }


async def _insert(unit: UnitOfWork, draft: CardDraft) -> int:
    actor, at = unit.actor, await own_step(unit.actor, draft.step_id, ("stepId",))
    title, value = clean_title(draft.title), clean_value(draft.value)
    assignee = await assignee_of(actor, draft.assignee)
    contact_id = draft.contact_id
    if contact_id is not None:
        if draft.new_contact is not None:
            raise ContactGivenTwice(("newContact",))
        await own_contact(actor, contact_id)
    elif draft.new_contact is not None:
        contact_id = await add_person(unit, draft.new_contact)
    if title is None and contact_id is None:
        raise CardUnnamed(("title",))
    rank, now = await rank_for(unit, at, draft.beside), now_micros()
    rows = await unit.fetch(
        "INSERT INTO card (account_id, workflow_id, step_id, contact_id, assignee_id, rank, "
        "title, title_key, value_minor, currency, due_on, step_entered_at, checklist_done, "
        "checklist_total, version, moved_version, edited_version, created_at, created_by, "
        "updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1, 1, 1, ?, ?, ?, ?) RETURNING id",
        (
            *(actor.account_id, at.workflow.pk, at.step.pk, contact_id),
            *(assignee and assignee.user_id, rank, title, fold(title or "")),
            *((value.minor, value.currency) if value else (None, None)),
            *(draft.due_on and draft.due_on.isoformat(), now),
            *(now, actor.name, now, actor.name),
        ),
    )
    key = int(rows[0][0])
    await enter_step(unit, key, at, now)
    card = (await cards_by_id(actor, (key,)))[key]
    after = await shown_before(at.step.pk, rank, key)
    unit.record(card_fact(CardAdded, card, at, 1, after=card_id_of(after)))
    await tell_assignee(unit, key, card.name, contact_id, assignee)
    await set_off(unit, key, at.step.pk, 1)
    return key
