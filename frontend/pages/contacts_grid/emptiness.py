"""What the list shows instead of rows: how to begin, nothing found, not to be read."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState
from frontend.hooks import use_can, use_store
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.session import current_session


@component
def Emptiness(contacts: ContactList) -> VdomDict | None:
    """Nothing while there are rows, or while they are on their way."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    total: int | None = use_store(
        contacts.segment, lambda segment: segment.total if segment else None
    )
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
    if opened.listing.is_filtered:
        return EmptyState(
            t("Nobody found"),
            t("No contact matches this search.")
            if opened.listing.filters_nothing
            else t("No contact matches this search and these filters."),
            action=Button(
                t("Clear search and filters"),
                on_click=lambda: change(
                    q=None, label=None, subscription=None, deleted=None, at=None
                ),
            ),
            drawing="search",
        )
    if not can_write:
        return EmptyState(
            t("No contacts yet"), t("Contacts that your team adds appear here at once.")
        )
    return EmptyState(
        t("No contacts yet"),
        t(
            "Add your first client here, or bring your whole book from a CSV file with the "
            "command “carnet import”."
        ),
        action=Button(
            t("New contact"), variant="primary", icon="plus", on_click=lambda: change(new="1")
        ),
    )
