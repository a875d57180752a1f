"""The grid: a frame that the browser scrolls, ticks and walks through by itself, and the rows that
are loaded.
"""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Icon
from frontend.errors import report
from frontend.events import Detail
from frontend.fragments import fragment
from frontend.hooks import use_live, use_store, use_task, use_url_state
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.fields import Fields, fields_of, know_fields
from frontend.pages.contacts_grid.actions import GridActions
from frontend.pages.contacts_grid.asked import Columns, asked_of
from frontend.pages.contacts_grid.columns import ColumnChoice, all_columns
from frontend.pages.contacts_grid.contact_list import NOT_UNDERSTOOD, ContactList, Told
from frontend.pages.contacts_grid.emptiness import Emptiness
from frontend.pages.contacts_grid.header import HeaderRow
from frontend.pages.contacts_grid.listing import Listing
from frontend.pages.contacts_grid.preferences import read_columns
from frontend.pages.contacts_grid.segment import Segment
from frontend.pages.contacts_grid.selection_bar import SelectionBar
from frontend.pages.contacts_grid.shared_rows import rows_element
from frontend.pages.contacts_grid.way_back import back_from
from frontend.session import Session, current_session

_grid = Vdom("carnet-grid")
SETTLE_SECONDS = 1.5
FIRST_SKELETONS = 12
NOT_THERE = "NOT_FOUND"


@component
def Grid(contacts: ContactList) -> VdomDict:
    """The list: header, rows, what stands in for none, and the bar of what is ticked."""
    columns: ColumnChoice = use_store(contacts.drawn)
    window = use_ref(uuid4().hex[:8]).current
    actions = GridActions(contacts, current_session())

    async def acted(event: dict[str, Any]) -> None:
        await actions.answer(Detail(event))

    return _grid(
        {
            "className": "grid",
            "key": "grid",
            "data-window": window,
            "data-transient": "",
            "onact": acted,
            "style": {"--columns": columns.template},
        },
        html.div(
            {
                "className": "grid-viewport",
                "id": "contacts-grid",
                "role": "grid",
                "tabIndex": 0,
                "aria-label": t("Contacts"),
                "aria-multiselectable": "true",
                "aria-colcount": len(columns.shown) + 1,
            },
            HeaderRow(contacts, key="head"),
            Rows(contacts, key="rows"),
        ),
        _view_link(),
        Emptiness(contacts, key="emptiness"),
        SelectionBar(contacts, key="selection"),
        Marks(contacts, key="marks"),
        Opener(contacts, key="opener"),
        LostFields(contacts, key="lost"),
        _keys(),
    )


@fragment(version=lambda: ())
def _view_link() -> VdomDict:
    """Draw the way to a contact's page, which the browser moves to the row under the pointer."""
    return html.a(
        {
            "className": "button button-secondary button-small grid-view",
            "href": "/contacts",
            "data-base": "/contacts/",
            "tabIndex": -1,
            "hidden": True,
        },
        Icon("maximize-2", size=14),
        html.span({"className": "button-label"}, t("View")),
    )


@fragment(version=lambda: ())
def _keys() -> VdomDict:
    """Name the keys of the list for the dialog of shortcuts."""
    words = {
        "ArrowUp ArrowDown": t("Move in the list"),
        "Enter": t("Open the contact’s page"),
        "V": t("Quick view"),
        "Space": t("Tick the contact"),
        "Shift+ArrowDown": t("Tick several in a row"),
        "Mod+A": t("Tick all that are loaded"),
        "E": t("Edit contact"),
    }
    return html.ul(
        {"hidden": True},
        *(html.li({"key": keys, "data-also-keys": keys}, words[keys]) for keys in words),
    )


@component
def Rows(contacts: ContactList) -> VdomDict:
    """The space of the whole list, with the loaded rows at their place in it."""
    segment: Segment | None = use_store(contacts.segment)
    opened = contacts.opened.value
    total = segment.total if segment else FIRST_SKELETONS
    start = segment.start if segment else 0
    return html.div(
        {
            "className": "grid-space",
            "role": "presentation",
            "data-total": total,
            "data-start": start,
            "data-jumps": opened.jumps if opened else 0,
            "style": {"--total": total},
        },
        rows_element(segment),
    )


@component
def Opener(contacts: ContactList) -> None:
    """Nothing to see: reads what the URL asks for, follows its changes, settles what they leave in
    doubt.
    """
    session = current_session()
    listing: Listing | None = use_store(asked_of(session), lambda asked: asked.listing)
    columns: Columns | None = use_store(asked_of(session), lambda asked: asked.columns)
    own = use_store(contacts.own, lambda choice: choice.shown if choice else None)
    shown = use_store(contacts.choice, lambda choice: choice.shown if choice else None)
    opened = use_store(contacts.opened)
    doubts = use_store(contacts.doubts)

    async def read() -> None:
        choice = contacts.own.value
        try:
            if choice is None:
                fields, chosen = await asyncio.gather(
                    know_fields(session), read_columns(session.client)
                )
                contacts.own.set(chosen.known(fields))
                return
            if listing is None:
                return
            choice = choice.showing(columns).known(fields_of(session).value or ())
            contacts.choose(choice)
            anchor = session.location.value.query.get("at") if opened is None else None
            await contacts.open(listing, choice, anchor)
        except OperationFailed as error:
            if listing and choice and error.code in (NOT_UNDERSTOOD, NOT_THERE):
                if listing.is_custom:
                    _sort_as_usual(session)
                else:
                    await contacts.open_nothing(listing, choice)
                return
            contacts.failed.set(True)
            report(error)
        else:
            contacts.failed.set(False)

    use_task(read, [listing, columns, own, shown], loading=session)
    use_live(
        load("contacts/contacts_changed"),
        {**opened.listing.variables(), **opened.columns.relations} if opened else {},
        lambda event: contacts.apply(event, opened.generation if opened else 0),
        after=opened.cursor if opened else None,
        skip=opened is None or not opened.makes_sense,
    )
    settle = use_task(_nothing, [])

    @use_effect(dependencies=[doubts])
    def settle_soon() -> None:
        if doubts:
            settle.start(lambda: _settle(contacts))

    @use_effect(dependencies=[])
    def close_at_the_end() -> Any:
        return contacts.close


@component
def LostFields(contacts: ContactList) -> None:
    """Nothing to see: takes the columns and the sort of a field that is gone out of the list, and
    puts the columns back when the field is.
    """
    session = current_session()
    fields: Fields | None = use_store(fields_of(session))
    lost: dict[str, int] = use_ref(dict[str, int]()).current

    @use_effect(dependencies=[fields])
    def follow_fields() -> None:
        asked, own = asked_of(session).value, contacts.own.value
        if fields is None:
            return
        if own is not None:
            own = own.following(all_columns(fields), lost)
            contacts.own.set(own)
            contacts.choose(own.showing(asked.columns).known(fields))
        listing = asked.listing or Listing()
        if listing.is_custom and listing.sort not in all_columns(fields):
            _sort_as_usual(session)


@component
def Marks(contacts: ContactList) -> VdomDict:
    """Tells the browser which contact is open, and what the server ticked."""
    open_id, _ = use_url_state("open")
    told: Told = use_store(contacts.told)
    return html.span(
        {
            "className": "grid-marks",
            "hidden": True,
            "data-open": open_id,
            "data-back": back_from(current_session()),
            "data-epoch": told.epoch,
            "data-heard": told.heard,
            "data-everything": "" if told.selection.everything else None,
            "data-ids": " ".join(sorted(told.selection.ids)),
        }
    )


def _sort_as_usual(session: Session) -> None:
    """Turn to the usual order: the field that the list was sorted by is gone."""
    query = asked_of(session).value.sorted_query(Listing())
    go(session, session.location.value.with_query(query).url, replace=True)


async def _settle(contacts: ContactList) -> None:
    await asyncio.sleep(SETTLE_SECONDS)
    await contacts.settle()


async def _nothing() -> None:
    """There is nothing in doubt at first."""
