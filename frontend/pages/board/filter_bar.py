"""The filters of a board: a search, whose, which label, when due, which contact."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import (
    Button,
    Choice,
    Menu,
    MenuItem,
    Pick,
    Picker,
    PickGroup,
    SearchInput,
)
from frontend.hooks import use_location, use_query, use_task, use_url_state
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board.filters import DUE, LONGEST_TEXT, NOBODY, NOTHING, BoardFilter
from frontend.pages.contact_parts.finding import find_contacts
from frontend.session import current_session

PAUSE_SECONDS = 0.15
UNREAD: Sequence[Mapping[str, Any]] | None = None
NOBODY_FOUND: tuple[str | None, tuple[Choice, ...]] = (None, ())
"""What was searched for, and who was found."""


@component
def FilterBar() -> VdomDict:
    """All of it; each part watches its own name in the URL."""
    return html.div(
        {"className": "board-tools"},
        Search(key="search"),
        ByAssignee(key="assignee"),
        ByLabel(key="label"),
        ByDue(key="due"),
        ByContact(key="contact"),
        Clear(key="clear"),
    )


@component
def Search() -> VdomDict:
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
        label=t("Search cards"),
        value=found,
        placeholder=t("Search cards"),
        on_input=take,
        attributes={
            "key": f"search-{fillings.current}",
            "id": "board-search",
            "maxLength": LONGEST_TEXT,
        },
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def ByAssignee() -> VdomDict:
    """Whose cards."""
    chosen, set_chosen = use_url_state("assignee")
    members, read = _use_reading("tasks/list_assignees", _members, now=chosen not in ("", NOBODY))
    groups = [
        PickGroup("", (Pick(NOBODY, t("Nobody"), chosen=chosen == NOBODY),)),
        PickGroup(
            "", tuple(Pick(m["id"], m["name"], chosen=m["id"] == chosen) for m in members or ())
        ),
    ]
    name = t("Nobody") if chosen == NOBODY else _name(members, chosen)
    return html.div(
        Picker(
            _trigger(t("Assignee"), name if chosen else ""),
            groups,
            id="board-assignee",
            label=t("Assignee"),
            placeholder=t("Whose cards"),
            on_pick=lambda value: set_chosen(None if value == chosen else value, push=True),
            on_open=read,
            key="picker",
        )
    )


@component
def ByLabel() -> VdomDict:
    """Cards with a label."""
    chosen, set_chosen = use_url_state("label")
    labels, read = _use_reading("labels/list_labels", lambda data: data["labels"], now=bool(chosen))
    picks = tuple(
        Pick(label["id"], label["name"], color=label["color"], chosen=label["id"] == chosen)
        for label in labels or ()
    )
    return html.div(
        Picker(
            _trigger(t("Label"), _name(labels, chosen) if chosen else ""),
            [PickGroup("", picks)],
            id="board-label",
            label=t("Label"),
            placeholder=t("Search labels"),
            on_pick=lambda value: set_chosen(None if value == chosen else value, push=True),
            on_open=read,
            key="picker",
        )
    )


@component
def ByDue() -> VdomDict:
    """When cards are due."""
    chosen, set_chosen = use_url_state("due")
    words = {
        "overdue": t("Overdue"),
        "today": t("Today"),
        "week": t("This week"),
        "none": t("Without a date"),
    }

    def choosing(value: str) -> Any:
        return lambda: set_chosen(None if value == chosen else value, push=True)

    return html.div(
        Menu(
            _trigger(t("Due"), words.get(chosen, "")),
            [
                MenuItem(words[value], checked=value == chosen, on_click=choosing(value))
                for value in DUE
            ],
            id="board-due",
        )
    )


@component
def ByContact() -> VdomDict:
    """Cards of a contact, found by a name or an e-mail; a link to the board may say whose too."""
    session = current_session()
    chosen, set_chosen = use_url_state("contact")
    (searched, found), set_found = use_state(NOBODY_FOUND)
    wanted = use_ref("")
    data, _, _, _ = use_query(load("contacts/read_contact_name"), {"id": chosen}, skip=not chosen)
    name = _contact_name(data, chosen)

    async def search(text: str) -> None:
        wanted.current = text
        choices = await find_contacts(session, text)
        if wanted.current == text:
            set_found((text, tuple(choices)))

    is_found = any(each.value == chosen for each in found)
    groups = [
        PickGroup(
            "",
            (Pick(chosen, name, chosen=True),) if chosen and not searched and not is_found else (),
        ),
        PickGroup(
            "",
            tuple(
                Pick(each.value, each.label, each.hint or "", chosen=each.value == chosen)
                for each in found
            ),
        ),
    ]
    return html.div(
        Picker(
            _trigger(t("Contact"), name if chosen else ""),
            groups,
            id="board-contact",
            label=t("Contact"),
            placeholder=t("Name or e-mail"),
            on_pick=lambda value: set_chosen(None if value == chosen else value, push=True),
            on_search=search,
            searched=searched,
            key="picker",
        )
    )


def _contact_name(data: Mapping[str, Any] | None, chosen: str) -> str:
    """Return what the chosen contact is called; one that is gone has no name."""
    if not chosen or data is None:
        return "…"
    return str((data["contact"] or {}).get("displayName") or t("Contact"))


@component
def Clear() -> VdomDict | None:
    """The way out of all filters."""
    session, location = current_session(), use_location()
    if BoardFilter.of(location.query).is_empty:
        return None

    def clear() -> None:
        go(session, session.location.value.with_query(NOTHING).url)

    return html.div(Button(t("Show all cards"), variant="ghost", icon="x", on_click=clear))


def _trigger(label: str, chosen: str) -> VdomDict:
    words = t("{filter}: {value}", filter=label, value=chosen) if chosen else label
    return Button(words, opens=True, attributes={"data-chosen": "" if chosen else None})


def _name(things: Sequence[Mapping[str, Any]] | None, wanted: str) -> str:
    return next((str(each["name"]) for each in things or () if each["id"] == wanted), "…")


def _members(data: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    members: Sequence[Mapping[str, Any]] = (data["viewer"] or {"members": ()})["members"]
    return members


def _use_reading(operation: str, take: Any, *, now: bool) -> tuple[Any, Any]:
    """Read what can be chosen as soon as somebody looks, or at once where one is chosen."""
    session = current_session()
    found, set_found = use_state(UNREAD)

    async def read() -> None:
        try:
            set_found(take(await session.client.run(load(operation))))
        except OperationFailed:
            set_found(())

    async def read_now() -> None:
        if now and found is None:
            await read()

    use_task(read_now, [now])
    return found, read
