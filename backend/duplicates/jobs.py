"""What runs by itself about duplicates."""

from __future__ import annotations

from datetime import timedelta

from backend.core.jobs import schedule
from backend.core.jobs.react import react
from backend.duplicates import service


@react("Contact", "find_duplicates", delay=timedelta(seconds=0.5))
async def find_duplicates(account_id: int) -> None:
    """Look at the contacts that changed."""
    await service.catch_up(account_id)


@schedule("find_duplicates_everywhere", every=timedelta(minutes=10))
async def find_duplicates_everywhere() -> None:
    """Look at books that were never looked at, and at what another process wrote without a job."""
    await service.search_everywhere()


@schedule("make_merges_final", every=timedelta(hours=6))
async def make_merges_final() -> None:
    """Forget what undoing old merges took."""
    await service.make_merges_final()
