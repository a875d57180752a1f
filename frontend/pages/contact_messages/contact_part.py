"""The tab of messages, and the button that leads to it."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactTab
from frontend.pages.contact_messages.tab import MessagesTab, UnreadCount

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
