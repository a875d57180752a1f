"""The place of the dialog; `?export=all` and `?export=result` open it."""

from __future__ import annotations

from typing import Any

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_can, use_store, use_url_state
from frontend.pages.contact_export.dialog import ExportDialog, Scope
from frontend.pages.contacts_grid.asked import use_listing
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.selection import Selection

EVERYBODY: dict[str, Any] = {"filter": {"and": []}}


@component
def ExportSlot(contacts: ContactList) -> Component | None:
    """The dialog while the URL asks for it, for those who may export."""
    listing, can_export = use_listing(), use_can("EXPORT_CONTACTS")
    asked, set_asked = use_url_state("export")
    total: int | None = use_store(
        contacts.segment, lambda segment: segment.total if segment else None
    )
    if asked not in ("all", "result") or not can_export:
        return None
    sort = listing.variables()["sort"]
    if asked == "all":
        scope = Scope(EVERYBODY, sort, None if listing.is_filtered else total)
    else:
        scope = Scope(Selection(everything=True).argument(listing), sort, total)
    return ExportDialog(scope, on_close=lambda: set_asked(None), key=asked)
