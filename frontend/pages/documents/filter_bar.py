"""The controls of a list: a search, the states, the days, the client."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import (
    Button,
    Dialog,
    Field,
    Menu,
    MenuItem,
    MenuSeparator,
    SearchInput,
    Tab,
    Tabs,
    TextInput,
)
from frontend.components.menu import MenuEntry
from frontend.hooks import use_location, use_task, use_url_state
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.documents.by_client import ByClient
from frontend.pages.documents.filters import KEPT, LONGEST_TEXT, NOTHING, DocumentFilter
from frontend.pages.documents.periods import period_words, usual_periods
from frontend.pages.documents.sorting import SortMenu
from frontend.pages.task_list.words import local_today
from frontend.session import current_session

PAUSE_SECONDS = 0.15


@component
def Search(of_quotes: bool) -> VdomDict:
    """The box keeps its own text; it is filled anew when the URL changed otherwise than by it."""
    session = current_session()
    found, _ = use_url_state("q")
    sent, typed, fillings = use_ref(found), use_ref(found), use_ref(0)
    if found != sent.current:
        sent.current = typed.current = found
        fillings.current += 1

    async def search() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        begins = not sent.current  # Back leaves the search as a whole, not letter by letter
        sent.current = typed.current
        url = session.location.value.with_query({"q": typed.current or None}).url
        go(session, url, replace=not begins)

    runner = use_task(_nothing, [])

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"].strip()
        runner.start(search)

    return SearchInput(
        label=t("Search quotes") if of_quotes else t("Search invoices"),
        value=found,
        placeholder=t("Number, client or title"),
        on_input=take,
        attributes={
            "key": f"search-{fillings.current}",
            "id": "documents-search",
            "maxLength": LONGEST_TEXT,
        },
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def FilterBar(of_quotes: bool) -> VdomDict:
    """The states as tabs, and what else narrows the list."""
    location = use_location()
    shown = DocumentFilter.of(location.query, of_quotes=of_quotes)
    return html.div(
        {"className": "document-tools"},
        Tabs(
            [
                Tab(state or "all", label, _url(location.path, location.query, state))
                for state, label in _states(of_quotes)
            ],
            selected=shown.state or "all",
            label=t("State"),
        ),
        html.div(
            {"className": "document-filters"},
            ByClient(key="client"),
            ByPeriod(key="period"),
            SortMenu(of_quotes, key="sort"),
            Clear(of_quotes, key="clear"),
        ),
    )


def _url(path: str, query: Any, state: str) -> str:
    kept = {name: value for name, value in query.items() if name in KEPT and name != "state"}
    asked = urlencode({**kept, "state": state} if state else kept)
    return f"{path}?{asked}" if asked else path


def _states(of_quotes: bool) -> list[tuple[str, str]]:
    if of_quotes:
        return [
            ("", t("All quotes")),
            ("draft", t("Drafts")),
            ("open", t("Waiting")),
            ("accepted", t("Accepted", context="quotes")),
            ("invoiced", t("Invoiced", context="quotes")),
            ("rejected", t("Rejected", context="quotes")),
            ("expired", t("Expired", context="quotes")),
        ]
    return [
        ("", t("All invoices")),
        ("draft", t("Drafts")),
        ("unpaid", t("To pay")),
        ("overdue", t("Overdue")),
        ("paid", t("Paid", context="invoices")),
        ("void", t("Void", context="invoices")),
        ("credit", t("Credit notes")),
    ]


@component
def ByPeriod() -> VdomDict:
    """When they were issued."""
    session, today = current_session(), local_today()
    since, _ = use_url_state("from")
    until, _ = use_url_state("to")
    choosing, set_choosing = use_state(False)

    def show(first: str, last: str) -> None:
        asked = {"from": first or None, "to": last or None}
        go(session, session.location.value.with_query(asked).url)

    def choose(first: str, last: str) -> Any:
        is_chosen = (first, last) == (since, until)
        return lambda: show("", "") if is_chosen else show(first, last)

    entries: list[MenuEntry] = []
    for period in usual_periods(today):
        first, last = period.first.isoformat(), period.last.isoformat()
        checked = (first, last) == (since, until)
        entries.append(MenuItem(period.label, checked=checked, on_click=choose(first, last)))
    other = MenuItem(t("Other days…"), icon="calendar", on_click=lambda: set_choosing(True))
    entries += [MenuSeparator(), other]
    words, label = period_words(since, until, today), t("Issue date")
    return html.div(
        Menu(
            Button(
                t("{filter}: {value}", filter=label, value=words) if words else label,
                small=True,
                opens=True,
                attributes={"data-chosen": "" if words else None},
            ),
            entries,
            id="documents-period",
            align="end",
        ),
        Days(since, until, show, on_close=lambda: set_choosing(False), key="days")
        if choosing
        else None,
    )


@component
def Days(since: str, until: str, show: Any, *, on_close: Any) -> VdomDict:
    """Ask for a first and a last day."""
    typed = use_ref({"from": since, "to": until})

    def apply() -> None:
        show(typed.current["from"], typed.current["to"])
        on_close()

    def day(name: str, label: str) -> VdomDict:
        def take(event: dict[str, Any]) -> None:
            typed.current[name] = event["target"]["value"]

        box = TextInput(type="date", value=typed.current[name], on_input=take)
        return Field(label, box, id=f"documents-{name}")

    return Dialog(
        t("Issue date"),
        html.div(
            {"className": "document-days"}, day("from", t("First day")), day("to", t("Last day"))
        ),
        on_close=on_close,
        id="documents-days",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(t("Show"), variant="primary", on_click=apply),
        ),
    )


@component
def Clear(of_quotes: bool) -> VdomDict | None:
    """The way out of all filters."""
    session, location = current_session(), use_location()
    if DocumentFilter.of(location.query, of_quotes=of_quotes).is_empty:
        return None

    def clear() -> None:
        go(session, session.location.value.with_query(NOTHING).url)

    return html.div(Button(t("Show all"), variant="ghost", small=True, icon="x", on_click=clear))
