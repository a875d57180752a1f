"""Tidying up."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.notifications.service import forget_old_notifications


@schedule("tidy_notifications", every=timedelta(hours=12))
async def tidy_notifications() -> None:
    """Forget what people were told long ago."""
    await forget_old_notifications()
