"""The trash: what is said above it, and erasing what is in it for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, ConfirmDialog, Notice
from frontend.hooks import use_can, use_query, use_store
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_parts.belongings import erased_words
from frontend.pages.contact_parts.deletion import erase_contacts
from frontend.pages.contact_parts.places import TRASH_URL
from frontend.pages.contacts_grid.asked import use_asked
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.naming import named
from frontend.pages.contacts_grid.selection import Selection
from frontend.session import current_session

TRASH = {"deleted": True}


@component
def BinPage() -> None:
    """Nothing to see: leads to the list of what was deleted."""
    session = current_session()

    @use_effect(dependencies=[])
    def lead_on() -> None:
        go(session, TRASH_URL, replace=True)


@component
def TrashNotice(contacts: ContactList) -> VdomDict | None:
    """Say above the trash how long it keeps contacts, with the way to empty it."""
    asked, can_erase = use_asked(), use_can("ERASE_CONTACTS")
    asking, set_asking = use_state(False)
    total: int = use_store(contacts.segment, lambda segment: segment.total if segment else 0)
    if not asked.in_trash or not total:
        return None
    action = None
    if can_erase:
        words = t("Empty the trash")
        action = Button(words, icon="trash-2", small=True, on_click=lambda: set_asking(True))
    return html.div(
        {"className": "filters-notice"},
        Notice(
            t("Deleted contacts stay here for 30 days; then they are gone for good."), action=action
        ),
        EmptyTrash(contacts, on_close=lambda: set_asking(False), key="question")
        if asking
        else None,
    )


@component
def EmptyTrash(contacts: ContactList, *, on_close: Callable[[], None]) -> Component | None:
    """Ask before all that is in the trash is erased, whatever part of it is shown."""
    session = current_session()
    answer, _, _, _ = use_query(load("contacts/count_contacts"), {"filter": TRASH})
    goes = use_what_goes({"filter": TRASH})
    if answer is None:
        return None

    async def erase() -> None:
        done = await erase_contacts(session, {"filter": TRASH})
        on_close()
        if done:
            contacts.select(Selection())

    count = answer["contacts"]["totalCount"]
    return erasing(count, goes, on_confirm=erase, on_close=on_close)


@component
def EraseSelected(contacts: ContactList, count: int, *, on_close: Callable[[], None]) -> Component:
    """Ask before the ticked contacts of the trash are erased."""
    session, selection = current_session(), contacts.selection.value
    chosen = selection.argument(contacts.listing)
    goes = use_what_goes(chosen)

    async def erase() -> None:
        done = await erase_contacts(session, chosen)
        on_close()
        if done:
            contacts.select(Selection())

    names = named(selection, contacts.name_of)
    return erasing(count, f"{names} {goes}".strip(), on_confirm=erase, on_close=on_close)


def use_what_goes(selection: dict[str, Any]) -> str:
    """Return what is erased along with contacts of the trash, in words."""
    answer, _, _, _ = use_query(load("contacts/what_is_erased_with"), {"selection": selection})
    if answer is None:
        return erased_words(None)
    return erased_words({each["kind"]: each["count"] for each in answer["erasedWith"]})


def erasing(
    count: int, goes: str, *, on_confirm: Callable[[], object], on_close: Callable[[], None]
) -> Component:
    """Return the question before contacts are erased, which names what goes with them."""
    return ConfirmDialog(
        tn("Erase {count} contact for good?", "Erase {count} contacts for good?", count),
        goes,
        confirm=tn("Erase {count} for good", "Erase {count} for good", count),
        danger=True,
        on_confirm=on_confirm,
        on_close=on_close,
        key="confirm",
    )
