"""What is done with the filter of the bar: saved, changed, renamed, shared, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, IconButton, Menu, MenuItem
from frontend.components.menu import MenuEntry
from frontend.errors import explain
from frontend.hooks import use_can
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contact_filters.conditions import EVERYBODY, Group
from frontend.pages.contact_filters.names import use_names
from frontend.pages.contact_filters.naming import DeleteFilter, NameDialog, Naming
from frontend.pages.contact_filters.segments import (
    PRIVATE,
    TEAM,
    Saved,
    Segment,
    create_segment,
    saved_form,
    segments_of,
    update_segment,
    use_segments,
)
from frontend.pages.contact_filters.words import sentence
from frontend.pages.contacts_grid.asked import Asked, asked_of, use_asked
from frontend.pages.contacts_grid.columns import ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import Listing
from frontend.session import Session, current_session

NOTHING = ""


@component
def SavedFilter(contacts: ContactList) -> VdomDict:
    """The buttons that save the bar's filter, and the menu of the saved one that is open."""
    session, asked, segments = current_session(), use_asked(), use_segments()
    can_save = use_can("SAVE_SEGMENTS")
    doing, set_doing = use_state(NOTHING)
    busy, set_busy = use_state(False)
    segment = next((s for s in segments if s["id"] == asked.segment_id), None)
    where = asked.listing.where if asked.listing else EVERYBODY

    async def save_changes() -> None:
        if segment is None or busy:
            return
        set_busy(True)
        try:
            saved = await update_segment(session, segment, **_kept(asked, contacts))
        finally:
            set_busy(False)
        for refusal in saved.errors:
            session.toasts.show(explain(refusal), kind="error")
        if saved.segment_id:
            open_segment(session, saved.segment_id)

    buttons: list[VdomDict | Component] = []
    if can_save and _is_new(asked, where):
        words = t("Save as new") if segment else t("Save")
        buttons.append(_button(words, lambda: set_doing("new"), "save"))
    if segment is not None and asked.is_changed:
        if segment["canEdit"]:
            buttons.insert(0, _button(t("Save changes"), save_changes, "changes", busy=busy))
        buttons.append(_button(t("Reset"), lambda: open_segment(session, segment["id"]), "reset"))
    return html.div(
        {"className": "saved-filter"},
        *buttons,
        SavedMenu(segment, set_doing, key="menu") if segment and segment["canEdit"] else None,
        _dialog(doing, asked, contacts, segment, lambda: set_doing(NOTHING)),
    )


@component
def SavedMenu(segment: Segment, do: Callable[[str], None]) -> Component:
    """What may be done with a saved filter that is open."""
    session, can_share = current_session(), use_can("SHARE_SEGMENTS")

    def sharing(visibility: str) -> Callable[[], Any]:
        return lambda: _share(session, segment, visibility)

    entries: list[MenuEntry] = [
        MenuItem(t("Edit"), icon="pencil", on_click=lambda: do("edit")),
    ]
    if can_share and segment["visibility"] == PRIVATE:
        words = t("Share with the team")
        entries.append(MenuItem(words, icon="users-round", on_click=sharing(TEAM)))
    if segment["visibility"] == TEAM and segment["isMine"]:
        words = t("Keep to myself")
        entries.append(MenuItem(words, icon="user-round", on_click=sharing(PRIVATE)))
    entries.append(
        MenuItem(t("Delete"), icon="trash-2", danger=True, on_click=lambda: do("delete"))
    )
    trigger = IconButton("ellipsis", t("Saved filter: {name}", name=segment["name"]), small=True)
    return Menu(trigger, entries, id="saved-filter-menu")


def open_segment(session: Session, segment_id: str) -> None:
    """Show a saved filter as it is."""
    known = segments_of(session).value or ()
    segment: Segment = next((s for s in known if s["id"] == segment_id), {"id": segment_id})
    query = asked_of(session).value.opening(segment)
    go(session, session.location.value.with_query(query).url)


@component
def SaveNew(asked: Asked, contacts: ContactList, *, on_close: Callable[[], None]) -> Component:
    """Ask for the name of a new saved filter, and open it."""
    session, names = current_session(), use_names()
    where = asked.listing.where if asked.listing else EVERYBODY

    async def save(naming: Naming) -> Saved:
        kept = {"filter": _filter(asked), "visibility": naming.visibility}
        listed = _listed(asked, contacts) if naming.with_list else {}
        saved = await create_segment(session, naming.name, **kept, **listed)
        if saved.segment_id:
            open_segment(session, saved.segment_id)
        return saved

    return NameDialog(
        t("Save this filter"),
        sentence(where, names),
        naming=Naming(with_list=asked.brings_more),
        on_save=save,
        on_close=on_close,
        key="new",
    )


@component
def Edit(
    segment: Segment, asked: Asked, contacts: ContactList, *, on_close: Callable[[], None]
) -> Component:
    """Ask for another name of a saved filter, for who sees it, and whether it brings the order and
    the columns.
    """
    session, names = current_session(), use_names()

    async def save(naming: Naming) -> Saved:
        changes: dict[str, Any] = {"name": naming.name, "visibility": naming.visibility}
        if naming.with_list and not asked.brings_more:
            changes |= _listed(asked, contacts)
        elif asked.brings_more and not naming.with_list:
            changes |= {"sort": None, "columns": None}
        return await update_segment(session, segment, **changes)

    return NameDialog(
        t("Edit the filter"),
        sentence(asked.saved or EVERYBODY, names),
        naming=Naming(segment["name"], segment["visibility"], asked.brings_more),
        on_save=save,
        on_close=on_close,
        key="edit",
    )


@component
def DeleteOpen(segment: Segment, *, on_close: Callable[[], None]) -> Component:
    """Ask before the saved filter that is open goes; everybody is shown then."""
    session = current_session()

    def leave() -> None:
        query = asked_of(session).value.without
        go(session, session.location.value.with_query(query).url)

    def enter() -> None:
        open_segment(session, segment["id"])

    return DeleteFilter(segment, leave=leave, enter=enter, on_close=on_close, key="question")


def _dialog(
    doing: str,
    asked: Asked,
    contacts: ContactList,
    segment: Segment | None,
    close: Callable[[], None],
) -> Component | None:
    if doing == "new":
        return SaveNew(asked, contacts, on_close=close, key="new")
    if segment is None:
        return None
    if doing == "edit":
        return Edit(segment, asked, contacts, on_close=close, key="edit")
    if doing == "delete":
        return DeleteOpen(segment, on_close=close, key="delete")
    return None


async def _share(session: Session, segment: Segment, visibility: str) -> None:
    saved = await update_segment(session, segment, visibility=visibility)
    for refusal in saved.errors:
        session.toasts.show(explain(refusal), kind="error")
    if saved.segment_id:
        shared = t("“{name}” is shared with the team", name=segment["name"])
        private = t("Only you see “{name}” now", name=segment["name"])
        session.toasts.show(shared if visibility == TEAM else private, kind="success")


def _is_new(asked: Asked, where: Group) -> bool:
    """Tell whether there is something to save that is not saved yet."""
    if asked.listing is None or asked.listing.deleted or where == EVERYBODY:
        return False
    return asked.segment_id is None or asked.is_changed


def _filter(asked: Asked) -> dict[str, Any]:
    listing = asked.listing or Listing()
    return saved_form(listing.where, listing.search)


def _listed(asked: Asked, contacts: ContactList) -> dict[str, Any]:
    """Return the order and the columns behind the name, as they are saved with a filter."""
    choice = contacts.choice.value or ColumnChoice()
    listing = asked.listing or Listing()
    return {"sort": listing.variables()["sort"], "columns": list(choice.shown[1:])}


def _kept(asked: Asked, contacts: ContactList) -> dict[str, Any]:
    """Return what an open saved filter holds once the changes of the bar and the list are its."""
    listed = _listed(asked, contacts) if asked.brings_more else {}
    return {"filter": _filter(asked), **listed}


def _button(words: str, act: Callable[[], Any], key: str, *, busy: bool = False) -> VdomDict:
    attributes = {"key": key, "id": f"filter-{key}"}
    return Button(
        words, small=True, variant="ghost", on_click=act, busy=busy, attributes=attributes
    )
