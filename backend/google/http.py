"""``/google/callback``: where Google sends people back to, with a code or with a refusal.

Where they go from here is always a page of ours, whatever the address says.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from backend.core.errors import Refusal, Unauthenticated
from backend.core.uploads.tus import Identify, person
from backend.google.client.oauth import CALLBACK
from backend.google.errors import GoogleSignInOver
from backend.google.service.connect import end_sign_in

PAGE = "/contacts/import/google"
_HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer"}


def google_routes(identify: Identify) -> list[Route]:
    """Return the route; ``identify`` tells who sends a request, as they are at this moment."""

    async def callback(request: Request) -> Response:
        asked = request.query_params
        try:
            actor = await person(identify, request)
            await end_sign_in(
                actor,
                asked.get("state", ""),
                code=asked.get("code", ""),
                error=asked.get("error", ""),
            )
        except Unauthenticated:
            return _to_page(GoogleSignInOver.code)
        except Refusal as refusal:
            return _to_page(refusal.code)
        return _to_page()

    return [Route(CALLBACK, callback, methods=["GET"], name="google")]


def _to_page(refused: str = "") -> Response:
    query = f"?{urlencode({'refused': refused})}" if refused else "?connected=1"
    return RedirectResponse(f"{PAGE}{query}", status_code=303, headers=_HEADERS)
