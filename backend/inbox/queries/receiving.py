"""What receiving a letter needs to know; inside of the unit that keeps it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from backend.contacts.sql import values_in
from backend.core.database import read


@dataclass(frozen=True, slots=True)
class Known:
    """A message that is here already."""

    pk: int
    thread_id: int
    contact_id: int | None
    subject: str
    recipients: str
    direction: str


async def messages_by_rfc_id(account_id: int, rfc_ids: Collection[str]) -> dict[str, Known]:
    """Return those of some letters that the account has, by their Message-IDs."""
    if not rfc_ids:
        return {}
    asked = values_in("message.rfc_id", rfc_ids, read.dialect)
    rows = await read.fetch(
        "SELECT message.rfc_id, message.id, message.thread_id, thread.contact_id, "
        "message.subject, message.recipients, message.direction FROM message "
        "JOIN thread ON thread.id = message.thread_id "
        f"WHERE message.account_id = ? AND {asked.text}",
        (account_id, *asked.params),
    )
    return {row[0]: Known(*row[1:]) for row in rows}


async def contact_of_thread(thread_id: int) -> int | None:
    """Return whose thread it is."""
    found = await read.fetch_value("SELECT contact_id FROM thread WHERE id = ?", (thread_id,))
    return None if found is None else int(found)
