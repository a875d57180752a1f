"""``/files/imports/{token}``: uploads of files of contacts, and the rejected rows."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.core.uploads.tus import METHODS, Identify, Trusts, person, refused, tus_endpoint
from backend.imports.limits import MAX_FILE_BYTES
from backend.imports.rows import ImportRow
from backend.imports.service.rejected_rows import find_rejects
from backend.imports.service.understand import finish_upload
from backend.imports.service.upload import append_piece, find_upload, uploaded_bytes

_NOT_KEPT = {"cache-control": "no-store"}
_FILE_HEADERS = {
    **_NOT_KEPT,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


class ImportUploads:
    """A browser announces a file by a mutation, sends it, and it is understood with the last."""

    max_bytes = MAX_FILE_BYTES

    async def find(self, actor: Actor, token: str) -> ImportRow | None:
        """Return the import of an address, if the actor announced it."""
        return await find_upload(actor, token)

    def arrived(self, found: ImportRow) -> int:
        """Return how much of its file is safe."""
        return uploaded_bytes(found)

    async def append(
        self, actor: Actor, found: ImportRow, offset: int, pieces: AsyncIterator[bytes]
    ) -> int:
        """Write what comes at the end of its file."""
        return await append_piece(actor, found, offset, pieces)

    async def finish(self, actor: Actor, found: ImportRow) -> None:
        """Find out what the file is."""
        await finish_upload(actor, found)


def import_routes(identify: Identify, trusts: Trusts) -> list[Route]:
    """Return the routes; see :func:`tus_endpoint` for ``identify`` and ``trusts``."""

    async def rejects(request: Request) -> Response:
        try:
            actor = await person(identify, request)
            found = await find_rejects(actor, request.path_params["token"])
        except Refusal as refusal:
            return refused(refusal, _NOT_KEPT)
        return FileResponse(
            found.path, media_type="text/csv", filename=found.filename, headers=_FILE_HEADERS
        )

    address = "/files/imports/{token}"
    upload = tus_endpoint(ImportUploads(), identify, trusts)
    return [
        Route(address, upload, methods=METHODS, name="import"),
        Route(f"{address}/rejected.csv", rejects, methods=["GET"], name="rejects"),
    ]
