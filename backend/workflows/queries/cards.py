"""Cards: by id, as windows of their steps, and of contacts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.sql import Sql, values_in
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.workflows.filters import ON_BOARD, CardFilter
from backend.workflows.queries.filling import fill_cards
from backend.workflows.rows import (
    CARD,
    CARD_COLUMNS,
    CARD_SOURCE,
    NO_CARD_PARTS,
    CardRow,
    CardWanted,
)

_OF_ACCOUNT = f"FROM {CARD_SOURCE} WHERE card.account_id = ?"
_SELECT = f"SELECT {CARD_COLUMNS} {_OF_ACCOUNT}"
_OWN = ("pk", "step_key", "workflow_key", "contact_key", "rank")
"""What is looked at of cards here and while they are filled."""
_OF_LIVING_BOARDS = (
    "EXISTS (SELECT 1 FROM workflow WHERE workflow.id = card.workflow_id "
    "AND workflow.deleted_at IS NULL)"
)


async def cards_by_id(
    actor: Actor,
    ids: Collection[int],
    wanted: CardWanted = NO_CARD_PARTS,
    *,
    deleted: bool = False,
) -> dict[int, CardRow]:
    """Return those of some cards that the account has; deleted ones too, if asked.

    Archived cards are among them; those of a contact in the trash, or of a deleted board, are only
    with the deleted ones.
    """
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("card.id", ids, read.dialect)
    columns, make = CARD.of(wanted.seen, *_OWN)
    kept = (
        ""
        if deleted
        else f"AND card.deleted_at IS NULL AND card.hidden_at IS NULL AND {_OF_LIVING_BOARDS} "
    )
    rows = await read.fetch(
        f"SELECT {columns} {_OF_ACCOUNT} {kept}AND {asked.text}", (actor.account_id, *asked.params)
    )
    found = [make(*row) for row in rows]
    await fill_cards(actor, found, wanted)
    return {card.pk: card for card in found}


async def deleted_card(
    actor: Actor, card_id: int, wanted: CardWanted = NO_CARD_PARTS
) -> CardRow | None:
    """Return a deleted card of the account that can come back as it is; None for all others."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} AND card.id = ? AND card.deleted_at IS NOT NULL AND card.hidden_at IS NULL "
        f"AND {_OF_LIVING_BOARDS}",
        (actor.account_id, card_id),
    )
    found = [CardRow(*row) for row in rows]
    await fill_cards(actor, found, wanted)
    return found[0] if found else None


async def step_windows(
    actor: Actor,
    step_ids: Sequence[int],
    chosen: CardFilter,
    request: PageRequest,
    wanted: CardWanted = NO_CARD_PARTS,
) -> dict[int, Page[CardRow]]:
    """Return a page of the cards of each of some steps, in their order; one statement for all.

    Raises:
        InvalidCursor: a cursor that is not of such a list.
    """
    actor.require(Permission.READ)
    columns, make = CARD.of(wanted.seen, *_OWN)
    windows = [_window(actor, key, columns, chosen, request) for key in step_ids]
    sql = " UNION ALL ".join(
        f"SELECT * FROM ({window.text}) AS step_{place}" for place, window in enumerate(windows)
    )
    params = [param for window in windows for param in window.params]
    rows = [make(*row) for row in await read.fetch(sql, params)] if windows else []
    by_step: dict[int, list[CardRow]] = {key: [] for key in step_ids}
    for row in rows:
        by_step[row.step_key].append(row)
    pages = {key: _page(found, request) for key, found in by_step.items()}
    await fill_cards(actor, [row for page in pages.values() for row in page.rows], wanted)
    return pages


def _window(
    actor: Actor, step_id: int, columns: str, chosen: CardFilter, request: PageRequest
) -> Sql:
    asked = chosen.conditions(read.dialect)
    conditions = ["card.step_id = ?", asked.text, "+card.account_id = ?"]
    params: list[Any] = [step_id, *asked.params, actor.account_id]
    for cursor, argument, sign in ((request.after, "after", ">"), (request.before, "before", "<")):
        if cursor is not None:
            rank, key = decode_key(cursor, (str, int), (argument,))
            # Where that card is now, if it is still here: its rank may have been spread anew.
            conditions.append(
                f"(card.rank, card.id) {sign} (COALESCE((SELECT other.rank FROM card AS other "
                "WHERE other.id = ? AND other.step_id = ?), ?), ?)"
            )
            params += [key, step_id, rank, key]
    way = "DESC" if request.backward else "ASC"
    return Sql(
        f"SELECT {columns} FROM {CARD_SOURCE} WHERE {' AND '.join(conditions)} "
        f"ORDER BY card.rank {way}, card.id {way} LIMIT ?",
        (*params, request.size + 1),
    )


def _page(found: list[CardRow], request: PageRequest) -> Page[CardRow]:
    found.sort(key=lambda card: (card.rank.encode(), card.pk), reverse=request.backward)
    return page_of(request, found, lambda card: (card.rank, card.pk))


async def all_cards_of_contact(account_id: int, contact_id: int) -> list[CardRow]:
    """Return every card whose main contact somebody is, deleted ones too."""
    rows = await read.fetch(
        f"{_SELECT} AND card.contact_id = ? ORDER BY card.id", (account_id, contact_id)
    )
    return [CardRow(*row) for row in rows]


async def shown_of_contacts(
    actor: Actor, workflow_id: int, contact_ids: Collection[int]
) -> dict[int, list[int]]:
    """Return the cards that a board shows for each of some contacts, main or further ones."""
    main = values_in("card.contact_id", contact_ids, read.dialect)
    further = values_in("card_contact.contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        "SELECT card.contact_id, card.id FROM card WHERE +card.workflow_id = ? "
        f"AND +card.account_id = ? AND {ON_BOARD} AND {main.text} "
        "UNION SELECT card_contact.contact_id, card.id FROM card_contact "
        "JOIN card ON card.id = card_contact.card_id WHERE card.workflow_id = ? "
        f"AND card.account_id = ? AND {ON_BOARD} AND {further.text}",
        (
            *(workflow_id, actor.account_id, *main.params),
            *(workflow_id, actor.account_id, *further.params),
        ),
    )
    found: dict[int, list[int]] = {}
    for contact_id, card_id in rows:
        found.setdefault(contact_id, []).append(card_id)
    return found
