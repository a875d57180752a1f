"""``/healthz``: the process answers. ``/readyz``: it can do its work."""

from __future__ import annotations

import asyncio

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse

from backend.core.database import read

log = structlog.get_logger(__name__)
READY_SECONDS = 2.0


async def healthz(_: Request) -> JSONResponse:
    """Answer that the process runs."""
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})


async def readyz(_: Request) -> JSONResponse:
    """Answer whether the database answers within two seconds and has the schema's tables."""
    try:
        async with asyncio.timeout(READY_SECONDS):
            await read.fetch_value("SELECT COUNT(*) FROM change_head WHERE account_id = ?", (0,))
    except Exception as error:
        log.warning("not_ready", error=repr(error))
        return JSONResponse({"status": "unavailable"}, 503, headers={"cache-control": "no-store"})
    return JSONResponse({"status": "ready"}, headers={"cache-control": "no-store"})
