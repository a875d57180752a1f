"""The secret address under which one's calendar reads one's tasks."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, ConfirmDialog, Panel, Time
from frontend.components.copy_button import CopyButton
from frontend.hooks import use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load


@component
def CalendarPanel() -> VdomDict:
    """Make the address, copy it, replace it, revoke it."""
    data, loading, _, refetch = use_query(load("tasks/read_calendar_feed"))
    create, creating = use_mutation(load("tasks/create_calendar_feed"))
    revoke, _ = use_mutation(load("tasks/revoke_calendar_feed"))
    asking, set_asking = use_state(False)
    toast = use_toast()
    feed = (data or {}).get("calendarFeed")

    async def make() -> None:
        if (await create()).ok:
            refetch()

    async def end() -> None:
        if (await revoke()).ok:
            toast(t("The address opens nothing any more"))
            refetch()
        set_asking(False)

    if feed is None:
        content = Button(
            t("Make an address"), icon="calendar", on_click=make, busy=creating.loading or loading
        )
    else:
        content = html.div(
            {"className": "calendar-feed"},
            html.div(
                {"className": "secret-box"},
                html.code(
                    {
                        "className": "secret-text",
                        "aria-label": t("Address of the calendar"),
                        "role": "text",
                    },
                    feed["url"] or t("The server’s key was lost: make a new address."),
                ),
                CopyButton(feed["url"], small=True) if feed["url"] else None,
            ),
            html.p(
                {"className": "field-hint"},
                *((t("Last read:"), " ", Time(feed["readAt"])) if feed["readAt"] else ()),
                None if feed["readAt"] else t("No calendar has read it yet."),
            ),
            html.div(
                {"className": "calendar-feed-actions"},
                Button(t("Make another address"), on_click=make, busy=creating.loading),
                Button(t("Revoke"), on_click=lambda: set_asking(True)),
            ),
        )
    return Panel(
        t("Tasks in your calendar"),
        content,
        ConfirmDialog(
            t("Revoke this address?"),
            t("Calendars that read it will show your tasks no more."),
            confirm=t("Revoke"),
            danger=True,
            on_confirm=end,
            on_close=lambda: set_asking(False),
            key="revoke",
        )
        if asking
        else None,
        text=t(
            "A private address that Google Calendar, Apple Calendar, Outlook and others subscribe "
            "to. Whoever knows it reads your tasks: share it with nobody."
        ),
    )
