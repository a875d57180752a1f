"""Changing what is written on a card, without overwriting anybody's work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from backend.core.clock import now_micros
from backend.core.errors import StaleVersion
from backend.core.folding import fold
from backend.core.ids import encode_id
from backend.core.money import Money
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.errors import CardUnnamed, NotLost
from backend.workflows.events import CardUpdated
from backend.workflows.limits import REASON_LENGTH
from backend.workflows.rows import CardRow
from backend.workflows.rules.kinds import StepKind
from backend.workflows.service.drafts import (
    Assignee,
    CardChanges,
    Unset,
    assignee_of,
    clean_title,
    clean_value,
    own_contact,
)
from backend.workflows.service.standing import (
    BoardStep,
    CardWritten,
    board_step_of,
    card_fact,
    excerpt,
    own_card,
)
from backend.workflows.service.telling import tell_assignee


@dataclass(frozen=True, slots=True)
class _Kept:
    """What can be edited of a card."""

    title: str | None
    contact_id: int | None
    contact_name: str | None
    value: Money | None
    due_on: date | None
    assignee: Assignee | None
    lost_reason: str | None


async def update_card(
    actor: Actor, card_id: int, version: int, changes: CardChanges
) -> CardWritten:
    """Change a card; what would change nothing is no change. A move is no reason to refuse it.

    Raises:
        StaleVersion: somebody edited it since that version.
        CardUnnamed: neither a title nor a contact would be left.
        NotLost: a reason, and it is not in the step for what is lost.
        As ``add_card``, and CardArchived, CardDeleted.
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await own_card(actor, card_id)
        at = await board_step_of(actor, card)
        if not card.edited_version <= version <= card.version:
            raise StaleVersion(("version",), current_version=card.version)
        before = _of_row(card)
        after = await _changed(actor, card, before, changes)
        if after != before:
            await _save(unit, card, at, before, after)
            card = await own_card(actor, card_id)
            if after.assignee != before.assignee:
                await tell_assignee(unit, card.pk, card.name, card.contact_key, after.assignee)
    return CardWritten(card, unit.cursor)


def _of_row(card: CardRow) -> _Kept:
    assignee = None
    if card.assignee_key is not None:
        assignee = Assignee(card.assignee_key, card.assignee_name or "")
    return _Kept(
        card.title,
        card.contact_key,
        card.contact_name,
        card.value,
        card.due_on,
        assignee,
        card.lost_reason,
    )


async def _changed(actor: Actor, card: CardRow, before: _Kept, changes: CardChanges) -> _Kept:
    after = before
    if not isinstance(changes.title, Unset):
        after = replace(after, title=clean_title(changes.title))
    if not isinstance(changes.contact_id, Unset) and changes.contact_id != before.contact_id:
        key = changes.contact_id
        name = None if key is None else await own_contact(actor, key)
        after = replace(after, contact_id=key, contact_name=name)
    if not isinstance(changes.value, Unset):
        after = replace(after, value=clean_value(changes.value))
    if not isinstance(changes.due_on, Unset):
        after = replace(after, due_on=changes.due_on)
    if not isinstance(changes.assignee, Unset):
        after = replace(after, assignee=await assignee_of(actor, changes.assignee))
    if not isinstance(changes.lost_reason, Unset):
        reason = clean_line(changes.lost_reason, ("lostReason",), maximum=REASON_LENGTH)
        if reason is not None and card.step_kind != StepKind.LOST:
            raise NotLost(("lostReason",))
        after = replace(after, lost_reason=reason)
    if after.title is None and after.contact_id is None:
        raise CardUnnamed(("title",))
    return after


async def _save(
    unit: UnitOfWork, card: CardRow, at: BoardStep, before: _Kept, after: _Kept
) -> None:
    version, value = card.version + 1, after.value
    await unit.execute(
        "UPDATE card SET title = ?, title_key = ?, contact_id = ?, value_minor = ?, currency = ?, "
        "due_on = ?, assignee_id = ?, lost_reason = ?, version = ?, edited_version = ?, "
        "updated_at = ?, updated_by = ? WHERE id = ?",
        (
            *(after.title, fold(after.title or ""), after.contact_id),
            *((value.minor, value.currency) if value else (None, None)),
            *(after.due_on and after.due_on.isoformat(), after.assignee and after.assignee.user_id),
            *(after.lost_reason, version, version, now_micros(), unit.actor.name, card.pk),
        ),
    )
    if after.contact_id is not None:
        await unit.execute(
            "DELETE FROM card_contact WHERE card_id = ? AND contact_id = ?",
            (card.pk, after.contact_id),
        )
    old, new = _shown(before), _shown(after)
    fields = [name for name in new if old[name] != new[name]]
    for contact_id in dict.fromkeys((after.contact_id, before.contact_id)):
        unit.record(
            card_fact(
                CardUpdated,
                card,
                at,
                version,
                contact_id=contact_id,
                title=after.title or after.contact_name or "",
                fields=fields,
                before={name: old[name] for name in fields},
                after={name: new[name] for name in fields},
            )
        )


def _shown(kept: _Kept) -> dict[str, Any]:
    """Return what the history says of a card, by the schema's names."""
    value = kept.value
    return {
        "title": kept.title and excerpt(kept.title),
        "contact": None if kept.contact_id is None else encode_id("Contact", kept.contact_id),
        "value": value and {"minor": value.minor, "currency": value.currency},
        "dueOn": kept.due_on and kept.due_on.isoformat(),
        "assignee": kept.assignee and kept.assignee.name,
        "lostReason": kept.lost_reason,
    }
