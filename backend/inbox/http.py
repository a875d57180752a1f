"""``GET /pay/{token}`` for whoever has the link, ``GET /files/messages/{token}`` for an account."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from backend.core.errors import Refusal
from backend.core.locale import known_locale
from backend.core.permissions import Actor
from backend.inbox.links import payment_of_token
from backend.inbox.pages import letter_page, payment_page
from backend.inbox.payment_ways import Asked, way_to_pay
from backend.inbox.queries.payments import public_request
from backend.inbox.service.pictures import pictured_message

Identify = Callable[[Request], Awaitable[Actor | None]]
_FRAMED = {
    # Its links open as any: a page that is not ours is not to be crippled by where it was named.
    "content-security-policy": "default-src 'none'; img-src https: http:; "
    "sandbox allow-popups allow-popups-to-escape-sandbox; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-store",
    # Whoever keeps the images learns that they were looked at, not from where.
    "referrer-policy": "no-referrer",
}


def inbox_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    async def pictured(request: Request) -> Response:
        try:
            actor = await identify(request)
            token = request.path_params["token"]
            html = None if actor is None else await pictured_message(actor, token)
        except Refusal:
            html = None
        if html is None:
            return Response(status_code=404, headers={"cache-control": "no-store"})
        return HTMLResponse(letter_page(html), headers=_FRAMED)

    return [
        Route("/pay/{token}", payment, methods=["GET"]),
        Route("/files/messages/{token}", pictured, methods=["GET"]),
    ]


async def payment(request: Request) -> Response:
    """Say what is asked and by whom; nothing else of the account is told."""
    key = payment_of_token(request.path_params["token"])
    found = None if key is None else await public_request(key)
    wanted = request.headers.get("accept-language", "").partition(",")[0]
    locale = known_locale(found.locale if found is not None and not wanted else wanted)
    nonce = secrets.token_urlsafe(16)
    way = None
    if found is not None and not found.payment.is_cancelled:
        asked = found.payment
        way = await way_to_pay(
            Asked(asked.account_id, asked.amount_minor, asked.currency, asked.text, locale)
        )
    return HTMLResponse(
        payment_page(found, locale, nonce, way),
        status_code=404 if found is None else 200,
        headers={
            "content-security-policy": f"default-src 'none'; style-src 'nonce-{nonce}'; "
            "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "cache-control": "no-store",
            "referrer-policy": "no-referrer",
            "x-robots-tag": "noindex, nofollow",
        },
    )
