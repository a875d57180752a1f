"""``POST /webhooks/stripe/{token}``: what Stripe tells of payments, believed for its signature."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from backend.billing.service.checkout import take_event
from backend.billing.service.online_settings import account_of_webhook
from backend.core.errors import Refusal

MAX_BODY_BYTES = 512 * 1024


def webhook_routes() -> list[Route]:
    """Return the route."""
    return [Route("/webhooks/stripe/{token}", take, methods=["POST"])]


async def take(request: Request) -> Response:
    """Take an event; what is refused is told again by Stripe, and refused again."""
    account_id = account_of_webhook(request.path_params["token"])
    if account_id is None:
        return Response(status_code=404)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return Response(status_code=413)
    try:
        await take_event(account_id, bytes(body), request.headers.get("stripe-signature", ""))
    except Refusal:
        return Response(status_code=400)
    return Response(status_code=204)
