"""n. The copy of one person's data: 10,000 entries and 200 files of a MiB each."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx2
import orjson

from tests.bench.books import book_of, module
from tests.bench.busy_contact import ENTRIES, FILES
from tests.bench.report import Section
from tests.bench.server import KIB, Server, carnet

CONTACTS = 10_000
FILE_KIB = 1024
LONGEST_SECONDS = 30
LARGEST_GROWTH_MIB = 48
SAMPLE_SECONDS = 0.05
LONGEST_WAIT_SECONDS = 300
ASK = """
mutation Ask($input: CreatePrivacyRequestInput!) {
  createPrivacyRequest(input: $input) { request { id } errors { code path } }
}
"""
LOOK = "query Look($id: ID!) { privacyRequest(id: $id) { state problem copy { sizeBytes } } }"


@dataclass(frozen=True, slots=True)
class Copied:
    """What one copy took."""

    seconds: float
    mebibytes: float
    growth_mib: float
    """How much more memory the server had at most than before."""


async def measure() -> Section:
    """Ask for the copy of somebody without anything, then of somebody with much."""
    plain = await book_of(CONTACTS)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(plain.data_dir, folder, dirs_exist_ok=True)
        book = replace(plain, data_dir=Path(folder))
        filled = await module(
            book.data_dir, "tests.bench.busy_contact", "--file-kib", str(FILE_KIB)
        )
        ids = orjson.loads(filled)
        token = await book.token()
        async with carnet(book.data_dir, CARNET_API_POINTS_PER_MINUTE="0") as server:
            await _settled(server)
            small = await _copy(server, token, "Empty", ids["empty"])
            large = await _copy(server, token, "Busy", ids["busy"])
    return _section(small, large)


async def _settled(server: Server) -> None:
    """Wait until the jobs that a start brings are done: memory then stays."""
    seen = -1
    while seen != server.own_memory_kib():
        seen = server.own_memory_kib()
        await asyncio.sleep(3)


async def _copy(server: Server, token: str, name: str, contact_id: str) -> Copied:
    headers = {"authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(base_url=server.address, headers=headers, timeout=60) as client:

        async def ask(query: str, **variables: Any) -> Any:
            body = {"query": query, "variables": variables}
            return (await client.post("/graphql", json=body)).json()["data"]

        before = peak = server.own_memory_kib()
        started = time.perf_counter()
        given = {"kind": "COPY", "details": {"name": name}, "contactIds": [contact_id]}
        made = await ask(ASK, input=given)
        request_id = made["createPrivacyRequest"]["request"]["id"]
        while time.perf_counter() - started < LONGEST_WAIT_SECONDS:
            peak = max(peak, server.own_memory_kib())
            found = (await ask(LOOK, id=request_id))["privacyRequest"]
            if found["state"] == "READY":
                size = found["copy"]["sizeBytes"]
                seconds = time.perf_counter() - started
                return Copied(seconds, size / KIB**2, (peak - before) / KIB)
            if found["state"] == "FAILED":
                raise RuntimeError(found["problem"])
            await asyncio.sleep(SAMPLE_SECONDS)
    raise RuntimeError("the copy was not made")


def _section(small: Copied, large: Copied) -> Section:
    section = Section("n", "The copy of a person's data")
    rows = (("nothing", small), (f"{ENTRIES:,} entries, {FILES} files of 1 MiB", large))
    section.table(
        ("held", "seconds", "MiB", "more memory, MiB"),
        [
            (name, f"{one.seconds:.1f}", f"{one.mebibytes:.1f}", f"{one.growth_mib:.0f}")
            for name, one in rows
        ],
    )
    section.say("From the request to the archive in the storage, by the API; SQLite.")
    section.target(
        f"{ENTRIES:,} entries and {FILES} files in under {LONGEST_SECONDS} s",
        f"{large.seconds:.1f} s",
        met=large.seconds < LONGEST_SECONDS,
    )
    section.target(
        "memory that does not grow with the archive",
        f"{large.growth_mib:.0f} MiB more at most, for {large.mebibytes:.0f} MiB",
        met=large.growth_mib <= LARGEST_GROWTH_MIB,
    )
    return section
