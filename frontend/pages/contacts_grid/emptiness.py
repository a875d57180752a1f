"""What the list shows instead of rows: how to begin, nothing found, not to be read."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState
from frontend.hooks import use_can, use_store
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contact_filters.conditions import EVERYBODY
from frontend.pages.contact_filters.names import Names, use_names
from frontend.pages.contact_filters.words import sentence
from frontend.pages.contacts_grid.asked import NO_FILTER
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.listing import Listing
from frontend.session import current_session


@component
def Emptiness(contacts: ContactList) -> VdomDict | None:
    """Nothing while there are rows, or while they are on their way."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    total: int | None = use_store(
        contacts.segment, lambda segment: segment.total if segment else None
    )
    names = use_names(needed=total == 0)
    opened = use_store(contacts.opened)
    failed: bool = use_store(contacts.failed)

    def change(**query: str | None) -> None:
        go(session, session.location.value.with_query(query).url)

    if failed and total is None:
        return EmptyState(
            t("The contacts could not be read"),
            t("The server did not answer as it should. What you have is safe."),
            action=Button(
                t("Try again"), variant="primary", on_click=lambda: session.command("reload")
            ),
            drawing="lost",
        )
    if total != 0 or opened is None:
        return None
    if opened.listing.is_whole_trash:
        return EmptyState(
            t("The trash is empty"),
            t("Contacts that are deleted stay here for 30 days."),
            action=Button(t("All contacts"), on_click=lambda: change(**NO_FILTER)),
        )
    if opened.listing.is_filtered:
        return EmptyState(
            t("Nobody found"),
            filters_in_words(opened.listing, names)
            if opened.makes_sense
            else t("This filter could not be read: it names something that is gone."),
            action=Button(t("Clear search and filters"), on_click=lambda: change(**NO_FILTER)),
            drawing="search",
        )
    if not can_write:
        return EmptyState(
            t("No contacts yet"), t("Contacts that your team adds appear here at once.")
        )
    return EmptyState(
        t("No contacts yet"),
        t("Add your first client here, or bring your whole book from a file."),
        action=Button(
            t("New contact"), variant="primary", icon="plus", on_click=lambda: change(new="1")
        ),
        second=Button(t("Import contacts"), icon="upload", href="/contacts/import"),
    )


def filters_in_words(listing: Listing, names: Names) -> str:
    """Say what narrows a list in which nobody is left."""
    if listing.filters_nothing:
        return t("No contact matches this search.")
    said = []
    if listing.deleted:
        said.append(t("Trash"))
    if listing.search.strip():
        said.append(t("“{text}”", text=listing.search.strip()))
    if listing.where != EVERYBODY:
        said.append(sentence(listing.where, names))
    return t("No contact matches: {filters}.", filters=" · ".join(said))
