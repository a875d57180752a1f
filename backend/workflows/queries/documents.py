"""Which quotes and invoices belong to cards, and which cards to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.workflows.filters import ON_BOARD


async def documents_of_cards(account_id: int, card_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return the keys of the documents of some cards, the newest first."""
    asked = values_in("card_id", card_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT card_id, document_id FROM card_document WHERE account_id = ? AND {asked.text} "
        "ORDER BY document_id DESC",
        (account_id, *asked.params),
    )
    found: dict[int, list[int]] = {key: [] for key in card_ids}
    for card_id, document_id in rows:
        found[card_id].append(document_id)
    return found


async def cards_of_documents(
    account_id: int, document_ids: Collection[int]
) -> list[tuple[int, int]]:
    """Return the cards that stand on boards and that some documents belong to, each with its
    board.
    """
    asked = values_in("card_document.document_id", document_ids, read.dialect)
    rows = await read.fetch(
        "SELECT DISTINCT card.id, card.workflow_id FROM card_document "
        "JOIN card ON card.id = card_document.card_id "
        "JOIN workflow ON workflow.id = card.workflow_id AND workflow.deleted_at IS NULL "
        f"WHERE card_document.account_id = ? AND {asked.text} AND {ON_BOARD} ORDER BY card.id",
        (account_id, *asked.params),
    )
    return [(row[0], row[1]) for row in rows]
