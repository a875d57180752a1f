"""What cards are shown with: their contacts, labels, steps and boards, a statement or two each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.rows import ContactRow
from backend.contacts.rows import Wanted as ContactWanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.added_fields import read_added
from backend.core.database import read
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.labels.service import labels_by_id
from backend.workflows.queries.boards import steps_by_id, workflows_by_id
from backend.workflows.rows import CardRow, CardWanted


async def fill_cards(actor: Actor, cards: Sequence[CardRow], wanted: CardWanted) -> None:
    """Give cards what is wanted of them."""
    if not cards:
        return
    if wanted.contact is not None:
        keys = {card.contact_key for card in cards if card.contact_key is not None}
        contacts = await _contacts(actor, keys, wanted.contact)
        for card in cards:
            card.contact = contacts.get(card.contact_key or 0)
    if wanted.contacts is not None:
        await _fill_further(actor, cards, wanted.contacts)
    if wanted.labels:
        await _fill_labels(actor, cards)
    await _fill_surroundings(actor, cards, wanted)
    if wanted.added:
        added = await read_added(wanted.added, actor.account_id, [card.pk for card in cards])
        for card in cards:
            card.added = added[card.pk]
    if wanted.further is not None:
        await wanted.further(actor, cards)


async def _fill_surroundings(actor: Actor, cards: Sequence[CardRow], wanted: CardWanted) -> None:
    if wanted.step:
        steps = await steps_by_id(actor, {card.step_key for card in cards}, deleted=True)
        for card in cards:
            card.step = steps.get(card.step_key)
    if wanted.workflow:
        boards = await workflows_by_id(actor, {card.workflow_key for card in cards}, deleted=True)
        for card in cards:
            card.workflow = boards.get(card.workflow_key)


async def _contacts(
    actor: Actor, keys: Collection[int], wanted: ContactWanted
) -> dict[int, ContactRow]:
    """Return contacts that are not in the trash."""
    found = await contacts_by_id(actor, keys, wanted) if keys else {}
    return {key: row for key, row in found.items() if row.deleted_micros is None}


async def _fill_further(actor: Actor, cards: Sequence[CardRow], wanted: ContactWanted) -> None:
    own = values_in("card_id", [card.pk for card in cards], read.dialect)
    rows = await read.fetch(
        f"SELECT card_id, contact_id FROM card_contact WHERE {own.text} ORDER BY id",
        own.params,
    )
    contacts = await _contacts(actor, {key for _, key in rows}, wanted)
    found: dict[int, list[ContactRow]] = {}
    for card_id, key in rows:
        if key in contacts:
            found.setdefault(card_id, []).append(contacts[key])
    for card in cards:
        card.contacts = [row for row in found.get(card.pk, ()) if row.pk != card.contact_key]


async def _fill_labels(actor: Actor, cards: Sequence[CardRow]) -> None:
    own = values_in("card_id", [card.pk for card in cards], read.dialect)
    rows = await read.fetch(
        f"SELECT card_id, label_id FROM card_label WHERE {own.text}",
        own.params,
    )
    labels = await labels_by_id(actor, sorted({key for _, key in rows}))
    found: dict[int, list[int]] = {}
    for card_id, key in rows:
        if key in labels:
            found.setdefault(card_id, []).append(key)
    for card in cards:
        own_labels = [labels[key] for key in found.get(card.pk, ())]
        card.labels = sorted(own_labels, key=lambda label: (fold(label.name), label.pk))
