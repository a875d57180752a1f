"""Servers as processes of their own on loopback, started and ended by their process id."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

ROOT = Path(__file__).parents[2]
START_SECONDS = 180
STOP_SECONDS = 10
KIB = 1024


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers at ``address``."""

    pid: int
    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def memory_kib(self) -> int:
        """Resident memory now."""
        return self._status("VmRSS")

    def own_memory_kib(self) -> int:
        """Resident memory that is not a mapped file: the system takes that back when it likes."""
        return self._status("RssAnon")

    def _status(self, name: str) -> int:
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
        raise RuntimeError(f"no {name}")

    def cpu_seconds(self) -> float:
        """Processor time used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**settings: str) -> dict[str, str]:
    """This environment without its own CARNET_* settings, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARNET_")}
    return {**kept, "CARNET_LOG_LEVEL": "warning", **settings}


@asynccontextmanager
async def running(
    command: Sequence[str], port: int, ready_path: str, **settings: str
) -> AsyncIterator[Server]:
    """Run a server until the block ends. ``command`` follows this interpreter."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=ROOT,
        env=environment(**settings),
        stdout=asyncio.subprocess.DEVNULL,
    )
    server = Server(process.pid, port)
    try:
        async with asyncio.timeout(START_SECONDS), httpx2.AsyncClient() as client:
            while not await _answers(client, server.address + ready_path):
                if process.returncode is not None:
                    raise RuntimeError(f"the server ended with code {process.returncode}")
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


async def _answers(client: httpx2.AsyncClient, url: str) -> bool:
    try:
        return (await client.get(url)).status_code == 200
    except httpx2.TransportError:
        return False


@asynccontextmanager
async def carnet(
    data_dir: Path, *, module: Sequence[str] = ("backend.cli.main",), **settings: str
) -> AsyncIterator[Server]:
    """Serve a data directory with the product, or with a ``module`` that stands for it."""
    port = free_port()
    command = (
        "-m",
        *module,
        "serve",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--data-dir",
        str(data_dir),
    )
    async with running(command, port, "/readyz", **settings) as server:
        yield server
