"""Sending photos of contacts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import Upload
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.session import Session

PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/gif"
PHOTO_BYTES = 10 * 1024 * 1024


def PhotoUpload(
    session: Session,
    face: VdomDict,
    *,
    label: str,
    on_uploaded: Callable[[str], Awaitable[None]],
    pastes: bool = False,
) -> Component:
    """Let a photo be chosen or dropped on `face`, or pasted where it `pastes`; `on_uploaded` gets
    its upload's id.
    """

    async def request_url() -> str | None:
        return await _request_url(session)

    return Upload(
        face,
        label=label,
        accept=PHOTO_TYPES,
        request_url=request_url,
        on_uploaded=on_uploaded,
        max_bytes=PHOTO_BYTES,
        unfit=t("This file is not an image that can be read. Try a JPEG or a PNG."),
        pastes=pastes,
        key="upload",
    )


async def _request_url(session: Session) -> str | None:
    """Ask the API for a place to send a photo to; what is refused is said in a toast."""
    operation = load("contacts/create_upload_ticket")
    try:
        data = await session.client.run(operation, {"input": {"purpose": "CONTACT_PHOTO"}})
    except OperationFailed as error:
        report(error, session)
        return None
    payload = data[operation.field]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return str(payload["url"])
