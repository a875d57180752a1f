"""``GET /files/documents/{id}``: the PDF of a document; ``…/pages``: its pages as pictures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from backend.billing.client_http import client_routes
from backend.billing.downloads import download_routes
from backend.billing.logo_http import logo_routes
from backend.billing.service.pages import document_pages, page_image
from backend.billing.service.pdfs import document_pdf
from backend.billing.webhook_http import webhook_routes
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


_PICTURE_HEADERS = {
    # A page's address names its content.
    "cache-control": "private, max-age=3600, immutable",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


def billing_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    async def asked(request: Request) -> tuple[Actor, int]:
        return await person(identify, request), decode_id(
            request.path_params["id"], "BillingDocument"
        )

    async def pdf(request: Request) -> Response:
        try:
            actor, key = await asked(request)
            document, content = await document_pdf(actor, key)
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT, _STATUSES)
        name = quote(f"{document.number or document.kind_name}.pdf".replace("/", "-"), safe="")
        way = "attachment" if "download" in request.query_params else "inline"
        headers = {**_HEADERS, "content-disposition": f"{way}; filename*=UTF-8''{name}"}
        return Response(content, media_type="application/pdf", headers=headers)

    async def pages(request: Request) -> Response:
        try:
            actor, key = await asked(request)
            document, digests = await document_pages(actor, key)
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT, _STATUSES)
        urls = [f"{document.pdf_url}/pages/{digest}" for digest in digests]
        return JSONResponse({"version": document.version, "pages": urls}, headers=_NOT_KEPT)

    async def page(request: Request) -> Response:
        try:
            actor, key = await asked(request)
            picture = await page_image(actor, key, request.path_params["digest"])
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT, _STATUSES)
        return Response(picture, media_type="image/png", headers=_PICTURE_HEADERS)

    address = "/files/documents/{id}"
    return [
        Route(address, pdf, methods=["GET"], name="billing_document"),
        Route(f"{address}/pages", pages, methods=["GET"], name="billing_pages"),
        Route(f"{address}/pages/{{digest}}", page, methods=["GET"], name="billing_page"),
        *logo_routes,
        *download_routes(identify),
        *client_routes(identify),
        *webhook_routes(),
    ]
