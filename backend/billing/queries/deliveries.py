"""Links, letters and answers of documents."""

from __future__ import annotations

from collections.abc import Collection

from backend.billing.delivery_rows import (
    ANSWER_COLUMNS,
    DELIVERY_COLUMNS,
    LINK_COLUMNS,
    AnswerRow,
    DeliveryRow,
    DeliverySettingsRow,
    LinkRow,
)
from backend.billing.rules.letters import DeliverySettings, from_json
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission
from backend.core.secrets import token_hash
from backend.inbox.service.fates import letter_fates


async def delivery_settings(actor: Actor) -> DeliverySettingsRow:
    """Return how the account's documents reach its clients."""
    actor.require(Permission.READ)
    row = await read.fetch_one(
        "SELECT content, version FROM delivery_settings WHERE account_id = ?", (actor.account_id,)
    )
    if row is None:
        return DeliverySettingsRow(DeliverySettings(), 0)
    return DeliverySettingsRow(from_json(row[0]), row[1])


async def links_of(actor: Actor, document_ids: Collection[int]) -> dict[int, LinkRow]:
    """Return the links of documents that work."""
    actor.require(Permission.READ)
    if not document_ids:
        return {}
    asked = values_in("document_id", document_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {LINK_COLUMNS} FROM document_link WHERE account_id = ? AND {asked.text} "
        "AND revoked_at IS NULL ORDER BY id",
        (actor.account_id, *asked.params),
    )
    return {row[2]: LinkRow(*row) for row in rows}


async def link_of_token(token: str) -> LinkRow | None:
    """Return the link that somebody opens; None for one that is unknown or revoked."""
    row = await read.fetch_one(
        f"SELECT {LINK_COLUMNS} FROM document_link WHERE token_hash = ? AND revoked_at IS NULL",
        (token_hash(token),),
    )
    return None if row is None else LinkRow(*row)


async def deliveries_of(
    actor: Actor, document_ids: Collection[int]
) -> dict[int, list[DeliveryRow]]:
    """Return the letters that documents went with, the newest first; two statements."""
    actor.require(Permission.READ)
    if not document_ids:
        return {}
    asked = values_in("document_id", document_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {DELIVERY_COLUMNS} FROM document_delivery WHERE account_id = ? AND {asked.text} "
        "ORDER BY id DESC",
        (actor.account_id, *asked.params),
    )
    found = [DeliveryRow(*row) for row in rows]
    fates = await letter_fates(actor, {each.message_key for each in found})
    by_document: dict[int, list[DeliveryRow]] = {}
    for each in found:
        each.fate = fates.get(each.message_key)
        by_document.setdefault(each.document_key, []).append(each)
    return by_document


async def documents_of_messages(actor: Actor, message_ids: Collection[int]) -> dict[int, int]:
    """Return which documents went with some messages, by the messages' keys."""
    if not message_ids:
        return {}
    asked = values_in("message_id", message_ids, read.dialect)
    rows = await read.fetch(
        "SELECT message_id, document_id FROM document_delivery "
        f"WHERE account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return dict(rows)


async def answers_of(actor: Actor, document_ids: Collection[int]) -> dict[int, AnswerRow]:
    """Return what clients said to quotes."""
    actor.require(Permission.READ)
    if not document_ids:
        return {}
    asked = values_in("document_id", document_ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {ANSWER_COLUMNS} FROM quote_answer WHERE account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {row[0]: AnswerRow(row[0], bool(row[1]), *row[2:]) for row in rows}
