"""The messages of a thread, newest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.paging import Key, Page, PageRequest, decode_key
from backend.core.permissions import Actor, Permission
from backend.files.service import find_files
from backend.inbox.payable import invoices_by_id
from backend.inbox.queries.threads import SEEN
from backend.inbox.rows import MESSAGE_COLUMNS, PAYMENT_COLUMNS, MessageRow, PaymentRow

KEY_TYPES = (int, int)
_SEEN = f"EXISTS (SELECT 1 FROM thread WHERE thread.id = message.thread_id AND {SEEN})"
# One thread, found first, so that its messages are walked in the order of their index.
_OF_CONTACT = "(SELECT id FROM thread WHERE account_id = ? AND contact_id = ?)"


async def messages_page(
    actor: Actor, request: PageRequest, *, thread_id: int = 0, contact_id: int = 0
) -> Page[MessageRow]:
    """Return a page of the messages of a thread, or of a contact, newest first.

    Raises:
        InvalidCursor: not one of this list.
    """
    actor.require(Permission.READ)
    where, params = "message.thread_id = ?", [actor.account_id, thread_id]
    if contact_id:
        where, params = f"message.thread_id = {_OF_CONTACT}", [*[actor.account_id] * 2, contact_id]
    if request.after is not None:
        at, last = decode_key(request.after, KEY_TYPES)
        where += " AND (message.at < ? OR (message.at = ? AND message.id < ?))"
        params += [cast(int, at), cast(int, at), cast(int, last)]
    rows = await read.fetch(
        f"SELECT {MESSAGE_COLUMNS} FROM message WHERE message.account_id = ? AND {where} "
        f"AND {_SEEN} ORDER BY message.at DESC, message.id DESC LIMIT ?",
        (*params, request.size + 1),
    )
    found = [MessageRow(*row) for row in rows[: request.size]]
    await fill(actor, found)
    keys: list[Key] = [(row.micros, row.pk) for row in found]
    return Page(
        found, keys, has_next=len(rows) > request.size, has_previous=request.after is not None
    )


async def messages_by_id(actor: Actor, ids: Collection[int]) -> dict[int, MessageRow]:
    """Return those of some messages that the account sees."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("message.id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {MESSAGE_COLUMNS} FROM message WHERE message.account_id = ? AND {asked.text} "
        f"AND {_SEEN}",
        (actor.account_id, *asked.params),
    )
    found = [MessageRow(*row) for row in rows]
    await fill(actor, found)
    return {row.pk: row for row in found}


async def pictured_html(actor: Actor, message_id: int) -> str | None:
    """Return a message with the images that lie elsewhere; None when it has none."""
    actor.require(Permission.READ)
    value = await read.fetch_value(
        "SELECT message.pictured_html FROM message WHERE message.account_id = ? "
        f"AND message.id = ? AND {_SEEN}",
        (actor.account_id, message_id),
    )
    return None if value is None else str(value)


async def first_messages(
    actor: Actor, contact_ids: Collection[int], size: int, after: str | None = None
) -> dict[int, list[MessageRow]]:
    """Return the newest messages of some contacts, by contact: a few statements for all.

    Raises:
        InvalidCursor
    """
    actor.require(Permission.READ)
    if len(contact_ids) == 1:  # a page of one contact: by its index, however many there are
        (contact_id,) = contact_ids
        request = PageRequest(size, after)
        return {contact_id: (await messages_page(actor, request, contact_id=contact_id)).rows}
    if not contact_ids:
        return {}
    asked = values_in("thread.contact_id", contact_ids, read.dialect)
    where, place = "", cast(tuple[int, ...], ())
    if after is not None:
        at, last = cast(tuple[int, int], decode_key(after, KEY_TYPES))
        where = " AND (message.at < ? OR (message.at = ? AND message.id < ?))"
        place = (at, at, last)
    ranked = await read.fetch(
        "SELECT contact_id, id FROM (SELECT thread.contact_id AS contact_id, message.id AS id, "
        "ROW_NUMBER() OVER (PARTITION BY message.thread_id "
        "ORDER BY message.at DESC, message.id DESC) AS place FROM thread "
        "JOIN message ON message.thread_id = thread.id "
        f"WHERE thread.account_id = ? AND {asked.text}{where}) AS ranked WHERE place <= ?",
        (actor.account_id, *asked.params, *place, size),
    )
    found = await messages_by_id(actor, [key for _, key in ranked])
    messages: dict[int, list[MessageRow]] = {}
    for contact_id, key in ranked:
        if key in found:
            messages.setdefault(contact_id, []).append(found[key])
    for rows in messages.values():
        rows.sort(key=lambda row: (row.micros, row.pk), reverse=True)
    return messages


async def fill(actor: Actor, messages: Sequence[MessageRow]) -> None:
    """Give messages what belongs to them: a statement each, whatever their number."""
    await _fill_files(actor, {row.pk: row for row in messages})
    by_id = {row.pk: row for row in messages if row.direction == "out"}
    if not by_id:
        return
    asked = values_in("message_id", by_id, read.dialect)
    rows = await read.fetch(
        f"SELECT {PAYMENT_COLUMNS} FROM payment_request WHERE {asked.text}", asked.params
    )
    requests = [PaymentRow(*row) for row in rows]
    invoices = await invoices_by_id(
        actor, {each.invoice_key for each in requests if each.invoice_key is not None}
    )
    for each in requests:
        by_id[each.message_id].payment_request = each
        if each.invoice_key is not None:
            each.invoice = invoices.get(each.invoice_key)


async def _fill_files(actor: Actor, by_id: dict[int, MessageRow]) -> None:
    if not by_id:
        return
    asked = values_in("message_id", by_id, read.dialect)
    rows = await read.fetch(
        "SELECT message_id, file_id FROM message_file "
        f"WHERE {asked.text} ORDER BY message_id, position, id",
        asked.params,
    )
    files = await find_files(actor, {file_id for _, file_id in rows}) if rows else {}
    for message_id, file_id in rows:
        if file_id in files:
            by_id[message_id].files = [*by_id[message_id].files, files[file_id]]
