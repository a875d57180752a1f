"""Saving files to disk, deleting them and bringing them back, with the words that say so."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact_attachments.state import Attachment, AttachmentList


async def save_attachment(files: AttachmentList, attachment_id: str) -> None:
    """Let the browser save a file."""
    found = await files.open(attachment_id)
    if found is not None:
        files.session.command("save", url=found["downloadUrl"])


async def delete_attachment(files: AttachmentList, file: Attachment) -> None:
    """Delete a file, and say so with an Undo."""
    if await files.run("delete_attachments", {"ids": [file["id"]]}) is None:
        return

    async def undo() -> None:
        await files.run("restore_attachments", {"ids": [file["id"]]})

    files.session.toasts.show(t("{name} was deleted", name=file["name"]), kind="success", undo=undo)
