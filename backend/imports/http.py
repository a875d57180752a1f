"""``/files/imports/{token}``: uploads by the core of the tus protocol, and the rejected rows.

A browser announces a file by a mutation, sends it piece by piece, and asks after a lost connection
where to go on.

Source: https://tus.io/protocols/resumable-upload, version 1.0.0.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

import orjson
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from backend.core.errors import NotFound, RateLimited, Refusal, Unauthenticated
from backend.core.graphql.errors import user_errors
from backend.core.permissions import Actor
from backend.imports.errors import UploadMisplaced
from backend.imports.limits import MAX_FILE_BYTES
from backend.imports.rows import ImportRow
from backend.imports.service.rejected_rows import find_rejects
from backend.imports.service.understand import finish_upload
from backend.imports.service.upload import append_piece, find_upload, uploaded_bytes

Identify = Callable[[Request], Awaitable[Actor | None]]
Trusts = Callable[[HTTPConnection], bool]

VERSION = "1.0.0"
PIECE_TYPE = "application/offset+octet-stream"
SILENT_SECONDS = 30
"""A sender that says nothing for so long has lost its connection: another may go on."""
MOST_OF_A_PERSON = 4
"""Uploads of one person at the same time."""
RETRY_SECONDS = 5
_OFFSET_DIGITS = 15
_STATUS = {
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "NOT_FOUND": 404,
    "UPLOAD_MISPLACED": 409,
    "UPLOAD_OVER": 410,
    "UPLOAD_OVERFLOW": 413,
    "UPLOAD_BUSY": 423,
    "RATE_LIMITED": 429,
    "DISK_FULL": 507,
}
_uploads: Counter[int] = Counter()


def import_routes(identify: Identify, trusts: Trusts) -> list[Route]:
    """Return the routes.

    ``identify`` tells who sends a request, as they are at this moment; ``trusts`` whether it comes
    from a page of ours, or from no page: another site must not write with a visitor's cookie.
    """

    async def upload(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_headers())
        try:
            if not trusts(request) and "authorization" not in request.headers:
                return _answer(403, "ORIGIN_NOT_ALLOWED")
            actor = await _person(identify, request)
            found = await find_upload(actor, request.path_params["token"])
            if found is None:
                raise NotFound
            if request.method == "HEAD":
                return await _tell(actor, found)
            return await _take(actor, found, request)
        except Refusal as refusal:
            return _refused(refusal)

    async def rejects(request: Request) -> Response:
        try:
            actor = await _person(identify, request)
            found = await find_rejects(actor, request.path_params["token"])
        except Refusal as refusal:
            return _refused(refusal)
        return FileResponse(
            found.path, media_type="text/csv", filename=found.filename, headers=_file_headers()
        )

    address = "/files/imports/{token}"
    return [
        Route(address, upload, methods=["HEAD", "PATCH", "OPTIONS"], name="import"),
        Route(f"{address}/rejected.csv", rejects, methods=["GET"], name="rejects"),
    ]


async def _person(identify: Identify, request: Request) -> Actor:
    actor = await identify(request)
    if actor is None:
        raise Unauthenticated
    return actor


async def _tell(actor: Actor, found: ImportRow) -> Response:
    end = uploaded_bytes(found)
    if end == found.size_bytes:
        await finish_upload(actor, found)
    return _at(200, found, end)


async def _take(actor: Actor, found: ImportRow, request: Request) -> Response:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != PIECE_TYPE:
        return _answer(415, "UNSUPPORTED_MEDIA_TYPE")
    text = request.headers.get("upload-offset", "")
    if not (text.isascii() and text.isdigit() and len(text) <= _OFFSET_DIGITS):
        raise UploadMisplaced(offset=uploaded_bytes(found))
    with _counted(found.user_id):
        end = await append_piece(actor, found, int(text), _pieces(request))
    if end == found.size_bytes:
        await finish_upload(actor, found)
    return _at(204, found, end)


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    """Yield the body as it comes, until it ends, or its sender is gone."""
    stream = request.stream()
    while True:
        try:
            async with asyncio.timeout(SILENT_SECONDS):
                piece = await anext(stream)
        except (StopAsyncIteration, ClientDisconnect, TimeoutError):
            return
        yield piece


@contextmanager
def _counted(user_id: int) -> Iterator[None]:
    if _uploads[user_id] >= MOST_OF_A_PERSON:
        raise RateLimited(retry_after_seconds=RETRY_SECONDS)
    _uploads[user_id] += 1
    try:
        yield
    finally:
        _uploads[user_id] -= 1
        if not _uploads[user_id]:
            del _uploads[user_id]


def _at(status: int, found: ImportRow, end: int) -> Response:
    places = {"upload-offset": str(end), "upload-length": str(found.size_bytes)}
    return Response(status_code=status, headers=_headers() | places)


def _headers() -> dict[str, str]:
    return {
        "tus-resumable": VERSION,
        "tus-version": VERSION,
        "tus-max-size": str(MAX_FILE_BYTES),
        "cache-control": "no-store",
    }


def _file_headers() -> dict[str, str]:
    return {
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
    }


def _refused(refusal: Refusal) -> Response:
    headers = _headers()
    if isinstance(refusal, UploadMisplaced):
        headers["upload-offset"] = str(refusal.parameters["offset"])
    if isinstance(refusal, RateLimited):
        headers["retry-after"] = str(RETRY_SECONDS)
    errors = [asdict(error) for error in user_errors(refusal)]
    return Response(
        orjson.dumps({"errors": errors}),
        _STATUS.get(refusal.code, 400),
        headers,
        media_type="application/json",
    )


def _answer(status: int, code: str) -> Response:
    body = {"errors": [{"code": code, "path": [], "parameters": []}]}
    return Response(orjson.dumps(body), status, _headers(), media_type="application/json")
