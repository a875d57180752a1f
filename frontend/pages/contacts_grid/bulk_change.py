"""What the dialogs on all ticked contacts share: how many they are on, and doing it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from reactpy import html, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button
from frontend.hooks import use_store
from frontend.locale import t
from frontend.pages.contact_jobs.asking import change_contacts
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.session import current_session


class BulkChange(NamedTuple):
    """How many contacts are ticked, how to change them all, and whether that is under way."""

    total: int
    apply: Callable[[Mapping[str, Any]], Awaitable[tuple[UserError, ...]]]
    """Takes a ContactsChange; closes the dialog, or returns why not."""
    busy: bool


def use_bulk_change(contacts: ContactList, on_close: Callable[[], None]) -> BulkChange:
    """Return what a dialog on the ticked contacts does."""
    session = current_session()
    total: int = use_store(contacts.segment, lambda segment: segment.total if segment else 0)
    busy, set_busy = use_state(False)

    async def apply(change: Mapping[str, Any]) -> tuple[UserError, ...]:
        set_busy(True)
        try:
            selection = contacts.selection.value.argument(contacts.listing)
            refused = await change_contacts(session, selection, change)
        finally:
            set_busy(False)
        if refused is None:  # the server failed, and a toast says so
            return ()
        if not refused:
            on_close()
        return refused

    return BulkChange(contacts.selection.value.count(total), apply, busy)


def dialog_actions(
    apply: Callable[[], Awaitable[None]], *, busy: bool, disabled: bool = False
) -> VdomDict:
    """Draw the buttons of such a dialog."""
    return html.div(
        {"className": "dialog-actions"},
        Button(t("Cancel"), attributes={"data-close": ""}),
        Button(t("Apply"), variant="primary", on_click=apply, busy=busy, disabled=disabled),
    )


def undo_hint() -> VdomDict:
    """Say that nothing is final."""
    return html.p({"className": "field-hint"}, t("You can undo this for 30 days."))
