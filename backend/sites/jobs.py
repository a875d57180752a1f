"""What runs by itself about sites."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.core.settings import settings
from backend.sites.checking.checker import SiteChecker
from backend.sites.service import checks, trash


@schedule(checks.CHECK, every=timedelta(minutes=10))
async def check_due_sites() -> None:
    """Look at sites that are due; of those that are many the next run takes the rest."""
    checker = SiteChecker(allow_private=settings().check_private_sites)
    await checks.check_due_sites(checker.check)


@schedule("purge_deleted_sites", every=timedelta(hours=6))
async def purge_deleted_sites() -> None:
    """Erase for good the sites that were deleted long ago."""
    await trash.purge_deleted_sites()
