"""``/files/privacy/{signed}``: a copy, for one person of the team; ``/p/{token}``: for its client.

The client's token is the whole permission: it leads to one archive, sets no cookie, is sent to no
other site and written to no log. Looking at its page fetches nothing: programs that open links
before their reader does are not counted.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from backend.accounts.rate_limits import Limit, count_try
from backend.core.errors import NotFound, RateLimited, Refusal
from backend.core.locale import known_locale
from backend.core.permissions import Actor
from backend.core.uploads.tus import person, refused
from backend.privacy.copy_queries import link_of_token
from backend.privacy.copy_rows import LinkRow
from backend.privacy.pages import copy_page, gone_page
from backend.privacy.service.downloading import (
    Opened,
    open_linked,
    open_own,
    waiting_behind,
)

Identify = Callable[[Request], Awaitable[Actor | None]]
MAX_TOKEN_LENGTH = 64
_WRONG_LINKS = Limit("privacy-link", RateLimitItemPerMinute(60, 15))
"""Nobody guesses 256 bits: this keeps guessing from costing anything."""
_DOWNLOADS = Limit("privacy-download", RateLimitItemPerHour(30))
_PRIVATE = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
}
_STATUSES = {
    "NOT_FOUND": 404,
    "PRIVACY_LINK_EXPIRED": 410,
    "FORBIDDEN": 403,
    "STORAGE_UNAVAILABLE": 503,
}


def privacy_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    async def own(request: Request) -> Response:
        try:
            actor = await person(identify, request)
            is_fetched = request.method == "GET"
            opened = await open_own(actor, request.path_params["signed"], count=is_fetched)
        except Refusal as refusal:
            return refused(refusal, _PRIVATE, _STATUSES)
        return _sent(opened, is_fetched=is_fetched)

    return [
        Route("/files/privacy/{signed}", own, methods=["GET"]),
        Route("/p/{token}", _show, methods=["GET"]),
        Route("/p/{token}", _fetch, methods=["POST"]),
    ]


async def _show(request: Request) -> Response:
    nonce = secrets.token_urlsafe(16)
    try:
        found = await waiting_behind(await _link(request))
    except Refusal as refusal:
        return _gone(request, refusal, nonce)
    return HTMLResponse(copy_page(found, nonce), headers=_page_headers(nonce))


async def _fetch(request: Request) -> Response:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return Response(status_code=403, headers=_PRIVATE)
    try:
        link = await _link(request)
        await count_try((_DOWNLOADS, link.pk))
        opened = await open_linked(link)
    except Refusal as refusal:
        return _gone(request, refusal, secrets.token_urlsafe(16))
    return _sent(opened)


async def _link(request: Request) -> LinkRow:
    """Return the link that is opened.

    Raises:
        NotFound: it leads nowhere.
        RateLimited: too many of those from one place.
    """
    token = request.path_params["token"]
    found = await link_of_token(token) if len(token) <= MAX_TOKEN_LENGTH else None
    if found is None:
        await count_try((_WRONG_LINKS, request.client.host if request.client else ""))
        raise NotFound
    return found


def _gone(request: Request, refusal: Refusal, nonce: str) -> Response:
    statuses = {"NOT_FOUND": 404, "RATE_LIMITED": 429}
    status = 429 if isinstance(refusal, RateLimited) else statuses.get(refusal.code, 503)
    language = request.headers.get("accept-language", "").partition(",")[0]
    page = gone_page(known_locale(language), nonce)
    return HTMLResponse(page, status, _page_headers(nonce))


def _page_headers(nonce: str) -> dict[str, str]:
    return {
        **_PRIVATE,
        "content-security-policy": f"default-src 'none'; style-src 'nonce-{nonce}'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    }


def _sent(opened: Opened, *, is_fetched: bool = True) -> Response:
    headers = {
        **_PRIVATE,
        "content-length": str(opened.size_bytes),
        "content-disposition": f'attachment; filename="{opened.filename}"',
    }
    if not is_fetched:
        return Response(media_type="application/zip", headers=headers)
    return StreamingResponse(opened.pieces, media_type="application/zip", headers=headers)
