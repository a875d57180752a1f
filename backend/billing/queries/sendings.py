"""Sendings of many documents: how far they are, and what kept some from leaving."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from backend.billing.queries.documents import documents_by_id
from backend.billing.sending_rows import SENT, SendingProblem, SendingRow
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission

_SELECT = (
    "SELECT id, reminds, total, created_at, created_by, stopped_at, finished_at "
    "FROM document_sending WHERE account_id = ?"
)
MOST = 20


async def last_sendings(actor: Actor) -> list[SendingRow]:
    """Return the account's last sendings, the newest first."""
    actor.require(Permission.READ)
    rows = await read.fetch(f"{_SELECT} ORDER BY id DESC LIMIT ?", (actor.account_id, MOST))
    return await _counted([_row(row) for row in rows])


async def sending_by_id(actor: Actor, sending_id: int) -> SendingRow | None:
    """Return a sending of the account."""
    actor.require(Permission.READ)
    row = await read.fetch_one(f"{_SELECT} AND id = ?", (actor.account_id, sending_id))
    return None if row is None else (await _counted([_row(row)]))[0]


async def add_problems(actor: Actor, sendings: Collection[SendingRow]) -> None:
    """Give sendings what was not sent of them, in their order; two statements."""
    outcomes = await _outcomes(sendings, "outcome IS NOT NULL AND outcome <> ?", (SENT,))
    documents = await documents_by_id(actor, {document for _, document, _ in outcomes})
    by_key = {each.pk: each for each in sendings}
    for sending, document, outcome in outcomes:
        if document in documents:
            by_key[sending].problems.append(SendingProblem(documents[document], outcome))


async def sent_before(actor: Actor, ids: Collection[int]) -> set[int]:
    """Return which of some documents went with a letter already."""
    if not ids:
        return set()
    asked = values_in("document_id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT DISTINCT document_id FROM document_delivery WHERE account_id = ? AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    return {row[0] for row in rows}


async def waiting_of(sending_id: int, most: int) -> list[int]:
    """Return the documents of a sending that nothing became of yet, the first ones."""
    rows = await read.fetch(
        "SELECT document_id FROM document_sending_item WHERE sending_id = ? AND outcome IS NULL "
        "ORDER BY id LIMIT ?",
        (sending_id, most),
    )
    return [row[0] for row in rows]


def _row(row: tuple[Any, ...]) -> SendingRow:
    return SendingRow(row[0], bool(row[1]), *row[2:])


async def _counted(sendings: list[SendingRow]) -> list[SendingRow]:
    if sendings:
        asked = values_in("sending_id", [each.pk for each in sendings], read.dialect)
        rows = await read.fetch(
            "SELECT sending_id, SUM(CASE WHEN outcome = ? THEN 1 ELSE 0 END), COUNT(outcome) "
            f"FROM document_sending_item WHERE {asked.text} GROUP BY sending_id",
            (SENT, *asked.params),
        )
        done = {row[0]: (int(row[1]), int(row[2])) for row in rows}
        for each in sendings:
            each.sent, known = done.get(each.pk, (0, 0))
            each.refused = known - each.sent
    return sendings


async def _outcomes(
    sendings: Collection[SendingRow], condition: str, params: tuple[Any, ...]
) -> list[tuple[int, int, str]]:
    if not sendings:
        return []
    asked = values_in("sending_id", [each.pk for each in sendings], read.dialect)
    rows = await read.fetch(
        "SELECT sending_id, document_id, outcome FROM document_sending_item "
        f"WHERE {asked.text} AND {condition} ORDER BY id",
        (*asked.params, *params),
    )
    return [(row[0], row[1], row[2]) for row in rows]
