"""``GET /calendars/{token}.ics``: a person's tasks for the calendar that has the secret address."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from backend.core.clock import now
from backend.core.settings import settings
from backend.tasks.calendar import MOST, SHOWN_FOR, calendar_of
from backend.tasks.due.moments import order_from
from backend.tasks.queries import calendar_tasks
from backend.tasks.service import open_feed

_TOKEN_LENGTH = 100
_HEADERS = {
    # A secret address: what it answers is nobody else's, and it is found in no search.
    "Cache-Control": "private, max-age=300",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


def calendar_routes() -> list[Route]:
    """Return the route; the address itself says who may read it."""
    return [Route("/calendars/{token}.ics", _calendar, methods=["GET"], name="calendar")]


async def _calendar(request: Request) -> Response:
    token = request.path_params["token"]
    opened = await open_feed(token) if len(token) <= _TOKEN_LENGTH else None
    if opened is None:
        return PlainTextResponse("Not found", status_code=404, headers=_HEADERS)
    since = now().astimezone(opened.reader.zone).date() - SHOWN_FOR
    tasks = await calendar_tasks(opened.account_id, opened.user_id, order_from(since), MOST)
    body = calendar_of(tasks, opened.reader, settings().public_url)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**_HEADERS, "ETag": etag}
    if _knows(request, etag):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = 'attachment; filename="carnet-tasks.ics"'
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)


def _knows(request: Request, etag: str) -> bool:
    """Whether the calendar has what it would get. Source: RFC 9110, section 13.1.2."""
    given = request.headers.get("if-none-match", "")
    known = [each.strip().removeprefix("W/") for each in given.split(",")]
    return etag in known or "*" in known
