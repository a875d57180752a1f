"""The files of a message that is being written: chosen, dropped or pasted, on their way, there."""

from __future__ import annotations

from typing import Any

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Icon, IconButton
from frontend.components.field import FieldErrors
from frontend.events import Detail
from frontend.hooks import Form, use_store
from frontend.locale import format_bytes, t
from frontend.pages.contact_attachments.uploads import Sent, Uploads, sent_line
from frontend.store import Store

_drop = Vdom("carnet-attachments")
Enclosed = Store[tuple[dict[str, Any], ...]]
"""The files that the server has: id, name and size of each, as the draft keeps them."""


@component
def Enclosures(form: Form, uploads: Uploads, enclosed: Enclosed) -> VdomDict:
    """The button that chooses files, and those that go with the message."""
    shown: tuple[Sent, ...] = use_store(uploads.sending)
    there: tuple[dict[str, Any], ...] = use_store(enclosed)
    errors: tuple[str, ...] = use_store(form.errors, _refused)

    def keep(files: tuple[dict[str, Any], ...]) -> None:
        enclosed.set(files)
        form.set("files", list(files))
        form.errors.update(_without_files)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act, key = told.text("act"), told.text("key")
        if act == "pick":
            await uploads.announce(Sent(key, told.text("name"), told.whole("bytes")))
        elif act == "done":
            sent = uploads.find(key)
            uploads.forget(key)
            if sent is not None:
                file = {"id": sent.upload_id, "name": sent.name, "size": sent.size}
                keep((*enclosed.value, file))
        elif act == "stop":
            await uploads.stop(key)
        elif act == "failed":
            await uploads.give_up(key, told.text("code"))

    async def leave_out(event: dict[str, Any]) -> None:
        wanted = event["currentTarget"]["dataset"].get("id", "")
        keep(tuple(file for file in enclosed.value if file["id"] != wanted))
        await uploads.discard(wanted)

    return _drop(
        {
            "className": "composer-files",
            "onact": acted,
            "data-leaves": orjson.dumps(uploads.leaves).decode(),
        },
        html.label(
            {"className": "icon-button icon-button-small", "title": t("Add files")},
            html.input(
                {
                    "type": "file",
                    "multiple": True,
                    "className": "visually-hidden",
                    "aria-label": t("Add files"),
                }
            ),
            Icon("paperclip"),
        ),
        html.div(
            {"className": "composer-enclosed", "id": "field-uploadIds", "tabIndex": -1},
            html.ul(
                {"className": "message-files", "aria-label": t("Files of this message")},
                *(_file(file, leave_out) for file in there),
            )
            if there
            else None,
            html.ul(
                {"className": "attachment-list", "aria-label": t("Files being sent")},
                *(sent_line(each) for each in shown),
            )
            if shown
            else None,
            FieldErrors("field-uploadIds", errors),
        ),
    )


def _file(file: dict[str, Any], leave_out: Any) -> VdomDict:
    return html.li(
        {"key": file["id"], "className": "message-file"},
        html.bdi({"title": file["name"]}, file["name"]),
        html.span({"className": "message-size"}, format_bytes(file["size"])),
        IconButton(
            "x",
            t("Leave out {name}", name=file["name"]),
            small=True,
            on_click=leave_out,
            attributes={"data-id": file["id"]},
        ),
    )


def _refused(shown: Any) -> tuple[str, ...]:
    found = [words for name, words in shown.items() if name.split(".")[0] == "uploadIds"]
    return tuple(dict.fromkeys(each for words in found for each in words))


def _without_files(shown: Any) -> dict[str, tuple[str, ...]]:
    return {name: words for name, words in shown.items() if name.split(".")[0] != "uploadIds"}
