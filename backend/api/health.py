"""``/healthz``: the process answers. ``/readyz``: it can do its work."""

from __future__ import annotations

import asyncio
import time
from uuid import uuid4

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse

from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

log = structlog.get_logger(__name__)
READY_SECONDS = 2.0
WRITE_SECONDS = 0.5
WRITE_EVERY_SECONDS = 5.0
"""Anybody may ask, and a write costs more than a read."""
NOT_CACHED = {"cache-control": "no-store"}


async def healthz(_: Request) -> JSONResponse:
    """Answer that the process runs."""
    return JSONResponse({"status": "ok"}, headers=NOT_CACHED)


class Readiness:
    """``/readyz``; what the last write came to counts for a few seconds."""

    def __init__(self) -> None:
        self._tried_at = -WRITE_EVERY_SECONDS
        self._failure: Exception | None = None

    async def answer(self, _: Request) -> JSONResponse:
        """Answer whether the database answers within two seconds, has the schema's tables, and
        takes what is written.
        """
        try:
            async with asyncio.timeout(READY_SECONDS):
                await read.fetch_value(
                    "SELECT COUNT(*) FROM change_head WHERE account_id = ?", (0,)
                )
            await self._check_writing()
        except Exception as error:
            log.warning("not_ready", error=repr(error))
            return JSONResponse({"status": "unavailable"}, 503, headers=NOT_CACHED)
        return JSONResponse({"status": "ready"}, headers=NOT_CACHED)

    async def _check_writing(self) -> None:
        if time.monotonic() - self._tried_at >= WRITE_EVERY_SECONDS:
            self._tried_at = time.monotonic()
            try:
                async with asyncio.timeout(WRITE_SECONDS):
                    await _write_and_take_back()
                self._failure = None
            except TimeoutError:
                log.debug("readiness_write_skipped")  # behind a long write, which is no failure
            except Exception as error:
                self._failure = error
        if self._failure is not None:
            raise self._failure


async def _write_and_take_back() -> None:
    """Commit a row that nobody ever sees: a full disk lets a transaction begin."""
    mark = f"readiness:{uuid4().hex}"
    async with unit_of_work(Actor.system(0)) as unit:
        await unit.execute(
            "INSERT INTO idempotency_key (account_id, key, operation, fingerprint, subject_id, "
            "created_at) VALUES (0, ?, 'readiness', '', 0, ?)",
            (mark, now_micros()),
        )
        await unit.execute("DELETE FROM idempotency_key WHERE account_id = 0 AND key = ?", (mark,))
