"""Where photos are sent."""

from __future__ import annotations

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.operations import load
from frontend.session import Session

PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/gif"
PHOTO_BYTES = 10 * 1024 * 1024


async def request_upload_url(session: Session) -> str | None:
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
