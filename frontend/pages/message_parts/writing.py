"""Where one writes: the composer, or what has to be done before."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Icon, Notice
from frontend.hooks import use_can, use_live, use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.message_parts.composer import Composer
from frontend.pages.message_parts.recipient import (
    Recipient,
    recipient_of,
    recipient_of_thread,
)
from frontend.pages.message_parts.state import ConversationState
from frontend.session import current_session

MAILBOX = "/settings/mailbox"


@component
def Writing(state: ConversationState, recipient: Recipient | None) -> Component | None:
    """What stands under a conversation, for those who may write."""
    if not use_can("SEND_MESSAGES"):
        return None
    if recipient is not None:
        return Write(state, recipient, key="write")
    if state.contact_id:
        return WriteToContact(state, key="contact")
    return WriteToThread(state, key="thread")


@component
def WriteToContact(state: ConversationState) -> Component | None:
    """Writing to a contact whose addresses nobody has read yet; they are followed."""
    variables = {"id": state.contact_id}
    data, _, _, refetch = use_query(load("messages/read_contact_recipient"), variables)

    def changed(event: dict[str, Any]) -> None:
        refetch()

    use_live(
        load("contacts/contact_changed"),
        variables,
        changed,
        after=((data or {}).get("viewer") or {}).get("cursor"),
        skip=data is None,
    )
    return Write(state, recipient_of(data["contact"]), key="write") if data else None


@component
def WriteToThread(state: ConversationState) -> Component | None:
    """Writing to an address that is no contact's."""
    data, _, _, _ = use_query(load("messages/read_thread_recipient"), {"id": state.thread_id})
    return Write(state, recipient_of_thread(data["thread"]), key="write") if data else None


@component
def Write(state: ConversationState, recipient: Recipient) -> VdomDict:
    """The composer, if there is an address to write to."""
    if recipient.addresses:
        return html.div(
            {"className": "conversation-foot"},
            SenderHint(key="sender"),
            Composer(state, recipient, key="composer"),
        )
    where = contact_url(state.contact_id, "messages") if state.contact_id else None
    return html.div(
        {"className": "conversation-foot"},
        Notice(
            html.p(t("There is no e-mail address to write to.")),
            html.p(
                html.a(
                    {"href": f"{where}&edit={quote(state.contact_id or '')}"},
                    t("Add an e-mail address"),
                )
                if where
                else None,
            ),
        ),
    )


@component
def SenderHint() -> VdomDict | None:
    """Where messages come from as long as nobody has set up a mailbox."""
    session, can_manage = current_session(), use_can("MANAGE_MAILBOX")
    data, _, _, _ = use_query(load("messages/read_sender"))
    if data is None or data["mailbox"] is not None:
        return None
    return html.p(
        {"className": "conversation-hint"},
        Icon("info", size=14),
        html.span(
            t("Without a mailbox, answers go to your own e-mail and do not appear here."),
            " ",
            html.a({"href": MAILBOX}, t("Set up the mailbox"))
            if can_manage and session.registry.find(MAILBOX)
            else None,
        ),
    )
