"""A conversation in the list, as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Avatar, Icon, Time, classes
from frontend.fragments import fragment, target
from frontend.locale import format_number, t
from frontend.pages.inbox.state import Thread

MARK, ARCHIVE = "inbox:mark", "inbox:archive"


@dataclass(frozen=True, slots=True)
class Look:
    """What a list shows of a thread besides itself: whether it is open, what can be done, and the
    query that links keep.
    """

    is_open: bool
    can_send: bool
    query: str


def person(thread: Thread) -> str:
    """Return who a thread is with."""
    contact = thread["contact"]
    if contact is not None:
        return contact["displayName"] or t("Unnamed contact")
    return thread["name"] or thread["address"] or t("Unknown sender")


def thread_url(thread_id: str, query: str = "") -> str:
    """Return the place where a thread is open, with the query of the list."""
    return f"/inbox/{thread_id}{query}"


def _version(thread: Thread, look: Look) -> Hashable:
    contact = thread["contact"] or {}
    shown = contact.get("id"), contact.get("version"), contact.get("displayName")
    about = thread["name"], thread["address"], thread["subject"], thread["excerpt"]
    state = thread["unreadCount"], thread["isArchived"], thread["lastState"], thread["lastAt"]
    return thread["id"], shown, about, state, look


@fragment(version=_version)
def thread_row(thread: Thread, look: Look) -> VdomDict:
    """Draw a conversation: with whom, what was said last, and what can be done."""
    name, contact = person(thread), thread["contact"] or {}
    return html.li(
        {
            "key": thread["id"],
            "className": classes(
                "thread", thread["isUnread"] and "thread-unread", look.is_open and "thread-open"
            ),
        },
        html.a(
            {
                "className": "thread-link",
                "id": f"thread-{thread['id']}",
                "href": thread_url(thread["id"], look.query),
                **({"aria-current": "true"} if look.is_open else {}),
            },
            Avatar(name, photo_url=contact.get("photoUrl"), size=32),
            html.span(
                {"className": "thread-words"},
                html.span(
                    {"className": "thread-top"},
                    html.bdi({"className": "thread-name"}, name),
                    html.span({"className": "visually-hidden"}, t("unread"))
                    if thread["isUnread"]
                    else None,
                    Time(thread["lastAt"]),
                ),
                html.span({"className": "thread-subject", "dir": "auto"}, thread["subject"])
                if thread["subject"]
                else None,
                html.span({"className": "thread-bottom"}, _last(thread), _count(thread)),
            ),
        ),
        _acts(thread, name) if look.can_send else None,
    )


def _last(thread: Thread) -> VdomDict:
    """Say how the newest message begins, whose it is, and that it did not leave."""
    stays = {"FAILED": t("Not sent"), "HELD": t("Held")}.get(thread["lastState"])
    return html.span(
        {"className": "thread-excerpt"},
        html.span({"className": "thread-failed"}, Icon("circle-alert", size=12), stays)
        if stays
        else None,
        html.span({"className": "thread-ours"}, t("Sent:"))
        if thread["lastDirection"] == "OUT" and not stays
        else None,
        html.bdi(thread["excerpt"]),
    )


def _count(thread: Thread) -> VdomDict | None:
    if thread["unreadCount"] <= 0:
        return None
    return html.span(
        {"className": "thread-count", "aria-hidden": "true"}, format_number(thread["unreadCount"])
    )


def _acts(thread: Thread, name: str) -> VdomDict:
    read = thread["isUnread"]
    archived = thread["isArchived"]
    return html.span(
        {"className": "thread-acts"},
        _act(
            thread,
            MARK,
            "mail-open" if read else "mail",
            t("Mark {name} as read", name=name) if read else t("Mark {name} as unread", name=name),
            "u",
        ),
        _act(
            thread,
            ARCHIVE,
            "archive-restore" if archived else "archive",
            t("Bring {name} back to the inbox", name=name)
            if archived
            else t("Archive {name}", name=name),
            "e",
        ),
    )


def _act(thread: Thread, name: str, icon: str, label: str, key: str) -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "icon-button icon-button-small",
            "data-id": thread["id"],
            "data-act": key,
            "title": f"{label} ({key})",
            "aria-label": label,
            "onClick": target(name),
        },
        Icon(icon, size=14),
    )
