"""What runs by itself about contacts."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.photos import files  # noqa: F401 - registers the job that forgets pictures
from backend.contacts.service import purge
from backend.core.jobs import schedule


@schedule("purge_deleted_contacts", every=timedelta(hours=6))
async def purge_deleted_contacts() -> None:
    """Erase contacts whose time in the trash is over."""
    await purge.purge_deleted_contacts()
