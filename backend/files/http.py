"""``/files/uploads/{token}`` takes files, ``/files/stored/{token}/{name}`` answers with them."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.uploads.tus import METHODS, Identify, Trusts, person, refused, tus_endpoint
from backend.files.kinds import FileKind
from backend.files.limits import max_file_bytes
from backend.files.links import FileLink
from backend.files.names import content_disposition
from backend.files.ranges import Span, wanted_span
from backend.files.rows import FileRow
from backend.files.service.reading import find_linked, open_range
from backend.files.service.upload import append_piece, find_upload, finish_upload, uploaded_bytes
from backend.files.sniffing import UNKNOWN

_NOT_KEPT = {"cache-control": "no-store"}
_INERT = frozenset(
    {"application/pdf", "application/zip", "application/json", "text/plain", "text/csv"}
)
"""What no browser runs, besides pictures and sound. All else is told to be bytes."""
_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
_PDF_SANDBOX = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
)
"""Browsers show a PDF by a viewer of their own, apart from our pages, and in no sandbox at all."""


class FileUploads:
    """A browser announces a file by a mutation, sends it, and gives it where it belongs."""

    @property
    def max_bytes(self) -> int:
        """How long a file may be."""
        return max_file_bytes()

    async def find(self, actor: Actor, token: str) -> FileRow | None:
        """Return the upload of an address, if the actor announced it."""
        return await find_upload(actor, token)

    def arrived(self, found: FileRow) -> int:
        """Return how much of it is safe."""
        return uploaded_bytes(found)

    async def append(
        self, actor: Actor, found: FileRow, offset: int, pieces: AsyncIterator[bytes]
    ) -> int:
        """Write what comes at its end."""
        return await append_piece(actor, found, offset, pieces)

    async def finish(self, actor: Actor, found: FileRow) -> None:
        """Put it into the storage."""
        await finish_upload(actor, found)


def file_routes(identify: Identify, trusts: Trusts) -> list[Route]:
    """Return the routes; see :func:`tus_endpoint` for ``identify`` and ``trusts``."""

    async def stored(request: Request) -> Response:
        try:
            actor = await person(identify, request)
            found, link = await find_linked(actor, request.path_params["token"])
            return await _answer(request, found, link)
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT, {"FILE_LINK_EXPIRED": 410})

    upload = tus_endpoint(FileUploads(), identify, trusts)
    return [
        Route("/files/uploads/{token}", upload, methods=METHODS, name="upload"),
        Route("/files/stored/{token}/{name:path}", stored, methods=["GET"], name="stored_file"),
    ]


async def _answer(request: Request, found: FileRow, link: FileLink) -> Response:
    headers = _headers(found, link)
    span = wanted_span(request.headers, found.size_bytes, etag=headers["etag"])
    if span is None:
        headers["content-range"] = f"bytes */{found.size_bytes}"
        return Response(status_code=416, headers=headers)
    headers["content-length"] = str(span.end - span.start)
    if span.is_part:
        headers["content-range"] = f"bytes {span.start}-{span.end - 1}/{found.size_bytes}"
    status = 206 if span.is_part else 200
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers)
    return StreamingResponse(await _body(found, span), status, headers)


async def _body(found: FileRow, span: Span) -> AsyncIterator[bytes]:
    return await open_range(found, span.start, span.end)


def _headers(found: FileRow, link: FileLink) -> dict[str, str]:
    is_shown = link.inline and found.kind is not FileKind.OTHER
    is_pdf = is_shown and found.kind is FileKind.PDF
    return {
        "content-type": _content_type(found, is_shown=is_shown),
        "content-disposition": content_disposition(link.name, inline=is_shown),
        "accept-ranges": "bytes",
        "etag": f'"{found.key}"',
        "cache-control": "private, no-cache",
        "content-security-policy": _PDF_SANDBOX if is_pdf else _SANDBOX,
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN" if is_pdf else "DENY",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
    }


def _content_type(found: FileRow, *, is_shown: bool) -> str:
    if is_shown and found.kind is FileKind.TEXT:
        return f"text/plain; charset={found.charset or 'utf-8'}"
    is_known = found.kind in {FileKind.IMAGE, FileKind.AUDIO} or found.media_type in _INERT
    if not is_known:
        return UNKNOWN
    charset = f"; charset={found.charset}" if found.charset else ""
    return found.media_type + charset
