"""``POST /uploads/{token}`` and ``GET /files/photos/…``."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from backend.contacts.photos.files import keep_upload, read_photo
from backend.contacts.photos.links import is_photo_address, place_of_ticket
from backend.core.errors import Refusal
from backend.core.uploads.multipart import one_file, refused_upload

MAX_MB = 10
_PHOTO_HEADERS = {
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}


async def upload(request: Request) -> Response:
    """Take one picture; answer ``{"uploadId": …}``, or coded errors."""
    try:
        account_id, key = place_of_ticket(request.path_params["token"])
        content = await one_file(request, MAX_MB)
        return JSONResponse({"uploadId": await keep_upload(account_id, key, content)})
    except Refusal as refusal:
        return refused_upload(refusal)


async def photo(request: Request) -> Response:
    """Show a kept picture to whoever was given its address."""
    params = request.path_params
    account_id, key, size = _number(params["account_id"]), params["key"], _number(params["size"])
    if is_photo_address(account_id, key, size, request.query_params.get("s", "")):
        content = await read_photo(account_id, key, size)
        if content is not None:
            return Response(content, media_type="image/webp", headers=_PHOTO_HEADERS)
    return Response(status_code=404, headers={"cache-control": "no-store"})


def _number(text: str) -> int:
    """Return a number of an address, 0 when it is none; Starlette's reading fails on long ones."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


routes = [
    Route("/uploads/{token}", upload, methods=["POST"]),
    Route("/files/photos/{account_id}/{key}/{size}.webp", photo, methods=["GET"], name="photo"),
]
