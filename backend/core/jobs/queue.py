"""The table of jobs: inserted with the rows they are about, claimed with a lease."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import orjson

from backend.core.clock import now_micros, to_micros
from backend.core.database.reading import read

if TYPE_CHECKING:
    from backend.core.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 8
MAX_BACKOFF_SECONDS = 3600
_SECOND = 1_000_000

wake = asyncio.Event()
"""Set when a job of this process is due."""

_alarms: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.TimerHandle] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A job to insert. One that ``moves`` lets the job under its key run at another time."""

    name: str
    payload: dict[str, Any]
    run_at: datetime | None = None
    unique_key: str | None = None
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed job. ``attempts`` counts this one."""

    id: int
    name: str
    payload: dict[str, Any]
    attempts: int


async def insert_jobs(unit: UnitOfWork, requests: Sequence[JobRequest]) -> None:
    """Insert jobs in the unit's transaction; a taken unique key inserts nothing."""
    for moves, on_conflict in ((False, "NOTHING"), (True, "UPDATE SET run_at = excluded.run_at")):
        rows = _rows([request for request in requests if request.moves is moves])
        await unit.execute_many(
            "INSERT INTO job (name, payload, unique_key, run_at, created_at, attempts) "  # noqa: S608
            f"VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (unique_key) DO {on_conflict}",
            rows,
        )


def _rows(requests: Sequence[JobRequest]) -> list[tuple[Any, ...]]:
    now = now_micros()
    return [
        (
            request.name,
            orjson.dumps(request.payload).decode(),
            request.unique_key,
            to_micros(request.run_at) if request.run_at else now,
            now,
        )
        for request in requests
    ]


async def is_queued(unit: UnitOfWork, unique_key: str) -> bool:
    """Whether a job of this unique key waits, runs or has failed."""
    return bool(await unit.fetch("SELECT 1 FROM job WHERE unique_key = ?", (unique_key,)))


async def release_key(unit: UnitOfWork, unique_key: str) -> None:
    """Let another job be queued under a key while the one that has it runs."""
    await unit.execute("UPDATE job SET unique_key = NULL WHERE unique_key = ?", (unique_key,))


async def drop_job(unit: UnitOfWork, unique_key: str) -> None:
    """Forget the job that waits under a key."""
    await unit.execute("DELETE FROM job WHERE unique_key = ?", (unique_key,))


def wake_for(requests: Sequence[JobRequest]) -> None:
    """Wake the worker of this process when the first of some jobs is due."""
    due = min((to_micros(each.run_at) if each.run_at else 0 for each in requests), default=0)
    delay = (due - now_micros()) / _SECOND
    if delay <= 0:
        wake.set()
        return
    loop = asyncio.get_running_loop()
    alarm = _alarms.get(loop)
    if alarm is None or alarm.when() <= loop.time() or loop.time() + delay < alarm.when():
        # One alarm is enough: who is woken looks at all that is due, and at what comes next.
        _alarms[loop] = loop.call_later(delay, wake.set)


async def claim_job(unit: UnitOfWork, names: Sequence[str]) -> Job | None:
    """Lease the oldest due job, or return None."""
    now = now_micros()
    marks = ", ".join("?" * len(names))
    skip_locked = " FOR UPDATE SKIP LOCKED" if unit.dialect == "postgres" else ""
    rows = await unit.fetch(
        "UPDATE job SET leased_until = ?, attempts = attempts + 1 WHERE id = ("  # noqa: S608
        f"SELECT id FROM job WHERE failed_at IS NULL AND run_at <= ? AND name IN ({marks}) "
        "AND (leased_until IS NULL OR leased_until < ?) ORDER BY run_at, id LIMIT 1"
        f"{skip_locked}) RETURNING id, name, payload, attempts",
        (now + int(LEASE.total_seconds()) * _SECOND, now, *names, now),
    )
    if not rows:
        return None
    key, name, payload, attempts = rows[0]
    return Job(key, name, orjson.loads(payload), attempts)


async def extend_lease(unit: UnitOfWork, job: Job) -> None:
    """Keep a job that is still running."""
    until = now_micros() + int(LEASE.total_seconds()) * _SECOND
    await unit.execute("UPDATE job SET leased_until = ? WHERE id = ?", (until, job.id))


async def complete_job(unit: UnitOfWork, job: Job) -> None:
    """Forget a job that is done."""
    await unit.execute("DELETE FROM job WHERE id = ?", (job.id,))


async def retry_job(unit: UnitOfWork, job: Job, error: str, *, gives_up: bool) -> None:
    """Try again later, doubling the wait from two seconds up to an hour.

    A job that ``gives_up`` is kept as failed after eight tries; a schedule never gives up.
    """
    now = now_micros()
    if gives_up and job.attempts >= MAX_ATTEMPTS:
        await unit.execute(
            "UPDATE job SET failed_at = ?, last_error = ?, leased_until = NULL WHERE id = ?",
            (now, error[:2000], job.id),
        )
        return
    wait = min(2 ** min(job.attempts, 16), MAX_BACKOFF_SECONDS)
    await unit.execute(
        "UPDATE job SET run_at = ?, last_error = ?, leased_until = NULL WHERE id = ?",
        (now + wait * _SECOND, error[:2000], job.id),
    )


async def next_due_micros(names: Sequence[str]) -> int | None:
    """Return when the next unleased job of some names is due, in stored microseconds."""
    if not names:
        return None
    marks = ", ".join("?" * len(names))
    value = await read.fetch_value(
        "SELECT MIN(run_at) FROM job WHERE failed_at IS NULL AND leased_until IS NULL "  # noqa: S608
        f"AND name IN ({marks})",
        tuple(names),
    )
    return int(value) if value is not None else None
