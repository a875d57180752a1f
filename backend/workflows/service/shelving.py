"""Archiving cards and deleting them, and bringing them back to where they stood."""

from __future__ import annotations

from collections.abc import Sequence

from backend.core.clock import now_micros
from backend.core.errors import TooMany
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.notifications.service import withdraw
from backend.workflows.events import (
    CardArchived,
    CardDeleted,
    CardFact,
    CardRestored,
    CardUnarchived,
)
from backend.workflows.limits import MAX_AT_ONCE
from backend.workflows.queries.places import shown_before
from backend.workflows.rows import CardRow
from backend.workflows.service.standing import (
    CardsWritten,
    board_step_of,
    card_fact,
    card_id_of,
    own_card,
)


async def archive_cards(actor: Actor, ids: Sequence[int]) -> CardsWritten:
    """Take cards off their boards, to be looked up; those that are archived stay so.

    Raises:
        TooMany, NotFound, CardDeleted, ContactDeleted, WorkflowDeleted, Forbidden
    """
    return await _shelve(actor, ids, "archived_at", CardArchived)


async def unarchive_cards(actor: Actor, ids: Sequence[int]) -> CardsWritten:
    """Put archived cards back where they stood; those that are not archived stay as they are.

    Raises:
        TooMany, NotFound, CardDeleted, ContactDeleted, WorkflowDeleted, Forbidden
    """
    return await _shelve(actor, ids, "archived_at", CardUnarchived)


async def delete_cards(actor: Actor, ids: Sequence[int]) -> CardsWritten:
    """Delete cards, for CARNET_DELETED_CONTACT_DAYS to be restored.

    Raises:
        TooMany, NotFound, ContactDeleted, WorkflowDeleted, Forbidden
    """
    return await _shelve(actor, ids, "deleted_at", CardDeleted)


async def restore_cards(actor: Actor, ids: Sequence[int]) -> CardsWritten:
    """Bring back deleted cards to where they stood; an archived one is archived again.

    Raises:
        TooMany, NotFound, ContactDeleted, WorkflowDeleted, Forbidden
    """
    return await _shelve(actor, ids, "deleted_at", CardRestored)


async def _shelve(
    actor: Actor, ids: Sequence[int], column: str, kind: type[CardFact]
) -> CardsWritten:
    actor.require(Permission.WRITE_CONTACTS)
    if len(ids) > MAX_AT_ONCE:
        raise TooMany(("ids",), maximum=MAX_AT_ONCE)
    is_away = kind in (CardArchived, CardDeleted)
    of_trash = column == "deleted_at"
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        for place, key in enumerate(dict.fromkeys(ids)):
            card = await own_card(actor, key, ("ids", str(place)), archived=True, deleted=of_trash)
            was_away = (card.deleted_micros if of_trash else card.archived_micros) is not None
            if was_away is not is_away:
                await _set(unit, card, column, kind, now_micros() if is_away else None)
        cards = [
            await own_card(actor, key, archived=True, deleted=True) for key in dict.fromkeys(ids)
        ]
        if kind is CardDeleted:
            await withdraw(unit, [encode_id("Card", card.pk) for card in cards])
    return CardsWritten(cards, unit.cursor)


async def _set(
    unit: UnitOfWork, card: CardRow, column: str, kind: type[CardFact], value: int | None
) -> None:
    at = await board_step_of(unit.actor, card)
    await unit.execute(
        f"UPDATE card SET {column} = ?, version = version + 1, updated_at = ?, "  # noqa: S608
        "updated_by = ? WHERE id = ?",
        (value, now_micros(), unit.actor.name, card.pk),
    )
    more: dict[str, str | bool | None] = {}
    if kind in (CardUnarchived, CardRestored):
        after = await shown_before(card.step_key, card.rank, card.pk)
        more["after"] = card_id_of(after)
    if kind is CardRestored:
        more["archived"] = card.archived_micros is not None
    unit.record(card_fact(kind, card, at, card.version + 1, **more))
