"""What runs by itself about contacts."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.photos import files  # noqa: F401 - registers the job that forgets pictures
from backend.contacts.service import fields, purge
from backend.core.jobs import schedule


@schedule("purge_deleted_contacts", every=timedelta(hours=6))
async def purge_deleted_contacts() -> None:
    """Erase contacts whose time in the trash is over."""
    await purge.purge_deleted_contacts()


@schedule("purge_deleted_fields", every=timedelta(hours=6))
async def purge_deleted_fields() -> None:
    """Erase custom fields whose time in the trash is over, with their values."""
    await fields.purge_deleted_fields()
