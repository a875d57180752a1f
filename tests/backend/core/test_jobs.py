"""Jobs: queued by the commit, leased, at least once, retried with back-off."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from backend.core import clock
from backend.core.database import read
from backend.core.jobs import queue, worker
from backend.core.jobs.handlers import handlers, waiting
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

ACTOR = Actor.system(41)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def ran(monkeypatch):
    """Register the job ``note`` and return the payloads it ran with."""
    payloads: list[dict[str, object]] = []

    async def note(payload: dict[str, object]) -> None:
        payloads.append(payload)
        if payload.get("fails"):
            raise ValueError("not today")

    monkeypatch.setitem(handlers, "note", note)
    return payloads


async def queue_note(payload: dict[str, object], **options) -> None:
    async with unit_of_work(ACTOR) as unit:
        unit.enqueue("note", payload, **options)


async def test_a_due_job_runs_once_and_is_forgotten(database, ran):
    await queue_note({"n": 1})
    assert await worker.run_due_jobs() == 1
    assert await worker.run_due_jobs() == 0
    assert ran == [{"n": 1}]
    assert await read.fetch_value("SELECT COUNT(*) FROM job") == 0


async def test_a_job_waits_for_its_time(database, ran):
    with clock.frozen(START):
        await queue_note({"n": 1}, run_at=START + timedelta(minutes=5))
        assert await worker.run_due_jobs() == 0
    with clock.frozen(START + timedelta(minutes=5)):
        assert await worker.run_due_jobs() == 1


async def test_a_unique_key_queues_once(database, ran):
    await queue_note({"n": 1}, unique_key="one")
    await queue_note({"n": 2}, unique_key="one")
    await worker.run_due_jobs()
    assert ran == [{"n": 1}]


async def test_a_failing_job_backs_off_and_is_kept_after_eight_tries(database, ran):
    moment = START
    with clock.frozen(moment):
        await queue_note({"fails": True})
    for _ in range(12):
        with clock.frozen(moment):
            await worker.run_due_jobs()
        moment += timedelta(hours=1)
    assert len(ran) == queue.MAX_ATTEMPTS
    row = await read.fetch_one("SELECT failed_at, last_error FROM job")
    assert row is not None
    assert row[0] is not None
    assert "not today" in row[1]


async def test_a_killed_worker_s_job_is_taken_again_when_its_lease_ends(database, ran):
    with clock.frozen(START):
        await queue_note({"n": 1})
        async with unit_of_work(ACTOR) as unit:
            claimed = await queue.claim_job(unit, ("note",))
        assert claimed is not None  # and its worker dies here
        assert await worker.run_due_jobs() == 0
    with clock.frozen(START + queue.LEASE + timedelta(seconds=1)):
        assert await worker.run_due_jobs() == 1


async def test_many_workers_never_run_one_job_twice(database, ran):
    for number in range(20):
        await queue_note({"n": number})
    await asyncio.gather(*(worker.run_due_jobs() for _ in range(4)))
    assert sorted(payload["n"] for payload in ran) == list(range(20))


async def test_jobs_that_wait_for_somebody_else_hold_up_no_other(database, ran, monkeypatch):
    begun, done = [], asyncio.Event()

    async def hang(payload: dict[str, object]) -> None:
        begun.append(payload["n"])
        await done.wait()

    monkeypatch.setitem(handlers, "hang", hang)
    monkeypatch.setattr(worker, "attendants", {})
    monkeypatch.setattr(worker, "schedules", {})
    waiting.add("hang")
    async with unit_of_work(ACTOR) as unit:
        for number in range(worker.LANES + 3):
            unit.enqueue("hang", {"n": number})
    await queue_note({"n": 1})
    working = asyncio.create_task(worker.run_worker())
    try:
        async with asyncio.timeout(5):
            while not ran or len(begun) < worker.LANES + 3:
                await asyncio.sleep(0.02)
        done.set()
        async with asyncio.timeout(5):
            while await read.fetch_value("SELECT COUNT(*) FROM job"):
                await asyncio.sleep(0.02)
    finally:
        waiting.discard("hang")
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    assert set(begun) == set(range(worker.LANES + 3))
    assert len(begun) == worker.LANES + 3
