"""What is open above a conversation: a file, or the question before something is done."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, ConfirmDialog, Dialog, Skeleton
from frontend.errors import explain, report
from frontend.hooks import use_store, use_task
from frontend.locale import format_money, t
from frontend.operations import load
from frontend.pages.contact_attachments.viewer import file_content
from frontend.pages.message_parts.acts import cancel_request, send_again
from frontend.pages.message_parts.state import ConversationState, Message

NO_FILE: dict[str, Any] | None = None


@component
def Opened(state: ConversationState) -> VdomDict:
    """At most one of them at a time."""
    looked_at: tuple[str, int] | None = use_store(state.looked_at)
    asked: tuple[str, Message] | None = use_store(state.asked)
    return html.div(
        FileViewer(state, *looked_at, key=f"file-{looked_at}") if looked_at else None,
        _question(state, *asked) if asked else None,
    )


def _question(state: ConversationState, verb: str, message: Message) -> Any:
    def close() -> None:
        state.asked.set(None)

    async def again() -> None:
        await send_again(state, message)
        close()

    async def cancel() -> None:
        await cancel_request(state, message)
        close()

    if verb == "again":
        return ConfirmDialog(
            t("Send this message again?"),
            t("It may have arrived already; then the client gets it twice."),
            confirm=t("Send again"),
            on_confirm=again,
            on_close=close,
            key="again",
        )
    request = message["paymentRequest"]
    return ConfirmDialog(
        t("Cancel the payment request?"),
        t(
            "{amount} is not asked for any more. The link in the message says so.",
            amount=format_money(request["amountMinor"], request["currency"]),
        ),
        confirm=t("Cancel request"),
        danger=True,
        on_confirm=cancel,
        on_close=close,
        key="cancel",
    )


@component
def FileViewer(state: ConversationState, message_id: str, place: int) -> VdomDict:
    """A file in a dialog; its address is asked for now, as it is over after a while."""
    found, set_found = use_state(NO_FILE)

    def close() -> None:
        state.looked_at.set(None)

    async def read() -> None:
        file = await _fresh(state, message_id, place)
        if file is None:
            close()
        elif file["kind"] == "OTHER":
            state.session.command("save", url=file["downloadUrl"])
            close()
        else:
            set_found(file)

    async def save() -> None:
        file = await _fresh(state, message_id, place)
        if file is not None:
            state.session.command("save", url=file["downloadUrl"])

    use_task(read, [], loading=state.session)
    known = state.find(message_id)
    files = known["files"] if known else ()
    name = files[place]["filename"] if place < len(files) else t("File")
    return Dialog(
        name,
        html.div(
            {"className": "attachment-view"},
            file_content({**found, "name": found["filename"]})
            if found
            else Skeleton("detail", lines=6),
        ),
        on_close=close,
        size="large",
        id="message-file",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Download"), icon="download", on_click=save),
            Button(t("Close"), variant="primary", attributes={"data-close": ""}),
        ),
    )


async def _fresh(state: ConversationState, message_id: str, place: int) -> dict[str, Any] | None:
    """Return a file with addresses that work now; say so when it is gone."""
    try:
        data = await state.session.client.run(
            load("messages/read_message_files"), {"id": message_id}
        )
    except OperationFailed as error:
        report(error, state.session)
        return None
    files: list[dict[str, Any]] = (data["node"] or {}).get("files", [])
    if place < len(files):
        return files[place]
    gone: Any = {"code": "NOT_FOUND", "path": [], "parameters": []}
    state.session.toasts.show(explain(gone), kind="error")
    return None
