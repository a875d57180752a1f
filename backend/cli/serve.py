"""``carnet serve`` and ``carnet worker``."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from backend.cli.session import prepare_database
from backend.core.jobs.worker import run_worker
from backend.core.logging import configure_logging
from backend.core.settings import Settings, settings
from backend.runtime import running

MAX_FRAME_BYTES = 1024 * 1024
SHUTDOWN_SECONDS = 5
WORKER_START_SECONDS = 60
"""How long a worker may be busy with its imports before it is taken for dead."""
FIRST_MIGRATION = "core.0001_initial"


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    data_dir: Annotated[Path | None, typer.Option(help="Where everything is kept.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes; needs PostgreSQL.")] = None,
) -> None:
    """Migrate the database, then serve the whole product."""
    chosen = _prepare(host=host, port=port, data_dir=data_dir, workers=workers)
    print(f"Carnet is on http://localhost:{chosen.port} (data in {chosen.data_dir})", flush=True)
    uvicorn.run(
        "backend.asgi:create_app",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="frontend.socket_protocol:SocketProtocol",
        ws_max_size=MAX_FRAME_BYTES,
        proxy_headers=True,
        forwarded_allow_ips=chosen.trusted_proxies,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        timeout_worker_healthcheck=WORKER_START_SECONDS,
    )


def worker() -> None:
    """Run jobs beside the server; several may run on PostgreSQL."""
    chosen = _prepare()

    async def run() -> None:
        async with running(chosen):
            await run_worker()

    with suppress(KeyboardInterrupt):
        asyncio.run(run())


def _prepare(**options: object) -> Settings:
    for name, value in options.items():
        if value is not None:
            # The environment, because worker processes read their settings from it too.
            os.environ[f"CARNET_{name.upper()}"] = str(value)
    settings.cache_clear()
    chosen = settings()
    configure_logging(chosen)
    done = asyncio.run(prepare_database(chosen))
    for name in done.applied:
        print(f"applied {name}", flush=True)
    if FIRST_MIGRATION in done.applied:
        print("The book is new: sign up, or fill it with made-up people by `make demo`", flush=True)
    return chosen
