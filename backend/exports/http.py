"""``GET /files/exports/{token}``: the file of a link, made while it is sent."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from backend.core.errors import RateLimited, Refusal, Unauthenticated
from backend.core.graphql.errors import user_errors
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.exports.queries import ExportRow
from backend.exports.service import open_export, write_export
from backend.exports.spool import Spool, open_spool

Identify = Callable[[Request], Awaitable[Actor | None]]

MOST_WRITTEN_AT_ONCE = 2
"""Files of one process; others wait for their turn. They take it from whoever works."""
MOST_OF_A_PERSON = 3
"""Downloads of one person at the same time: each holds a file on disk until it is read."""
RETRY_SECONDS = 10
_STATUS = {
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "EXPORT_NOT_YOURS": 403,
    "NOT_FOUND": 404,
    "EXPORT_EXPIRED": 410,
    "RATE_LIMITED": 429,
}
_writing = asyncio.Semaphore(MOST_WRITTEN_AT_ONCE)
_downloads: Counter[tuple[int, int]] = Counter()


def export_routes(identify: Identify) -> list[Route]:
    """Return the route; ``identify`` tells who sends a request, as they are at this moment."""

    async def download(request: Request) -> Response:
        try:
            actor = await identify(request)
            if actor is None:
                raise Unauthenticated
            export = await open_export(actor, request.path_params["token"])
            _refuse_too_many(export)
        except Refusal as refusal:
            return _refused(refusal)
        return ExportDownload(actor, export)

    return [Route("/files/exports/{token}", download, methods=["GET"], name="export")]


class ExportDownload(Response):
    """Sends a file while it is written. Nothing is left behind when the reader goes away.

    Where writing fails, the connection is cut, so that half a file is not taken for a whole one.
    """

    def __init__(self, actor: Actor, export: ExportRow) -> None:
        super().__init__(headers=_headers(export))
        del self.headers["content-length"]
        self._actor = actor
        self._export = export

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head, and the body unless only the head was asked for."""
        if scope["method"] == "HEAD":
            await send(self._start())
            await send({"type": "http.response.body", "body": b""})
            return
        with _counted(self._export), open_spool(settings().data_dir) as spool:
            try:
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._write(spool))
                    watching = tasks.create_task(_watch(receive))
                    await self._answer(spool, scope, receive, send)
                    watching.cancel()
            except* ClientDisconnect:
                pass

    async def _write(self, spool: Spool) -> None:
        try:
            async with _writing:
                await write_export(self._actor, self._export.request, spool.write)
        except Exception as failure:
            spool.finish(failure)
        else:
            spool.finish()

    async def _answer(self, spool: Spool, scope: Scope, receive: Receive, send: Send) -> None:
        chunks = spool.chunks()
        try:
            first = await anext(chunks, b"")
        except Refusal as refusal:  # such as a field to sort by that was deleted meanwhile
            await _refused(refusal)(scope, receive, send)
            return
        await send(self._start())
        await send({"type": "http.response.body", "body": first, "more_body": True})
        async for chunk in chunks:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _start(self) -> dict[str, Any]:
        return {
            "type": "http.response.start",
            "status": self.status_code,
            "headers": self.raw_headers,
        }


async def _watch(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    raise ClientDisconnect


def _person(export: ExportRow) -> tuple[int, int]:
    return export.account_id, export.user_id


def _refuse_too_many(export: ExportRow) -> None:
    if _downloads[_person(export)] >= MOST_OF_A_PERSON:
        raise RateLimited(retry_after_seconds=RETRY_SECONDS)


@contextmanager
def _counted(export: ExportRow) -> Iterator[None]:
    person = _person(export)
    _downloads[person] += 1
    try:
        yield
    finally:
        _downloads[person] -= 1
        if not _downloads[person]:
            del _downloads[person]


def _headers(export: ExportRow) -> dict[str, str]:
    return {
        "content-type": export.request.options.content_type,
        "content-disposition": f'attachment; filename="{export.filename}"',
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
    }


def _refused(refusal: Refusal) -> Response:
    errors = [asdict(error) for error in user_errors(refusal)]
    headers = {"cache-control": "no-store"}
    if isinstance(refusal, RateLimited):
        headers["retry-after"] = str(RETRY_SECONDS)
    return Response(
        orjson.dumps({"errors": errors}),
        _STATUS.get(refusal.code, 400),
        headers,
        media_type="application/json",
    )
