"""What runs by itself about Google."""

from __future__ import annotations

from typing import Any

from backend.core.jobs import job
from backend.google.service import disconnect, fetch
from backend.google.service.disconnect import REVOKE
from backend.google.service.start import FETCH


@job(FETCH, waits=True)
async def fetch_google_contacts(payload: dict[str, Any]) -> None:
    """Go on with fetching contacts."""
    await fetch.fetch_contacts(payload)


@job(REVOKE, waits=True)
async def revoke_google_token(payload: dict[str, Any]) -> None:
    """Tell Google that a token is to open nothing any more."""
    await disconnect.revoke_token(payload)
