"""After erasures and purges: the files of the database written anew, when that disturbs nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from backend.core.clock import now
from backend.core.database.cleaning import clean_database, size_of_database
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.privacy.erasures import Certificate
from backend.privacy.queries import erasures_to_overwrite
from backend.privacy.service.changing import change_request, locked_request

OVERWRITE = "overwrite_erased"
EVERY = timedelta(minutes=30)
SMALL_BYTES = 64 * 1024 * 1024
"""Written anew within a second or two: at any time. What is larger waits for the night."""
NIGHT_HOURS = range(1, 5)
"""In UTC, where people of Europe sleep."""
WAITS_AT_MOST = timedelta(hours=20)
"""After an erasure: a night without a free hour is not waited for a second time."""


async def ask_to_overwrite(unit: UnitOfWork) -> None:
    """Let :func:`overwrite_erased` look soon, instead of at its next turn."""
    unit.enqueue(OVERWRITE, {}, unique_key=f"schedule:{OVERWRITE}", run_at=now(), moves=True)


async def overwrite_erased() -> None:
    """Leave nothing in the database's files of those who were erased since the last time.

    Raises:
        DatabaseBusy: it was in use; the next turn goes on.
    """
    waiting = await erasures_to_overwrite()
    url = settings().effective_database_url
    if not waiting or not is_time(await size_of_database(url), min(at for _, _, at in waiting)):
        return
    await clean_database(url)
    for account_id, request_id, _ in waiting:
        async with unit_of_work(Actor.system(account_id)) as unit:
            request = await locked_request(unit, request_id)
            kept = Certificate.restore(request.certificate_text or "{}")
            done = replace(kept, overwritten_at=kept.overwritten_at or now(), purge_waits=False)
            await change_request(unit, request, {"certificate": done.stored()})


def is_time(size_bytes: int, oldest: datetime) -> bool:
    """Whether a database is written anew now; ``oldest`` is since when an erasure waits for it."""
    if size_bytes <= SMALL_BYTES or now() - oldest >= WAITS_AT_MOST:
        return True
    return now().astimezone(UTC).hour in NIGHT_HOURS
