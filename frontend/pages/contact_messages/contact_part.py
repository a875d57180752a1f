"""The tab of messages, and the button that leads to it."""

from __future__ import annotations

from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contact.narrow import view_id
from frontend.pages.contact.parts import ContactAction, ContactTab
from frontend.pages.contact_messages.tab import MessagesTab, UnreadCount
from frontend.pages.contact_parts.places import contact_url
from frontend.session import current_session


def write(contact_id: str) -> None:
    """Open the conversation, and begin to write."""
    session = current_session()
    go(session, contact_url(contact_id, "messages"))
    session.command("check", id=view_id("activity"))  # a phone shows one column at a time
    session.command("focus", id="field-html")


TABS = (
    ContactTab(
        "messages",
        lambda: t("Messages"),
        "mail",
        order=30,
        component=MessagesTab,
        count=UnreadCount,
        reads=("messages", "unreadMessageCount"),
    ),
)
ACTIONS = (
    ContactAction(
        "message",
        lambda: t("Message"),
        "mail",
        order=10,
        run=write,
        permission="SEND_MESSAGES",
        prominent=True,
        keys="m",
    ),
)
