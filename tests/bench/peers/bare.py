"""The measure of all speed: hand-written SQL, dumped with orjson by a Starlette route.

`python -m uvicorn --factory tests.bench.peers.bare:create_app`, with BENCH_ACCOUNT set and either
BENCH_DATABASE, a SQLite file that is read without leaving the loop's thread, or BENCH_POSTGRES.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench.peers.questions import LINE

PERSON = ("id", "displayName", "givenName", "familyName", "company")
PERSON_SQL = "SELECT id, display_name, given_name, family_name, company"
EMAIL, LABEL = ("id", "address", "kind", "status"), ("id", "name", "color")
EMAILS = "SELECT contact_id, id, address, kind, status FROM contact_email WHERE contact_id IN ({})"
EMAILS += " ORDER BY position, id"
LABELS = """SELECT contact_id, label.id, name, color FROM contact_label
    JOIN label ON label.id = label_id WHERE contact_id IN ({}) ORDER BY folded_name"""
CARDS = """SELECT card.step_id, card.id, card.title, card.due_on, card.value_minor,
    card.contact_id, contact.display_name
    FROM card LEFT JOIN contact ON contact.id = card.contact_id
    WHERE card.step_id IN ({}) AND card.deleted_at IS NULL AND card.archived_at IS NULL
    AND card.hidden_at IS NULL ORDER BY card.rank, card.id"""
CARD_LABELS = """SELECT card_id, label.id, name, color FROM card_label
    JOIN label ON label.id = label_id WHERE card_id IN ({}) ORDER BY folded_name"""
PARTS = (
    ("phones", ("id", "number", "e164", "kind"),
     "SELECT id, number, e164, kind FROM contact_phone WHERE contact_id = ? ORDER BY position, id"),
    ("addresses", ("id", "kind", "street", "city", "postalCode", "countryCode"),
     "SELECT id, kind, street, city, postal_code, country_code FROM contact_address"
     " WHERE contact_id = ? ORDER BY position, id"),
    ("notes", ("id", "text", "pinned", "createdBy"),
     "SELECT id, text, pinned, created_by FROM note WHERE contact_id = ? AND deleted_at IS NULL"
     " ORDER BY pinned DESC, id DESC LIMIT 30"),
    ("openTasks", ("id", "title", "version"),
     "SELECT id, title, version FROM task WHERE contact_id = ? AND deleted_at IS NULL"
     " AND completed_at IS NULL ORDER BY due_order, id LIMIT 20"),
    ("attachments", ("id", "name", "createdBy"),
     "SELECT id, name, created_by FROM attachment WHERE contact_id = ? AND deleted_at IS NULL"
     " ORDER BY id DESC LIMIT 20"),
)  # fmt: skip
Rows = Sequence[Sequence[Any]]
ACCOUNT = int(os.environ.get("BENCH_ACCOUNT", "0"))


class Source:
    """One connection, or ten to PostgreSQL."""

    def __init__(self, file: sqlite3.Connection | None, pool: asyncpg.Pool | None) -> None:
        self._file, self._pool = file, pool

    async def fetch(self, sql: str, *given: Any) -> Rows:
        """Return all rows; ``?`` stands for each value."""
        if self._file is not None:
            return self._file.execute(sql, given).fetchall()
        assert self._pool is not None
        for place in range(1, len(given) + 1):
            sql = sql.replace("?", f"${place}", 1)
        found: Rows = await self._pool.fetch(sql, *given)
        return found

    async def lists(
        self, sql: str, keys: Sequence[int], names: Sequence[str]
    ) -> dict[int, list[Any]]:
        """Return the rows of each key, as dicts."""
        found: dict[int, list[Any]] = {key: [] for key in keys}
        if keys:
            for key, *row in await self.fetch(sql.format(", ".join("?" * len(keys))), *keys):
                found[key].append(dict(zip(names, row, strict=True)))
        return found


async def page(source: Source, _: int) -> Any:
    """The first page of contacts."""
    rows = await source.fetch(
        f"{PERSON_SQL} FROM contact WHERE account_id = ? AND deleted_at IS NULL"
        " ORDER BY given_key, id LIMIT 50",
        ACCOUNT,
    )
    keys = [row[0] for row in rows]
    emails = await source.lists(EMAILS, keys, EMAIL)
    labels = await source.lists(LABELS, keys, LABEL)
    contacts = [
        {**dict(zip(PERSON, row, strict=True)), "emails": emails[row[0]], "labels": labels[row[0]]}
        for row in rows
    ]
    return {"contacts": contacts}


async def contact(source: Source, key: int) -> Any:
    """A contact with everything."""
    [row] = await source.fetch(
        f"{PERSON_SQL}, position FROM contact WHERE account_id = ? AND id = ?", ACCOUNT, key
    )
    found = dict(zip((*PERSON, "position"), row, strict=True))
    found["emails"] = (await source.lists(EMAILS, [key], EMAIL))[key]
    found["labels"] = (await source.lists(LABELS, [key], LABEL))[key]
    for name, names, sql in PARTS:
        found[name] = [dict(zip(names, each, strict=True)) for each in await source.fetch(sql, key)]
    return {"contact": found}


async def board(source: Source, key: int) -> Any:
    """A board with its cards."""
    [row] = await source.fetch(
        "SELECT id, name FROM workflow WHERE account_id = ? AND id = ?", ACCOUNT, key
    )
    steps = await source.fetch(
        "SELECT id, name, color FROM workflow_step WHERE workflow_id = ? AND deleted_at IS NULL"
        " ORDER BY position",
        key,
    )
    marks = ", ".join("?" * len(steps))
    cards = await source.fetch(CARDS.format(marks), *(step[0] for step in steps))
    labels = await source.lists(CARD_LABELS, [card[1] for card in cards], LABEL)
    shown: dict[int, list[Any]] = {step[0]: [] for step in steps}
    for step, number, title, due, minor, person, name in cards:
        shown[step].append(
            {
                "id": number,
                "title": title,
                "dueOn": due,
                "value": None if minor is None else {"minor": minor},
                "contact": None if person is None else {"id": person, "displayName": name},
                "labels": labels[number],
            }
        )
    columns = [{**dict(zip(LABEL, step, strict=True)), "cards": shown[step[0]]} for step in steps]
    return {"workflow": {"id": row[0], "name": row[1], "steps": columns}}


async def invoice(source: Source, key: int) -> Any:
    """An invoice with its lines."""
    [(number, currency, content)] = await source.fetch(
        "SELECT id, currency, content FROM billing_document WHERE account_id = ? AND id = ?",
        ACCOUNT,
        key,
    )
    lines = [{name: line[name] for name in LINE} for line in orjson.loads(content)["lines"]]
    return {"billingDocument": {"id": number, "currency": currency, "lines": lines}}


def _route(name: str, answer: Any) -> Route:
    async def serve(request: Request) -> Response:
        found = await answer(request.app.state.source, int(request.query_params.get("id", 0)))
        return Response(orjson.dumps({"data": found}), media_type="application/json")

    return Route(f"/{name}", serve)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    if url := os.environ.get("BENCH_POSTGRES"):
        async with asyncpg.create_pool(url, min_size=10, max_size=10) as pool:
            app.state.source = Source(None, pool)
            yield
        return
    file = sqlite3.connect(f"file:{os.environ['BENCH_DATABASE']}?mode=ro", uri=True)
    app.state.source = Source(file, None)
    yield
    file.close()


def create_app() -> Starlette:
    """Make the application."""
    routes = [_route(each.__name__, each) for each in (page, contact, board, invoice)]
    return Starlette(routes=routes, lifespan=_lifespan)
