"""The checklist of a card: points added, ticked off, worded anew, moved, deleted and restored."""

from __future__ import annotations

from enum import Enum
from typing import Final

from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.workflows.detail_events import (
    ChecklistItemAdded,
    ChecklistItemDeleted,
    ChecklistItemDone,
    ChecklistItemMoved,
    ChecklistItemReopened,
    ChecklistItemRestored,
    ChecklistItemReworded,
)
from backend.workflows.detail_rows import ItemRow
from backend.workflows.errors import NeighbourInvalid
from backend.workflows.limits import ITEM_LENGTH, MAX_ITEMS
from backend.workflows.queries.holdings import checklists, items_by_id
from backend.workflows.rules.ranks import LONGEST, between, spread
from backend.workflows.service.detailing import (
    DetailWritten,
    mark_changed,
    open_card,
)


class Unset(Enum):
    """What an edit leaves as it is."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


async def add_item(
    actor: Actor, card_id: int, text: str, *, idempotency_key: str | None = None
) -> tuple[int, DetailWritten]:
    """Add a point at the end of a checklist, and return it.

    Raises:
        NotFound, CardArchived, Required, TooLong, TooMany, InvalidCharacters
        IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = _clean(text)
    mark = fingerprint("add_item", {"card": card_id, "text": text})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "add_item", mark)
        if key is None:
            card = await open_card(unit, card_id, ("cardId",))
            items = (await checklists(actor.account_id, (card_id,)))[card_id]
            if len(items) >= MAX_ITEMS:
                raise TooMany((), maximum=MAX_ITEMS)
            rows = await unit.fetch(
                "INSERT INTO card_item (account_id, card_id, text, rank) VALUES (?, ?, ?, ?) "
                "RETURNING id",
                (
                    actor.account_id,
                    card_id,
                    clean,
                    between(items[-1].rank if items else None, None),
                ),
            )
            key = int(rows[0][0])
            await remember_result(unit, idempotency_key, "add_item", mark, key)
            card = await mark_changed(unit, card)
            unit.record(card.detail(ChecklistItemAdded, clean))
    return key, DetailWritten(card_id, unit.cursor)


async def change_item(
    actor: Actor, item_id: int, *, text: str | Unset = UNSET, done: bool | Unset = UNSET
) -> DetailWritten:
    """Word a point anew, tick it off, or say that it is to be done after all.

    Raises:
        NotFound, CardArchived, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    clean = UNSET if isinstance(text, Unset) else _clean(text)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        item = await _own_item(actor, item_id)
        card = await open_card(unit, item.card_key, ("id",))
        if not isinstance(clean, Unset) and clean != item.text:
            await unit.execute("UPDATE card_item SET text = ? WHERE id = ?", (clean, item_id))
            card = await mark_changed(unit, card)
            unit.record(card.detail(ChecklistItemReworded, clean))
        if not isinstance(done, Unset) and done is not item.done:
            await unit.execute(
                "UPDATE card_item SET done_at = ?, done_by = ? WHERE id = ?",
                (now_micros() if done else None, actor.name if done else None, item_id),
            )
            card = await mark_changed(unit, card)
            said = item.text if isinstance(clean, Unset) else clean
            kind = ChecklistItemDone if done else ChecklistItemReopened
            unit.record(card.detail(kind, said))
    return DetailWritten(item.card_key, unit.cursor)


async def move_item(
    actor: Actor, item_id: int, *, before_id: int | None = None, after_id: int | None = None
) -> DetailWritten:
    """Put a point before or behind another of its card, or at the end.

    Raises:
        NeighbourInvalid: it is the point itself, of another card, or there are two.
        NotFound, CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        item = await _own_item(actor, item_id)
        card = await open_card(unit, item.card_key, ("id",))
        others = (await checklists(actor.account_id, (card.pk,)))[card.pk]
        at = next(place for place, each in enumerate(others) if each.pk == item_id)
        rest = [each for each in others if each.pk != item_id]
        to = _place(rest, before_id, after_id)
        if to != at:
            await _put(unit, item, rest, to)
            card = await mark_changed(unit, card)
            moved = card.card
            unit.record(
                ChecklistItemMoved(moved.pk, moved.workflow_key, moved.step_id, moved.version)
            )
    return DetailWritten(item.card_key, unit.cursor)


async def delete_item(actor: Actor, item_id: int) -> DetailWritten:
    """Delete a point; ``restore_item`` brings it back for CARNET_DELETED_CONTACT_DAYS.

    Raises:
        NotFound, CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        item = await _own_item(actor, item_id)
        card = await open_card(unit, item.card_key, ("id",))
        await unit.execute(
            "UPDATE card_item SET deleted_at = ? WHERE id = ?", (now_micros(), item_id)
        )
        card = await mark_changed(unit, card)
        unit.record(card.detail(ChecklistItemDeleted, item.text))
    return DetailWritten(item.card_key, unit.cursor)


async def restore_item(actor: Actor, item_id: int) -> DetailWritten:
    """Bring back a deleted point, where it was; one that is there stays as it is.

    Raises:
        NotFound: none of the account, or gone for good.
        CardArchived, TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        found = (await items_by_id(actor, (item_id,), deleted=True)).get(item_id)
        if found is None:
            item = await _own_item(actor, item_id)
        else:
            item = found
            card = await open_card(unit, item.card_key, ("id",))
            if card.card.checklist_total >= MAX_ITEMS:
                raise TooMany((), maximum=MAX_ITEMS)
            await unit.execute("UPDATE card_item SET deleted_at = NULL WHERE id = ?", (item_id,))
            card = await mark_changed(unit, card)
            unit.record(card.detail(ChecklistItemRestored, item.text))
    return DetailWritten(item.card_key, unit.cursor)


async def _own_item(actor: Actor, item_id: int) -> ItemRow:
    found = (await items_by_id(actor, (item_id,))).get(item_id)
    if found is None:
        raise NotFound(("id",))
    return found


def _place(rest: list[ItemRow], before_id: int | None, after_id: int | None) -> int:
    """Return how many of the other points stand before the place that neighbours name."""
    if before_id is not None and after_id is not None:
        raise NeighbourInvalid(("afterId",))
    if before_id is None and after_id is None:
        return len(rest)
    path = "beforeId" if before_id is not None else "afterId"
    wanted = before_id if before_id is not None else after_id
    for place, each in enumerate(rest):
        if each.pk == wanted:
            return place if before_id is not None else place + 1
    raise NeighbourInvalid((path,))


async def _put(unit: UnitOfWork, item: ItemRow, rest: list[ItemRow], to: int) -> None:
    """Give a point the rank of a place; all of them new ones where there is no short one left."""
    lower = rest[to - 1].rank if to else None
    upper = rest[to].rank if to < len(rest) else None
    rank = "" if lower is not None and lower == upper else between(lower, upper)
    if rank and len(rank) <= LONGEST:
        await unit.execute("UPDATE card_item SET rank = ? WHERE id = ?", (rank, item.pk))
        return
    order = [*rest[:to], item, *rest[to:]]
    ranks = spread(None, None, len(order))
    await unit.execute_many(
        "UPDATE card_item SET rank = ? WHERE id = ?",
        [(rank, each.pk) for rank, each in zip(ranks, order, strict=True)],
    )


def _clean(text: str) -> str:
    clean = clean_line(text, ("text",), maximum=ITEM_LENGTH)
    if clean is None:
        raise Required(("text",))
    return clean
