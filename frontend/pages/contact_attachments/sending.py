"""Files on their way: chosen or dropped on the panel, sent by the browser, with progress."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Icon, IconButton
from frontend.errors import explain, report
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.locale import format_bytes, t
from frontend.operations import load
from frontend.pages.contact_attachments.state import AttachmentList, Sent

attachments_drop = Vdom("carnet-attachments")


@component
def Sending(files: AttachmentList) -> VdomDict:
    """Where files are chosen and dropped, and how far each of them is."""
    shown: tuple[Sent, ...] = use_store(files.sending)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act, key = told.text("act"), told.text("key")
        if act == "pick":
            await _announce(files, Sent(key, told.text("name"), told.whole("bytes")))
        elif act == "done":
            files.forget_sent(key)
            await files.read()
        elif act == "stop":
            await _stop(files, key)
        elif act == "failed":
            files.fail_sent(key, _failure(told.text("code")))

    leaves = [
        {"key": each.key, "url": each.url, "id": each.upload_id}
        for each in shown
        if each.url and not each.problem
    ]
    return attachments_drop(
        {
            "className": "attachments-drop",
            "onact": acted,
            "data-contact": files.contact_id,
            "data-leaves": orjson.dumps(leaves).decode(),
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
            *(_line(each) for each in shown),
        )
        if shown
        else None,
    )


def _line(sent: Sent) -> VdomDict:
    leave = (
        t("Dismiss {name}", name=sent.name) if sent.problem else t("Stop {name}", name=sent.name)
    )
    return html.li(
        {"className": "attachment attachment-sent", "key": sent.key, "data-key": sent.key},
        html.span(
            {"className": "attachment-words"},
            html.bdi({"className": "attachment-title", "title": sent.name}, sent.name),
            html.span({"className": "attachment-problem", "role": "alert"}, sent.problem)
            if sent.problem
            else html.span({"className": "attachment-facts"}, format_bytes(sent.size)),
            html.span(
                {
                    "className": "attachment-bar",
                    "role": "progressbar",
                    "aria-label": sent.name,
                    "aria-valuemin": "0",
                    "aria-valuemax": "100",
                }
            )
            if not sent.problem
            else None,
        ),
        IconButton("x", leave, small=True, attributes={"data-stop": sent.key}),
    )


async def _announce(files: AttachmentList, sent: Sent) -> None:
    """Show a file that was chosen, and ask the API for a place to send it to."""
    files.sending.update(lambda shown: (*shown, sent))
    operation = load("attachments/create_file_upload")
    values = {"filename": sent.name, "sizeBytes": sent.size, "idempotencyKey": sent.key}
    try:
        data = await files.session.client.run(operation, {"input": values})
    except OperationFailed as error:
        files.forget_sent(sent.key)
        report(error, files.session)
        return
    payload = data[operation.field]
    if payload["errors"]:
        files.fail_sent(sent.key, explain(payload["errors"][0]))
        return
    upload = payload["upload"]
    place = replace(
        sent, name=upload["filename"], url=upload["uploadUrl"], upload_id=upload["uploadId"]
    )
    files.change_sent(sent.key, lambda _: place)


async def _stop(files: AttachmentList, key: str) -> None:
    """Forget a file on its way, here and on the server."""
    sent = next((each for each in files.sending.value if each.key == key), None)
    files.forget_sent(key)
    if sent is None or not sent.upload_id:
        return
    operation = load("attachments/discard_file_upload")
    try:
        await files.session.client.run(operation, {"input": {"uploadId": sent.upload_id}})
    except OperationFailed as error:
        report(error, files.session)


def _failure(code: str) -> str:
    if code == "UNREADABLE":
        return t("This file cannot be read. Was it moved, or is it a folder?")
    refusal: Any = {"code": code, "path": [], "parameters": []}
    return explain(refusal)
