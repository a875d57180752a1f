"""The checklists, notes and files of cards: a statement for all cards of a page.

What belongs to a deleted card, or to one whose contact is in the trash, is hidden with it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.ids import MAX_KEY
from backend.core.paging import decode_key
from backend.core.permissions import Actor, Permission
from backend.workflows.detail_rows import (
    FILE_COLUMNS,
    ITEM_COLUMNS,
    NOTE_COLUMNS,
    CardFileRow,
    CardNoteRow,
    ItemRow,
)

_HERE = "card.deleted_at IS NULL AND card.hidden_at IS NULL"
_FILES = "card_file JOIN stored_file ON stored_file.id = card_file.file_id"


async def checklists(account_id: int, card_ids: Sequence[int]) -> dict[int, list[ItemRow]]:
    """Return the points of some cards, in their order."""
    asked = values_in("card_id", card_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {ITEM_COLUMNS} FROM card_item WHERE account_id = ? AND deleted_at IS NULL "
        f"AND {asked.text} ORDER BY card_id, rank, id",
        (account_id, *asked.params),
    )
    found: dict[int, list[ItemRow]] = {key: [] for key in card_ids}
    for row in (ItemRow(*each) for each in rows):
        found[row.card_key].append(row)
    return found


async def files_of_cards(account_id: int, card_ids: Sequence[int]) -> dict[int, list[CardFileRow]]:
    """Return the files of some cards, the newest first."""
    asked = values_in("card_file.card_id", card_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {FILE_COLUMNS} FROM {_FILES} WHERE card_file.account_id = ? "
        f"AND card_file.deleted_at IS NULL AND {asked.text} ORDER BY card_file.id DESC",
        (account_id, *asked.params),
    )
    found: dict[int, list[CardFileRow]] = {key: [] for key in card_ids}
    for row in rows:
        file = CardFileRow(*row)
        found[file.card_key].append(file)
    return found


async def notes_of_cards(
    account_id: int, card_ids: Sequence[int], size: int, after: str | None = None
) -> dict[int, list[CardNoteRow]]:
    """Return up to ``size`` notes of each of some cards, the newest first, by one statement.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    below = MAX_KEY if after is None else int(decode_key(after, (int,))[0] or 0)
    found: dict[int, list[CardNoteRow]] = {key: [] for key in card_ids}
    own = (
        "SELECT id FROM card_note WHERE card_id = asked.value AND account_id = ? AND id < ? "
        "AND deleted_at IS NULL ORDER BY id DESC LIMIT ?"
    )
    asked: Any
    if read.dialect == "sqlite":
        asked = values_in("asked", card_ids, read.dialect).params[0]
        chosen = f"json_each(?) AS asked JOIN card_note ON card_note.id IN ({own})"
    else:
        asked = list(card_ids)
        chosen = (
            f"unnest(CAST(? AS bigint[])) AS asked(value), LATERAL ({own}) AS chosen "
            "JOIN card_note ON card_note.id = chosen.id"
        )
    rows = await read.fetch(
        f"SELECT {NOTE_COLUMNS} FROM {chosen}", (asked, account_id, below, size)
    )
    for row in sorted(rows, reverse=True):
        note = CardNoteRow(*row)
        found[note.card_key].append(note)
    return found


async def count_details(account_id: int, table: str, card_ids: Sequence[int]) -> dict[int, int]:
    """Return how many notes or files, by the name of their table, each of some cards has."""
    asked = values_in("card_id", card_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT card_id, COUNT(*) FROM {table} WHERE account_id = ? AND deleted_at IS NULL "
        f"AND {asked.text} GROUP BY card_id",
        (account_id, *asked.params),
    )
    return dict.fromkeys(card_ids, 0) | {row[0]: row[1] for row in rows}


async def items_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, ItemRow]:
    """Return those of some points that cards of the account have; or, of those deleted, can get
    back.
    """
    rows = await _by_id(actor, ids, "card_item", ITEM_COLUMNS, "card_item", deleted=deleted)
    return {row[0]: ItemRow(*row) for row in rows}


async def notes_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, CardNoteRow]:
    """Return those of some notes that cards of the account have; or, of those deleted, can get
    back.
    """
    rows = await _by_id(actor, ids, "card_note", NOTE_COLUMNS, "card_note", deleted=deleted)
    return {row[0]: CardNoteRow(*row) for row in rows}


async def files_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, CardFileRow]:
    """Return those of some files that cards of the account have; or, of those deleted, can get
    back.
    """
    rows = await _by_id(actor, ids, "card_file", FILE_COLUMNS, _FILES, deleted=deleted)
    return {row[0]: CardFileRow(*row) for row in rows}


async def _by_id(
    actor: Actor,
    ids: Collection[int],
    table: str,
    columns: str,
    source: str,
    *,
    deleted: bool,
) -> list[tuple[Any, ...]]:
    actor.require(Permission.READ)
    if not ids:
        return []
    asked = values_in(f"{table}.id", ids, read.dialect)
    state = "IS NOT NULL" if deleted else "IS NULL"
    return await read.fetch(
        f"SELECT {columns} FROM {source} JOIN card ON card.id = {table}.card_id "
        f"WHERE {table}.account_id = ? AND {_HERE} AND {table}.deleted_at {state} "
        f"AND {asked.text}",
        (actor.account_id, *asked.params),
    )
