"""The places of both dialogs; `?recent=actions` and `?kept=<job>` open them."""

from __future__ import annotations

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_url_state
from frontend.pages.contact_jobs.kept import KeptContacts
from frontend.pages.contact_jobs.recent import RecentActions


@component
def JobsSlot() -> Component | None:
    """The dialog that the URL asks for."""
    recent, set_recent = use_url_state("recent")
    kept, set_kept = use_url_state("kept")
    if kept:
        return KeptContacts(kept, on_close=lambda: set_kept(None), key=kept)
    if recent == "actions":
        return RecentActions(on_close=lambda: set_recent(None), key="recent")
    return None
