"""``/d/{token}``: a document for its client, who has a link and no account.

The token is the whole permission: it leads to one document, sets no cookie, is sent to no other
site and written to no log.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, quote

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from backend.accounts.rate_limits import Limit, count_try
from backend.billing.client_pages import page_of
from backend.billing.delivery_rows import LinkRow
from backend.billing.pages import Problem, document_page, gone_page
from backend.billing.queries.deliveries import link_of_token
from backend.billing.service.answering import ClientAnswer, answer_by_client
from backend.billing.service.checkout import start_checkout
from backend.billing.service.pdfs import document_pdf
from backend.billing.service.viewing import record_view
from backend.core.errors import RateLimited, Refusal, Unauthenticated
from backend.core.permissions import Actor

Identify = Callable[[Request], Awaitable[Actor | None]]
Act = Callable[[Request, LinkRow, bool], Awaitable[Response]]
MAX_BODY_BYTES = 64 * 1024
MAX_TOKEN_LENGTH = 64
_WRONG_LINKS = Limit("document-link", RateLimitItemPerMinute(60, 15))
"""Nobody guesses 256 bits: this keeps guessing from costing anything."""
_ANSWERS = Limit("document-answer", RateLimitItemPerHour(30))
_PAYMENTS = Limit("document-payment", RateLimitItemPerHour(60))
_PRIVATE = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
}
PROBLEMS = {
    "REQUIRED": "Please enter your name.",
    "QUOTE_EXPIRED": "This quote has expired: ask for a new one.",
    "WRONG_STAGE": "This quote was answered meanwhile: see above how it stands.",
    "ONLINE_PAYMENT_FAILED": "Paying online does not work at the moment. Please pay by transfer.",
    "TOO_LONG": "That is too long: please shorten it.",
    "INVALID_CHARACTERS": "It holds characters that cannot be kept.",
}
_SAYINGS = ("accept", "reject")
OTHER_PROBLEM = "That did not work. Please try again in a moment."


def client_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells whether the seller looks at their own document."""

    def route(path: str, method: str, act: Act) -> Route:
        async def serve(request: Request) -> Response:
            link = await _link(request)
            if isinstance(link, Response):
                return link
            return await act(request, link, await _is_seller(identify, request, link))

        return Route(path, serve, methods=[method])

    return [
        route("/d/{token}", "GET", _show),
        route("/d/{token}/seen", "POST", _count),
        route("/d/{token}/pdf", "GET", _download),
        route("/d/{token}/answer", "POST", _take_answer),
        route("/d/{token}/pay", "POST", _begin_payment),
    ]


async def _show(request: Request, link: LinkRow, is_seller: bool) -> Response:
    return await _page(request, link, is_seller=is_seller)


async def _count(request: Request, link: LinkRow, is_seller: bool) -> Response:
    if not is_seller and _is_own_page(request):
        await record_view(link)
    return Response(status_code=204, headers=_PRIVATE)


async def _download(_: Request, link: LinkRow, __: bool) -> Response:
    document, content = await document_pdf(Actor.system(link.account_key), link.document_key)
    name = quote(f"{document.number}.pdf".replace("/", "-"), safe="")
    headers = {**_PRIVATE, "content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type="application/pdf", headers=headers)


async def _take_answer(request: Request, link: LinkRow, is_seller: bool) -> Response:
    if is_seller or not _is_own_page(request):
        return Response(status_code=403, headers=_PRIVATE)
    fields = await _fields(request)
    if fields is None:
        return Response(status_code=413, headers=_PRIVATE)
    if fields.get("answer") not in _SAYINGS:  # what cannot be read is no refusal of the quote
        unread = Problem("answer", OTHER_PROBLEM)
        return await _page(request, link, problem=unread, status=400)
    accepted = fields["answer"] == "accept"
    client = request.client.host if request.client else ""
    said = ClientAnswer(
        accepted, fields.get("name"), fields.get("signature"), fields.get("reason"), client
    )
    try:
        await count_try((_ANSWERS, link.pk))
        await answer_by_client(link, said)
    except Refusal as refusal:
        problem = Problem(
            "answer" if accepted else "reject", PROBLEMS.get(refusal.code, OTHER_PROBLEM)
        )
        typed = {name: value for name, value in fields.items() if name in ("name", "reason")}
        status = 429 if isinstance(refusal, RateLimited) else 422
        return await _page(request, link, problem=problem, typed=typed, status=status)
    await record_view(link)
    return RedirectResponse(_path(request), status_code=303, headers=_PRIVATE)


async def _begin_payment(request: Request, link: LinkRow, is_seller: bool) -> Response:
    if is_seller or not _is_own_page(request):
        return Response(status_code=403, headers=_PRIVATE)
    try:
        await count_try((_PAYMENTS, link.pk))
        url = await start_checkout(link, _path(request))
    except Refusal as refusal:
        problem = Problem("pay", PROBLEMS.get(refusal.code, OTHER_PROBLEM))
        status = 429 if isinstance(refusal, RateLimited) else 422
        return await _page(request, link, problem=problem, status=status)
    return RedirectResponse(url, status_code=303, headers=_PRIVATE)


async def _page(
    request: Request,
    link: LinkRow,
    *,
    is_seller: bool = False,
    problem: Problem | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    page = await page_of(
        link,
        _path(request),
        is_seller=is_seller,
        returned="paid" in request.query_params,
        problem=problem,
        typed=typed,
    )
    nonce = secrets.token_urlsafe(16)
    # Paying sends the browser on, to a page of Stripe or of a domain that the seller has there.
    sent_on = " https:" if page.pay_path else ""
    return HTMLResponse(document_page(page, nonce), status, _headers(nonce, sent_on))


def _headers(nonce: str, sent_on: str = "") -> dict[str, str]:
    return {
        **_PRIVATE,
        "content-security-policy": f"default-src 'none'; style-src 'nonce-{nonce}'; "
        f"script-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; "
        f"form-action 'self'{sent_on}; base-uri 'none'; frame-ancestors 'none'",
    }


async def _link(request: Request) -> LinkRow | Response:
    """Return the link that is opened, or the answer to one that leads nowhere."""
    token = request.path_params["token"]
    found = await link_of_token(token) if len(token) <= MAX_TOKEN_LENGTH else None
    if found is not None:
        return found
    status = 404
    try:
        await count_try((_WRONG_LINKS, request.client.host if request.client else ""))
    except RateLimited:
        status = 429
    nonce = secrets.token_urlsafe(16)
    language = request.headers.get("accept-language", "").partition(",")[0]
    return HTMLResponse(gone_page(language, nonce), status, _headers(nonce))


async def _is_seller(identify: Identify, request: Request, link: LinkRow) -> bool:
    try:
        actor = await identify(request)
    except Unauthenticated:
        return False
    return actor is not None and actor.account_id == link.account_key


def _is_own_page(request: Request) -> bool:
    """Whether a request may come from the page: browsers of today say where it is from."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _path(request: Request) -> str:
    return f"/d/{quote(request.path_params['token'], safe='')}"


async def _fields(request: Request) -> dict[str, str] | None:
    """Return a form's fields, each once; None when they are too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    try:
        found = parse_qs(body.decode("ascii"), max_num_fields=20, errors="strict")
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}
