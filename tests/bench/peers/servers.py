"""The servers, each a process of its own on one core, and what each is asked."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import orjson

from tests.bench.load import Connection, get_request, graphql_request
from tests.bench.peers.install import NODE
from tests.bench.peers.questions import NAMES, OURS, PLAIN, POSTGRAPHILE, variables
from tests.bench.server import ROOT, STOP_SECONDS, Server, environment, free_port

START_SECONDS = 120
UVICORN = ("-m", "uvicorn", "--factory", "--no-access-log", "--log-level", "warning", "--port")
CARNET, BARE = "Carnet", "bare route"
DOCUMENTED, YOGA, PG = "Strawberry as documented", "GraphQL Yoga 5", "PostGraphile 5"


@dataclass(frozen=True, slots=True)
class Data:
    """Where the data is, on both databases, and the primary keys of what is asked about."""

    data_dir: Path
    url: str
    token: str
    keys: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Peer:
    """A server, and its request for each question."""

    name: str
    database: str
    server: Server
    requests: Mapping[str, bytes]


@asynccontextmanager
async def started(data: Mapping[str, Data], folder: Path) -> AsyncIterator[list[Peer]]:
    """Run all of them until the block ends. ``data`` is by database: ``SQLite``, ``PostgreSQL``."""
    async with AsyncExitStack() as stack:
        peers = []
        for database, here in data.items():
            account = {"BENCH_ACCOUNT": str(here.keys["account"])}
            source = (
                {"BENCH_DATABASE": str(here.data_dir / "carnet.sqlite3")}
                if database == "SQLite"
                else {"BENCH_POSTGRES": here.url}
            )
            ours = {
                "CARNET_DATA_DIR": str(here.data_dir),
                "CARNET_DATABASE_URL": here.url,
                "CARNET_API_POINTS_PER_MINUTE": "0",
                "CARNET_RUN_JOBS": "false",
            }
            serve = (sys.executable, "-m", "backend.cli.main", "serve", "--host", "127.0.0.1")
            python = (sys.executable, *UVICORN)
            own = {"BENCH_PORT": "{port}", **account, **source}
            bare = "tests.bench.peers.bare:create_app"
            taught = "tests.bench.peers.documented:create_app"
            wanted: list[tuple[str, Sequence[str], Mapping[str, str], Mapping[str, bytes]]] = [
                (CARNET, (*serve, "--port", "{port}"), ours, _asked(OURS, here, ours=True)),
                (BARE, (*python, "{port}", bare), own, _gets(here)),
                (
                    DOCUMENTED,
                    (*python, "{port}", taught),
                    {**own, **ours},
                    _asked(PLAIN, here, "/"),
                ),
            ]
            if database == "SQLite":
                script = str(folder / "serve_yoga.mjs")
                wanted.append((YOGA, (str(NODE), script), own, _asked(PLAIN, here)))
            else:
                script = str(folder / "serve_postgraphile.mjs")
                wanted.append((PG, (str(NODE), script), own, _asked(POSTGRAPHILE, here)))
            for name, command, settings, requests in wanted:
                server = await stack.enter_async_context(
                    _running(command, settings, next(iter(requests.values())))
                )
                peers.append(Peer(name, database, server, requests))
        yield peers


def _asked(
    documents: Mapping[str, str], data: Data, slash: str = "", *, ours: bool = False
) -> dict[str, bytes]:
    found = {}
    for question in NAMES:
        given = variables(question, data.keys, ours=ours)
        if documents is PLAIN:
            given.pop("account", None)
        request = graphql_request(documents[question], given, data.token if ours else "none")
        found[question] = request.replace(b"/graphql", b"/graphql" + slash.encode(), 1)
    return found


def _gets(data: Data) -> dict[str, bytes]:
    return {
        question: get_request(f"/{question}?{urlencode({'id': data.keys.get(question, 0)})}")
        for question in NAMES
    }


@asynccontextmanager
async def _running(
    command: Sequence[str], settings: Mapping[str, str], probe: bytes
) -> AsyncIterator[Server]:
    """Run a server on the first core; ``{port}`` stands for its port."""
    port = free_port()
    words = [word.replace("{port}", str(port)) for word in command]
    given = {name: value.replace("{port}", str(port)) for name, value in settings.items()}
    if shutil.which("taskset") and (os.cpu_count() or 1) > 1:
        words = ["taskset", "-c", "0", *words]
    process = await asyncio.create_subprocess_exec(
        *words,
        cwd=ROOT,
        env=environment(NODE_ENV="production", GRAPHILE_ENV="production", **given),
        stdout=asyncio.subprocess.DEVNULL,
    )
    server = Server(process.pid, port)
    try:
        async with asyncio.timeout(START_SECONDS):
            while (why := await _refusal(server, probe)) is not None:
                if process.returncode is not None:
                    raise RuntimeError(f"{words} ended with code {process.returncode}")
                if why:
                    raise RuntimeError(f"{words} answers {why}")
                await asyncio.sleep(0.1)
        yield server
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()


async def _refusal(server: Server, probe: bytes) -> str | None:
    """Return None when the server answers, nothing while it does not, else why it refuses."""
    try:
        connection = await Connection.open(server.address)
    except OSError:
        return ""
    try:
        body = orjson.loads(await connection.send(probe))
    except asyncio.IncompleteReadError:
        return ""
    finally:
        await connection.close()
    return str(body["errors"])[:500] if body.get("errors") else None
