"""One recurring invoice: what it says, its next days, what was made of it."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    Chip,
    EmptyState,
    IconButton,
    Menu,
    MenuItem,
    PageHeader,
    Skeleton,
)
from frontend.hooks import (
    use_can,
    use_navigate,
    use_params,
    use_query,
    use_store,
    use_task,
    use_title,
)
from frontend.hooks.changes import use_changes
from frontend.locale import t
from frontend.operations import load
from frontend.pages.recurring.acts import delete, pause
from frontend.pages.recurring.change import ChangeSchedule
from frontend.pages.recurring.days import History, NextDays
from frontend.pages.recurring.places import LIST, ONE
from frontend.pages.recurring.said import Said
from frontend.pages.recurring.words import Recurring, name_of, state
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.2


@component
def OneRecurringPage() -> VdomDict:
    """The one of the URL."""
    recurring_id = unquote(use_params(ONE).get("id", ""))
    return html.div({"className": "recurring-page"}, OneRecurring(recurring_id, key=recurring_id))


@component
def OneRecurring(recurring_id: str) -> VdomDict | Component:
    """It, read again a moment after it changed."""
    read = use_query(load("recurring/read_recurring_invoice"), {"id": recurring_id})
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)
    found = (read.data or {}).get("recurringInvoice")
    use_title(name_of(found) if found else t("Recurring invoice"))

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            read.refetch()

    use_task(settle, [count])
    use_changes(("RECURRING_INVOICE",), lambda event: news.update(lambda seen: seen + 1))
    if found is None and read.loading:
        return Skeleton("detail")
    if found is None:
        return EmptyState(
            t("It is not here any more"),
            t("It was deleted, or never was."),
            action=Button(t("Recurring invoices"), href=LIST),
            drawing="lost",
        )
    return html.div(
        Header(found, key="header"),
        html.div(
            {"className": "recurring-body recurring-columns", "key": "body"},
            html.div(
                {"className": "recurring-main"},
                NextDays(found, key="next"),
                History(found, key="history"),
            ),
            html.aside({"className": "recurring-aside"}, Said(found, read.refetch, key="said")),
        ),
    )


@component
def Header(recurring: Recurring) -> VdomDict:
    """Its name, whether it goes on, and what can be done."""
    session, navigate = current_session(), use_navigate()
    can_write = use_can("WRITE_BILLING")
    changing, set_changing = use_state(False)
    busy, set_busy = use_state(False)

    async def turn() -> None:
        set_busy(True)
        try:
            await pause(session, recurring)
        finally:
            set_busy(False)

    async def remove() -> None:
        if await delete(session, recurring):
            navigate(LIST)

    acts: list[Any] = []
    if can_write and not recurring["isEnded"]:
        acts.append(
            Button(
                t("Go on") if recurring["isPaused"] else t("Pause"),
                icon="play" if recurring["isPaused"] else "pause",
                on_click=turn,
                busy=busy,
            )
        )
    kept = state(recurring)
    return html.div(
        PageHeader(
            name_of(recurring),
            count=Chip(kept[0], color=kept[1]) if kept else None,
            back=(t("Recurring invoices"), LIST),
            actions=html.div(
                {"className": "recurring-acts"},
                *acts,
                Menu(
                    IconButton("ellipsis", t("More actions")),
                    [MenuItem(t("Delete"), on_click=remove, icon="trash-2", danger=True)],
                    id="recurring-menu",
                    align="end",
                ),
            )
            if can_write
            else None,
            primary=Button(
                t("Change schedule"),
                variant="primary",
                icon="pencil",
                keys="e",
                on_click=lambda: set_changing(True),
            )
            if can_write
            else None,
        ),
        ChangeSchedule(recurring, on_close=lambda: set_changing(False), key="change")
        if changing
        else None,
    )
