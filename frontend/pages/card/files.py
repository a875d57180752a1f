"""The files of a card: chosen or dropped, looked at in place, deleted with undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, Dialog, Icon, IconButton, Skeleton, Time
from frontend.errors import report
from frontend.events import Detail
from frontend.hooks import use_can, use_store, use_task
from frontend.locale import format_bytes, format_number, t
from frontend.operations import load
from frontend.pages.card.section import drawer_section
from frontend.pages.card.state import Card, OpenCard, is_settled
from frontend.pages.contact_attachments.line import ICONS
from frontend.pages.contact_attachments.uploads import Sent, Uploads, failure_words, sent_line
from frontend.pages.contact_attachments.viewer import file_content

_drop = Vdom("carnet-attachments")
NONE_OPEN = ""
File = Mapping[str, Any]
NOT_READ: File | None = None


@component
def Files(card: OpenCard) -> VdomDict | None:
    """The files, what is on its way, and where more are dropped."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    opened, set_opened = use_state(NONE_OPEN)
    files = shown["files"]
    if not files and not can_write:
        return None
    return drawer_section(
        "files",
        t("Files"),
        "paperclip",
        Sending(card, key="sending") if can_write else None,
        html.ul(
            {"className": "attachment-list", "aria-label": t("Files")},
            *(FileLine(card, file, set_opened, can_write, key=file["id"]) for file in files),
        )
        if files
        else None,
        OpenedFile(card, opened, lambda: set_opened(NONE_OPEN), key=f"open-{opened}")
        if opened
        else None,
        count=format_number(shown["fileCount"]) if files else None,
    )


@component
def FileLine(card: OpenCard, file: File, look: Any, can_write: bool) -> VdomDict:
    """A file: its name opens it, or saves it where it cannot be looked at."""

    async def save() -> None:
        if (found := await read_file(card, file["id"])) is not None:
            card.session.command("save", url=found["downloadUrl"])

    async def open_or_save() -> None:
        if file["kind"] == "OTHER":
            await save()
        else:
            look(file["id"])

    async def delete() -> None:
        values = {"cardId": card.card_id, "ids": [file["id"]]}
        if await card.act("delete_card_files", values) is None:
            return

        async def undo() -> None:
            await card.act("restore_card_files", values)

        words = t("{name} was deleted", name=file["name"])
        card.session.toasts.show(words, kind="success", undo=undo)

    return html.li(
        {"className": "attachment"},
        html.button(
            {
                "type": "button",
                "className": "attachment-name",
                "title": file["name"],
                "onClick": lambda event: open_or_save(),
            },
            Icon(ICONS[file["kind"]]),
            html.span(
                {"className": "attachment-words"},
                html.bdi({"className": "attachment-title"}, file["name"]),
                html.span(
                    {"className": "attachment-facts"},
                    format_bytes(file["sizeBytes"]),
                    " · ",
                    Time(file["createdAt"]),
                ),
            ),
        ),
        html.span(
            {"className": "attachment-actions"},
            IconButton(
                "download", t("Download {name}", name=file["name"]), small=True, on_click=save
            ),
            IconButton(
                "trash-2", t("Delete {name}", name=file["name"]), small=True, on_click=delete
            )
            if can_write
            else None,
        ),
    )


@component
def Sending(card: OpenCard) -> VdomDict:
    """Where files are chosen and dropped, and how far each of them is."""
    uploads = Uploads(card.session, f"card:{card.card_id}")
    shown: tuple[Sent, ...] = use_store(uploads.sending)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act, key = told.text("act"), told.text("key")
        if act == "pick":
            await uploads.announce(Sent(key, told.text("name"), told.whole("bytes")))
        elif act == "done":
            sent = uploads.find(key)
            uploads.forget(key)
            if sent is not None:
                values = {"cardId": card.card_id, "uploadIds": [sent.upload_id]}
                await card.act("add_card_files", values)
        elif act == "stop":
            await uploads.stop(key)
        elif act == "failed":
            uploads.fail(key, failure_words(told.text("code")))

    return _drop(
        {
            "className": "attachments-drop",
            "onact": acted,
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


@component
def OpenedFile(card: OpenCard, file_id: str, close: Any) -> VdomDict:
    """The file in a dialog; its address is asked for now, as it is over after a while."""
    found, set_found = use_state(NOT_READ)

    async def read() -> None:
        file = await read_file(card, file_id)
        if file is None:
            close()
        set_found(file)

    def save() -> None:
        if found is not None:
            card.session.command("save", url=found["downloadUrl"])

    use_task(read, [file_id], loading=card.session)
    return Dialog(
        found["name"] if found else t("File"),
        html.div(
            {"className": "attachment-view"},
            Skeleton("detail", lines=6) if found is None else file_content(found),
        ),
        on_close=close,
        size="large",
        id="card-file",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Download"), icon="download", on_click=save),
            Button(t("Close"), variant="primary", attributes={"data-close": ""}),
        ),
    )


async def read_file(card: OpenCard, file_id: str) -> File | None:
    """Return a file with addresses that work now; say so when it is gone."""
    try:
        data = await card.session.client.run(load("cards/read_card_file"), {"id": file_id})
    except OperationFailed as error:
        report(error, card.session)
        return None
    found: File | None = data["node"]
    if not found:
        card.say([{"code": "NOT_FOUND", "path": [], "parameters": []}])
        await card.read()
        return None
    return found
