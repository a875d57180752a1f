"""``GET /files/documents/{id}``: the PDF of a document."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from backend.billing.client_http import client_routes
from backend.billing.downloads import download_routes
from backend.billing.service.pdfs import document_pdf
from backend.core.errors import Refusal
from backend.core.ids import decode_id
from backend.core.permissions import Actor
from backend.core.uploads.tus import person, refused

Identify = Callable[[Request], Awaitable[Actor | None]]
_NOT_KEPT = {"cache-control": "no-store"}
_STATUSES = {"NOT_FOUND": 404, "INVALID_ID": 404, "FORBIDDEN": 403, "STORAGE_UNAVAILABLE": 503}
_HEADERS = {
    "cache-control": "private, no-cache",
    # Browsers show a PDF by a viewer of their own, apart from our pages, and in no sandbox at all.
    "content-security-policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


def billing_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    async def pdf(request: Request) -> Response:
        try:
            actor = await person(identify, request)
            key = decode_id(request.path_params["id"], "BillingDocument")
            document, content = await document_pdf(actor, key)
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT, _STATUSES)
        name = quote(f"{document.number or document.kind_name}.pdf".replace("/", "-"), safe="")
        way = "attachment" if "download" in request.query_params else "inline"
        headers = {**_HEADERS, "content-disposition": f"{way}; filename*=UTF-8''{name}"}
        return Response(content, media_type="application/pdf", headers=headers)

    return [
        Route("/files/documents/{id}", pdf, methods=["GET"], name="billing_document"),
        *download_routes(identify),
        *client_routes(identify),
    ]
