"""Files of contacts, the newest first; those of contacts in the bin are hidden."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.contacts.about_live import present_id
from backend.contacts.sql import json_list, values_in
from backend.core.columns import Attributes
from backend.core.database import read
from backend.core.ids import MAX_KEY
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission
from backend.files.rows import ATTACHMENT, ATTACHMENT_COLUMNS, AttachmentRow

_LIVE = "attachment.deleted_at IS NULL"
_FROM = "FROM attachment JOIN stored_file ON stored_file.id = attachment.file_id"
_SHOWN = (
    f"SELECT {ATTACHMENT_COLUMNS} {_FROM} JOIN contact ON contact.id = attachment.contact_id "
    "WHERE attachment.account_id = ? AND contact.deleted_at IS NULL"
)


async def attachments_page(
    actor: Actor, contact_id: int, request: PageRequest
) -> Page[AttachmentRow]:
    """Return a page of a contact's files; of one that was merged, those of the one that it is now.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    sql, params = f"{_SHOWN} AND {_LIVE} AND contact_id = ?", [actor.account_id, contact_id]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            sql += f" AND attachment.id {sign} ?"
            params += [int(value or 0) for value in decode_key(cursor, (int,), (argument,))]
    way = "ASC" if request.backward else "DESC"
    found = await read.fetch(
        f"{sql} ORDER BY attachment.id {way} LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    return page_of(request, [AttachmentRow(*row) for row in found], lambda row: (row.pk,))


async def count_attachments(actor: Actor, contact_id: int) -> int:
    """Return how many files a contact has."""
    actor.require(Permission.READ)
    contact_id = await present_id(actor, contact_id)
    return (await attachment_counts(actor.account_id, (contact_id,))).get(contact_id, 0)


async def attachments_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, AttachmentRow]:
    """Return those of some files that contacts of the account have; or, of those deleted, can get
    back.
    """
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("attachment.id", ids, read.dialect)
    state = "attachment.deleted_at IS NOT NULL" if deleted else _LIVE
    rows = await read.fetch(
        f"{_SHOWN} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {row[0]: AttachmentRow(*row) for row in rows}


async def first_attachments(
    account_id: int,
    contact_ids: Sequence[int],
    size: int,
    after: str | None = None,
    seen: Attributes = None,
) -> dict[int, list[AttachmentRow]]:
    """Return up to ``size`` files of each of some contacts, after a cursor, by one statement.

    Each contact is read by the index up to its last file of the page, whatever else it has.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    columns, make = ATTACHMENT.of(seen, "pk", "contact_key")
    below = MAX_KEY if after is None else int(decode_key(after, (int,))[0] or 0)
    found: dict[int, list[AttachmentRow]] = {key: [] for key in contact_ids}
    of_contact = (
        f"attachment.contact_id = {{}} AND attachment.account_id = ? AND attachment.id < ? "
        f"AND {_LIVE} ORDER BY attachment.id DESC LIMIT ?"
    )
    own = f"SELECT id FROM attachment WHERE {of_contact.format('asked.value')}"
    held = "LEFT JOIN stored_file ON stored_file.id = attachment.file_id"
    asked: Any
    if len(contact_ids) == 1:
        [asked] = contact_ids
        chosen = f"attachment {held} WHERE {of_contact.format('?')}"
    elif read.dialect == "sqlite":
        asked = json_list(contact_ids)
        chosen = f"json_each(?) AS asked JOIN attachment ON attachment.id IN ({own}) {held}"
    else:
        asked = list(contact_ids)
        chosen = (
            f"unnest(CAST(? AS bigint[])) AS asked(value), LATERAL ({own}) AS chosen "
            f"JOIN attachment ON attachment.id = chosen.id {held}"
        )
    rows = await read.fetch(f"SELECT {columns} FROM {chosen}", (asked, account_id, below, size))
    for row in sorted(rows, reverse=True):
        attachment = make(*row)
        found[attachment.contact_key].append(attachment)
    return found


async def attachment_counts(account_id: int, contact_ids: Sequence[int]) -> dict[int, int]:
    """Return how many files each of some contacts has; none of those that are not in it."""
    asked = values_in("contact_id", contact_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT contact_id, COUNT(*) FROM attachment WHERE account_id = ? AND {_LIVE} "
        f"AND {asked.text} GROUP BY contact_id",
        (account_id, *asked.params),
    )
    return dict(rows)


async def all_attachments(actor: Actor, contact_id: int) -> list[tuple[AttachmentRow, int | None]]:
    """Return every file that is kept for a contact, deleted ones with when they were deleted."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"SELECT {ATTACHMENT_COLUMNS}, attachment.deleted_at {_FROM} "
        "WHERE attachment.account_id = ? AND attachment.contact_id = ? ORDER BY attachment.id DESC",
        (actor.account_id, contact_id),
    )
    return [(AttachmentRow(*row[:-1]), row[-1]) for row in rows]


async def attachments_to_purge(before_micros: int) -> dict[int, list[int]]:
    """Return, by account, the attachments that were deleted before an instant."""
    rows = await read.fetch(
        "SELECT account_id, id FROM attachment WHERE deleted_at <= ? ORDER BY id", (before_micros,)
    )
    found: dict[int, list[int]] = {}
    for account_id, key in rows:
        found.setdefault(account_id, []).append(key)
    return found
