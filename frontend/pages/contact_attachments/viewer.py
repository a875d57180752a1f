"""A file looked at in place, as safely as its kind allows."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, Skeleton
from frontend.hooks import use_task
from frontend.locale import t
from frontend.pages.contact_attachments.acts import save_attachment
from frontend.pages.contact_attachments.state import Attachment, AttachmentList

text_view = Vdom("carnet-text-view")
NOTHING: Attachment | None = None


@component
def Viewer(files: AttachmentList, attachment_id: str) -> VdomDict:
    """The file in a dialog; its address is asked for now, as it is over after a while."""
    known = files.find(attachment_id)
    found, set_found = use_state(NOTHING)

    async def read() -> None:
        opened = await files.open(attachment_id)
        if opened is None:
            files.shown.set(None)
        set_found(opened)

    async def save() -> None:
        await save_attachment(files, attachment_id)

    use_task(read, [attachment_id], loading=files.session)
    title = (found or known or {"name": t("Attachment")})["name"]
    return Dialog(
        title,
        html.div(
            {"className": "attachment-view"},
            Skeleton("detail", lines=6) if found is None else file_content(found),
        ),
        on_close=lambda: files.shown.set(None),
        size="large",
        id="attachment",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Download"), icon="download", on_click=save),
            Button(t("Close"), variant="primary", attributes={"data-close": ""}),
        ),
    )


def file_content(file: Attachment) -> VdomDict:
    """Draw what is in a file, as its kind allows."""
    kind, url, name = file["kind"], file["viewUrl"], file["name"]
    if kind == "IMAGE":
        return html.img({"src": url, "alt": name, "className": "attachment-image"})
    if kind == "PDF":
        return html.iframe(
            {"src": f"{url}#navpanes=0&view=FitH", "title": name, "className": "attachment-pdf"}
        )
    if kind == "AUDIO":
        attributes: dict[str, Any] = {"controls": True, "preload": "metadata", "aria-label": name}
        return html.audio({"src": url, "className": "attachment-audio", **attributes})
    if kind == "OTHER":
        return html.p({"className": "dialog-text"}, t("This file can only be downloaded."))
    return html.div(
        {"className": "attachment-text"},
        text_view({"data-url": url, "tabIndex": 0, "aria-label": name, "key": url}),
        html.p(
            {"className": "attachment-cut"}, t("This is the beginning. Download it for the rest.")
        ),
        html.p({"className": "attachment-lost"}, t("The file could not be read. Try again.")),
    )
