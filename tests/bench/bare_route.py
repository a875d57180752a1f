"""The measure of all speed: the same rows by plain aiosqlite, dumped with orjson, and nothing else.

Run by ``python -m uvicorn --factory tests.bench.bare_route:create_app`` with BENCH_DATABASE set.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

CONTACTS = """
    SELECT id, display_name, given_name, family_name, company, given_key FROM contact
    WHERE account_id = ? AND deleted_at IS NULL AND (given_key, id) > (?, ?)
    ORDER BY given_key, id LIMIT 51
"""
EMAILS = """
    SELECT contact_id, id, address, kind, status FROM contact_email
    WHERE contact_id IN ({marks}) ORDER BY contact_id, position
"""
LABELS = """
    SELECT l.contact_id, label.id, label.name, label.color FROM contact_label l
    JOIN label ON label.id = l.label_id WHERE l.contact_id IN ({marks})
    ORDER BY l.contact_id, label.folded_name
"""
PAGE = 50


async def page(request: Request) -> Response:
    """Answer one page of contacts with their e-mails and labels."""
    connection: aiosqlite.Connection = request.app.state.connection
    place = request.query_params
    key = (int(place["account"]), place["key"], int(place["id"]))
    rows = list(await connection.execute_fetchall(CONTACTS, key))
    shown = rows[:PAGE]
    ids = [row[0] for row in shown]
    marks = ", ".join("?" * len(ids))
    emails: dict[int, list[dict[str, Any]]] = {number: [] for number in ids}
    for contact, number, address, kind, status in await connection.execute_fetchall(
        EMAILS.format(marks=marks), ids
    ):
        emails[contact].append({"id": number, "address": address, "kind": kind, "status": status})
    labels: dict[int, list[dict[str, Any]]] = {number: [] for number in ids}
    for contact, number, name, color in await connection.execute_fetchall(
        LABELS.format(marks=marks), ids
    ):
        labels[contact].append({"id": number, "name": name, "color": color})
    nodes = [
        {
            "id": row[0],
            "displayName": row[1],
            "givenName": row[2],
            "familyName": row[3],
            "company": row[4],
            "emails": emails[row[0]],
            "labels": labels[row[0]],
        }
        for row in shown
    ]
    answer = {"nodes": nodes, "hasNextPage": len(rows) > PAGE}
    return Response(orjson.dumps(answer), media_type="application/json")


async def ready(_: Request) -> Response:
    """Say that the server is there."""
    return Response()


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    async with aiosqlite.connect(os.environ["BENCH_DATABASE"], isolation_level=None) as connection:
        app.state.connection = connection
        yield


def create_app() -> Starlette:
    """Make the application."""
    return Starlette(routes=[Route("/page", page), Route("/ready", ready)], lifespan=_lifespan)
