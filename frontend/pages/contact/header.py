"""The line at the top: the way back to the list, who it is, and what can be done."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Avatar, Button, IconButton, Menu, MenuItem, MenuSeparator
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_query, use_store, use_title, use_viewer
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact.parts import ContactAction, contact_parts
from frontend.pages.contact.state import TAB, PageState
from frontend.pages.contact_card.deletion import Deletion
from frontend.pages.contact_card.neighbours import neighbour_arrows
from frontend.pages.contact_card.state import is_deleted
from frontend.pages.contact_export.dialog import ExportDialog, Scope
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contact_parts.words import contact_name
from frontend.pages.contacts_grid.listing import Listing
from frontend.pages.contacts_grid.way_back import go_on_from, left_listing, list_url
from frontend.pages.duplicates.merge_with import MergeWith

NOTHING = ""


@component
def ContactHeader(state: PageState) -> VdomDict:
    """The line at the top, true while the name changes."""
    return html.header(
        {"className": "page-header contact-header"},
        html.a(
            {
                "className": "page-back",
                "href": list_url(state.session),
                "data-keys": "Escape",
                "data-label": t("Back to the list"),
            },
            f"‹ {t('Contacts')}",
        ),
        Who(state, key="who"),
        Neighbours(state, key="neighbours"),
        ContactActions(state, key="actions"),
    )


@component
def Who(state: PageState) -> VdomDict:
    """The photo, the name and the company."""
    name, company, photo_url = use_store(
        state.contact,
        lambda contact: (
            contact_name(contact) if contact else "",
            (contact or {}).get("company"),
            (contact or {}).get("photoUrl"),
        ),
    )
    use_title(name or t("Contact"))
    return html.div(
        {"className": "contact-who"},
        Avatar(name, photo_url=photo_url, size=32) if name else None,
        html.h1({"className": "page-title", "id": "page-title", "tabIndex": -1}, html.bdi(name)),
        html.bdi({"className": "contact-company"}, company) if company else None,
    )


@component
def Neighbours(state: PageState) -> VdomDict:
    """The arrows to the contacts before and after in the list that the window came from."""
    session = state.session
    listing, _ = use_state(lambda: left_listing(session))
    asked, _, _, _ = use_query(
        load("contacts/contact_neighbours"), {**listing.variables(), "id": state.contact_id}
    )
    found = (asked or {}).get("contactNeighbours") or {}

    def turn(other: str) -> None:
        go_on_from(session, other)
        go(session, contact_url(other, session.location.value.query.get(TAB)), replace=True)

    return neighbour_arrows(found.get("previousId"), found.get("nextId"), turn)


@component
def ContactActions(state: PageState) -> VdomDict | None:
    """The buttons, and the menu of what is rarer."""
    session, viewer = state.session, use_viewer()
    can_write, can_export = use_can("WRITE_CONTACTS"), use_can("EXPORT_CONTACTS")
    here: bool = use_store(state.contact, lambda contact: bool(contact) and not is_deleted(contact))
    asking, set_asking = use_state(NOTHING)
    if not here:
        return None
    offered = [
        action
        for action in contact_parts().actions
        if action.permission is None or (viewer and viewer.can(action.permission))
    ]

    def edit() -> None:
        go(session, session.location.value.with_query({"edit": state.contact_id}).url)

    def close() -> None:
        set_asking(NOTHING)

    entries: list[MenuEntry] = []
    if can_write:
        entries.append(MenuItem(t("Edit contact"), icon="pencil", on_click=edit, keys="e"))
    entries += [_entry(action, state) for action in offered if not action.prominent]
    if can_export:
        words = t("Export contact")
        entries.append(MenuItem(words, icon="download", on_click=lambda: set_asking("export")))
    if can_write:
        words = t("Merge with another contact")
        entries.append(MenuItem(words, icon="copy", on_click=lambda: set_asking("merge")))
        words = t("Delete contact")
        delete = MenuItem(words, icon="trash-2", danger=True, on_click=lambda: set_asking("delete"))
        entries += [MenuSeparator(), delete]
    return html.div(
        {"className": "page-actions contact-actions"},
        *(_button(action, state) for action in offered if action.prominent),
        IconButton("pencil", t("Edit contact"), on_click=edit, keys="e") if can_write else None,
        Menu(IconButton("ellipsis", t("More actions")), entries, id="contact-menu", align="end")
        if entries
        else None,
        _dialog(state, asking, close),
    )


def _dialog(state: PageState, asking: str, close: Any) -> Component | None:
    if asking == "delete":
        return Deletion(
            state,
            on_deleted=lambda: go(state.session, list_url(state.session)),
            on_close=close,
            key="delete",
        )
    contact = state.contact.value
    if asking == "merge" and contact:
        name = contact_name(contact)
        return MergeWith(state.contact_id, name, on_merged=close, on_close=close, key="merge")
    if asking == "export":
        scope = Scope({"ids": [state.contact_id]}, Listing().variables()["sort"], 1)
        return ExportDialog(scope, on_close=close, key="export")
    return None


def _does(action: ContactAction, state: PageState) -> dict[str, Any]:
    """Return what a button or a menu entry of an action does."""
    if action.href is not None:
        return {"href": action.href(state.contact_id), "keys": action.keys}

    def run() -> Any:
        return action.run(state.contact_id) if action.run else None

    return {"on_click": run, "keys": action.keys}


def _button(action: ContactAction, state: PageState) -> VdomDict:
    return Button(
        action.label(),
        icon=action.icon,
        **_does(action, state),
        attributes={
            "key": action.id,
            "className": "contact-action",
            "aria-label": action.label(),  # its words are out of sight on phones
        },
    )


def _entry(action: ContactAction, state: PageState) -> MenuItem:
    return MenuItem(action.label(), icon=action.icon, **_does(action, state))
