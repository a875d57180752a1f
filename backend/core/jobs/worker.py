"""The loop that runs jobs: inside ``carnet serve``, or beside it as ``carnet worker``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import structlog

from backend.core.clock import now, now_micros
from backend.core.jobs import queue
from backend.core.jobs.handlers import (
    ScheduledHandler,
    attendants,
    handlers,
    schedules,
    waiting,
)
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work

log = structlog.get_logger(__name__)
IDLE_SECONDS = 2.0
HEARTBEAT_SECONDS = 20.0
LANES = 3
"""Jobs that one process works on at a time: two that take long must not hold up a letter."""
WAITING_AT_ONCE = 12
"""Jobs that wait for others' servers, besides those: one that hangs takes minutes to say so."""
SYSTEM = Actor.system(0)


async def run_due_jobs() -> int:
    """Run every job that is due now; return how many ran."""
    ran = 0
    while claimed := await _claim(tuple(handlers)):
        await _run(claimed)
        ran += 1
    return ran


async def _claim(names: Sequence[str]) -> queue.Job | None:
    if not names:
        return None
    async with unit_of_work(SYSTEM) as unit:
        return await queue.claim_job(unit, names)


async def _run(claimed: queue.Job) -> None:
    try:
        async with _heartbeat(claimed):
            await handlers[claimed.name](claimed.payload)
    except Exception as error:
        log.warning("job_failed", job=claimed.name, attempts=claimed.attempts, error=repr(error))
        async with unit_of_work(SYSTEM) as unit:
            await queue.retry_job(
                unit, claimed, repr(error), gives_up=claimed.name not in schedules
            )
        return
    async with unit_of_work(SYSTEM) as unit:
        await queue.complete_job(unit, claimed)
        if claimed.name in schedules:
            await _plan(unit, claimed.name)


async def _plan(unit: UnitOfWork, name: str) -> None:
    await queue.insert_jobs(
        unit,
        [queue.JobRequest(name, {}, now() + schedules[name].every, f"schedule:{name}")],
    )


@asynccontextmanager
async def _heartbeat(claimed: queue.Job) -> AsyncIterator[None]:
    async def beat() -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            async with unit_of_work(SYSTEM) as unit:
                await queue.extend_lease(unit, claimed)

    task = asyncio.create_task(beat())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def run_worker() -> None:
    """Run jobs until cancelled; what a killed worker had leased is taken again a minute later."""
    async with unit_of_work(SYSTEM) as unit:
        await queue.insert_jobs(
            unit, [queue.JobRequest(name, {}, None, f"schedule:{name}") for name in schedules]
        )
    async with asyncio.TaskGroup() as lanes:
        quick = tuple(name for name in handlers if name not in waiting)
        for _ in range(LANES):
            lanes.create_task(_work(quick))
        lanes.create_task(_work_side_by_side(tuple(waiting)))
        for name, handler in attendants.items():
            lanes.create_task(_attend(name, handler))


async def _attend(name: str, handler: ScheduledHandler) -> None:
    while True:
        try:
            await handler()
        except Exception:
            log.exception("attendant_failed", attendant=name)
        await asyncio.sleep(IDLE_SECONDS)


async def _work_side_by_side(names: Sequence[str]) -> None:
    async with asyncio.TaskGroup() as group:
        running: set[asyncio.Task[None]] = set()
        while True:
            queue.wake.clear()
            due = None
            try:
                while len(running) < WAITING_AT_ONCE and (claimed := await _claim(names)):
                    task = group.create_task(_run_or_tell(claimed))
                    running.add(task)
                    task.add_done_callback(running.discard)
                due = await queue.next_due_micros(names)
            except Exception:
                log.exception("worker_failed")
            if len(running) >= WAITING_AT_ONCE:
                await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            else:
                await _idle(due)


async def _run_or_tell(claimed: queue.Job) -> None:
    try:
        await _run(claimed)
    except Exception:
        log.exception("worker_failed")


async def _work(names: Sequence[str]) -> None:
    while True:
        # Whoever clears it looks at all that is due: no other lane misses what it was set for.
        queue.wake.clear()
        try:
            while claimed := await _claim(names):
                await _run(claimed)
            due = await queue.next_due_micros(names)
        except Exception:
            log.exception("worker_failed")
            due = None
        await _idle(due)


async def _idle(due: int | None) -> None:
    wait = IDLE_SECONDS
    if due is not None:
        wait = min(wait, max(0.05, (due - now_micros()) / 1e6))
    with suppress(TimeoutError):
        await asyncio.wait_for(queue.wake.wait(), wait)
