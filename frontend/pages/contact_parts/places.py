"""Where contacts are in the interface."""

from __future__ import annotations

from urllib.parse import quote

TRASH_URL = "/contacts?deleted=1"


def contact_url(contact_id: str, tab: str | None = None) -> str:
    """Return the URL of a contact's page, perhaps of one of its tabs."""
    return f"/contacts/{quote(contact_id, safe='=')}" + (f"?tab={tab}" if tab else "")
