"""Whom else cards are about, and what labels they carry."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.rows import ContactRow
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.labels.rows import LabelRow
from backend.labels.service import labels_by_id
from backend.workflows.events import CardUpdated
from backend.workflows.limits import MAX_AT_ONCE, MAX_FURTHER_CONTACTS
from backend.workflows.service.detailing import (
    DetailWritten,
    OpenCard,
    mark_changed,
    open_card,
)


async def link_contacts(actor: Actor, card_id: int, contact_ids: Sequence[int]) -> DetailWritten:
    """Link further contacts to a card; those that it has stay.

    Raises:
        NotFound: no card or contact of the account, or in the trash.
        CardArchived, TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if len(contact_ids) > MAX_FURTHER_CONTACTS:
        raise TooMany(("contactIds",), maximum=MAX_FURTHER_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("id",))
        found = await _own_contacts(actor, contact_ids)
        known = {
            row[0]
            for row in await unit.fetch(
                "SELECT contact_id FROM card_contact WHERE card_id = ?", (card_id,)
            )
        }
        new = [each for each in found if each.pk not in known and each.pk != card.card.contact_key]
        if len(known) + len(new) > MAX_FURTHER_CONTACTS:
            raise TooMany(("contactIds",), maximum=MAX_FURTHER_CONTACTS)
        if new:
            await unit.execute_many(
                "INSERT INTO card_contact (card_id, contact_id) VALUES (?, ?)",
                [(card_id, each.pk) for each in new],
            )
            card = await mark_changed(unit, card)
            unit.record(_changed(card, "contacts", None, [each.display_name for each in new]))
    return DetailWritten(card_id, unit.cursor)


async def unlink_contact(actor: Actor, card_id: int, contact_id: int) -> DetailWritten:
    """Take a further contact off a card; one that it has not stays off.

    Raises:
        NotFound, CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("id",))
        rows = await unit.fetch(
            "DELETE FROM card_contact WHERE card_id = ? AND contact_id = ? RETURNING id",
            (card_id, contact_id),
        )
        if rows:
            found = await contacts_by_id(actor, (contact_id,))
            names = [found[contact_id].display_name] if contact_id in found else []
            card = await mark_changed(unit, card)
            unit.record(_changed(card, "contacts", names, None))
    return DetailWritten(card_id, unit.cursor)


async def label_cards(
    actor: Actor, card_ids: Sequence[int], *, add: Sequence[int], remove: Sequence[int]
) -> str:
    """Put labels on cards and take others off; return the account's place in its history.

    Raises:
        NotFound: no card or label of the account.
        CardArchived, TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    for path, ids in (("ids", card_ids), ("add", add), ("remove", remove)):
        if len(ids) > MAX_AT_ONCE:
            raise TooMany((path,), maximum=MAX_AT_ONCE)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        labels = await labels_by_id(actor, sorted({*add, *remove}))
        for path, ids in (("add", add), ("remove", remove)):
            for place, key in enumerate(ids):
                if key not in labels:
                    raise NotFound((path, str(place)))
        for place, key in enumerate(dict.fromkeys(card_ids)):
            card = await open_card(unit, key, ("ids", str(place)))
            await put_labels(
                unit,
                card,
                [labels[each] for each in add if each not in remove],
                [labels[each] for each in remove],
            )
    return unit.cursor


async def put_labels(
    unit: UnitOfWork, card: OpenCard, add: Sequence[LabelRow], remove: Sequence[LabelRow]
) -> OpenCard:
    """Put labels on a card and take others off, inside of a unit that has the account's turn;
    return the card with its version.
    """
    carried = {
        row[0]
        for row in await unit.fetch("SELECT label_id FROM card_label WHERE card_id = ?", (card.pk,))
    }
    on = {each.pk: each for each in add if each.pk not in carried}
    off = {each.pk: each for each in remove if each.pk in carried}
    if not on and not off:
        return card
    await unit.execute_many(
        "INSERT INTO card_label (card_id, label_id) VALUES (?, ?)", [(card.pk, key) for key in on]
    )
    if off:
        chosen = values_in("label_id", sorted(off), unit.dialect)
        await unit.execute(
            f"DELETE FROM card_label WHERE card_id = ? AND {chosen.text}",  # noqa: S608
            (card.pk, *chosen.params),
        )
    card = await mark_changed(unit, card)
    before, after = ([each.name for each in some.values()] for some in (off, on))
    unit.record(_changed(card, "labels", before or None, after or None))
    return card


async def _own_contacts(actor: Actor, ids: Sequence[int]) -> list[ContactRow]:
    found = await contacts_by_id(actor, ids)
    for place, key in enumerate(ids):
        if key not in found or found[key].deleted_micros is not None:
            raise NotFound(("contactIds", str(place)))
    return list({key: found[key] for key in ids}.values())


def _changed(
    opened: OpenCard, field: str, before: list[str] | None, after: list[str] | None
) -> CardUpdated:
    return opened.fact(CardUpdated, fields=[field], before={field: before}, after={field: after})
