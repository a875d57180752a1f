"""The job that fetches contacts from Google, in the name of whoever asked.

However often a process dies, and whatever Google answers in between, every page is kept once: it
is written only by whoever finds the fetch at the place where the page begins.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog

from backend.accounts.service.on_behalf import acting
from backend.core.clock import now, to_micros
from backend.core.errors import Refusal, Refusals
from backend.core.jobs.queue import drop_job, release_key
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.google.client.answers import Busy
from backend.google.client.people import People
from backend.google.errors import GoogleDisconnected
from backend.google.limits import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, MOST_FAILURES
from backend.google.queries import fetch_of_import
from backend.google.rows import FetchRow
from backend.google.service.access import Access
from backend.google.service.pages import Stopped, fetch_pages, finish
from backend.google.service.start import FETCH, fetch_key
from backend.imports.errors import ImportFailed
from backend.imports.service.fetched import fetching_import, note_fetch, stop_fetch

log = structlog.get_logger(__name__)


async def fetch_contacts(payload: Mapping[str, Any]) -> None:
    """Go on with a fetch, unless another job did, or the import was given up."""
    found = await fetch_of_import(payload["account_id"], payload["import_id"])
    if found is None or found.task != payload["task"]:
        return
    try:
        actor = await acting(payload)
        actor.require(Permission.WRITE_CONTACTS)
        await _fetch(actor, found, payload)
    except Stopped:
        return
    except Busy as busy:
        await _wait(found, payload, busy)
    except (Refusal, Refusals) as refusal:
        first = refusal if isinstance(refusal, Refusal) else refusal.refusals[0]
        await _stop(found, first)
    except Exception as error:
        log.warning("google_fetch_failed", import_id=found.import_id, error=repr(error))
        await _wait(found, payload, Busy(ImportFailed()))


async def _fetch(actor: Actor, found: FetchRow, payload: Mapping[str, Any]) -> None:
    if found.read_micros is None:
        if found.google_account_id is None:
            raise GoogleDisconnected
        access = Access(actor.account_id, found.google_account_id)
        async with People(access) as people:
            found = await fetch_pages(actor, found, payload, people)
    await finish(actor, found)
    async with unit_of_work(Actor.system(found.account_id)) as unit:
        await drop_job(unit, fetch_key(found.import_id, found.task))


async def _wait(found: FetchRow, payload: Mapping[str, Any], busy: Busy) -> None:
    """Try again later; after some times in a row, or where that is too late, say why not."""
    async with unit_of_work(Actor.system(found.account_id)) as unit:
        current = await fetching_import(unit, found.import_id)
        if current is None or current.fetch is None:
            return
        rows = await unit.fetch(
            "UPDATE google_fetch SET failures = failures + 1 WHERE id = ? AND task = ? "
            "RETURNING failures",
            (found.pk, found.task),
        )
        if not rows:
            return
        failures = int(rows[0][0])
        key = fetch_key(found.import_id, found.task)
        seconds = _seconds(busy, failures)
        if failures > MOST_FAILURES or seconds > LONGEST_WAIT_SECONDS:
            await drop_job(unit, key)
            await stop_fetch(unit, found.import_id, busy.refusal)
            return
        at = now() + timedelta(seconds=seconds)
        current.fetch.waiting_until = to_micros(at)
        await note_fetch(unit, found.import_id, current.fetch)
        await release_key(unit, key)
        unit.enqueue(FETCH, dict(payload), run_at=at, unique_key=key, moves=True)


def _seconds(busy: Busy, failures: int) -> float:
    """Return how long to wait: what Google says, else twice as long each time, never all at once.

    Source: https://cloud.google.com/storage/docs/retry-strategy, truncated exponential backoff.
    """
    if busy.seconds is not None:
        return busy.seconds
    return FIRST_WAIT_SECONDS * 2.0 ** (failures - 1) * random.uniform(0.75, 1.25)  # noqa: S311


async def _stop(found: FetchRow, refusal: Refusal) -> None:
    async with unit_of_work(Actor.system(found.account_id)) as unit:
        if await fetching_import(unit, found.import_id) is None:
            return
        touched = await unit.execute(
            "UPDATE google_fetch SET failures = 0 WHERE id = ? AND task = ?",
            (found.pk, found.task),
        )
        if touched:
            await drop_job(unit, fetch_key(found.import_id, found.task))
            await stop_fetch(unit, found.import_id, refusal)
