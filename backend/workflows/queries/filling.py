"""What cards are shown with: their contacts, labels, steps and boards, a statement or two each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.rows import ContactRow
from backend.contacts.rows import Wanted as ContactWanted
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.sql import values_in
from backend.core.added_fields import AskedField, read_added
from backend.core.database import read
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.labels.rows import LabelRow
from backend.labels.service import labels_by_id
from backend.workflows.queries.boards import steps_by_id, workflows_by_id
from backend.workflows.rows import CardRow, CardWanted


async def fill_cards(actor: Actor, cards: Sequence[CardRow], wanted: CardWanted) -> None:
    """Give cards what is wanted of them."""
    if not cards:
        return
    works = []
    if wanted.contact is not None:
        works.append(_fill_contact(actor, cards, wanted.contact))
    if wanted.contacts is not None:
        works.append(_fill_further(actor, cards, wanted.contacts))
    if wanted.labels:
        works.append(_fill_labels(actor, cards))
    if wanted.step:
        works.append(_fill_step(actor, cards))
    if wanted.workflow:
        works.append(_fill_workflow(actor, cards))
    if wanted.added:
        works.append(_fill_added(actor, cards, wanted.added))
    await read.together(*works)
    if wanted.further is not None:
        await wanted.further(actor, cards)


async def _fill_contact(actor: Actor, cards: Sequence[CardRow], wanted: ContactWanted) -> None:
    keys = {card.contact_key for card in cards if card.contact_key is not None}
    contacts = await _contacts(actor, keys, wanted)
    for card in cards:
        card.contact = contacts.get(card.contact_key or 0)


async def _fill_step(actor: Actor, cards: Sequence[CardRow]) -> None:
    steps = await steps_by_id(actor, {card.step_key for card in cards}, deleted=True)
    for card in cards:
        card.step = steps.get(card.step_key)


async def _fill_workflow(actor: Actor, cards: Sequence[CardRow]) -> None:
    boards = await workflows_by_id(actor, {card.workflow_key for card in cards}, deleted=True)
    for card in cards:
        card.workflow = boards.get(card.workflow_key)


async def _fill_added(
    actor: Actor, cards: Sequence[CardRow], wanted: Collection[AskedField]
) -> None:
    added = await read_added(wanted, actor.account_id, [card.pk for card in cards])
    for card in cards:
        card.added = added[card.pk]


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
    by_name = sorted(labels.values(), key=lambda label: (fold(label.name), label.pk))
    places = {label.pk: place for place, label in enumerate(by_name)}
    found: dict[int, list[LabelRow]] = {}
    for place, card_id in sorted((places[key], card_id) for card_id, key in rows if key in places):
        found.setdefault(card_id, []).append(by_name[place])
    for card in cards:
        card.labels = found.get(card.pk) or []
