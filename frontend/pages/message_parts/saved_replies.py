"""The saved replies in a drawer: put into the message, written, changed, deleted with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, Drawer, EmptyState, IconButton, Notice, Skeleton
from frontend.components.rich_text import RichText
from frontend.errors import report
from frontend.hooks import use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.message_parts.placeholders import filled_for_nobody
from frontend.pages.message_parts.reply_form import ReplyForm
from frontend.pages.message_parts.state import ConversationState

Reply = Mapping[str, Any]
Insert = Callable[[str | None, str], None]
"""Take a reply's subject, if it has one, and its markup."""
NEW: Reply = {}
NOTHING: Reply | None = None


@component
def SavedReplies(state: ConversationState, insert: Insert, on_close: Callable[[], None]) -> Any:
    """All of them by name, or the one that is being written."""
    data, _, error, refetch = use_query(load("messages/list_saved_replies"))
    edited, set_edited = use_state(NOTHING)
    gone, set_gone = use_state(NOTHING)

    def done(changed: bool) -> None:
        set_edited(None)
        if changed:
            refetch()

    async def choose(event: dict[str, Any]) -> None:
        reply = _pressed(event, data)
        if reply is not None and (filled := await _filled(state, reply)):
            insert(filled["subject"], filled["html"])

    async def delete(event: dict[str, Any]) -> None:
        reply = _pressed(event, data)
        if reply is None or await state.run("delete_saved_reply", {"id": reply["id"]}) is None:
            return
        set_gone(reply)
        refetch()

    async def undo() -> None:
        if gone is not None and await state.run("restore_saved_reply", {"id": gone["id"]}):
            set_gone(NOTHING)
            refetch()

    def edit(event: dict[str, Any]) -> None:
        set_edited(_pressed(event, data))

    if edited is not None:
        return Drawer(
            t("Edit saved reply") if edited else t("New saved reply"),
            ReplyForm(edited, done, key=edited.get("id", "new")),
            on_close=lambda: set_edited(None),
            id="saved-reply",
        )
    return Drawer(
        t("Saved replies"),
        # A toast would lie under the drawer.
        Notice(
            html.p(t("{name} was deleted", name=gone["name"])),
            kind="success",
            action=Button(t("Undo"), small=True, on_click=undo),
        )
        if gone
        else None,
        _unread(refetch, failed=error is not None)
        if data is None
        else _list(data, choose, edit, delete),
        on_close=on_close,
        id="saved-replies",
        actions=Button(t("New saved reply"), icon="plus", on_click=lambda: set_edited(NEW)),
    )


def _unread(again: Callable[[], None], *, failed: bool) -> VdomDict:
    if not failed:
        return Skeleton("list", lines=3)
    return EmptyState(
        t("The saved replies could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=again),
        drawing="lost",
    )


def _list(data: Any, choose: Any, edit: Any, delete: Any) -> VdomDict:
    replies = data["savedReplies"]
    if not replies:
        return EmptyState(
            t("No saved replies yet"),
            t("What you write again and again is written once, with the client’s name filled in."),
            drawing="page",
        )
    return html.ul(
        {"className": "saved-replies"},
        *(
            html.li(
                {"className": "saved-reply", "key": reply["id"]},
                html.button(
                    {
                        "type": "button",
                        "className": "saved-reply-choice",
                        "data-id": reply["id"],
                        "onClick": choose,
                    },
                    html.span({"className": "saved-reply-name", "dir": "auto"}, reply["name"]),
                ),
                html.div(
                    {"className": "saved-reply-text"},
                    RichText(reply["html"]),
                ),
                _act("pencil", t("Edit {name}", name=reply["name"]), edit, reply),
                _act("trash-2", t("Delete {name}", name=reply["name"]), delete, reply),
            )
            for reply in replies
        ),
    )


def _act(icon: str, label: str, run: Any, reply: Reply) -> VdomDict:
    return IconButton(icon, label, small=True, on_click=run, attributes={"data-id": reply["id"]})


def _pressed(event: dict[str, Any], data: Any) -> Reply | None:
    wanted = event["currentTarget"]["dataset"].get("id", "")
    return next((each for each in data["savedReplies"] if each["id"] == wanted), None)


async def _filled(state: ConversationState, reply: Reply) -> Mapping[str, Any] | None:
    """Return a reply with what is known of the contact; None when it is gone."""
    if not state.contact_id:
        return filled_for_nobody(reply, state.session.viewer.value)
    values = {"id": reply["id"], "contactId": state.contact_id}
    try:
        data = await state.session.client.run(load("messages/fill_reply"), values)
    except OperationFailed as error:
        report(error, state.session)
        return None
    found: Mapping[str, Any] | None = data["filledReply"]
    return found
