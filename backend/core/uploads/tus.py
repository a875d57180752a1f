"""Uploads by the core of the tus protocol: piece by piece, and where to go on after a lost
connection.

Source: https://tus.io/protocols/resumable-upload, version 1.0.0.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Protocol, TypeVar

import orjson
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response

from backend.core.errors import NotFound, RateLimited, Refusal, Unauthenticated
from backend.core.graphql.errors import user_errors
from backend.core.permissions import Actor
from backend.core.uploads.errors import UploadMisplaced

Identify = Callable[[Request], Awaitable[Actor | None]]
Trusts = Callable[[HTTPConnection], bool]

VERSION = "1.0.0"
PIECE_TYPE = "application/offset+octet-stream"
SILENT_SECONDS = 30
"""A sender that says nothing for so long has lost its connection: another may go on."""
MOST_OF_A_PERSON = 4
"""Uploads of one person at the same time."""
RETRY_SECONDS = 5
METHODS = ("HEAD", "PATCH", "OPTIONS")
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
    "STORAGE_UNAVAILABLE": 503,
    "DISK_FULL": 507,
}
_uploads: Counter[int] = Counter()


class Announced(Protocol):
    """A file that somebody has leave to send."""

    @property
    def user_id(self) -> int | None:
        """Whose leave it is."""

    @property
    def size_bytes(self) -> int:
        """How long the file will be."""


A = TypeVar("A", bound=Announced)


class Uploads(Protocol[A]):
    """What becomes of the pieces."""

    @property
    def max_bytes(self) -> int:
        """How long a file may be."""

    async def find(self, actor: Actor, token: str) -> A | None:
        """Return the upload of an address, if it is the actor's to send."""

    def arrived(self, found: A) -> int:
        """Return how much of it is safe."""

    async def append(
        self, actor: Actor, found: A, offset: int, pieces: AsyncIterator[bytes]
    ) -> int:
        """Write what comes at its end, and return how long it is then."""

    async def finish(self, actor: Actor, found: A) -> None:
        """Do what is to be done with a file that is whole; may be called again."""


def tus_endpoint(
    uploads: Uploads[A], identify: Identify, trusts: Trusts
) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a route with a ``token``, for :data:`METHODS`.

    ``identify`` tells who sends a request, as they are at this moment; ``trusts`` whether it comes
    from a page of ours, or from no page: another site must not write with a visitor's cookie.
    """

    async def upload(request: Request) -> Response:
        headers = _headers(uploads.max_bytes)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=headers)
        try:
            if not trusts(request) and "authorization" not in request.headers:
                return _answer(403, "ORIGIN_NOT_ALLOWED", headers)
            actor = await person(identify, request)
            found = await uploads.find(actor, request.path_params["token"])
            if found is None:
                raise NotFound
            if request.method == "HEAD":
                return await _tell(uploads, actor, found)
            if not _is_piece(request):
                return _answer(415, "UNSUPPORTED_MEDIA_TYPE", headers)
            return await _take(uploads, actor, found, request)
        except Refusal as refusal:
            return refused(refusal, headers)

    return upload


async def person(identify: Identify, request: Request) -> Actor:
    """Return who sends a request.

    Raises:
        Unauthenticated: nobody that is known.
    """
    actor = await identify(request)
    if actor is None:
        raise Unauthenticated
    return actor


def refused(
    refusal: Refusal, headers: dict[str, str], statuses: Mapping[str, int] = _STATUS
) -> Response:
    """Return the answer to a request that was refused; ``statuses`` are those of more codes."""
    more = dict(headers)
    if isinstance(refusal, UploadMisplaced):
        more["upload-offset"] = str(refusal.parameters["offset"])
    if isinstance(refusal, RateLimited):
        more["retry-after"] = str(RETRY_SECONDS)
    errors = [asdict(error) for error in user_errors(refusal)]
    status = statuses.get(refusal.code) or _STATUS.get(refusal.code, 400)
    return Response(orjson.dumps({"errors": errors}), status, more, media_type="application/json")


async def _tell(uploads: Uploads[A], actor: Actor, found: A) -> Response:
    end = uploads.arrived(found)
    if end == found.size_bytes:
        await uploads.finish(actor, found)
    return _at(200, uploads, found, end)


def _is_piece(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0]
    return kind.strip().lower() == PIECE_TYPE


async def _take(uploads: Uploads[A], actor: Actor, found: A, request: Request) -> Response:
    text = request.headers.get("upload-offset", "")
    if not (text.isascii() and text.isdigit() and len(text) <= _OFFSET_DIGITS):
        raise UploadMisplaced(offset=uploads.arrived(found))
    with _counted(found.user_id or 0):
        end = await uploads.append(actor, found, int(text), _pieces(request))
    if end == found.size_bytes:
        await uploads.finish(actor, found)
    return _at(204, uploads, found, end)


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


def _at(status: int, uploads: Uploads[A], found: A, end: int) -> Response:
    places = {"upload-offset": str(end), "upload-length": str(found.size_bytes)}
    return Response(status_code=status, headers=_headers(uploads.max_bytes) | places)


def _headers(max_bytes: int) -> dict[str, str]:
    return {
        "tus-resumable": VERSION,
        "tus-version": VERSION,
        "tus-max-size": str(max_bytes),
        "cache-control": "no-store",
    }


def _answer(status: int, code: str, headers: dict[str, str]) -> Response:
    body = {"errors": [{"code": code, "path": [], "parameters": []}]}
    return Response(orjson.dumps(body), status, headers, media_type="application/json")
