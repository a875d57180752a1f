"""What the inbox holds about one contact, gathered; and all of it erased at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

import orjson

from backend.contacts.sql import values_in
from backend.core.clock import from_micros
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.registry import Held, HeldFile
from backend.core.unit_of_work import UnitOfWork
from backend.files.service import find_files
from backend.files.service.reading import held_file
from backend.inbox.service.following import forget_messages

_BATCH = 100
_MESSAGES = (
    "SELECT message.id, message.direction, message.at, message.from_address, message.recipients, "
    "message.subject, message.text, message.quoted_html, payment_request.amount_minor, "
    "payment_request.currency, payment_request.text FROM message "
    "JOIN thread ON thread.id = message.thread_id "
    "LEFT JOIN payment_request ON payment_request.message_id = message.id "
    "WHERE thread.account_id = ? AND thread.contact_id = ?"
)


async def gather_messages(actor: Actor, contact_id: int) -> AsyncIterator[Held]:
    """Yield the messages to and from a contact, oldest first, with what is enclosed."""
    actor.require(Permission.READ)
    place = (-1, -1)
    while rows := await read.fetch(
        f"{_MESSAGES} AND (message.at, message.id) > (?, ?) "
        "ORDER BY message.at, message.id LIMIT ?",
        (actor.account_id, contact_id, *place, _BATCH),
    ):
        files = await _files(actor, [row[0] for row in rows])
        for row in rows:
            yield Held("messages", _shown(row[1:]), files.get(row[0], ()))
        place = (rows[-1][2], rows[-1][0])


async def _files(actor: Actor, message_ids: Sequence[int]) -> dict[int, list[HeldFile]]:
    asked = values_in("message_id", message_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT message_id, file_id FROM message_file WHERE {asked.text} ORDER BY position, id",  # noqa: S608
        asked.params,
    )
    stored = await find_files(actor, {file_id for _, file_id in rows}) if rows else {}
    found: dict[int, list[HeldFile]] = {}
    for message_id, file_id in rows:
        if file_id in stored:
            kept = held_file(stored[file_id].name, stored[file_id])
            found.setdefault(message_id, []).append(kept)
    return found


def _shown(row: tuple[Any, ...]) -> dict[str, Any]:
    shown = {
        "direction": row[0],
        "at": from_micros(row[1]).isoformat(),
        "from": row[2],
        "to": [address for address, _ in orjson.loads(row[3])],
        "subject": row[4],
        "text": row[5],
        "quoted_html": row[6],
    }
    if row[7] is not None:
        shown["payment_request"] = {"amount_minor": row[7], "currency": row[8], "text": row[9]}
    return shown


async def erase_messages(unit: UnitOfWork, contact_id: int) -> None:
    """Erase the messages to and from a contact for good, those that came from its addresses before
    it was one, and what is known of letters from there that could not be kept.

    Raises:
        Forbidden
    """
    unit.actor.require(Permission.WRITE_CONTACTS)
    own = values_in("address", await _addresses(unit, contact_id), unit.dialect)
    of_them = f"account_id = ? AND (contact_id = ? OR (contact_id IS NULL AND {own.text}))"
    owned = (unit.actor.account_id, contact_id, *own.params)
    rows = await unit.fetch(f"SELECT id FROM thread WHERE {of_them}", owned)  # noqa: S608
    if rows:
        await forget_messages(unit, [row[0] for row in rows])
        await unit.execute(f"DELETE FROM thread WHERE {of_them}", owned)  # noqa: S608
    sender = values_in("LOWER(from_address)", await _addresses(unit, contact_id), unit.dialect)
    await unit.execute(
        "DELETE FROM set_aside_letter WHERE mailbox_id IN "  # noqa: S608
        f"(SELECT id FROM mailbox WHERE account_id = ?) AND {sender.text}",
        (unit.actor.account_id, *sender.params),
    )


async def _addresses(unit: UnitOfWork, contact_id: int) -> list[str]:
    rows = await unit.fetch(
        "SELECT normalized FROM contact_email WHERE account_id = ? AND contact_id = ?",
        (unit.actor.account_id, contact_id),
    )
    return [row[0] for row in rows]
