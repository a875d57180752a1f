"""Databases of demo contacts, made by `carnet demo` once per size and kept in .bench/."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.server import ROOT, environment

KEPT = ROOT / ".bench"
USER = "demo@example.org"
SETTLED_AT_MOST = 100_000
"""Larger books keep their first search for duplicates; their servers run no jobs. All are put in
order for searches, as a worker does within minutes."""
SOURCES = ("backend/*/migrations/*.py", "backend/cli/demo*.py", "backend/cli/demo_words/*")


@dataclass(frozen=True, slots=True)
class Book:
    """A data directory with one account of demo contacts."""

    contacts: int
    data_dir: Path

    @property
    def file(self) -> Path:
        """The database."""
        return self.data_dir / "carnet.sqlite3"

    def account_id(self) -> int:
        """The account that has the contacts."""
        with closing(sqlite3.connect(self.file)) as connection:
            row = connection.execute("SELECT account_id FROM contact LIMIT 1").fetchone()
        return int(row[0])

    async def token(self, **settings: str) -> str:
        """Make an API token of the demo user, for reading and writing."""
        output = await carnet(
            self.data_dir, "token", "create", "--user", USER, "--scopes", "read,write", **settings
        )
        return output.strip()


async def carnet(data_dir: Path, *arguments: str, **settings: str) -> str:
    """Run the `carnet` command on a data directory and return what it prints.

    Raises:
        RuntimeError: the command failed.
    """
    return await module(data_dir, "backend.cli.main", *arguments, **settings)


async def module(data_dir: Path, name: str, *arguments: str, **settings: str) -> str:
    """Run a module on a data directory and return what it prints.

    Raises:
        RuntimeError: it failed.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        name,
        *arguments,
        cwd=ROOT,
        env=environment(CARNET_DATA_DIR=str(data_dir), **settings),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{name} {' '.join(arguments)} ended with code {process.returncode}")
    return output.decode()


def _version() -> str:
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


async def book_of(contacts: int) -> Book:
    """Return a book of that many contacts, made when there is none yet for this schema."""
    version = _version()
    for old in KEPT.glob("*-*"):
        if not old.name.endswith(version):
            shutil.rmtree(old)
    book = Book(contacts, KEPT / f"{contacts}-{version}")
    if not (book.data_dir / "complete").exists():
        shutil.rmtree(book.data_dir, ignore_errors=True)
        book.data_dir.mkdir(parents=True)
        started = time.perf_counter()
        await carnet(book.data_dir, "demo", "--contacts", str(contacts))
        alone = () if contacts <= SETTLED_AT_MOST else ("--shelves",)
        await module(book.data_dir, "tests.bench.settle", *alone)
        print(f"made {contacts:,} contacts in {time.perf_counter() - started:.0f} s", flush=True)
        (book.data_dir / "complete").touch()
    return book
