"""``POST /uploads/campaign-images/{token}``, ``GET /c/image/…`` for readers of letters, and
``GET /files/campaigns/{token}``, a letter as its writer sees it before it is sent.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from backend.campaigns.images import FORMATS, MAX_MB, keep_image, read_image
from backend.campaigns.service.preview import previewed_letter
from backend.campaigns.service.showing import account_of_image
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.uploads.multipart import one_file, refused_upload

Identify = Callable[[Request], Awaitable[Actor | None]]
_KEY = re.compile(r"[0-9a-f]{32}")
_NOT_KEPT = {"cache-control": "no-store"}
_IMAGE_HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    # Letters are read in other places' pages.
    "cross-origin-resource-policy": "cross-origin",
    "x-robots-tag": "noindex",
}
_FRAMED = {
    "content-security-policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
}


def campaign_routes(identify: Identify) -> list[Route]:
    """Return the routes; ``identify`` tells who sends a request, as they are at this moment."""

    async def preview(request: Request) -> Response:
        try:
            actor = await identify(request)
            token = request.path_params["token"]
            html = None if actor is None else await previewed_letter(actor, token)
        except Refusal:
            html = None
        if html is None:
            return Response(status_code=404, headers=_NOT_KEPT)
        return HTMLResponse(html, headers=_FRAMED)

    return [
        Route("/uploads/campaign-images/{token}", upload, methods=["POST"]),
        Route("/c/image/{key}.{kind}", image, methods=["GET"]),
        Route("/files/campaigns/{token}", preview, methods=["GET"]),
    ]


async def upload(request: Request) -> Response:
    """Take one picture; answer its id as ``uploadId`` with its path and sides, or coded errors."""
    try:
        content = await one_file(request, MAX_MB)
        picture = await keep_image(request.path_params["token"], content)
    except Refusal as refusal:
        return refused_upload(refusal)
    return JSONResponse(
        {
            "uploadId": picture.id,
            "path": picture.path,
            "width": picture.width,
            "height": picture.height,
        }
    )


async def image(request: Request) -> Response:
    """Show a picture of a letter to whoever has its address."""
    key, kind = request.path_params["key"], request.path_params["kind"]
    if _KEY.fullmatch(key) is not None and kind in FORMATS:
        account_id = await account_of_image(key, kind)
        content = None if account_id is None else await read_image(account_id, key, kind)
        if content is not None:
            return Response(content, media_type=FORMATS[kind], headers=_IMAGE_HEADERS)
    return Response(status_code=404, headers=_NOT_KEPT)
