"""A PostgreSQL database of the benchmark's own."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg

from tests.bench.server import free_port

GIVEN = "CARNET_TEST_POSTGRES_URL"
START_SECONDS = 30


@asynccontextmanager
async def postgres_database() -> AsyncIterator[str]:
    """Make a database, on the server that the environment names or on one that lives as long."""
    if given := os.environ.get(GIVEN):
        async with _database(given) as url:
            yield url
        return
    async with _server() as address, _database(address) as url:
        yield url


@asynccontextmanager
async def _database(address: str) -> AsyncIterator[str]:
    name = f"carnet_bench_{uuid4().hex[:12]}"
    await _run(address, f"CREATE DATABASE {name}")
    try:
        yield f"{address.rpartition('/')[0]}/{name}"
    finally:
        await _run(address, f"DROP DATABASE {name} WITH (FORCE)")


async def _run(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@asynccontextmanager
async def _server() -> AsyncIterator[str]:
    """Start a cluster in a folder of its own; as the user postgres where we are root."""
    programs = _programs()
    folder, port = Path(tempfile.mkdtemp()), free_port()
    is_root = os.geteuid() == 0
    if is_root:
        shutil.chown(folder, "postgres")
    own = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if is_root else []
    data = str(folder / "data")
    made = await asyncio.create_subprocess_exec(
        *own, str(programs / "initdb"), "--pgdata", data, "--username", "carnet",
        "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    if await made.wait():
        raise RuntimeError("initdb failed")
    server = await asyncio.create_subprocess_exec(
        *own, str(programs / "postgres"), "-D", data, "-k", str(folder), "-p", str(port),
        "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200",
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    address = f"postgres://carnet@127.0.0.1:{port}/postgres"
    try:
        async with asyncio.timeout(START_SECONDS):
            while not await _answers(address):
                await asyncio.sleep(0.1)
        yield address
    finally:
        server.terminate()
        await server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    return max(Path("/usr/lib/postgresql").glob("*/bin"))


async def _answers(address: str) -> bool:
    try:
        await _run(address, "SELECT 1")
    except (OSError, asyncpg.PostgresError):
        return False
    return True
