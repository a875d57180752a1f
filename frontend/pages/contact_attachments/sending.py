"""Files on their way: chosen or dropped on the panel, sent by the browser, with progress."""

from __future__ import annotations

from typing import Any

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_attachments.state import AttachmentList
from frontend.pages.contact_attachments.uploads import Sent, sent_line

attachments_drop = Vdom("carnet-attachments")


@component
def Sending(files: AttachmentList) -> VdomDict:
    """Where files are chosen and dropped, and how far each of them is."""
    uploads = files.uploads
    shown: tuple[Sent, ...] = use_store(uploads.sending)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act, key = told.text("act"), told.text("key")
        if act == "pick":
            await uploads.announce(Sent(key, told.text("name"), told.whole("bytes")))
        elif act == "done":
            uploads.forget(key)
            await files.read()
        elif act == "stop":
            await uploads.stop(key)
        elif act == "failed":
            await uploads.give_up(key, told.text("code"))

    return attachments_drop(
        {
            "className": "attachments-drop",
            "onact": acted,
            "data-contact": files.contact_id,
            "data-leaves": orjson.dumps(uploads.leaves).decode(),
        },
        html.label(
            {"className": "attachments-choose"},
            html.input(
                {
                    "type": "file",
                    "multiple": True,
                    "className": "visually-hidden",
                    "aria-label": t("Add files"),
                }
            ),
            Icon("upload"),
            html.span(
                html.span({"className": "attachments-verb"}, t("Add files")),
                " ",
                html.span({"className": "attachments-hint"}, t("or drop them here")),
            ),
        ),
        html.ul(
            {"className": "attachment-list", "aria-label": t("Files being sent")},
            *(sent_line(each) for each in shown),
        )
        if shown
        else None,
    )
