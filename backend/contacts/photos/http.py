"""``POST /uploads/{token}`` and ``GET /files/photos/…``."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive

from backend.contacts.photos.errors import UploadMissing, UploadTooLarge
from backend.contacts.photos.files import keep_upload, read_photo
from backend.contacts.photos.links import is_photo_address, place_of_ticket
from backend.core.errors import Refusal

MAX_MB = 10
_MAX_BODY_BYTES = MAX_MB * 1024 * 1024 + 16 * 1024
_STATUS = {"UPLOAD_EXPIRED": 410, "UPLOAD_TOO_LARGE": 413}
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
        content = await _file_of(request)
        return JSONResponse({"uploadId": await keep_upload(account_id, key, content)})
    except Refusal as refusal:
        return _refused(refusal)


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


async def _file_of(request: Request) -> bytes:
    counted = Request(request.scope, _counted(request.receive))
    try:
        async with counted.form(max_files=1, max_fields=4) as form:
            sent = form.get("file")
            if not isinstance(sent, UploadFile):
                raise UploadMissing(("file",))
            content = await sent.read()
    except (MultiPartException, HTTPException, ClientDisconnect):
        raise UploadMissing(("file",)) from None
    if len(content) > MAX_MB * 1024 * 1024:
        raise UploadTooLarge(("file",), maximum_mb=MAX_MB)
    if not content:
        raise UploadMissing(("file",))
    return content


def _counted(receive: Receive) -> Receive:
    """Refuse a body that grows over the limit, whatever length it announced."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > _MAX_BODY_BYTES:
            raise UploadTooLarge(("file",), maximum_mb=MAX_MB)
        return message

    return counted


def _refused(refusal: Refusal) -> JSONResponse:
    parameters = [{"name": name, "value": str(value)} for name, value in refusal.parameters.items()]
    error = {"code": refusal.code, "path": list(refusal.path), "parameters": parameters}
    return JSONResponse({"errors": [error]}, status_code=_STATUS.get(refusal.code, 400))


routes = [
    Route("/uploads/{token}", upload, methods=["POST"]),
    Route("/files/photos/{account_id}/{key}/{size}.webp", photo, methods=["GET"], name="photo"),
]
