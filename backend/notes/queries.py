"""Every SELECT of notes, scoped to the actor's account; those of contacts in the bin are hidden.

A contact's notes come pinned ones first, then the newest.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from typing import Any

from backend.contacts.redirects import redirects
from backend.contacts.sql import json_list, values_in
from backend.core.columns import Attributes
from backend.core.database import read
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.notes.rows import NOTE, NOTE_COLUMNS, NoteRow

_BATCH = 200
_LIVE = "note.deleted_at IS NULL"
_SHOWN = (
    f"SELECT {NOTE_COLUMNS} FROM note JOIN contact ON contact.id = note.contact_id "
    "WHERE note.account_id = ? AND contact.deleted_at IS NULL"
)


async def notes_page(actor: Actor, contact_id: int, request: PageRequest) -> Page[NoteRow]:
    """Return a page of a contact's notes; of one that was merged, those of the one that it is now.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    conditions, params = [_SHOWN, _LIVE, "note.contact_id = ?"], [actor.account_id, contact_id]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            conditions.append(f"(note.pinned, note.id) {sign} (?, ?)")
            params += [int(value or 0) for value in decode_key(cursor, (int, int), (argument,))]
    way = "ASC" if request.backward else "DESC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY note.pinned {way}, note.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    return page_of(request, [NoteRow(*row) for row in rows], lambda note: note.key)


async def count_notes(actor: Actor, contact_id: int) -> int:
    """Return how many notes a contact has."""
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    counts = await note_counts(actor.account_id, (contact_id,))
    return counts.get(contact_id, 0)


async def present_id(actor: Actor, contact_id: int) -> int:
    """Return the contact that an id answers with: another one when it was merged."""
    return (await redirects(actor, (contact_id,))).get(contact_id, contact_id)


async def notes_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, NoteRow]:
    """Return those of some notes that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("note.id", ids, read.dialect)
    state = "note.deleted_at IS NOT NULL" if deleted else _LIVE
    rows = await read.fetch(
        f"{_SHOWN} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: NoteRow(*row) for row in rows}


async def first_notes(
    account_id: int,
    contact_ids: Sequence[int],
    size: int,
    after: str | None = None,
    seen: Attributes = None,
) -> dict[int, list[NoteRow]]:
    """Return up to ``size`` notes of each of some contacts, by one statement.

    Each contact is read by the index up to its last note of the page, whatever else it has.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    found: dict[int, list[NoteRow]] = {key: [] for key in contact_ids}
    columns, make = NOTE.of(seen, "contact_key", "key")
    behind = () if after is None else decode_key(after, (int, int))
    own = (
        "SELECT {columns} FROM note WHERE note.contact_id = {contact} AND note.account_id = ? "
        f"AND {_LIVE} {'AND (note.pinned, note.id) < (?, ?) ' if behind else ''}"
        "ORDER BY note.pinned DESC, note.id DESC LIMIT ?"
    )
    asked: Any
    if len(contact_ids) == 1:
        [asked] = contact_ids
        sql = own.format(columns=columns, contact="?")
    elif read.dialect == "sqlite":
        asked = json_list(contact_ids)
        ids = own.format(columns="note.id", contact="asked.value")
        sql = f"SELECT {columns} FROM json_each(?) AS asked, note WHERE note.id IN ({ids})"
    else:
        asked = list(contact_ids)
        every = own.format(columns="note.*", contact="asked.value")
        sql = (
            f"SELECT {columns} FROM unnest(CAST(? AS bigint[])) AS asked(value), "
            f"LATERAL ({every}) AS note"
        )
    for row in await read.fetch(sql, (asked, account_id, *behind, size)):
        note = make(*row)
        found[note.contact_key].append(note)
    for notes in found.values():
        notes.sort(key=lambda note: note.key, reverse=True)
    return found


async def note_counts(account_id: int, contact_ids: Sequence[int]) -> dict[int, int]:
    """Return how many notes each of some contacts has; none of those that are not in it."""
    asked = values_in("contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT contact_id, COUNT(*) FROM note WHERE account_id = ? AND {_LIVE} "
        f"AND {asked.text} GROUP BY contact_id",
        (account_id, *asked.params),
    )
    return dict(rows)


async def all_notes(actor: Actor, contact_id: int) -> AsyncIterator[tuple[NoteRow, int | None]]:
    """Yield every note that is held about a contact, deleted ones with when they were deleted."""
    actor.require(Permission.READ)
    last = 2**62
    while rows := await read.fetch(
        f"SELECT {NOTE_COLUMNS}, note.deleted_at, note.id FROM note WHERE account_id = ? "
        "AND contact_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        (actor.account_id, contact_id, last, _BATCH),
    ):
        for row in rows:
            yield NoteRow(*row[:-2]), row[-2]
        last = rows[-1][-1]


async def notes_to_purge(before_micros: int) -> dict[int, list[int]]:
    """Return, by account, the notes that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM note WHERE deleted_at <= ? ORDER BY id", (before_micros,)
    )
    found: dict[int, list[int]] = {}
    for account_id, key in rows:
        found.setdefault(account_id, []).append(key)
    return found
