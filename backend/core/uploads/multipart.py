"""One small file of a form, as a browser sends it."""

from __future__ import annotations

from dataclasses import asdict

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.types import Message, Receive

from backend.core.errors import Refusal
from backend.core.graphql.errors import user_errors
from backend.core.uploads.errors import UploadMissing, UploadTooLarge

_FORM_BYTES = 16 * 1024
"""What a form is longer than its file."""
_STATUS = {"UPLOAD_EXPIRED": 410, "UPLOAD_TOO_LARGE": 413}


async def one_file(request: Request, maximum_mb: int) -> bytes:
    """Return the content of the form's field ``file``.

    Raises:
        UploadMissing: there is none, or it is empty.
        UploadTooLarge: it is larger; read no further than that.
    """
    counted = Request(request.scope, _counted(request.receive, maximum_mb))
    try:
        async with counted.form(max_files=1, max_fields=4) as form:
            sent = form.get("file")
            if not isinstance(sent, UploadFile):
                raise UploadMissing(("file",))
            content = await sent.read()
    except (MultiPartException, HTTPException, ClientDisconnect):
        raise UploadMissing(("file",)) from None
    if len(content) > maximum_mb * 1024 * 1024:
        raise UploadTooLarge(("file",), maximum_mb=maximum_mb)
    if not content:
        raise UploadMissing(("file",))
    return content


def refused_upload(refusal: Refusal) -> JSONResponse:
    """Return the answer to a file that was refused: coded errors."""
    errors = [asdict(error) for error in user_errors(refusal)]
    return JSONResponse({"errors": errors}, status_code=_STATUS.get(refusal.code, 400))


def _counted(receive: Receive, maximum_mb: int) -> Receive:
    """Refuse a body that grows over the limit, whatever length it announced."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > maximum_mb * 1024 * 1024 + _FORM_BYTES:
            raise UploadTooLarge(("file",), maximum_mb=maximum_mb)
        return message

    return counted
