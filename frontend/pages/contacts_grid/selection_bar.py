"""The bar at the bottom: how many contacts are ticked, and what can be done with them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, ConfirmDialog, IconButton
from frontend.hooks import use_can, use_store
from frontend.locale import format_number, t, tn
from frontend.pages.contact_export.dialog import ExportDialog, Scope
from frontend.pages.contact_parts.deletion import delete_contacts, restore_contacts
from frontend.pages.contacts_grid.bulk_field import BulkField
from frontend.pages.contacts_grid.bulk_labels import BulkLabels
from frontend.pages.contacts_grid.bulk_subscription import BulkSubscription
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.naming import named
from frontend.pages.contacts_grid.segment import Segment
from frontend.pages.contacts_grid.selection import Selection
from frontend.pages.contacts_grid.trash import EraseSelected
from frontend.session import current_session


@component
def SelectionBar(contacts: ContactList) -> VdomDict:
    """Empty and out of sight while nothing is ticked."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    can_export, can_erase = use_can("EXPORT_CONTACTS"), use_can("ERASE_CONTACTS")
    selection: Selection = use_store(contacts.selection)
    total: int = use_store(contacts.segment, lambda segment: segment.total if segment else 0)
    in_trash: bool = use_store(
        contacts.opened, lambda opened: bool(opened and opened.listing.deleted)
    )
    offers_everything: bool = use_store(
        contacts.segment, lambda segment: _offers_everything(contacts.selection.value, segment)
    )
    asking, set_asking = use_state("")
    count = selection.count(total)

    async def restore() -> None:
        if await restore_contacts(session, selection.argument(contacts.listing)):
            contacts.select(Selection())

    actions: list[VdomDict] = []
    if can_write and count:
        actions = (
            _in_trash(restore, set_asking, can_erase=can_erase)
            if in_trash
            else _acting(set_asking, can_export=can_export)
        )
    return html.div(
        {
            "className": "selection-bar",
            "role": "region",
            "aria-label": t("Selection"),
            "hidden": not count,
        },
        html.span(
            {"className": "selection-count", "role": "status"},
            tn("{count} selected", "{count} selected", count) if count else "",
        ),
        html.button(
            {"type": "button", "className": "selection-all", "data-grid": "everything"},
            t("Select all {count}", count=format_number(total)),
        )
        if count and offers_everything
        else None,
        html.span({"className": "selection-actions"}, *actions) if actions else None,
        IconButton("x", t("Clear the selection"), small=True, attributes={"data-grid": "nothing"}),
        _question(contacts, asking, count, lambda: set_asking("")),
    )


def _question(
    contacts: ContactList, asking: str, count: int, close: Callable[[], None]
) -> Component | None:
    """Return the dialog that is open, if any."""
    if asking == "labels":
        return BulkLabels(contacts, on_close=close, key="labels")
    if asking == "subscription":
        return BulkSubscription(contacts, on_close=close, key="subscription")
    if asking == "field":
        return BulkField(contacts, on_close=close, key="field")
    if asking == "export":
        return ExportSelected(contacts, count, on_close=close, key="export")
    if asking == "delete":
        return DeleteSelected(contacts, count, on_close=close, key="delete")
    if asking == "erase":
        return EraseSelected(contacts, count, on_close=close, key="erase")
    return None


@component
def ExportSelected(contacts: ContactList, count: int, *, on_close: Callable[[], None]) -> Component:
    """Export the ticked contacts, as they are ticked now."""
    listing = contacts.listing
    first, _ = use_state(
        lambda: Scope(
            contacts.selection.value.argument(listing), listing.variables()["sort"], count
        )
    )
    return ExportDialog(first, on_close=on_close)


@component
def DeleteSelected(contacts: ContactList, count: int, *, on_close: Callable[[], None]) -> Component:
    """Ask before the ticked contacts are deleted."""
    session, selection = current_session(), contacts.selection.value

    async def delete() -> None:
        argument, name = selection.argument(contacts.listing), _only_name(contacts, selection)
        done = await delete_contacts(session, argument, count=count, name=name)
        on_close()
        if done:
            contacts.select(Selection())

    return ConfirmDialog(
        tn("Delete {count} contact?", "Delete {count} contacts?", count),
        _consequence(contacts, selection),
        confirm=t("Delete"),
        danger=True,
        on_confirm=delete,
        on_close=on_close,
    )


def _acting(ask: Callable[[str], None], *, can_export: bool) -> list[VdomDict]:
    def button(about: str, words: str, icon: str) -> VdomDict:
        return Button(
            words, icon=icon, small=True, on_click=lambda: ask(about), attributes={"key": about}
        )

    return [
        button("labels", t("Label", context="verb"), "tag"),
        button("subscription", t("Subscription"), "mail"),
        button("field", t("Set field"), "pencil"),
        *([button("export", t("Export"), "download")] if can_export else ()),
        button("delete", t("Delete"), "trash-2"),
    ]


def _in_trash(
    restore: Callable[[], Awaitable[None]], ask: Callable[[str], None], *, can_erase: bool
) -> list[VdomDict]:
    key = {"key": "restore"}
    buttons = [Button(t("Restore"), icon="undo-2", small=True, on_click=restore, attributes=key)]
    if can_erase:
        words, key = t("Erase now"), {"key": "erase"}
        buttons.append(
            Button(words, icon="trash-2", small=True, on_click=lambda: ask("erase"), attributes=key)
        )
    return buttons


def _offers_everything(selection: Selection, segment: Segment | None) -> bool:
    """Tell whether all loaded rows are ticked while the result holds more."""
    if segment is None or selection.everything or len(selection.ids) >= segment.total:
        return False
    return bool(segment.rows) and all(row.id in selection.ids for row in segment.rows)


def _only_name(contacts: ContactList, selection: Selection) -> str | None:
    if selection.everything or len(selection.ids) != 1:
        return None
    return contacts.name_of(next(iter(selection.ids)))


def _consequence(contacts: ContactList, selection: Selection) -> str:
    """Say whom it is about, as far as their names are at hand, and that it can be undone."""
    undo = t("You can undo this for 30 days.")
    return f"{named(selection, contacts.name_of)} {undo}".strip()
