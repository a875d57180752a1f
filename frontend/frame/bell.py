"""The bell: what the viewer is told, live, and how much of it they have not read."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Icon, Popover, Time, classes
from frontend.fragments import FragmentList, fragment, target
from frontend.hooks import use_live, use_mutation, use_query, use_target, use_toast
from frontend.locale import format_number, t, tn
from frontend.operations import load

READ = "notifications:read"
SHOWN = 30
ANCHOR = "notifications-bell"
Notification = Mapping[str, Any]


@component
def Bell() -> VdomDict:
    """An entry of the navigation that opens what came last."""
    is_open, set_open = use_state(False)
    data, _, _, refetch = use_query(load("notifications/list_notifications"), {"first": SHOWN})
    mark, _ = use_mutation(load("notifications/mark_notifications_read"))
    toast = use_toast()
    answer = data or {"viewer": None, "unreadNotificationCount": 0, "notifications": {"edges": ()}}
    unread: int = answer["unreadNotificationCount"]

    def hear(event: Mapping[str, Any]) -> None:
        for notification in event["notifications"]:
            toast(told_words(notification))
        refetch()

    async def read(event: Mapping[str, Any]) -> None:
        set_open(False)
        await mark({"ids": [event["currentTarget"]["dataset"]["id"]]})
        refetch()

    async def read_all() -> None:
        await mark({})
        refetch()

    use_target(READ, read)
    use_live(
        load("notifications/follow_notifications"),
        {},
        hear,
        after=(answer["viewer"] or {}).get("cursor"),
        skip=data is None,
    )
    words = tn("{count} unread notification", "{count} unread notifications", unread)
    return html.div(
        {"className": "bell"},
        html.button(
            {
                "type": "button",
                "id": ANCHOR,
                "className": "section-link",
                "aria-haspopup": "dialog",
                "aria-expanded": str(is_open).lower(),
                "onClick": lambda event: set_open(not is_open),
            },
            Icon("bell"),
            html.span({"className": "sidebar-words"}, t("Notifications")),
            html.span(
                {"className": "section-count", "title": words},
                html.span({"aria-hidden": "true"}, format_number(unread)),
                html.span({"className": "visually-hidden"}, words),
            )
            if unread
            else None,
        ),
        Popover(
            _list([edge["node"] for edge in answer["notifications"]["edges"]]),
            Button(t("Mark all as read"), small=True, variant="ghost", on_click=read_all)
            if unread
            else None,
            label=t("Notifications"),
            anchor=ANCHOR,
            on_close=lambda event: set_open(False),
            id="notifications",
        )
        if is_open
        else None,
    )


def _list(notifications: list[Notification]) -> VdomDict:
    if not notifications:
        return html.p(
            {"className": "bell-nothing"},
            t("Nothing new. Reminders, and tasks and cards that others give you, appear here."),
        )
    return html.div(
        {"className": "bell-list"},
        FragmentList("ul", {}, [notification_row(each) for each in notifications]),
    )


PLACES = {
    **dict.fromkeys(("CARD_ENTERED_STEP", "CARD_ASSIGNED"), "cards"),
    **dict.fromkeys(("INVOICE_TO_REVIEW", "INVOICE_HELD", "INVOICE_NOT_SENT"), "invoices"),
    **dict.fromkeys(("QUOTE_ACCEPTED", "QUOTE_REJECTED", "QUOTE_WAITS"), "quotes"),
    **dict.fromkeys(
        (
            "PRIVACY_COPY_READY",
            "PRIVACY_ERASURE_DONE",
            "PRIVACY_REQUEST_FAILED",
            "PRIVACY_REQUEST_DUE",
            "PRIVACY_REQUEST_OVERDUE",
        ),
        "privacy",
    ),
}
"""Under which address the subject of a notification is found; others lead to their contact."""


def told_words(notification: Notification) -> str:
    """Return what a notification says in one line."""
    title, name = notification["title"], notification["actorName"]
    words = {
        "TASK_ASSIGNED": t("{name} gave you a task: {title}", name=name, title=title),
        "CARD_ENTERED_STEP": t("A card has come: {title}", title=title),
        "CARD_ASSIGNED": t("{name} gave you a card: {title}", name=name, title=title),
        "INVOICE_TO_REVIEW": t("An invoice waits to be issued: {title}", title=title),
        "INVOICE_HELD": t("An invoice could not be issued: {title}", title=title),
        "INVOICE_NOT_SENT": t("An invoice could not be sent: {title}", title=title),
        "QUOTE_ACCEPTED": t("A quote was accepted: {title}", title=title),
        "QUOTE_WAITS": t("The invoice of an accepted quote waits for you: {title}", title=title),
        "QUOTE_REJECTED": t("A quote was rejected: {title}", title=title),
        "PRIVACY_COPY_READY": t("The copy of a client’s data is ready"),
        "PRIVACY_ERASURE_DONE": t("A client was erased"),
        "PRIVACY_REQUEST_FAILED": t("A privacy request could not be done"),
        "PRIVACY_REQUEST_DUE": t("A privacy request is due within 24 hours"),
        "PRIVACY_REQUEST_OVERDUE": t("A privacy request is overdue"),
    }
    return words.get(notification["kind"]) or t("Reminder: {title}", title=title)


def leads_to(notification: Notification) -> str:
    """Return where a notification leads."""
    if place := PLACES.get(notification["kind"]):
        return f"/{place}/{notification['subjectId']}"
    contact = notification["contact"]
    return f"/contacts/{contact['id']}" if contact else "/tasks"


def _version(notification: Notification) -> Hashable:
    contact = notification["contact"] or {}
    return notification["id"], notification["readAt"], contact.get("displayName")


@fragment(version=_version)
def notification_row(notification: Notification) -> VdomDict:
    """Draw a notification: what it says, about whom, since when."""
    contact, is_new = notification["contact"], notification["readAt"] is None
    return html.li(
        {"key": notification["id"]},
        html.a(
            {
                "className": classes("notification", is_new and "notification-unread"),
                "href": leads_to(notification),
                "data-id": notification["id"],
                "onClick": target(READ),
            },
            html.span({"className": "notification-title"}, told_words(notification)),
            html.span(
                {"className": "notification-about"},
                html.bdi(contact["displayName"]) if contact else None,
                Time(notification["createdAt"]),
            ),
        ),
    )
