"""The cards of contacts: those that are about them, first or further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.paging import decode_key
from backend.core.permissions import Actor
from backend.workflows.filters import ARCHIVED, ON_BOARD
from backend.workflows.queries.filling import fill_cards
from backend.workflows.rows import CARD_COLUMNS, CARD_SOURCE, CardRow, CardWanted

_LIVING_BOARD = (
    "EXISTS (SELECT 1 FROM workflow WHERE workflow.id = card.workflow_id "
    "AND workflow.deleted_at IS NULL)"
)
_OF = (
    "SELECT id AS card_id, contact_id FROM card WHERE account_id = ? AND {main} UNION "
    "SELECT card_contact.card_id, card_contact.contact_id FROM card_contact WHERE {further}"
)


async def card_keys_of_contact(account_id: int, contact_id: int) -> set[int]:
    """Return the cards that a contact is on, archived and deleted ones too."""
    rows = await read.fetch(
        "SELECT id FROM card WHERE account_id = ? AND contact_id = ? UNION SELECT card.id "
        "FROM card_contact JOIN card ON card.id = card_contact.card_id "
        "WHERE card.account_id = ? AND card_contact.contact_id = ?",
        (account_id, contact_id, account_id, contact_id),
    )
    return {row[0] for row in rows}


async def cards_of_contacts(
    account_id: int,
    contact_ids: Sequence[int],
    size: int,
    after: str | None,
    archived: bool,
    wanted: CardWanted,
) -> dict[int, list[CardRow]]:
    """Return up to ``size`` cards of each of some contacts, the newest first; a statement, and
    those of what is wanted.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    found: dict[int, list[CardRow]] = {key: [] for key in contact_ids}
    if not contact_ids:
        return found
    below: tuple[Any, ...] = () if after is None else (int(decode_key(after, (int,))[0] or 0),)
    of, params = _links(account_id, contact_ids)
    rows = await read.fetch(
        f"SELECT * FROM (SELECT {CARD_COLUMNS}, link.contact_id AS linked_to, ROW_NUMBER() OVER "
        "(PARTITION BY link.contact_id ORDER BY card.id DESC) AS place "
        f"FROM {CARD_SOURCE} JOIN ({of}) AS link ON link.card_id = card.id "
        f"WHERE card.account_id = ? AND {ARCHIVED if archived else ON_BOARD} AND {_LIVING_BOARD}"
        f"{' AND card.id < ?' if below else ''}) AS listed WHERE place <= ? "
        "ORDER BY linked_to, place",
        (*params, account_id, *below, size),
    )
    for *columns, linked_to, _ in rows:
        found[linked_to].append(CardRow(*columns))
    await fill_cards(
        Actor.system(account_id), [card for own in found.values() for card in own], wanted
    )
    return found


async def count_cards_of_contacts(
    account_id: int, contact_ids: Sequence[int], archived: bool
) -> dict[int, int]:
    """Return how many cards each of some contacts is on."""
    if not contact_ids:
        return {}
    of, params = _links(account_id, contact_ids)
    rows = await read.fetch(
        f"SELECT link.contact_id, COUNT(*) FROM card JOIN ({of}) AS link ON link.card_id = card.id "
        f"WHERE card.account_id = ? AND {ARCHIVED if archived else ON_BOARD} AND {_LIVING_BOARD} "
        "GROUP BY link.contact_id",
        (*params, account_id),
    )
    return dict.fromkeys(contact_ids, 0) | dict(rows)


def _links(account_id: int, contact_ids: Sequence[int]) -> tuple[str, tuple[Any, ...]]:
    main = values_in("contact_id", contact_ids, read.dialect)
    further = values_in("card_contact.contact_id", contact_ids, read.dialect)
    text = _OF.format(main=main.text, further=further.text)
    return text, (account_id, *main.params, *further.params)
