"""The conversation with the open contact, and how many of its messages nobody has read."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.hooks import use_live, use_store
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.message_parts.conversation import Conversation, First
from frontend.pages.message_parts.recipient import Recipient, recipient_of
from frontend.session import current_session

NOTHING_READ: First | None = None


@component
def MessagesTab(contact_id: str) -> Component:
    """The conversation; what the page read of it when it opened is shown at once."""
    page, first = use_contact_page(), use_ref(NOTHING_READ)
    recipient: Recipient = use_store(page.contact, recipient_of)
    name: str = use_store(page.contact, lambda contact: (contact or {}).get("displayName") or "")
    connection, cursor = page.first("messages"), page.cursor.value
    if connection is not None and cursor is not None:
        first.current = (connection, cursor)
    return Conversation(
        contact_id=contact_id,
        name=name,
        first=first.current,
        recipient=recipient,
        key=contact_id,
    )


@component
def UnreadCount(contact_id: str) -> VdomDict | None:
    """How many are unread, as it changes."""
    session, page, first = current_session(), use_contact_page(), use_ref(NOT_COUNTED)
    if first.current is None:
        first.current = (page.first("unreadMessageCount") or 0, page.cursor.value)
    counted, after = first.current
    unread, set_unread = use_state(counted)

    async def follow(event: dict[str, Any]) -> None:
        thread = event["thread"]
        if event["reset"]:
            data = await session.client.run(load("messages/read_unread"), {"id": contact_id})
            thread = data["contactThread"]
        set_unread(thread["unreadCount"] if thread else 0)

    use_live(load("messages/follow_unread"), {"id": contact_id}, follow, after=after)
    if not unread:
        return None
    return html.span(
        {"className": "unread-count"},
        format_number(unread),
        html.span({"className": "visually-hidden"}, t("unread")),
    )


NOT_COUNTED: tuple[int, str | None] | None = None
