"""What runs by itself about duplicates."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.service.finding import is_act_under_way
from backend.core.clock import now
from backend.core.jobs import schedule
from backend.core.jobs.react import react
from backend.core.jobs.reactions import unique_key
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.duplicates import service

FIND = "find_duplicates"
TURN_SECONDS = 1.0
LATER = timedelta(seconds=5)


@react("Contact", FIND, delay=timedelta(seconds=0.5))
async def find_duplicates(account_id: int) -> None:
    """Look at the contacts that changed, for a second; then other jobs have their turn.

    An import and the like come first: both at once would take twice as long, and nobody looks for
    duplicates in a book that is half imported.
    """
    has_to_wait = await is_act_under_way(account_id)
    if has_to_wait or not await service.catch_up(account_id, seconds=TURN_SECONDS):
        async with unit_of_work(Actor.system(account_id)) as unit:
            unit.enqueue(
                FIND,
                {"account_id": account_id},
                run_at=now() + LATER if has_to_wait else None,
                unique_key=unique_key(FIND, account_id),
            )


@schedule("find_duplicates_everywhere", every=timedelta(minutes=10))
async def find_duplicates_everywhere() -> None:
    """Look at books that were never looked at, and at what another process wrote without a job."""
    await service.search_everywhere()


@schedule("make_merges_final", every=timedelta(hours=6))
async def make_merges_final() -> None:
    """Forget what undoing old merges took."""
    await service.make_merges_final()
