"""The place of the card beside the list; the URL says whose it is."""

from __future__ import annotations

from reactpy import component, use_ref
from reactpy.types import Component, VdomDict

from frontend.hooks import use_query, use_store, use_url_state
from frontend.hooks.navigation import go
from frontend.operations import load
from frontend.pages.contact_card.card import ContactCard
from frontend.pages.contact_card.neighbours import neighbour_arrows
from frontend.pages.contact_card.state import CardState
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import Listing
from frontend.session import current_session


@component
def CardSlot(contacts: ContactList) -> Component | None:
    """The card of the contact in `?open=`, if any."""
    open_id, _ = use_url_state("open")
    return OpenCard(contacts, open_id, key=open_id) if open_id else None


@component
def OpenCard(contacts: ContactList, contact_id: str) -> Component:
    """One contact's card; another contact's is another component."""
    session = current_session()
    state: CardState = use_ref(CardState(session, contact_id)).current

    def change(**query: str | None) -> None:
        go(session, session.location.value.with_query(query).url)

    return ContactCard(
        state,
        Neighbours(contacts, contact_id, key="neighbours"),
        known_name=contacts.name_of(contact_id),
        on_close=lambda: change(open=None),
        on_edit=lambda: change(edit=contact_id),
        key="card",
    )


@component
def Neighbours(contacts: ContactList, contact_id: str) -> VdomDict:
    """The arrows to the contacts before and after in the list."""
    session = current_session()
    nearby: tuple[str | None, str | None] | None = use_store(
        contacts.segment, lambda segment: segment.neighbours_of(contact_id) if segment else None
    )
    listing: Listing | None = use_store(
        contacts.opened, lambda opened: opened.listing if opened else None
    )
    asked, _, _, _ = use_query(
        load("contacts/contact_neighbours"),
        {**(listing or Listing()).variables(), "id": contact_id},
        skip=nearby is not None or listing is None,
    )
    found = (asked or {}).get("contactNeighbours") or {}
    before, after = nearby or (found.get("previousId"), found.get("nextId"))

    def turn(other: str) -> None:
        go(session, session.location.value.with_query({"open": other}).url, replace=True)

    return neighbour_arrows(before, after, turn)
