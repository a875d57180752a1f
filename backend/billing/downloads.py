"""``GET /files/documents.csv``, ``/files/payments.csv`` and ``/files/documents.zip``: what an
accountant is given of a period, or the PDFs of some documents.

    ?from=2026-01-01&to=2026-03-31&kind=invoice&kind=credit_note     of a period
    ?id=…&id=…                                                       these (of the archive alone)
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from backend.billing import service
from backend.billing.queries.periods import Period
from backend.billing.rules.kinds import DocumentKind
from backend.core.errors import Refusal
from backend.core.ids import decode_id
from backend.core.permissions import Actor, Permission
from backend.core.uploads.tus import person, refused

Identify = Callable[[Request], Awaitable[Actor | None]]
MOST_AT_ONCE = 2
"""PDFs that one process makes for archives; others wait, but for nobody who reads slowly."""
_STATUSES = {"NOT_FOUND": 404, "INVALID_ID": 404, "FORBIDDEN": 403, "STORAGE_UNAVAILABLE": 503}
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}
_writing = asyncio.Semaphore(MOST_AT_ONCE)
Made = tuple[AsyncIterator[bytes], str, str]
"""What is sent, its type, its name."""


def download_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    def route(path: str, make: Callable[[Actor, Request], Awaitable[Made]]) -> Route:
        async def download(request: Request) -> Response:
            try:
                actor = await person(identify, request)
                actor.require(Permission.EXPORT_CONTACTS)
                content, media_type, name = await make(actor, request)
            except Refusal as refusal:
                return refused(refusal, {"cache-control": "no-store"}, _STATUSES)
            headers = {**_HEADERS, "content-disposition": f'attachment; filename="{name}"'}
            return StreamingResponse(content, media_type=media_type, headers=headers)

        return Route(f"/files/{path}", download, methods=["GET"], name=path)

    return [
        route("documents.csv", _documents),
        route("payments.csv", _payments),
        route("documents.zip", _archive),
    ]


async def _documents(actor: Actor, request: Request) -> Made:
    period = _period(request)
    return (
        service.documents_table(actor, period, _kinds(request)),
        "text/csv; charset=utf-8",
        f"documents {_days(period)}.csv",
    )


async def _payments(actor: Actor, request: Request) -> Made:
    period = _period(request)
    return (
        service.payments_table(actor, period),
        "text/csv; charset=utf-8",
        f"payments {_days(period)}.csv",
    )


async def _archive(actor: Actor, request: Request) -> Made:
    chosen = request.query_params.getlist("id")
    if chosen:
        keys = [decode_id(each, "BillingDocument", ("id",)) for each in chosen]
        ids, name = await service.chosen_documents(actor, keys), "documents.zip"
    else:
        period = _period(request)
        ids = await service.documents_of_period(actor, period, _kinds(request))
        name = f"documents {_days(period)}.zip"
    return _in_turn(service.pdf_archive(actor, ids)), "application/zip", name


async def _in_turn(content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    while True:
        async with _writing:
            piece = await anext(content, None)
        if piece is None:
            return
        yield piece


def _period(request: Request) -> Period:
    """Return the period that is asked for.

    Raises:
        Refusal
    """
    return Period(_asked_day(request, "from"), _asked_day(request, "to"))


def _asked_day(request: Request, name: str) -> date:
    try:
        return date.fromisoformat(request.query_params.get(name, ""))
    except ValueError:
        raise Refusal((name,)) from None


def _kinds(request: Request) -> frozenset[DocumentKind]:
    """Return the kinds that are asked for; invoices and credit notes where none is.

    Raises:
        Refusal
    """
    asked = request.query_params.getlist("kind")
    try:
        found = frozenset(DocumentKind(each) for each in asked)
    except ValueError:
        raise Refusal(("kind",)) from None
    return found or frozenset({DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE})


def _days(period: Period) -> str:
    return f"{period.first.isoformat()} {period.last.isoformat()}"
