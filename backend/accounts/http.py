"""The two plain HTTP requests that set and clear the session's cookie.

A browser sends a form, and is sent on to ``next``; a script may send JSON and is answered JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from backend.accounts.service.sessions import sign_out_cookie
from backend.accounts.service.tickets import exchange_ticket
from backend.accounts.service.visitor import Visitor
from backend.core.errors import Refusal
from backend.core.settings import settings

SESSION_COOKIE = "carnet_session"
COOKIE_SECONDS = 400 * 24 * 3600
"""The longest that browsers allow. When a session ends is decided by its row, whose end moves on
with every use; a cookie set once cannot follow that."""
MAX_BODY_BYTES = 8 * 1024
SIGN_IN_PAGE = "/sign-in"

Trusts = Callable[[HTTPConnection], bool]


class _Refused(Exception):
    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


def session_routes(trusts: Trusts) -> list[Route]:
    """Return the routes; ``trusts`` tells whether a request comes from a page of ours.

    Without that check another site could sign a visitor in as somebody else, or out.
    """

    async def start(request: Request) -> Response:
        return await _answer(request, trusts, _start_session)

    async def end(request: Request) -> Response:
        return await _answer(request, trusts, _end_session)

    return [
        Route("/auth/session", start, methods=["POST"]),
        Route("/auth/sign-out", end, methods=["POST"]),
    ]


def local_path(value: object, default: str) -> str:
    """Return where to go next when it is a path of this site, else ``default``.

    Browsers read ``//host``, ``/\\host`` and paths with control characters as other sites.
    """
    if not isinstance(value, str) or not value.startswith("/") or len(value) > 2000:
        return default
    is_other_site = value.startswith("//") or "\\" in value
    is_plain = value.isprintable() and " " not in value
    return value if is_plain and not is_other_site else default


async def _answer(request: Request, trusts: Trusts, act: Callable[..., Any]) -> Response:
    try:
        if not trusts(request):
            raise _Refused(403, "ORIGIN_NOT_ALLOWED")
        response: Response = await act(request, await _fields(request))
    except _Refused as refused:
        response = _json({"errors": [{"code": refused.code, "path": []}]}, refused.status)
    response.headers["cache-control"] = "no-store"
    return response


async def _start_session(request: Request, fields: Mapping[str, Any]) -> Response:
    then = local_path(fields.get("next"), "/")
    ticket = fields.get("ticket")
    try:
        cookie = await exchange_ticket(
            _visitor(request),
            ticket if isinstance(ticket, str) else "",
            replaces=request.cookies.get(SESSION_COOKIE),
        )
    except Refusal as refusal:
        if _is_json(request):
            error = {"code": refusal.code, "path": list(refusal.path)}
            return _json({"errors": [error]}, 400)
        return RedirectResponse(f"{SIGN_IN_PAGE}?refused={refusal.code}", 303)
    response = _done(request, then)
    response.set_cookie(
        SESSION_COOKIE,
        cookie,
        max_age=COOKIE_SECONDS,
        path="/",
        secure=settings().secure_cookies,
        httponly=True,
        samesite="lax",
    )
    return response


async def _end_session(request: Request, fields: Mapping[str, Any]) -> Response:
    cookie = request.cookies.get(SESSION_COOKIE)
    if cookie:
        await sign_out_cookie(_visitor(request), cookie)
    response = _done(request, local_path(fields.get("next"), SIGN_IN_PAGE))
    response.delete_cookie(
        SESSION_COOKIE,
        path="/",
        secure=settings().secure_cookies,
        httponly=True,
        samesite="lax",
    )
    return response


def _visitor(request: Request) -> Visitor:
    ip = request.client.host if request.client else ""
    return Visitor(ip, request.headers.get("user-agent", ""))


def _done(request: Request, then: str) -> Response:
    if _is_json(request):
        return _json({"ok": True, "next": then}, 200)
    return RedirectResponse(then, 303)


def _json(body: dict[str, Any], status: int) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _is_json(request: Request) -> bool:
    return _media_type(request) == "application/json"


async def _fields(request: Request) -> Mapping[str, Any]:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise _Refused(413, "TOO_LARGE")
    if _is_json(request):
        try:
            fields = orjson.loads(bytes(body) or b"{}")
        except orjson.JSONDecodeError:
            raise _Refused(400, "BAD_REQUEST") from None
        if not isinstance(fields, dict):
            raise _Refused(400, "BAD_REQUEST")
        return fields
    if body and _media_type(request) != "application/x-www-form-urlencoded":
        raise _Refused(415, "UNSUPPORTED_MEDIA_TYPE")
    return dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True))
