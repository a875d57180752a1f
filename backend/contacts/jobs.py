"""What runs by itself about contacts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.contacts.photos import files  # noqa: F401 - registers the job that forgets pictures
from backend.contacts.service import (
    arranging,
    change,
    fields,
    forgetting,
    purge,
    running,
    turns,
    undo,
)
from backend.core.jobs import job, schedule


@schedule("purge_deleted_contacts", every=timedelta(hours=6))
async def purge_deleted_contacts() -> None:
    """Erase contacts whose time in the trash is over."""
    await purge.purge_deleted_contacts()


@schedule("purge_deleted_fields", every=timedelta(hours=6))
async def purge_deleted_fields() -> None:
    """Erase custom fields whose time in the trash is over, with their values."""
    await fields.purge_deleted_fields()


@job(turns.RUN)
async def run_contact_act(payload: dict[str, Any]) -> None:
    """Go on with an act on many contacts."""
    await running.run_steps(turns.RUN, payload, change.change_batch)


@job(turns.UNDO)
async def undo_contact_act(payload: dict[str, Any]) -> None:
    """Go on undoing an act on many contacts."""
    await running.run_steps(turns.UNDO, payload, undo.undo_batch)


@schedule("forget_old_acts", every=timedelta(hours=6))
async def forget_old_acts() -> None:
    """Forget acts on many contacts that can no longer be undone."""
    await forgetting.forget_old_acts()


@schedule("arrange_contacts", every=timedelta(minutes=5))
async def arrange_contacts() -> None:
    """Put large books on shelves, so that searches stay quick."""
    await arranging.arrange_everywhere()
