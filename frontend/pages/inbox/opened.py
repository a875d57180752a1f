"""The conversation at /inbox/{thread}, beside the list; instead of it on a phone."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Avatar, EmptyState, IconButton, Skeleton
from frontend.hooks import use_can, use_store, use_task
from frontend.locale import t
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.inbox.acts import turn_archived, turn_read
from frontend.pages.inbox.row import person
from frontend.pages.inbox.state import Inbox, Thread
from frontend.pages.inbox.stranger import Stranger
from frontend.pages.message_parts.conversation import Conversation


@component
def Opened(inbox: Inbox, thread_id: str, query: str) -> VdomDict:
    """The thread of the URL, or what stands instead of it."""
    opened: Thread | None = use_store(inbox.opened)
    missing: bool = use_store(inbox.missing)

    async def find() -> None:
        await inbox.open(thread_id)

    use_task(find, [thread_id], loading=inbox.session)
    thread = opened if opened and opened["id"] == thread_id else inbox.thread(thread_id)
    if missing:
        return html.div(
            {"className": "inbox-nothing"},
            _back(query),
            EmptyState(
                t("This conversation is not here"),
                t("It was joined to another one, or its contact was deleted."),
                drawing="lost",
            ),
        )
    if thread is None:
        return html.div({"className": "inbox-thread"}, Skeleton("detail", lines=6))
    return html.div(
        {"className": "inbox-thread"},
        ThreadHeader(inbox, thread, query, key="header"),
        None if thread["contact"] else Stranger(inbox, thread, query, key=f"of-{thread['id']}"),
        html.div({"className": "inbox-conversation", "key": "conversation"}, _talk(thread)),
    )


def _talk(thread: Thread) -> Component:
    contact = thread["contact"]
    if contact is not None:
        return Conversation(
            contact_id=contact["id"], name=contact["displayName"] or "", key=contact["id"]
        )
    return Conversation(thread_id=thread["id"], key=thread["id"])


@component
def ThreadHeader(inbox: Inbox, thread: Thread, query: str) -> VdomDict:
    """With whom, the way to their page, and what can be done."""
    can_send, name = use_can("SEND_MESSAGES"), person(thread)
    contact, archived = thread["contact"], thread["isArchived"]

    async def mark() -> None:
        await turn_read(inbox, thread, query)

    async def archive() -> None:
        await turn_archived(inbox, thread, query)

    return html.header(
        {"className": "inbox-thread-header"},
        _back(query),
        Avatar(name, photo_url=(contact or {}).get("photoUrl"), size=32),
        html.h2(
            {"className": "inbox-thread-name"},
            html.a({"href": contact_url(contact["id"], "messages")}, html.bdi(name))
            if contact
            else html.bdi(name),
        ),
        html.div(
            {"className": "inbox-thread-acts"},
            IconButton(
                "mail-open" if thread["isUnread"] else "mail",
                t("Mark as read") if thread["isUnread"] else t("Mark as unread"),
                on_click=mark,
                keys="u",
            ),
            IconButton(
                "archive-restore" if archived else "archive",
                t("Bring back to the inbox") if archived else t("Archive"),
                on_click=archive,
                keys="e",
            ),
        )
        if can_send
        else None,
    )


def _back(query: str) -> VdomDict:
    return html.a({"className": "page-back inbox-back", "href": f"/inbox{query}"}, t("‹ Inbox"))
