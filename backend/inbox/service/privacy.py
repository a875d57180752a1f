"""What the inbox holds about one contact, gathered; and all of it erased at once."""

from __future__ import annotations

from typing import Any

import orjson

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.service.following import forget_messages


async def gather_messages(actor: Actor, contact_id: int) -> list[dict[str, Any]]:
    """Return the messages to and from a contact, oldest first, JSON-ready."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        "SELECT message.direction, message.at, message.from_address, message.recipients, "
        "message.subject, message.text, message.quoted_html, payment_request.amount_minor, "
        "payment_request.currency, payment_request.text FROM message "
        "JOIN thread ON thread.id = message.thread_id "
        "LEFT JOIN payment_request ON payment_request.message_id = message.id "
        "WHERE thread.account_id = ? AND thread.contact_id = ? ORDER BY message.at, message.id",
        (actor.account_id, contact_id),
    )
    return [_shown(row) for row in rows]


def _shown(row: tuple[Any, ...]) -> dict[str, Any]:
    shown = {
        "direction": row[0],
        "at_micros": row[1],
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
