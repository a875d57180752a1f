"""``POST /uploads/logos/{token}`` and ``GET /files/logos/…``: logos on their way in and out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from backend.billing import logos
from backend.core.errors import Refusal
from backend.core.uploads.multipart import one_file, refused_upload

_NUMBER_DIGITS = 20
_NOT_KEPT = {"cache-control": "no-store"}
_HEADERS = {
    "cache-control": "private, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}


async def upload_logo(request: Request) -> Response:
    """Take one picture; answer ``{"uploadId": …}``, or coded errors."""
    try:
        content = await one_file(request, logos.MAX_MB)
        upload_id = await logos.keep_upload(request.path_params["token"], content)
    except Refusal as refusal:
        return refused_upload(refusal)
    return JSONResponse({"uploadId": upload_id})


async def logo(request: Request) -> Response:
    """Show a logo to whoever was given its address."""
    params, mark = request.path_params, request.query_params.get("s", "")
    account_id, kind = params["account_id"], params["kind"]
    if account_id.isascii() and account_id.isdigit() and len(account_id) < _NUMBER_DIGITS:
        content = await logos.shown_logo(int(account_id), params["key"], kind, mark)
        if content is not None:
            return Response(content, media_type=logos.FORMATS[kind], headers=_HEADERS)
    return Response(status_code=404, headers=_NOT_KEPT)


logo_routes = [
    Route("/uploads/logos/{token}", upload_logo, methods=["POST"]),
    Route("/files/logos/{account_id}/{key}.{kind}", logo, methods=["GET"], name="logo"),
]
