"""``/c/…``: what the links in a letter lead to, for its reader, who has no account.

The signed token in the address is the whole permission: it is good for one letter and one purpose,
sets no cookie and is sent on to no other site. Programs look at links before people do: nothing but
a POST changes a subscription.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import parse_qs

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from backend.accounts.rate_limits import Limit, count_try
from backend.campaigns.links import OPENED, UNSUBSCRIBE, recipient_of_token, url_of_click
from backend.campaigns.pages import PageState, gone_page, preference_page
from backend.campaigns.queries.preferences import Preferences, preferences_of
from backend.campaigns.queries.tracking import Letter, letter_of
from backend.campaigns.rules.template import is_of_web
from backend.campaigns.service.arrivals import Arrivals
from backend.campaigns.service.reading import Opened
from backend.campaigns.service.unsubscribing import IN, OUT, Asker, choose_subscriptions
from backend.contacts.kinds import SubscriptionStatus
from backend.core.errors import RateLimited
from backend.core.locale import LOCALES, known_locale

_PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)
"""A transparent GIF of one by one."""
MAX_BODY_BYTES = 16 * 1024
MAX_TOKEN_LENGTH = 64
_WRONG_LINKS = Limit("campaign-link", RateLimitItemPerMinute(60, 15))
_CHOICES = Limit("campaign-choice", RateLimitItemPerHour(60))
_PRIVATE = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
}
_PICTURE = {
    **_PRIVATE,
    "cache-control": "no-store, no-cache, must-revalidate, max-age=0",
    # Letters are read in other places' pages.
    "cross-origin-resource-policy": "cross-origin",
}
PROBLEMS = {
    "often": "That was often. Please try again in an hour.",
    "unread": "That did not work. Please try again in a moment.",
}
_OWN_ACTS = {"unsubscribe": OUT, "resubscribe": IN}
_FORM_ACTS = frozenset({"save", "none"})
Fields = Mapping[str, list[str]]


def reader_routes() -> list[Route]:
    """Return the routes."""
    arrivals = Arrivals()

    async def pixel(request: Request) -> Response:
        name, dot, ending = request.path_params["name"].rpartition(".")
        key = recipient_of_token(OPENED, name) if dot and ending == "gif" else None
        if key is None:
            return Response(status_code=await _wrong(request), headers=_PRIVATE)
        if _is_look(request):
            await arrivals.take(Opened(key))
        return Response(_PIXEL, media_type="image/gif", headers=_PICTURE)

    async def click(request: Request) -> Response:
        found = url_of_click(request.path_params["token"], request.path_params["place"])
        if found is None or not is_of_web(found[1]):
            return await _gone(request)
        key, url = found
        if _is_look(request):
            await arrivals.take(Opened(key, url))
        return RedirectResponse(url, status_code=302, headers=_PRIVATE)

    return [
        Route("/c/open/{name}", pixel, methods=["GET"]),
        Route("/c/click/{token}/{place}", click, methods=["GET"]),
        Route("/c/unsubscribe/{token}", _show, methods=["GET"]),
        Route("/c/unsubscribe/{token}", _choose, methods=["POST"]),
    ]


def _is_look(request: Request) -> bool:
    """Whether somebody looks, as far as it can be told: not who asks for headers alone, nor a
    program that fetches what might be looked at.
    """
    said = request.headers.get("sec-purpose", "") + request.headers.get("purpose", "")
    return request.method == "GET" and "prefetch" not in said.lower()


async def _show(request: Request) -> Response:
    letter = await _letter(request)
    found = None if letter is None else await preferences_of(letter)
    return await _gone(request) if found is None else _page(request, found)


async def _choose(request: Request) -> Response:
    letter = await _letter(request)
    found = None if letter is None else await preferences_of(letter)
    if letter is None or found is None:
        return await _gone(request)
    fields = await _fields(request)
    if fields is None:
        return Response(status_code=413, headers=_PRIVATE)
    # RFC 8058: who asks is the program of the reader's letters; no page, no cookie, no way round.
    is_one_click = fields.get("List-Unsubscribe") == ["One-Click"]
    wanted = {found.own.normalized: OUT} if is_one_click else _wanted(found, fields)
    if wanted is None:
        return _page(request, found, problem="unread", status=400)
    try:
        await count_try((_CHOICES, letter.pk))
    except RateLimited:
        return _page(request, found, problem="often", status=429)
    by_form = not is_one_click and (fields.get("act") or [""])[0] in _FORM_ACTS
    await choose_subscriptions(letter, wanted, _asker(request, by_form=by_form))
    if is_one_click:
        return Response(status_code=200, headers=_PRIVATE)
    place = f"{request.url.path}?lang={_locale(request, found.locale)}&saved"
    return RedirectResponse(place, status_code=303, headers=_PRIVATE)


def _wanted(found: Preferences, fields: Fields) -> dict[str, SubscriptionStatus] | None:
    """Return what a form of the page asks for; None when it is none of ours."""
    act = (fields.get("act") or [""])[0]
    if act in _OWN_ACTS:
        return {found.own.normalized: _OWN_ACTS[act]}
    if act not in _FORM_ACTS:
        return None
    chosen = set(fields.get("address", ())) if act == "save" else set()
    return {each.normalized: IN if str(each.pk) in chosen else OUT for each in found.held}


def _asker(request: Request, *, by_form: bool) -> Asker:
    client = request.client.host if request.client else ""
    program = "".join(c for c in request.headers.get("user-agent", "") if c.isprintable())
    return Asker(client, program, by_form)


def _page(
    request: Request, found: Preferences, *, problem: str | None = None, status: int = 200
) -> Response:
    nonce = secrets.token_urlsafe(16)
    state = PageState(
        request.url.path,
        _locale(request, found.locale),
        is_saved="saved" in request.query_params,
        problem=None if problem is None else PROBLEMS[problem],
    )
    return HTMLResponse(preference_page(found, state, nonce), status, _headers(nonce))


async def _gone(request: Request) -> Response:
    nonce = secrets.token_urlsafe(16)
    state = PageState("", _locale(request, "en"))
    return HTMLResponse(gone_page(state, nonce), await _wrong(request), _headers(nonce))


async def _wrong(request: Request) -> int:
    """Count a link that leads nowhere, and return the status to answer it by."""
    try:
        await count_try((_WRONG_LINKS, request.client.host if request.client else ""))
    except RateLimited:
        return 429
    return 404


def _headers(nonce: str) -> dict[str, str]:
    return {
        **_PRIVATE,
        "content-security-policy": f"default-src 'none'; style-src 'nonce-{nonce}'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    }


def _locale(request: Request, otherwise: str) -> str:
    """Return the reader's language: as chosen on the page, as their browser asks, else the
    account's.
    """
    chosen = request.query_params.get("lang")
    if chosen in LOCALES:
        return chosen
    for each in request.headers.get("accept-language", "")[:200].split(","):
        language = each.partition(";")[0].strip().partition("-")[0].lower()
        if language in LOCALES:
            return language
    return known_locale(otherwise)


async def _letter(request: Request) -> Letter | None:
    token = request.path_params["token"]
    key = recipient_of_token(UNSUBSCRIBE, token) if len(token) <= MAX_TOKEN_LENGTH else None
    return None if key is None else await letter_of(key)


async def _fields(request: Request) -> Fields | None:
    """Return a form's fields; None when they are too long. In parts is as programs may send it."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        # One field alone is ever sent so, and its words are those of the standard.
        is_asked = b'name="List-Unsubscribe"' in body and b"One-Click" in body
        return {"List-Unsubscribe": ["One-Click"]} if is_asked else {}
    try:
        return parse_qs(body.decode("ascii"), max_num_fields=100, errors="strict")
    except ValueError:
        return {}
